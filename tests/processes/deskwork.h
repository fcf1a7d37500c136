#pragma once

#include "promisefile.h"
#include "store/pagestore.h"
#include "store/store.h"
#include "tamperedcentre.h"
#include "tests/domain/smallhall.h"

#include <random>

namespace hall::test {

/// What the person at a station does to cases, through decide() and the store as the desks do; each
/// act that is committed is promised in the promise file.
class DeskWork
{
public:
    struct Parts
    {
        Store &store;
        const PageStore &pages;
        IdSource &ids;
        PromiseFile &promises;
        Tamper &tamper;
        QString staff = {};
    };
    explicit DeskWork(const Parts &parts);

    /// Rolls what work() does; the same seed, the same choices as long as the cases are the same.
    void reseed(quint32 seed) { m_random.seed(seed); }
    [[nodiscard]] Result<StreamId> registerCase(const QString &name);
    [[nodiscard]] Result<Done> act(const StreamId &stream, const QString &action,
                                   const QString &branch = QStringLiteral("main"));
    [[nodiscard]] Result<Done> note(const StreamId &stream);
    /// Attaches a page of so many random bytes; its SHA.
    [[nodiscard]] Result<QByteArray> attach(const StreamId &stream, qsizetype bytes);
    /// One thing that may happen now: a registration, an act, a note or a page. NotFound: there was
    /// nothing to do.
    [[nodiscard]] Result<Done> step();
    [[nodiscard]] Actor actor() const;

private:
    [[nodiscard]] Result<Done> run(const StreamId &stream, const Command &command);
    [[nodiscard]] Result<Done> told(const Result<QList<Event>> &events);
    [[nodiscard]] Result<Done> anyAction();
    [[nodiscard]] Result<QList<StreamId>> cases();
    [[nodiscard]] int below(int limit)
    {
        return std::uniform_int_distribution<int>(0, limit - 1)(m_random);
    }

    Parts m_parts;
    SmallHall m_hall;
    std::mt19937 m_random;
};

} // namespace hall::test

#pragma once

#include "desk/intake/counterwork.h"
#include "desk/workplace.h"
#include "domain/result.h"

#include <QFuture>
#include <QList>

namespace hall {

class WriteTx;

/// Work that is not finished yet, as the store keeps it.
struct KeptWork
{
    QString id = {};
    CounterWork work = {};
    qint64 updatedAt = 0;
};

/// The drafts of one clerk at this machine: what was typed survives the end of the program, however
/// it came.
class DraftShelf
{
public:
    explicit DraftShelf(Workplace &place)
        : m_place(place)
    {
    }

    [[nodiscard]] QString newId() const;
    /// Empty work takes the draft away.
    [[nodiscard]] QFuture<Result<Done>> put(const QString &id, const CounterWork &work,
                                            const Session &session) const;
    /// Newest first; with everything that was put before.
    [[nodiscard]] QFuture<Result<QList<KeptWork>>> list(const Session &session) const;
    /// Inside a transaction that does more.
    [[nodiscard]] static Result<Done> putIn(WriteTx &tx, const QString &id, const CounterWork &work,
                                            const Session &session);

private:
    Workplace &m_place;
};

} // namespace hall

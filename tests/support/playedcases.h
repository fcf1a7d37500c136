#pragma once

#include "storefixture.h"
#include "tests/domain/smallhall.h"

#include <random>

namespace hall::test {

/// The small hall of the domain tests, published into a store, and cases that random people drive
/// through it by decide(): whatever a definition allows may happen.
class PlayedCases
{
public:
    PlayedCases(StoreFixture &fixture, unsigned seed)
        : m_fixture(fixture)
        , m_random(seed)
    {
    }

    [[nodiscard]] Result<Done> publish();
    /// A case of a random item for somebody of a small town, so that people come again.
    [[nodiscard]] Result<StreamId> open(const QString &item);
    /// A command by one of the hall's people ("rev1"); fills all that a definition may ask for.
    [[nodiscard]] Result<Done> act(const StreamId &stream, const QString &who,
                                   const Command &command);
    [[nodiscard]] Result<Done> act(const StreamId &stream, const QString &who,
                                   const QString &action,
                                   const QString &branch = QStringLiteral("main"));
    /// Something that may happen to the case now.
    [[nodiscard]] Result<Done> stumble(const StreamId &stream);

    [[nodiscard]] const SmallHall &hall() const { return m_hall; }
    [[nodiscard]] int below(int limit)
    {
        return std::uniform_int_distribution<int>(0, limit - 1)(m_random);
    }
    StreamId till = StreamId::fromText(QStringLiteral("22222222-2222-4222-8222-222222222222"));

private:
    [[nodiscard]] Result<Done> write(const StreamId &stream, const Actor &actor,
                                     const Command &command);
    [[nodiscard]] std::optional<std::pair<QString, Command>> anyAction(const CaseFile &file);
    [[nodiscard]] Command sideStep(const CaseFile &file);

    StoreFixture &m_fixture;
    SmallHall m_hall;
    std::mt19937 m_random;
};

} // namespace hall::test

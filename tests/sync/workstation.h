#pragma once

#include "faketown.h"
#include "playedcases.h"
#include "storefixture.h"
#include "sync/engine/engine.h"

#include <memory>

namespace hall::test {

/// A window with a real store and the real engine, stepped by hand.
class Workstation
{
public:
    Workstation(FakeTown &town, const QString &code, quint64 seed);

    StoreFixture fixture;
    FakeLink link;
    std::unique_ptr<PlayedCases> cases;
    std::shared_ptr<EventForms> forms = std::make_shared<EventForms>();

    [[nodiscard]] Result<Done> open();
    /// As if the program had been killed and started again.
    [[nodiscard]] Result<Done> reopen();
    void close();
    /// Steps until there is nothing to do; waits pass on the clock of the test. False: it does not
    /// end.
    [[nodiscard]] bool settle(int steps = 4000);
    void signIn(const QString &staff);
    /// Somebody sets the machine's clock; no time passes by it.
    void setClock(qint64 seconds);
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] PageStore &pages() { return *m_pages; }
    [[nodiscard]] Store &store() { return fixture.store(); }

    [[nodiscard]] QList<EventId> order(const StreamId &stream);
    [[nodiscard]] QStringList tables(const QString &sql);
    [[nodiscard]] qint64 count(const QString &sql);
    /// Empty when projections equal a replay and the journal's chains hold.
    [[nodiscard]] QString disorder();

private:
    FakeTown &m_town;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CorrectedClock> m_clock;
    std::unique_ptr<PageStore> m_pages;
    std::unique_ptr<Engine> m_engine;
    QString m_person;
    qint64 m_clockSet = 0; ///< ms
};

/// The small hall of the domain tests, as the town has published it.
[[nodiscard]] QList<Event> publishedHall();

} // namespace hall::test

#pragma once

#include "drillhall.h"
#include "promisefile.h"
#include "store/store.h"
#include "sync/engine/engine.h"
#include "sync/postgres/postgrescentre.h"

#include <QTemporaryDir>

#include <memory>
#include <random>

namespace hall::test {

/// What one window did on the day.
struct DrillTally
{
    int cases = 0;
    int receipts = 0; ///< papers in somebody's hand: receipts of intake and acceptance notices
    int refusedHere = 0;
    QString firstRefusal = {};
    QStringList numbers = {}; ///< every number that stands on a paper
    QList<QByteArray> pages = {};
    QSet<QString> promised = {}; ///< events
};

/// A window of the drill: a real store on its own folder and the real engine, stepped by hand.
class DrillWindow
{
public:
    DrillWindow(const DrillSeat &seat, const ConnectionFile &file, quint32 seed);

    /// Morning: store open, signed in, the hall's data here, numbers leased.
    [[nodiscard]] Result<Done> begin();
    /// Steps until nothing is on its way and everything up to `head` is here. False: it does not
    /// end.
    [[nodiscard]] bool settle(qint64 head);
    /// So many cases between now and a working day ago, none of which reaches the centre.
    [[nodiscard]] Result<Done> workCutOff(int cases);

    [[nodiscard]] const DrillTally &tally() const { return m_tally; }
    [[nodiscard]] const DrillSeat &seat() const { return m_seat; }
    [[nodiscard]] const CentreStatus &status() const { return m_engine->status(); }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] const PageStore &pages() const { return m_pages; }
    /// Largest file of the store, in bytes.
    [[nodiscard]] qint64 largestFile() const;

private:
    [[nodiscard]] Result<Done> oneCase();
    [[nodiscard]] Result<Done> keep(const Result<QList<Event>> &events);
    [[nodiscard]] Result<Done> run(const StreamId &stream, const Command &command);
    [[nodiscard]] Registration registration();
    [[nodiscard]] Actor actor() const;
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    DrillSeat m_seat;
    QTemporaryDir m_folder;
    FixedClock m_machine;
    CorrectedClock m_clock{m_machine};
    RandomIds m_ids;
    PageStore m_pages;
    PostgresCentre m_centre;
    PromiseFile m_promises;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Engine> m_engine;
    std::mt19937 m_random;
    DrillTally m_tally;
};

} // namespace hall::test

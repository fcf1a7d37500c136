#pragma once

#include "store/connection.h"
#include "sync/postgres/postgrescentre.h"

#include <atomic>

namespace hall::test {

/// Where this process ends itself, as kill -9 does.
enum class KillPoint {
    None,
    BeforePaper, ///< committed here, nobody was told
    LocalCommit, ///< committed here and told
    Answered,    ///< the centre has answered a push, nothing is stored of it
    Applying,    ///< inside the transaction that stores what came down
    PieceUp,     ///< a page has begun to go up
    PieceDown    ///< a page has begun to come down
};

/// What a scenario does to this station from inside. Set by the thread of commands, read by the
/// sync thread.
struct Tamper
{
    std::atomic<KillPoint> point = KillPoint::None;
    std::atomic_int accesses = 1; ///< of the store, after which Applying strikes
    std::atomic_int proto = protocolVersion;
    std::atomic_bool flipsUp = false; ///< one bit of the next piece that goes up
    std::atomic_bool flipsDown = false;
    // Defects on purpose: the checks of a run must find each.
    std::atomic_bool losesOffer = false; ///< tells the engine that the last event of a push went
    std::atomic_bool losesEntry = false; ///< keeps the last event of a pull from the engine
    FaultPlan faults;                    ///< of the store

    [[nodiscard]] bool takes(KillPoint here) const { return point.load() == here; }
};

/// Ends this process now; nothing is flushed, no destructor runs.
[[noreturn]] void dieHere();

/// PostgresCentre with a scenario's hands in it.
class TamperedCentre final : public Centre
{
public:
    TamperedCentre(const ConnectionFile &file, const LinkTimes &times, Tamper &tamper)
        : m_inner(file, times)
        , m_tamper(tamper)
    {
    }
    [[nodiscard]] PostgresCentre &inner() { return m_inner; }

    [[nodiscard]] Result<HelloReply> hello(Party party, const HelloAsk &ask) override;
    [[nodiscard]] Result<PushReply> push(const QList<OfferedEvent> &events) override;
    [[nodiscard]] Result<PullReply> pull(Party party, const QString &station,
                                         const ScopeCursors &after, int limit) override;
    [[nodiscard]] Result<PullReply> history(const StreamId &stream) override;
    [[nodiscard]] Result<QList<SnapshotRow>> snapshot(const SnapshotAsk &ask, const StreamId &after,
                                                      int limit) override;
    [[nodiscard]] Result<QMap<QByteArray, PageProgress>>
    pagesThere(const QList<QByteArray> &shas) override;
    [[nodiscard]] Result<Done> putPiece(const CarriedPage &page, int n,
                                        const QByteArray &piece) override;
    [[nodiscard]] Result<bool> commitPage(const QByteArray &sha) override;
    [[nodiscard]] Result<QByteArray> getPiece(const QString &station, const QByteArray &sha,
                                              int n) override;
    [[nodiscard]] Result<QString> renewStation(const QUuid &install) override;

private:
    void armStore();

    PostgresCentre m_inner;
    Tamper &m_tamper;
};

} // namespace hall::test

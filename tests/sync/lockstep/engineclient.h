#pragma once

#include "enginedisk.h"
#include "store/pagestore.h"
#include "store/store.h"
#include "sync/engine/engine.h"
#include "world.h"

namespace hall::lockstep {

/// The engine's line: what it asks of the model's centre, with its faults. Remembers what each
/// person may read.
class EngineLine final : public Centre, public CentreServices
{
public:
    EngineLine(model::ModelLink &link, EngineDiskPtr &disk)
        : m_link(link)
        , m_disk(disk)
    {
    }

    Result<HelloReply> hello(Party party, const HelloAsk &ask) override;
    Result<PushReply> push(const QList<OfferedEvent> &events) override
    {
        return m_link.push(events);
    }
    Result<PullReply> pull(Party party, const QString &station, const ScopeCursors &after,
                           int limit) override
    {
        return m_link.pull(party, station, after, limit);
    }
    Result<PullReply> history(const StreamId &stream) override { return m_link.history(stream); }
    Result<QList<SnapshotRow>> snapshot(const SnapshotAsk &ask, const StreamId &after,
                                        int limit) override
    {
        return m_link.snapshot(ask, after, limit);
    }
    Result<QMap<QByteArray, PageProgress>> pagesThere(const QList<QByteArray> &shas) override
    {
        return m_link.pagesThere(shas);
    }
    Result<Done> putPiece(const CarriedPage &page, int n, const QByteArray &piece) override
    {
        return m_link.putPiece(page, n, piece);
    }
    Result<bool> commitPage(const QByteArray &sha) override { return m_link.commitPage(sha); }
    Result<QByteArray> getPiece(const QString &station, const QByteArray &sha, int n) override
    {
        return m_link.getPiece(station, sha, n);
    }
    Result<QString> renewStation(const QUuid &install) override;

    Result<SignInReply> signIn(const QString &staff, const QString &password,
                               const QString &station) override;
    void signOut() override { m_link.setPerson({}); }
    Result<QByteArray> stationKey() override;
    Result<LeasedBlock> lease(const LeaseAsk &ask) override;
    Result<Done> returnLease(const LeaseAsk &, int, int) override { return Done{}; }
    Result<QList<QJsonObject>> find(const FindAsk &) override { return QList<QJsonObject>(); }
    Result<Done> changePassword(const QString &) override { return Done{}; }
    Result<PushReply> publish(const QList<OfferedEvent> &, const QJsonArray &) override
    {
        return Error{ErrorKind::CentreRefused, QStringLiteral("post")};
    }

    /// Of this connection.
    bool isPersonGreeted = false;

private:
    model::ModelLink &m_link;
    EngineDiskPtr &m_disk;
};

/// A workstation of the model's world with the real engine over a real store, stepped by the world.
/// Beside the faults of its line its program dies between two steps and its disk fails.
class EngineClient final : public model::Client
{
public:
    EngineClient(Setting setting, model::ModelServer &server, const QString &login,
                 const model::ModelLink::NextFault &nextFault);
    ~EngineClient() override;

    bool connect() override;
    bool signIn(const QString &person) override;
    void signOut() override;
    bool push(int limit) override;
    bool pull(int limit, int crashAfter = -1) override;
    bool sendPages() override;
    bool fetchPages() override;
    bool leaseNumbers() override;

    [[nodiscard]] bool canWork() const override;
    [[nodiscard]] QString newNumber() override;
    model::EventRef promise(const model::Draft &draft) override;
    model::EventRef resolve(qsizetype item, const std::optional<model::Draft> &draft) override;
    [[nodiscard]] const model::ClientStore &store() const override;
    [[nodiscard]] QString disorder() override;

    [[nodiscard]] model::Disk copyDisk() override;
    void useDisk(const model::Disk &disk) override;
    void reinstall() override;
    void goBackTo(const model::Disk &image) override;

private:
    void open();
    void close();
    void publishHall();
    void use(const EngineDiskPtr &disk);
    void restart();
    void setClock();
    bool run(int steps);
    [[nodiscard]] bool isOnline() const { return m_engine->status().state == LinkState::Online; }
    [[nodiscard]] QString keyName(const QString &person) const;
    [[nodiscard]] Event write(WriteTx &tx, const model::Draft &draft, std::optional<Error> &error);
    void wrote(const Event &event);

    model::ModelLink::NextFault m_nextFault;
    FixedClock m_fixed;
    CorrectedClock m_clock{m_fixed};
    FaultPlan m_faults;
    EngineDiskPtr m_disk;
    EngineLine m_line;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<PageStore> m_pages;
    std::unique_ptr<Engine> m_engine;
    qint64 m_waited = 0; ///< ms of pauses that were skipped
    int m_faultNo = 0;
    mutable std::optional<model::ClientStore> m_picture;
};

/// A world whose windows run the real engine.
[[nodiscard]] model::WorldSetting engineWorld(quint64 seed, bool isTraced = false,
                                              model::Mirror *mirror = nullptr);

} // namespace hall::lockstep

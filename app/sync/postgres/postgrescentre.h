#pragma once

#include "sync/api/centre.h"
#include "sync/api/centreservices.h"
#include "sync/postgres/connectionfile.h"
#include "sync/postgres/serversession.h"

#include <QJsonArray>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <atomic>

namespace hall {

/// The centre in a PostgreSQL database, through two sessions that are opened when they are needed:
/// the station's delivers, the person's reads. One thread uses it; interrupt() and resume() may be
/// called from any.
class PostgresCentre final : public Centre, public CentreServices
{
public:
    explicit PostgresCentre(const ConnectionFile &file, const LinkTimes &times = {});
    ~PostgresCentre() override;

    /// The running call and all later ones end at once with CentreUnreachable.
    void interrupt() { m_stop.store(true); }
    void resume() { m_stop.store(false); }
    void disconnect();

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
    [[nodiscard]] Result<bool> putLast(const CarriedPage &page, int n,
                                       const QByteArray &piece) override;
    [[nodiscard]] Result<QByteArray> getPiece(const QString &station, const QByteArray &sha,
                                              int n) override;
    [[nodiscard]] Result<QByteArray> getPieces(const QString &station, const QByteArray &sha,
                                               int first) override;
    /// Wants an event loop on the thread of the calls.
    void listen(const std::function<void()> &heard) override { m_heard = heard; }
    [[nodiscard]] Result<QString> renewStation(const QUuid &install) override;

    [[nodiscard]] Result<SignInReply> signIn(const QString &staff, const QString &password,
                                             const QString &station) override;
    void signOut() override;
    [[nodiscard]] Result<Done> prove(const QString &staff, const QString &password) override;
    [[nodiscard]] Result<QByteArray> stationKey() override;
    [[nodiscard]] Result<LeasedBlock> lease(const LeaseAsk &ask) override;
    [[nodiscard]] Result<Done> returnLease(const LeaseAsk &block, int first, int from) override;
    [[nodiscard]] Result<QList<QJsonObject>> find(const FindAsk &ask) override;
    /// The new password reaches the centre only as a verifier; it is this session's from then on.
    [[nodiscard]] Result<Done> changePassword(const QString &password) override;
    [[nodiscard]] Result<PushReply> publish(const QList<OfferedEvent> &events,
                                            const QJsonArray &rows) override;
    /// The right to take one exclusive act of a branch within the next minutes; the instant (ms) at
    /// which it ends. CentreRefused "taken" while somebody else has it.
    [[nodiscard]] Result<qint64> claim(const QString &station, const StreamId &stream,
                                       const QString &branch, const QString &action);
    /// A number of an own block that will never stand on a paper, with the reason.
    [[nodiscard]] Result<Done> voidNumber(const LeaseAsk &series, int serial,
                                          const QString &reason);

private:
    [[nodiscard]] Result<Done> opened(Party party);
    [[nodiscard]] Result<Rows> call(Party party, const QByteArray &sql,
                                    const Parameters &parameters);
    /// The single text of a call that answers one.
    [[nodiscard]] Result<QByteArray> word(Party party, const QByteArray &sql,
                                          const Parameters &parameters);
    [[nodiscard]] Access accessOf(Party party) const;
    /// Looks after the person's line: hears what came, listens again where it is a new one.
    void prickEars();
    [[nodiscard]] Result<Done> layOutFiles();

    ConnectionFile m_file;
    LinkTimes m_times;
    QString m_staff;
    QString m_password;
    std::atomic_bool m_stop = false;
    // libpq 15 reads certificates and key only from files.
    std::unique_ptr<QTemporaryDir> m_folder;
    ServerSession m_station;
    ServerSession m_person;
    std::function<void()> m_heard;
    qintptr m_listened = -1; ///< the socket on which the server was asked to tell
    std::unique_ptr<QSocketNotifier> m_ears;
};

} // namespace hall

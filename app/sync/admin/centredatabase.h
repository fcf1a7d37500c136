#pragma once

#include "domain/event.h"
#include "sync/admin/centrerows.h"
#include "sync/api/protocol.h"
#include "sync/postgres/serversession.h"

#include <QJsonArray>
#include <QJsonObject>

#include <atomic>

namespace hall {

/// The administrator's side of the centre: the functions of the schema `admin` (PROTOCOL.md),
/// called as a superuser or as an `a_…` login. Errors: those of ServerSession; words() has the
/// server's own words.
class CentreDatabase
{
public:
    CentreDatabase();
    Q_DISABLE_COPY_MOVE(CentreDatabase)

    [[nodiscard]] Result<Done> open(const Access &access);
    [[nodiscard]] const Access &access() const { return m_access; }
    [[nodiscard]] const QString &words() const { return m_session.lastWords(); }
    [[nodiscard]] ServerSession &session() { return m_session; }

    [[nodiscard]] Result<Done> makeTown(const QString &town, const QString &name);
    /// Each answers the login that was made or closed. CentreRefused "used" for a station's code
    /// that was ever given, NotFound for a person who is not published.
    [[nodiscard]] Result<QString> makeAdmin(const QString &town, const QString &name,
                                            const QString &password);
    [[nodiscard]] Result<QString> setStaff(const QString &town, const QString &staff,
                                           const QString &password);
    /// Whether the person has a login that is open.
    [[nodiscard]] Result<bool> hasLogin(const QString &town, const QString &staff);
    [[nodiscard]] Result<QString> closeStaff(const QString &staff);
    [[nodiscard]] Result<QString> enrolStation(const ConnectionLogin &login,
                                               const QStringList &scopes);
    /// Answers how many leased numbers of it are void by that.
    [[nodiscard]] Result<int> closeStation(const QString &station);

    [[nodiscard]] Result<PushReply> publish(const QList<OfferedEvent> &events,
                                            const QJsonArray &rows);
    /// After a restore: a new epoch, and each number series skips `skip` serials.
    [[nodiscard]] Result<Done> restored(int skip);

    [[nodiscard]] Result<QJsonObject> status();
    [[nodiscard]] Result<QList<JournalRow>> events(qint64 after, int limit);
    [[nodiscard]] Result<QList<JournalRow>> stream(const StreamId &stream);
    [[nodiscard]] Result<QList<PagePosition>> pagePositions(qint64 after, int limit);
    [[nodiscard]] Result<QList<HeadRow>> heads(const StreamId &after, int limit);
    [[nodiscard]] Result<QList<PageRow>> pages(const QByteArray &after, int limit);
    [[nodiscard]] Result<QByteArray> pagePiece(const QByteArray &sha, int n);
    [[nodiscard]] Result<QList<RefusedRow>> refused(qint64 after, int limit);
    /// Name of the login that works here.
    [[nodiscard]] Result<QString> user();

private:
    [[nodiscard]] Result<QJsonObject> object(const QByteArray &sql, const Parameters &parameters);
    [[nodiscard]] Result<QString> role(const QByteArray &sql, const Parameters &parameters);
    [[nodiscard]] Result<QByteArray> verifier(const QString &role, const QString &password);

    std::atomic_bool m_stop = false;
    Access m_access;
    ServerSession m_session;
};

} // namespace hall

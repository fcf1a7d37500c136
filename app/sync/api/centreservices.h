#pragma once

#include "domain/result.h"
#include "sync/api/protocol.h"

#include <QJsonArray>
#include <QJsonObject>

namespace hall {

/// What an online sign-in gives (api.sign_in).
struct SignInReply
{
    QByteArray macKey = {}; ///< of (person, station), 32 bytes
    QStringList posts = {};
    qint64 until = 0; ///< ms: how long the person may sign in here without the centre
};

struct LeaseAsk
{
    QString series = {};
    QString organ = {};
    int year = 0;
    int size = 10;
};

struct LeasedBlock
{
    int first = 0;
    int last = 0;
};

enum class FindKind { Number, Name, IdNumber, Phone };

struct FindAsk
{
    FindKind kind = FindKind::Number;
    QString text = {};
    QString purpose = {}; ///< logged at the centre
};

/// What is asked of the centre beside the streams of events: sessions, keys, numbers, search.
/// Blocking, sync thread only, errors as Centre.
class CentreServices
{
public:
    virtual ~CentreServices() = default;

    /// Opens the person's session beside the station's; WrongPassword, AccountDisabled. A session
    /// that was lost is opened again by the next call of Party::Person until signOut(). A null
    /// password = the same session once more, under a new station code or after a restore.
    [[nodiscard]] virtual Result<SignInReply> signIn(const QString &staff, const QString &password,
                                                     const QString &station)
        = 0;
    virtual void signOut() = 0;
    /// Whether somebody's password is right; no session is opened or closed by it.
    [[nodiscard]] virtual Result<Done> prove(const QString &staff, const QString &password)
    {
        Q_UNUSED(staff)
        Q_UNUSED(password)
        return Error{ErrorKind::OnlineOnly};
    }
    /// Key for timer events, of ('', station).
    [[nodiscard]] virtual Result<QByteArray> stationKey() = 0;
    [[nodiscard]] virtual Result<LeasedBlock> lease(const LeaseAsk &ask) = 0;
    /// Numbers from `from` on of the block that begins with `first` go back unused.
    [[nodiscard]] virtual Result<Done> returnLease(const LeaseAsk &block, int first, int from) = 0;
    /// At most 50 heads.
    [[nodiscard]] virtual Result<QList<QJsonObject>> find(const FindAsk &ask) = 0;
    [[nodiscard]] virtual Result<Done> changePassword(const QString &password) = 0;
    /// Hall events and the rows that they stand for, in one transaction of the centre; wants the
    /// administrator's post. All of it is taken, or nothing.
    [[nodiscard]] virtual Result<PushReply> publish(const QList<OfferedEvent> &events,
                                                    const QJsonArray &rows)
        = 0;
};

} // namespace hall

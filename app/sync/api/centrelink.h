#pragma once

#include "domain/decide.h"
#include "domain/result.h"
#include "sync/api/centreservices.h"
#include "sync/api/centrestatus.h"

#include <QFuture>
#include <QList>
#include <QObject>

namespace hall {

/// What became of an act that the centre did not take; the page makes the sentence.
enum class RefusalCause {
    Moved,      ///< somebody else acted first: both versions stand side by side
    Number,     ///< an official number that exists already
    Closed,     ///< the case is over
    NotAllowed, ///< the right was lost: a colleague may adopt it
    Disabled,   ///< person or station closed
    Malformed,  ///< a defect of the program, or a wrong clock
    Parked      ///< waits behind one that was refused
};

/// A row of the attention list.
struct AttentionRow
{
    EventId event = {};
    StreamId stream = {};
    QString number = {}; ///< of the case, where it is known here
    QString applicant = {};
    RefusalCause cause = RefusalCause::Moved;
    QString reason = {}; ///< the centre's word
    QString action = {};
    QString actor = {};
    qint64 actedAt = 0;
    qint64 refusedAt = 0;
    QString owner = {}; ///< staff code it was handed to; empty = its author's
};

/// Both versions of a conflict: the own act, and what stands there now.
struct Conflict
{
    AttentionRow row = {};
    Event own = {};
    QList<Event> now = {}; ///< events of the same branch that came instead, newest last
};

enum class AttentionAct { Retry, Adopt, GiveUp, HandOver };

struct AttentionCommand
{
    EventId event = {};
    AttentionAct act = AttentionAct::Retry;
    QString text = {}; ///< reason of GiveUp, staff code of HandOver
};

/// The centre as desks and pages see it. No call blocks; answers come on the thread of the caller
/// by whenDone(). Without a centre: state Alone, calls answer OnlineOnly, the attention list is
/// empty.
class CentreLink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual CentreStatus status() const = 0;

    /// Beside the local sign-in. CentreUnreachable → signInOffline(); WrongPassword is final.
    virtual QFuture<Result<SignInReply>> signIn(const QString &staff, const QString &password) = 0;
    /// SignInExpired, WrongPassword, NotFound (never signed in here).
    virtual QFuture<Result<Done>> signInOffline(const QString &staff, const QString &password) = 0;
    /// A second person's word, whoever is signed in; as signIn(), and without the centre as
    /// signInOffline().
    virtual QFuture<Result<Done>> prove(const QString &staff, const QString &password)
    {
        Q_UNUSED(staff)
        Q_UNUSED(password)
        return QtFuture::makeReadyFuture(Result<Done>(Error{ErrorKind::OnlineOnly}));
    }
    virtual void signOut() = 0;
    virtual QFuture<Result<Done>> changePassword(const QString &password) = 0;

    /// Heads from the whole town; the purpose is logged at the centre. OnlineOnly when offline.
    virtual QFuture<Result<QList<QJsonObject>>> find(const FindAsk &ask) = 0;
    /// Fetched before all others; pageProgress() and pageArrived() tell.
    virtual void wantPage(const QByteArray &sha) = 0;
    /// Sealed events of the hall's stream, by the administrator whose session is open: a joined
    /// machine publishes at the centre only. Done = they count at the centre, and here too unless
    /// the line broke just then. FieldTooLong (detail = code) before anything is sent.
    virtual QFuture<Result<Done>> publish(const QList<Event> &events) = 0;

    virtual QFuture<Result<QList<AttentionRow>>> attention() = 0;
    virtual QFuture<Result<Conflict>> conflict(const EventId &event) = 0;
    /// `context` of the person who decides: its staff, post and station are taken.
    virtual QFuture<Result<Done>> decideOn(const AttentionCommand &command, const Actor &actor) = 0;
    /// The act of a refused event once more with other content: `redo` by decide(), sealed again
    /// with `replaces`.
    virtual QFuture<Result<Done>> redo(const EventId &event, const QList<Event> &redo) = 0;

Q_SIGNALS:
    void statusChanged(const hall::CentreStatus &status);
    void pageArrived(const QByteArray &sha);
    /// Bytes of a page on its way here.
    void pageProgress(const QByteArray &sha, qint64 here, qint64 size);
    void attentionChanged();
};

} // namespace hall

#pragma once

#include "desk/session/signedin.h"
#include "desk/workplace.h"
#include "domain/result.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace hall {

/// A person as the sign-in page offers it.
struct SignInCard
{
    QString code = {};
    QString name = {};
    QStringList initials = {}; ///< pinyin, all readings
};

/// How the centre is reached at this moment, for the page that asks for the password.
enum class CentreReach { Alone, Connecting, Reached, OutOfReach, Closed, TooOld };

struct PrinterChoice
{
    QString name = {};
    QString description = {};
    bool isDefault = false;
};

/// Who works at this machine: signing in, unlocking, changing the password, choosing post and
/// window. Sign-ins are no events of the journal; they are counted in the store and named in the
/// log by code.
class SessionDesk
{
public:
    explicit SessionDesk(const Workplace &place);

    [[nodiscard]] HallInfo hall() const;
    [[nodiscard]] QString station() const;
    /// Open accounts by code.
    [[nodiscard]] QList<SignInCard> people() const;
    /// The word that everybody of a sample hall signs in with at first; empty in an own hall.
    [[nodiscard]] QString sampleWord() const;

    /// `who` is a code, a whole name or whole initials. WrongPassword also for somebody unknown, so
    /// that nobody learns who exists; WaitBeforeRetry (detail = seconds) after several wrong ones;
    /// AccountDisabled.
    /// Of a machine that belongs to a centre also SignInExpired (detail "never": not once here).
    [[nodiscard]] QFuture<Result<StaffMember>> signIn(const QString &who, const QString &password);
    /// As signIn(), but the session stays whose it is: a second person's word.
    [[nodiscard]] QFuture<Result<StaffMember>> prove(const QString &who, const QString &password);
    /// Somebody whom the centre has let in already, while this machine joined.
    [[nodiscard]] QFuture<Result<StaffMember>> goOn(const QString &code, const QString &password);
    /// What was done still goes out; the PIN is forgotten.
    void signOut();
    /// The password, or the PIN while there is one.
    [[nodiscard]] QFuture<Result<Done>> unlock(const Session &session, const QString &word);
    /// As signIn() for the old word; PasswordTooShort for the new one; OnlineOnly when the centre
    /// is out of reach.
    [[nodiscard]] QFuture<Result<Done>> changePassword(const QString &code, const QString &old,
                                                       const QString &fresh);

    /// This machine belongs to a hall's centre.
    [[nodiscard]] bool isJoined() const;
    [[nodiscard]] SignInWay way() const { return m_signedIn->way(); }
    [[nodiscard]] CentreReach reach() const;
    /// Until when the person may go on without the centre; not valid when nobody asks that.
    [[nodiscard]] QDateTime signInUntil() const;
    /// Four to six figures for unlocking this screen until the sign-out; NumberCharacters.
    [[nodiscard]] QFuture<Result<Done>> setPin(const QString &pin);
    void forgetPin() { m_signedIn->forgetPin(); }
    [[nodiscard]] bool hasPin() const { return m_signedIn->pin().has_value(); }
    [[nodiscard]] static bool isPin(const QString &word);

    /// Posts at the ground floor stand at a window.
    [[nodiscard]] static bool needsWindow(const Post &post);
    /// Windows at which a post may work: those that serve its department, cashier windows for
    /// cashiers.
    [[nodiscard]] QList<Window> windowsFor(const Post &post) const;
    [[nodiscard]] Session begin(const StaffMember &member, const Post &post,
                                const QString &window) const;

    [[nodiscard]] QString departmentName(const QString &code, QLocale::Language language) const;
    [[nodiscard]] QString windowName(const QString &code, QLocale::Language language) const;
    [[nodiscard]] QFuture<QList<PrinterChoice>> printers() const;
    [[nodiscard]] const Clock &clock() const { return m_place.clock; }
    /// When the newest act recorded here was done; not valid when there is none. A clock that
    /// stands before it was set back.
    [[nodiscard]] QFuture<Result<QDateTime>> newestAct() const;

private:
    [[nodiscard]] Result<StaffMember> find(const QString &who) const;
    [[nodiscard]] QFuture<Result<Done>> check(const StaffMember &member, const QString &password);
    [[nodiscard]] QFuture<Result<StaffMember>> enter(const StaffMember &member,
                                                     const QString &password);
    [[nodiscard]] QFuture<Result<Done>> checkKept(const QString &code, const QString &password);

    Workplace m_place;
    std::shared_ptr<SignedIn> m_signedIn; ///< also of the calls that are on their way
};

} // namespace hall

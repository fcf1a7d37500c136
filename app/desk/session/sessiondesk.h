#pragma once

#include "desk/workplace.h"
#include "domain/result.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// A person as the sign-in page offers it.
struct SignInCard
{
    QString code = {};
    QString name = {};
    QStringList initials = {}; ///< pinyin, all readings
};

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
    [[nodiscard]] QFuture<Result<StaffMember>> signIn(const QString &who, const QString &password);
    [[nodiscard]] QFuture<Result<Done>> unlock(const Session &session, const QString &password);
    /// As signIn() for the old word; PasswordTooShort for the new one.
    [[nodiscard]] QFuture<Result<Done>> changePassword(const QString &code, const QString &old,
                                                       const QString &fresh);

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

    Workplace m_place;
};

} // namespace hall

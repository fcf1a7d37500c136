#include "desk/session/sessiondesk.h"

#include "desk/setup/shipped.h"
#include "devices/api/paperprinter.h"
#include "store/credentials.h"
#include "store/journal.h"
#include "store/searchtext.h"
#include "store/store.h"

#include <QLoggingCategory>
#include <QtConcurrent>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(sessionLog, "hall.session")

namespace {

QFuture<Result<Done>> ready(Result<Done> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

bool isInitialsOf(const StaffMember &member, const QString &who)
{
    const QStringList readings = initialsOf(member.name);
    return std::ranges::any_of(readings, [&who](const QString &reading) {
        return reading.compare(who, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

SessionDesk::SessionDesk(const Workplace &place)
    : m_place(place)
{
}

HallInfo SessionDesk::hall() const
{
    return m_place.store.reference()->hall;
}

QString SessionDesk::station() const
{
    return m_place.store.station();
}

QList<SignInCard> SessionDesk::people() const
{
    QList<SignInCard> cards;
    const ReferencePtr reference = m_place.store.reference();
    for (const StaffMember &member : reference->staff) {
        if (!member.isDisabled)
            cards.append(
                {.code = member.code, .name = member.name, .initials = initialsOf(member.name)});
    }
    return cards;
}

QString SessionDesk::sampleWord() const
{
    return hall().isSample ? samplePassword() : QString();
}

Result<StaffMember> SessionDesk::find(const QString &who) const
{
    const ReferencePtr reference = m_place.store.reference();
    if (const StaffMember *member = reference->member(who.toLower()))
        return *member;
    QList<StaffMember> found;
    for (const StaffMember &member : reference->staff) {
        if (member.code == who || member.name == who || isInitialsOf(member, who))
            found.append(member);
    }
    // Two people of one name sign in with their codes.
    if (found.size() != 1)
        return Error{.kind = ErrorKind::WrongPassword, .detail = u"0"_s};
    return found.constFirst();
}

QFuture<Result<Done>> SessionDesk::check(const StaffMember &member, const QString &password)
{
    Store &store = m_place.store;
    const QString code = member.code;
    const QString word = sampleWord();
    return checkPassword(store, code, password)
        .then([&store, code, word, password](const Result<Done> &result) {
            if (result.ok() || result.error().kind != ErrorKind::NotFound)
                return ready(result);
            if (word.isEmpty())
                return ready(Error{.kind = ErrorKind::PasswordNotSet});
            // Nobody of the sample hall has a password before the first sign-in (shipped.h).
            return setPassword(store, code, word)
                .then([&store, code, password](const Result<Done> &set) {
                    return set.ok() ? checkPassword(store, code, password) : ready(set);
                })
                .unwrap();
        })
        .unwrap();
}

QFuture<Result<StaffMember>> SessionDesk::signIn(const QString &who, const QString &password)
{
    const Result<StaffMember> member = find(who);
    if (!member.ok())
        return QtFuture::makeReadyFuture(Result<StaffMember>(member.error()));
    return check(member.value(), password)
        .then([found = member.value()](const Result<Done> &result) -> Result<StaffMember> {
            qCInfo(sessionLog) << "sign-in" << found.code << (result.ok() ? "right" : "refused");
            if (!result.ok())
                return result.error();
            // Only who knows the password learns that the account is closed.
            if (found.isDisabled)
                return Error{.kind = ErrorKind::AccountDisabled};
            return found;
        });
}

QFuture<Result<Done>> SessionDesk::unlock(const Session &session, const QString &password)
{
    return check(session.member, password);
}

QFuture<Result<Done>> SessionDesk::changePassword(const QString &code, const QString &old,
                                                  const QString &fresh)
{
    if (fresh.size() < minPasswordLength)
        return ready(Error{.kind = ErrorKind::PasswordTooShort,
                           .detail = QString::number(minPasswordLength)});
    Store &store = m_place.store;
    return checkPassword(store, code, old)
        .then([&store, code, fresh](const Result<Done> &result) {
            return result.ok() ? setPassword(store, code, fresh) : ready(result);
        })
        .unwrap();
}

QFuture<Result<QDateTime>> SessionDesk::newestAct() const
{
    return m_place.store.read([](ReadTx &tx) { return newestActedAt(tx.connection()); });
}

bool SessionDesk::needsWindow(const Post &post)
{
    return post.role == Role::Clerk || post.role == Role::Cashier;
}

QList<Window> SessionDesk::windowsFor(const Post &post) const
{
    QList<Window> fitting;
    const ReferencePtr reference = m_place.store.reference();
    for (const Window &window : reference->windows) {
        const bool isServed = post.dept.isEmpty() || window.depts.contains(post.dept);
        // Nobody accepts cases at a till.
        if (post.role == Role::Cashier ? window.isCashier : isServed && !window.isCashier)
            fitting.append(window);
    }
    // A stand-in may sit at any window before the table of windows says so.
    return fitting.isEmpty() ? reference->windows.values() : fitting;
}

Session SessionDesk::begin(const StaffMember &member, const Post &post, const QString &window) const
{
    return {.member = member, .post = post, .window = window, .station = station()};
}

QString SessionDesk::departmentName(const QString &code, QLocale::Language language) const
{
    return code.isEmpty() ? QString() : m_place.store.reference()->departmentName(code, language);
}

QString SessionDesk::windowName(const QString &code, QLocale::Language language) const
{
    const ReferencePtr reference = m_place.store.reference();
    const Window *window = reference->window(code);
    return window ? window->name.in(language) : code;
}

QFuture<QList<PrinterChoice>> SessionDesk::printers() const
{
    return m_place.printer.printers().then([](const QList<PrinterName> &names) {
        QList<PrinterChoice> choices;
        for (const PrinterName &name : names)
            choices.append(
                {.name = name.name, .description = name.description, .isDefault = name.isDefault});
        return choices;
    });
}

} // namespace hall

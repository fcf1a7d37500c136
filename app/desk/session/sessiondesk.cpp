#include "desk/session/sessiondesk.h"

#include "desk/session/centresignin.h"
#include "desk/setup/shipped.h"
#include "devices/api/paperprinter.h"
#include "store/credentials.h"
#include "store/journal.h"
#include "store/searchtext.h"
#include "store/store.h"
#include "sync/api/centrelink.h"

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

Result<StaffMember> letIn(const StaffMember &member, bool isRight, const Error &error)
{
    qCInfo(sessionLog) << "sign-in" << member.code << (isRight ? "right" : "refused");
    if (!isRight)
        return error;
    // Only who knows the password learns that the account is closed.
    if (member.isDisabled)
        return Error{.kind = ErrorKind::AccountDisabled};
    return member;
}

} // namespace

SessionDesk::SessionDesk(const Workplace &place)
    : m_place(place)
    , m_signedIn(std::make_shared<SignedIn>())
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
    m_signedIn->end();
    if (isJoined())
        return enter(member.value(), password);
    return check(member.value(), password)
        .then([found = member.value()](const Result<Done> &result) -> Result<StaffMember> {
            return letIn(found, result.ok(), result.ok() ? Error{} : result.error());
        });
}

QFuture<Result<StaffMember>> SessionDesk::enter(const StaffMember &member, const QString &password)
{
    CentreLink &centre = m_place.centre;
    return signInAtCentre(m_place, member.code, password)
        .then(QtFuture::Launch::Async,
              [&centre, member, password,
               signedIn = m_signedIn](const Result<SignInWay> &way) -> Result<StaffMember> {
                  const Result<StaffMember> entered
                      = letIn(member, way.ok(), way.ok() ? Error{} : way.error());
                  if (entered.ok())
                      signedIn->begin(member.code, hashPassword(password), way.value());
                  else if (way.ok())
                      centre.signOut();
                  return entered;
              });
}

QFuture<Result<StaffMember>> SessionDesk::prove(const QString &who, const QString &password)
{
    const Result<StaffMember> member = find(who);
    if (!member.ok())
        return QtFuture::makeReadyFuture(Result<StaffMember>(member.error()));
    const auto answer = [found = member.value()](const auto &result) -> Result<StaffMember> {
        return letIn(found, result.ok(), result.ok() ? Error{} : result.error());
    };
    if (isJoined())
        return proveAtCentre(m_place, member.value().code, password).then(answer);
    return check(member.value(), password).then(answer);
}

QFuture<Result<StaffMember>> SessionDesk::goOn(const QString &code, const QString &password)
{
    const StaffMember *member = m_place.store.reference()->member(code);
    if (!member)
        return QtFuture::makeReadyFuture(Result<StaffMember>(Error{ErrorKind::AccountDisabled}));
    return QtConcurrent::run(
        [found = *member, password, signedIn = m_signedIn]() -> Result<StaffMember> {
            signedIn->begin(found.code, hashPassword(password), SignInWay::Centre);
            return found;
        });
}

void SessionDesk::signOut()
{
    m_signedIn->end();
    if (isJoined())
        m_place.centre.signOut();
}

bool SessionDesk::isJoined() const
{
    return m_place.centre.status().state != LinkState::Alone;
}

CentreReach SessionDesk::reach() const
{
    switch (m_place.centre.status().state) {
    case LinkState::Alone:
        return CentreReach::Alone;
    case LinkState::Connecting:
        return CentreReach::Connecting;
    case LinkState::Online:
        return CentreReach::Reached;
    case LinkState::Offline:
        return CentreReach::OutOfReach;
    case LinkState::Closed:
        return CentreReach::Closed;
    case LinkState::TooOld:
        return CentreReach::TooOld;
    }
    return CentreReach::Alone;
}

QDateTime SessionDesk::signInUntil() const
{
    const qint64 until = m_place.centre.status().signInUntil;
    return until > 0 ? QDateTime::fromMSecsSinceEpoch(until) : QDateTime();
}

bool SessionDesk::isPin(const QString &word)
{
    return word.size() >= 4 && word.size() <= 6
        && std::ranges::all_of(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QFuture<Result<Done>> SessionDesk::setPin(const QString &pin)
{
    if (!isPin(pin))
        return ready(Error{ErrorKind::NumberCharacters, u"pin"_s});
    return QtConcurrent::run([pin, signedIn = m_signedIn]() -> Result<Done> {
        signedIn->setPin(hashPassword(pin));
        return Done{};
    });
}

QFuture<Result<Done>> SessionDesk::unlock(const Session &session, const QString &word)
{
    const std::optional<PasswordHash> pin = m_signedIn->pin();
    // No password is as short, so a word of figures is meant as the PIN.
    if (pin && isPin(word)) {
        return QtConcurrent::run([pin = *pin, word, signedIn = m_signedIn]() -> Result<Done> {
            const bool isGood = isRight(pin, word);
            signedIn->countPin(isGood);
            return isGood ? Result<Done>(Done{}) : Error{ErrorKind::WrongPassword, u"0"_s};
        });
    }
    return isJoined() ? checkKept(session.member.code, word) : check(session.member, word);
}

/// By the word that opened this sign-in: a locked screen opens without the network too.
QFuture<Result<Done>> SessionDesk::checkKept(const QString &code, const QString &password)
{
    const auto asDone = [](const Result<SignInWay> &result) {
        return result.ok() ? Result<Done>(Done{}) : result.error();
    };
    const std::optional<PasswordHash> word = m_signedIn->word(code);
    if (!word)
        return proveAtCentre(m_place, code, password).then(asDone);
    const auto compare = [word = *word, password] {
        return QtConcurrent::run([word, password]() -> Result<SignInWay> {
            if (!isRight(word, password))
                return Error{ErrorKind::WrongPassword};
            return SignInWay::Local;
        });
    };
    return countedTry(m_place.store, code, compare).then(asDone);
}

QFuture<Result<Done>> SessionDesk::changePassword(const QString &code, const QString &old,
                                                  const QString &fresh)
{
    if (fresh.size() < minPasswordLength)
        return ready(Error{.kind = ErrorKind::PasswordTooShort,
                           .detail = QString::number(minPasswordLength)});
    if (isJoined()) {
        CentreLink &centre = m_place.centre;
        return checkKept(code, old)
            .then([&centre, fresh](const Result<Done> &result) {
                return result.ok() ? centre.changePassword(fresh) : ready(result);
            })
            .unwrap()
            .then(QtFuture::Launch::Async,
                  [signedIn = m_signedIn, fresh](const Result<Done> &result) {
                      if (result.ok())
                          signedIn->setWord(hashPassword(fresh));
                      return result;
                  });
    }
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

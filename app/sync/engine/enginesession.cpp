#include "sync/engine/engine.h"

#include "store/credentials.h"
#include "store/forgetting.h"
#include "store/settings.h"
#include "sync/engine/publicationcalls.h"
#include "sync/local/centreoutbox.h"
#include "sync/local/purge.h"
#include "sync/local/sealedwork.h"

#include <QJsonDocument>
#include <QRandomGenerator>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype saltWords = 4;
const QString versionsKey = u"centre.versions"_s;

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

QByteArray freshSalt()
{
    quint32 words[saltWords] = {};
    QRandomGenerator::system()->fillRange(words);
    return {reinterpret_cast<const char *>(words), sizeof words};
}

struct OpenedKey
{
    QByteArray key = {};
    qint64 until = 0; ///< ms
};

/// What an earlier sign-in left here of that person: NotFound, WrongPassword, SignInExpired.
Result<OpenedKey> openedKey(const EngineParts &parts, const QString &staff, const QString &password)
{
    const QString station = parts.store.station();
    const Result<StoredKey> stored
        = awaited(parts.store.report([&](ReadTx &tx) { return storedKey(tx, staff, station); }));
    if (!stored.ok())
        return stored.error();
    const Result<QByteArray> key = unwrapKey(stored.value().key, password);
    if (!key.ok())
        return key.error();
    if (parts.clock.now().toMSecsSinceEpoch() > stored.value().until)
        return Error{ErrorKind::SignInExpired, u"until"_s};
    return OpenedKey{key.value(), stored.value().until};
}

} // namespace

Result<Done> Engine::setSeat(const QString &station)
{
    return awaited(m_parts.store.write(
        [station](WriteTx &tx) { return setSetting(tx, u"centre.seat"_s, station); }));
}

/// The centre has lost what came after `common`: it is offered again, sealed work too.
Result<Done> Engine::goBack(qint64 common)
{
    Result<Done> done = openKept();
    if (done.ok())
        done = awaited(m_parts.store.write([common](WriteTx &tx) { return forkBack(tx, common); }));
    return done.ok() ? setSeat({}) : done;
}

Result<Done> Engine::openKept()
{
    const Result<bool> any
        = awaited(m_parts.store.report([](ReadTx &tx) { return hasSealed(tx); }));
    if (!any.ok() || !any.value())
        return any.ok() ? Result<Done>(Done{}) : any.error();
    const QString station = m_parts.store.station();
    if (m_parts.services && !m_keys->has({}, station)) {
        const Result<QByteArray> key = m_parts.services->stationKey();
        if (!key.ok() && key.error().kind == ErrorKind::CentreUnreachable)
            return key.error(); // and hello once more
        if (key.ok())
            m_keys->unlock({}, station, key.value());
    }
    return awaited(m_parts.store.write([this](WriteTx &tx) { return openSealed(tx, *m_keys); }));
}

/// What has left the store leaves its files: false = somebody is reading just now, ask again.
Result<bool> Engine::forgetLeft()
{
    const Result<bool> left
        = awaited(m_parts.store.report([](ReadTx &tx) { return hasLeft(tx.connection()); }));
    if (!left.ok())
        return left;
    const Result<bool> sealed = left.value()
        ? awaited(m_parts.store.write([this](WriteTx &tx) { return sealLeft(tx, *m_keys); }))
        : left;
    return sealed.ok() ? emptyLog(m_parts.store.folder()) : sealed;
}

/// Under a new code, or after the centre was restored, nobody is known to sit here: what this PC
/// may keep would be nothing.
Engine::Outcome Engine::takeSeat()
{
    const QString station = m_parts.store.station();
    const Result<QString> seat = awaited(m_parts.store.report(
        [](ReadTx &tx) { return setting(tx.connection(), u"centre.seat"_s); }));
    if (!seat.ok())
        return seat.error();
    if (seat.value() == station || !m_parts.services)
        return false;
    const Result<SignInReply> reply = m_parts.services->signIn(m_person, {}, station);
    if (!reply.ok())
        return reply.error();
    // The new key cannot be kept without the password: the next sign-in does that.
    m_status.needsSignIn = m_status.needsSignIn || !m_keys->has(m_person, station);
    m_keys->unlock(m_person, station, reply.value().macKey);
    const Result<Done> seated = setSeat(station);
    return seated.ok() ? Outcome(true) : seated.error();
}

/// The person's session may be over while the station's is well.
Engine::Outcome Engine::greetPerson()
{
    Outcome done = takeSeat();
    if (done.ok())
        done = greet(Party::Person);
    if (done.ok())
        return done;
    const ErrorKind kind = done.error().kind;
    if (kind != ErrorKind::WrongPassword && kind != ErrorKind::AccountDisabled
        && kind != ErrorKind::NotFound && kind != ErrorKind::CentreRefused)
        return done;
    setPerson({});
    m_status.needsSignIn = true;
    m_status.trouble = done.error();
    return true;
}

Result<SignInReply> Engine::signInOnline(const QString &staff, const QString &password)
{
    if (!m_parts.services)
        return Error{ErrorKind::OnlineOnly, u"sign-in"_s};
    const QString station = m_parts.store.station();
    const Result<SignInReply> reply = m_parts.services->signIn(staff, password, station);
    if (!reply.ok())
        return reply;
    m_keys->unlock(staff, station, reply.value().macKey);
    const Result<Done> older = unlockOlder(staff, password);
    if (!older.ok())
        return older.error();
    const WrappedKey wrapped
        = wrapKey(reply.value().macKey, password, freshSalt(), passwordIterations);
    const Result<Done> kept = awaited(m_parts.store.write([&](WriteTx &tx) -> Result<Done> {
        const Result<Done> stored = storeKey(tx, {staff, station}, wrapped, reply.value().until);
        if (!stored.ok())
            return stored;
        const Result<Done> seated = setSetting(tx, u"centre.seat"_s, station);
        if (!seated.ok())
            return seated;
        const Result<int> made = makeMacs(tx, *m_keys);
        return made.ok() ? Result<Done>(Done{}) : made.error();
    }));
    if (!kept.ok())
        return kept.error();
    m_status.needsSignIn = false;
    m_nextAttempt = 0; // the centre has just answered
    setPerson(staff);
    m_status.signInUntil = reply.value().until;
    return reply;
}

Result<Done> Engine::signInOffline(const QString &staff, const QString &password)
{
    const QString station = m_parts.store.station();
    const Result<OpenedKey> opened = openedKey(m_parts, staff, password);
    if (!opened.ok())
        return opened.error();
    m_keys->unlock(staff, station, opened.value().key);
    const Result<Done> older = unlockOlder(staff, password);
    if (!older.ok())
        return older.error();
    const Result<int> made
        = awaited(m_parts.store.write([this](WriteTx &tx) { return makeMacs(tx, *m_keys); }));
    if (!made.ok())
        return made.error();
    // The line may come back: the session opens then with what signInOnline() was given in vain.
    setPerson(staff);
    m_status.signInUntil = opened.value().until;
    return Done{};
}

/// A recovery from the safety file brings events without their MACs, and this place may have
/// changed its code since they were made: then the key of that code is needed too.
Result<Done> Engine::unlockOlder(const QString &staff, const QString &password)
{
    const Result<QStringList> codes
        = awaited(m_parts.store.report([staff](ReadTx &tx) { return codesWithoutMac(tx, staff); }));
    if (!codes.ok())
        return codes.error();
    for (const QString &code : codes.value()) {
        if (m_keys->has(staff, code))
            continue;
        const Result<StoredKey> stored
            = awaited(m_parts.store.report([&](ReadTx &tx) { return storedKey(tx, staff, code); }));
        const Result<QByteArray> key = stored.ok() ? unwrapKey(stored.value().key, password)
                                                   : Result<QByteArray>(stored.error());
        if (key.ok()) // else it waits: CentreStatus::withoutKey
            m_keys->unlock(staff, code, key.value());
    }
    return Done{};
}

Result<Done> Engine::prove(const QString &staff, const QString &password)
{
    if (!m_parts.services)
        return Error{ErrorKind::OnlineOnly, u"password"_s};
    const Result<Done> asked = m_parts.services->prove(staff, password);
    if (asked.ok() || asked.error().kind != ErrorKind::CentreUnreachable)
        return asked;
    const Result<OpenedKey> opened = openedKey(m_parts, staff, password);
    return opened.ok() ? Result<Done>(Done{}) : opened.error();
}

Result<Done> Engine::changePassword(const QString &password)
{
    if (!m_parts.services || !m_isPersonGreeted)
        return Error{ErrorKind::OnlineOnly, u"password"_s};
    const Result<Done> changed = m_parts.services->changePassword(password);
    if (!changed.ok())
        return changed;
    const QString staff = m_person;
    const QString station = m_parts.store.station();
    const WrappedKey wrapped
        = wrapKey(m_keys->key(staff, station), password, freshSalt(), passwordIterations);
    return awaited(m_parts.store.write([&](WriteTx &tx) -> Result<Done> {
        const Result<StoredKey> before = storedKey(tx, staff, station);
        if (!before.ok())
            return before.error();
        return storeKey(tx, {staff, station}, wrapped, before.value().until);
    }));
}

/// Offline the newest word of the centre counts: what it said is kept.
Result<Done> Engine::keepVersions(const HelloReply &reply)
{
    if (reply.versions.isEmpty() || reply.versions == m_forms->allowed())
        return Done{};
    QJsonObject object;
    for (auto one = reply.versions.cbegin(); one != reply.versions.cend(); ++one)
        object.insert(one.key(), one.value());
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    const Result<Done> kept = awaited(m_parts.store.write(
        [text](WriteTx &tx) { return setOwnSetting(tx.connection(), versionsKey, text); }));
    if (kept.ok())
        m_forms->allow(reply.versions);
    return kept;
}

void Engine::recallVersions()
{
    const Result<QString> text = awaited(
        m_parts.store.report([](ReadTx &tx) { return setting(tx.connection(), versionsKey); }));
    const QJsonObject object = QJsonDocument::fromJson(text.valueOr({}).toUtf8()).object();
    QMap<QString, int> versions;
    for (auto one = object.begin(); one != object.end(); ++one)
        versions.insert(one.key(), one.value().toInt());
    m_forms->allow(versions);
}

Result<Done> Engine::publish(const QList<Event> &events)
{
    if (!m_parts.services || m_status.state != LinkState::Online || m_person.isEmpty())
        return Error{ErrorKind::OnlineOnly, u"publish"_s};
    if (!m_isPersonGreeted) {
        const Outcome greeted = greetPerson();
        if (!greeted.ok() || !m_isPersonGreeted)
            return greeted.ok() ? Error{ErrorKind::OnlineOnly, u"publish"_s} : greeted.error();
    }
    QList<Event> written;
    for (const Event &event : events) {
        const Result<Event> older = m_forms->asWritten(event);
        if (!older.ok())
            return older.error();
        written.append(older.value());
    }
    const Result<QList<PublicationCall>> calls = publicationCalls(written, m_keys.get());
    if (!calls.ok())
        return calls.error();
    for (const PublicationCall &call : calls.value()) {
        const Result<PushReply> reply = m_parts.services->publish(call.offers, call.rows);
        const Result<Done> taken
            = reply.ok() ? publicationTaken(reply.value()) : Result<Done>(reply.error());
        if (!taken.ok())
            return taken;
    }
    // The page that published reads the hall's data next. A line that breaks now changes nothing of
    // what the centre has.
    m_canPullMore = true;
    for (Outcome more = pull(); more.ok() && m_canPullMore;)
        more = pull();
    return Done{};
}

void Engine::signOut()
{
    // What was done without the hook (before joining, for example) still gets its MACs.
    const Result<int> made
        = awaited(m_parts.store.write([this](WriteTx &tx) { return makeMacs(tx, *m_keys); }));
    if (!made.ok())
        m_status.trouble = made.error();
    m_keys->lock(m_person);
    if (m_parts.services)
        m_parts.services->signOut();
    setPerson({});
}

void Engine::setPerson(const QString &staff)
{
    m_person = staff;
    m_personScopes.clear();
    m_isPersonGreeted = false;
    m_status.hasPerson = !staff.isEmpty();
    m_status.isUsable = false;
    m_status.freshness.clear(); // of what the one before could read
    m_status.signInUntil = 0;
    m_canPullMore = true;
    nudge();
}

} // namespace hall

#include "sync/engine/engine.h"

#include "store/credentials.h"

#include <QRandomGenerator>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype saltWords = 4;

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

} // namespace

Result<SignInReply> Engine::signInOnline(const QString &staff, const QString &password)
{
    if (!m_parts.services)
        return Error{ErrorKind::OnlineOnly, u"sign-in"_s};
    const QString station = m_parts.store.station();
    const Result<SignInReply> reply = m_parts.services->signIn(staff, password, station);
    if (!reply.ok())
        return reply;
    m_keys->unlock(staff, station, reply.value().macKey);
    const WrappedKey wrapped
        = wrapKey(reply.value().macKey, password, freshSalt(), passwordIterations);
    const Result<Done> kept = awaited(m_parts.store.write([&](WriteTx &tx) -> Result<Done> {
        const Result<Done> stored = storeKey(tx, {staff, station}, wrapped, reply.value().until);
        if (!stored.ok())
            return stored;
        const Result<int> made = makeMacs(tx, *m_keys);
        return made.ok() ? Result<Done>(Done{}) : made.error();
    }));
    if (!kept.ok())
        return kept.error();
    m_status.needsSignIn = false;
    setPerson(staff);
    return reply;
}

Result<Done> Engine::signInOffline(const QString &staff, const QString &password)
{
    const QString station = m_parts.store.station();
    const Result<StoredKey> stored
        = awaited(m_parts.store.report([&](ReadTx &tx) { return storedKey(tx, staff, station); }));
    if (!stored.ok())
        return stored.error();
    const Result<QByteArray> key = unwrapKey(stored.value().key, password);
    if (!key.ok())
        return key.error();
    if (m_parts.clock.now().toMSecsSinceEpoch() > stored.value().until)
        return Error{ErrorKind::SignInExpired, u"until"_s};
    m_keys->unlock(staff, station, key.value());
    const Result<int> made
        = awaited(m_parts.store.write([this](WriteTx &tx) { return makeMacs(tx, *m_keys); }));
    return made.ok() ? Result<Done>(Done{}) : made.error();
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
    m_canPullMore = true;
    nudge();
}

} // namespace hall

#include "sync/engine/keyring.h"

#include "store/ownrows.h"

#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keySize = 32;
const QString keySql = u"select salt, iterations, wrapped, until from mac_key"
                       u" where staff = :staff and station = :station"_s;

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// 32 bytes to hide the key with, 32 to prove the password with.
QByteArray derived(const QString &password, const WrappedKey &wrapped)
{
    return QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, password.normalized(QString::NormalizationForm_KC).toUtf8(),
        wrapped.salt, wrapped.iterations, 2 * keySize);
}

QByteArray xored(QByteArray bytes, const QByteArray &pad)
{
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(bytes.at(i) ^ pad.at(i));
    return bytes;
}

} // namespace

QByteArray KeyRing::mac(const QString &actor, const QString &station, const QByteArray &hash) const
{
    const std::lock_guard guard(m_mutex);
    const QByteArray key = m_keys.value({actor, station});
    return key.isEmpty() ? QByteArray() : hmac(key, hash);
}

void KeyRing::unlock(const QString &staff, const QString &station, const QByteArray &key)
{
    const std::lock_guard guard(m_mutex);
    m_keys.insert({staff, station}, key);
}

void KeyRing::lock(const QString &staff)
{
    const std::lock_guard guard(m_mutex);
    m_keys.removeIf([&staff](const auto &entry) { return entry.key().first == staff; });
}

QByteArray KeyRing::key(const QString &staff, const QString &station) const
{
    const std::lock_guard guard(m_mutex);
    return m_keys.value({staff, station});
}

bool KeyRing::has(const QString &staff, const QString &station) const
{
    const std::lock_guard guard(m_mutex);
    return m_keys.contains({staff, station});
}

WrappedKey wrapKey(const QByteArray &key, const QString &password, const QByteArray &salt,
                   int iterations)
{
    WrappedKey wrapped{.salt = salt, .iterations = iterations};
    const QByteArray made = derived(password, wrapped);
    wrapped.wrapped
        = xored(key.left(keySize), made.left(keySize)) + hmac(made.mid(keySize), key.left(keySize));
    return wrapped;
}

Result<QByteArray> unwrapKey(const WrappedKey &wrapped, const QString &password)
{
    if (wrapped.wrapped.size() != 2 * keySize)
        return Error{ErrorKind::StoreDamaged, u"mac key"_s};
    const QByteArray made = derived(password, wrapped);
    const QByteArray key = xored(wrapped.wrapped.left(keySize), made.left(keySize));
    if (hmac(made.mid(keySize), key) != wrapped.wrapped.mid(keySize))
        return Error{ErrorKind::WrongPassword, u"0"_s};
    return key;
}

Result<Done> storeKey(WriteTx &tx, const std::pair<QString, QString> &owner, const WrappedKey &key,
                      qint64 until)
{
    return putRow(tx, u"mac_key"_s, {{u"staff"_s, owner.first}, {u"station"_s, owner.second}},
                  {{u"salt"_s, key.salt},
                   {u"iterations"_s, key.iterations},
                   {u"wrapped"_s, key.wrapped},
                   {u"until"_s, until}});
}

Result<StoredKey> storedKey(const ReadTx &tx, const QString &staff, const QString &station)
{
    Query query(tx.connection(), keySql);
    query.bind(":staff"_L1, staff).bind(":station"_L1, station);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, u"mac key"_s};
    return StoredKey{
        {query.bytes("salt"_L1), int(query.number("iterations"_L1)), query.bytes("wrapped"_L1)},
        query.number("until"_L1)};
}

} // namespace hall

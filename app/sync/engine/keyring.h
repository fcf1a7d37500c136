#pragma once

#include "store/macsource.h"
#include "store/transaction.h"

#include <QHash>

#include <mutex>
#include <utility>

namespace hall {

/// MAC keys of (person, station) that are unlocked now. Any thread.
class KeyRing final : public MacSource
{
public:
    [[nodiscard]] QByteArray mac(const QString &actor, const QString &station,
                                 const QByteArray &hash) const override;
    void unlock(const QString &staff, const QString &station, const QByteArray &key);
    /// Signed out: what the person did has its MACs already.
    void lock(const QString &staff);
    /// Empty when it is locked.
    [[nodiscard]] QByteArray key(const QString &staff, const QString &station) const;
    [[nodiscard]] bool has(const QString &staff, const QString &station) const;

private:
    mutable std::mutex m_mutex;
    QHash<std::pair<QString, QString>, QByteArray> m_keys;
};

/// A key as it is kept: wrapped by a key that PBKDF2-SHA-256 makes of the person's password.
struct WrappedKey
{
    QByteArray salt = {};
    int iterations = 0;
    QByteArray wrapped = {}; ///< key XOR pad ‖ HMAC over the key
};
/// `salt` of 16 random bytes.
[[nodiscard]] WrappedKey wrapKey(const QByteArray &key, const QString &password,
                                 const QByteArray &salt, int iterations);
/// WrongPassword when it is another's.
[[nodiscard]] Result<QByteArray> unwrapKey(const WrappedKey &wrapped, const QString &password);

/// `until` in ms: how long the person may sign in here without the centre.
[[nodiscard]] Result<Done> storeKey(WriteTx &tx, const std::pair<QString, QString> &owner,
                                    const WrappedKey &key, qint64 until);
struct StoredKey
{
    WrappedKey key = {};
    qint64 until = 0;
};
/// NotFound when the person never signed in at this station.
[[nodiscard]] Result<StoredKey> storedKey(const ReadTx &tx, const QString &staff,
                                          const QString &station);

} // namespace hall

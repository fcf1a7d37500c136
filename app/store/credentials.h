#pragma once

#include "domain/result.h"
#include "store/store.h"

#include <QFuture>
#include <QString>

namespace hall {

/// Passwords of the people who sign in here: PBKDF2-SHA-256, checked without the centre.
constexpr int minPasswordLength = 8;
constexpr int passwordIterations = 210'000;

/// Right → Done and the failures are forgotten. WrongPassword (detail = seconds to wait before the
/// next try, "0" = none), WaitBeforeRetry (detail = seconds left; the password was not looked at),
/// NotFound (no password was ever set). A person who is disabled is the desk's to refuse. The hash
/// is computed off the GUI thread and off the store's threads; a hash of fewer iterations is
/// renewed.
[[nodiscard]] QFuture<Result<Done>> checkPassword(Store &store, const QString &staff,
                                                  const QString &password);
/// PasswordTooShort (detail = the length asked for).
[[nodiscard]] QFuture<Result<Done>> setPassword(Store &store, const QString &staff,
                                                const QString &password);
/// True when there is a password: somebody without one is given one by the administrator.
[[nodiscard]] Result<bool> hasPassword(const ReadTx &tx, const QString &staff);

/// Seconds to wait after the n-th wrong password in a row: 0, 0, 1, 5, 30, 60, 60 …
[[nodiscard]] int waitAfter(int failures);

/// What a password is kept as.
struct PasswordHash
{
    QByteArray salt = {};
    int iterations = 0;
    QByteArray hash = {};
};
/// About 150 ms of work. For many at once (the sample hall) give fewer iterations: they are renewed
/// at the first sign-in.
[[nodiscard]] PasswordHash hashPassword(const QString &password,
                                        int iterations = passwordIterations);
[[nodiscard]] bool isRight(const PasswordHash &kept, const QString &password);
/// Writes hashes that were made before the transaction; forgets failures.
[[nodiscard]] Result<Done> storePassword(WriteTx &tx, const QString &staff,
                                         const PasswordHash &hash);

/// For a password that the centre checks: nothing of it is kept here, only how often it was wrong.
/// Counts a try before its outcome is known; the seconds to wait if it is wrong. WaitBeforeRetry.
[[nodiscard]] Result<int> countTry(WriteTx &tx, const QString &staff);
[[nodiscard]] Result<Done> forgetTries(WriteTx &tx, const QString &staff);
/// On joining a centre: no password of the time before opens anything here any more.
[[nodiscard]] Result<Done> forgetPasswords(WriteTx &tx);

} // namespace hall

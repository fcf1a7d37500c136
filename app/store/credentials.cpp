#include "store/credentials.h"

#include "store/ownrows.h"

#include <QPasswordDigestor>
#include <QRandomGenerator>
#include <QtConcurrentRun>

#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int saltWords = 4;
constexpr quint64 hashLength = 32;

const QString selectSql = u"select salt, iterations, hash, failures, wait_until from credential"
                          u" where staff = :staff"_s;

struct Credential
{
    PasswordHash kept = {};
    int failures = 0;
    qint64 waitUntil = 0;
};

QByteArray derived(const QString &password, const QByteArray &salt, int iterations)
{
    // The same word typed by another input method must be the same bytes.
    const QByteArray bytes = password.normalized(QString::NormalizationForm_KC).toUtf8();
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, bytes, salt, iterations,
                                              hashLength);
}

// Every byte is looked at, however early they differ.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

Result<Credential> loaded(const ReadTx &tx, const QString &staff)
{
    Query query(tx.connection(), selectSql);
    query.bind(":staff"_L1, staff);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, u"credential"_s};
    return Credential{
        {query.bytes("salt"_L1), int(query.number("iterations"_L1)), query.bytes("hash"_L1)},
        int(query.number("failures"_L1)),
        query.number("wait_until"_L1)};
}

Result<Done> store(WriteTx &tx, const QString &staff, const Credential &credential)
{
    return putRow(tx, u"credential"_s, {{u"staff"_s, staff}},
                  {{u"salt"_s, credential.kept.salt},
                   {u"iterations"_s, credential.kept.iterations},
                   {u"hash"_s, credential.kept.hash},
                   {u"failures"_s, credential.failures},
                   {u"wait_until"_s, credential.waitUntil},
                   {u"changed_at"_s, tx.clock().now().toMSecsSinceEpoch()}});
}

/// Seconds still to wait; a clock set back does not make the wait longer than its step.
qint64 secondsLeft(const Credential &credential, qint64 now)
{
    const qint64 left = (credential.waitUntil - now + 999) / 1000;
    return qBound(qint64(0), left, qint64(waitAfter(credential.failures)));
}

/// Counts the try before its outcome is known to anybody, so that a killed program counts it too.
Result<Credential> beginTry(WriteTx &tx, const QString &staff)
{
    Result<Credential> credential = loaded(tx, staff);
    if (!credential.ok())
        return credential;
    const qint64 now = tx.clock().now().toMSecsSinceEpoch();
    const qint64 left = secondsLeft(credential.value(), now);
    if (left > 0)
        return Error{ErrorKind::WaitBeforeRetry, QString::number(left)};
    Credential counted = credential.value();
    ++counted.failures;
    counted.waitUntil = now + qint64(waitAfter(counted.failures)) * 1000;
    const Result<Done> done = store(tx, staff, counted);
    if (!done.ok())
        return done.error();
    return counted;
}

Result<Done> tryPassword(Store &store, const QString &staff, const QString &password)
{
    QFuture<Result<Credential>> begun
        = store.write([staff](WriteTx &tx) { return beginTry(tx, staff); });
    begun.waitForFinished();
    const Result<Credential> credential = begun.result();
    if (!credential.ok())
        return credential.error();
    const PasswordHash &kept = credential.value().kept;
    if (!isRight(kept, password))
        return Error{ErrorKind::WrongPassword,
                     QString::number(waitAfter(credential.value().failures))};
    const PasswordHash renewed
        = kept.iterations < passwordIterations ? hashPassword(password) : kept;
    QFuture<Result<Done>> ended
        = store.write([staff, renewed](WriteTx &tx) { return storePassword(tx, staff, renewed); });
    ended.waitForFinished();
    return ended.result();
}

} // namespace

Result<int> countTry(WriteTx &tx, const QString &staff)
{
    const Result<Credential> known = loaded(tx, staff);
    if (!known.ok() && known.error().kind != ErrorKind::NotFound)
        return known.error();
    if (!known.ok()) {
        // One byte, because an empty value comes back from the safety file as none.
        const PasswordHash none{.salt = QByteArray(1, '\0'), .hash = QByteArray(1, '\0')};
        const Result<Done> begun = store(tx, staff, {.kept = none});
        if (!begun.ok())
            return begun.error();
    }
    const Result<Credential> counted = beginTry(tx, staff);
    return counted.ok() ? Result<int>(waitAfter(counted.value().failures)) : counted.error();
}

Result<Done> forgetTries(WriteTx &tx, const QString &staff)
{
    return removeRow(tx, u"credential"_s, {{u"staff"_s, staff}});
}

Result<Done> forgetPasswords(WriteTx &tx)
{
    QStringList people;
    {
        Query query(tx.connection(), u"select staff from credential where iterations > 0"_s);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            people.append(query.text("staff"_L1));
        if (!more.ok())
            return more.error();
    }
    for (const QString &staff : std::as_const(people)) {
        const Result<Done> removed = forgetTries(tx, staff);
        if (!removed.ok())
            return removed;
    }
    return Done{};
}

bool isRight(const PasswordHash &kept, const QString &password)
{
    return !kept.hash.isEmpty() && isSame(derived(password, kept.salt, kept.iterations), kept.hash);
}

int waitAfter(int failures)
{
    static constexpr std::array steps{0, 0, 0, 1, 5, 30, 60};
    return steps.at(std::size_t(qBound(0, failures, int(steps.size()) - 1)));
}

PasswordHash hashPassword(const QString &password, int iterations)
{
    std::array<quint32, saltWords> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray salt(reinterpret_cast<const char *>(words.data()), sizeof words);
    return {salt, iterations, derived(password, salt, iterations)};
}

Result<Done> storePassword(WriteTx &tx, const QString &staff, const PasswordHash &hash)
{
    return store(tx, staff, {.kept = hash});
}

Result<bool> hasPassword(const ReadTx &tx, const QString &staff)
{
    const Result<Credential> credential = loaded(tx, staff);
    if (!credential.ok() && credential.error().kind != ErrorKind::NotFound)
        return credential.error();
    return credential.ok() && credential.value().kept.iterations > 0;
}

QFuture<Result<Done>> checkPassword(Store &store, const QString &staff, const QString &password)
{
    return QtConcurrent::run([&store, staff, password]() -> Result<Done> {
        return tryPassword(store, staff, password);
    });
}

QFuture<Result<Done>> setPassword(Store &store, const QString &staff, const QString &password)
{
    return QtConcurrent::run([&store, staff, password]() -> Result<Done> {
        if (password.size() < minPasswordLength)
            return Error{ErrorKind::PasswordTooShort, QString::number(minPasswordLength)};
        const PasswordHash hash = hashPassword(password);
        QFuture<Result<Done>> stored
            = store.write([staff, hash](WriteTx &tx) { return storePassword(tx, staff, hash); });
        stored.waitForFinished();
        return stored.result();
    });
}

} // namespace hall

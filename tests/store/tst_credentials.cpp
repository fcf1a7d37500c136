#include "store/credentials.h"
#include "storefixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheRightPassword();
    void waitsLongerAfterEachWrongOne();
    void keepsTheWaitAcrossAStart();
    void isNotFooledByAClockSetBack();
    void renewsAWeakHash();
    void refusesAShortPassword();
    void costsTimeToGuess();

private:
    static void makeQuick(StoreFixture &fixture, const QString &password);
};

/// A hash of few rounds: renewed at the first right sign-in only.
void TestCredentials::makeQuick(StoreFixture &fixture, const QString &password)
{
    const PasswordHash hash = hashPassword(password, 100);
    VERIFY_OK(await(fixture.store().write(
        [hash](WriteTx &tx) { return storePassword(tx, u"clerk1"_s, hash); })));
}

void TestCredentials::knowsTheRightPassword()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    QCOMPARE(await(checkPassword(fixture.store(), u"clerk1"_s, u"x"_s)).error().kind,
             ErrorKind::NotFound);
    VERIFY_OK(await(setPassword(fixture.store(), u"clerk1"_s, u"我的正确密码12"_s)));
    VERIFY_OK(await(checkPassword(fixture.store(), u"clerk1"_s, u"我的正确密码12"_s)));
    // Full-width figures of an input method are the same word.
    VERIFY_OK(await(checkPassword(fixture.store(), u"clerk1"_s, u"我的正确密码１２"_s)));
    const auto wrong = await(checkPassword(fixture.store(), u"clerk1"_s, u"我的正确密码13"_s));
    QCOMPARE(wrong.error().kind, ErrorKind::WrongPassword);
    const auto has
        = await(fixture.store().read([](ReadTx &tx) { return hasPassword(tx, u"clerk2"_s); }));
    QCOMPARE(has.value(), false);
}

void TestCredentials::waitsLongerAfterEachWrongOne()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    makeQuick(fixture, u"right password"_s);
    for (const int wait : {0, 0, 1, 5, 30, 60, 60}) {
        const auto wrong = await(checkPassword(fixture.store(), u"clerk1"_s, u"wrong"_s));
        QCOMPARE(wrong.error().kind, ErrorKind::WrongPassword);
        QCOMPARE(wrong.error().detail, QString::number(wait));
        if (wait == 0)
            continue;
        // Not even the right one before the time is over.
        const auto early = await(checkPassword(fixture.store(), u"clerk1"_s, u"right password"_s));
        QCOMPARE(early.error().kind, ErrorKind::WaitBeforeRetry);
        QCOMPARE(early.error().detail, QString::number(wait));
        fixture.clock.advance(wait);
    }
    VERIFY_OK(await(checkPassword(fixture.store(), u"clerk1"_s, u"right password"_s)));
    makeQuick(fixture, u"right password"_s);
    const auto again = await(checkPassword(fixture.store(), u"clerk1"_s, u"wrong"_s));
    QCOMPARE(again.error().detail, u"0"_s);
}

void TestCredentials::keepsTheWaitAcrossAStart()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    makeQuick(fixture, u"right password"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!await(checkPassword(fixture.store(), u"clerk1"_s, u"wrong"_s)).ok());
    VERIFY_OK(fixture.open());
    QCOMPARE(await(checkPassword(fixture.store(), u"clerk1"_s, u"wrong"_s)).error().kind,
             ErrorKind::WaitBeforeRetry);
}

void TestCredentials::isNotFooledByAClockSetBack()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    makeQuick(fixture, u"right password"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!await(checkPassword(fixture.store(), u"clerk1"_s, u"wrong"_s)).ok());
    fixture.clock.advance(-24 * 3600);
    // A day back is no wait of a day.
    const auto waits = await(checkPassword(fixture.store(), u"clerk1"_s, u"wrong"_s));
    QCOMPARE(waits.error().kind, ErrorKind::WaitBeforeRetry);
    QCOMPARE(waits.error().detail, u"1"_s);
}

void TestCredentials::renewsAWeakHash()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    makeQuick(fixture, u"right password"_s);
    VERIFY_OK(await(checkPassword(fixture.store(), u"clerk1"_s, u"right password"_s)));
    const auto iterations = await(fixture.store().read([](ReadTx &tx) -> Result<qint64> {
        Query query(tx.connection(), u"select iterations from credential"_s);
        const Result<bool> row = query.next();
        return row.ok() ? Result<qint64>(query.number("iterations"_L1))
                        : Result<qint64>(row.error());
    }));
    QCOMPARE(iterations.value(), passwordIterations);
    VERIFY_OK(await(checkPassword(fixture.store(), u"clerk1"_s, u"right password"_s)));
}

void TestCredentials::refusesAShortPassword()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const auto refused = await(setPassword(fixture.store(), u"clerk1"_s, u"1234567"_s));
    QCOMPARE(refused.error().kind, ErrorKind::PasswordTooShort);
    QCOMPARE(refused.error().detail, QString::number(minPasswordLength));
}

void TestCredentials::costsTimeToGuess()
{
    QVERIFY(passwordIterations >= 200'000);
    QElapsedTimer timer;
    timer.start();
    const PasswordHash one = hashPassword(u"same word"_s);
    qInfo("one hash: %lld ms", timer.elapsed());
    const PasswordHash two = hashPassword(u"same word"_s, 100);
    QVERIFY(one.salt != two.salt);
    QCOMPARE(one.salt.size(), 16);
    QCOMPARE(one.hash.size(), 32);
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"

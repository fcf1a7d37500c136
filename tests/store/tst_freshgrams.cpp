#include "storefixture.h"

#include "store/casecard.h"
#include "store/freshgrams.h"
#include "store/idleworker.h"
#include "store/search.h"

#include <atomic>
#include <random>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

CaseRow person(StoreFixture &fixture, int serial, const QString &name)
{
    const qint64 at = hallInstant(QDate(2026, 11, 20), QTime(9, 0)).toMSecsSinceEpoch() + serial;
    return {.id = fixture.ids.make<StreamId>(),
            .number = u"441900113-20261120-A07-%1-X"_s.arg(serial, 4, 10, QChar(u'0')),
            .itemCode = u"W2"_s,
            .itemName = u"事项"_s,
            .dept = u"HB"_s,
            .window = u"A01"_s,
            .clerk = u"clerk1"_s,
            .applicantName = name,
            .registeredAt = at,
            .changedAt = at};
}

QList<CaseRow> people(StoreFixture &fixture, int count)
{
    std::mt19937 random(5);
    const QString characters = u"王李张刘建国明华英丽"_s;
    QList<CaseRow> rows;
    for (int i = 0; i < count; ++i) {
        QString name;
        for (int n = 0; n < 3; ++n)
            name += characters.at(
                std::uniform_int_distribution<qsizetype>(0, characters.size() - 1)(random));
        rows.append(person(fixture, i, name));
    }
    return rows;
}

Result<qint64> count(Connection &connection, const QString &what)
{
    Query query(connection, u"SELECT count(*) AS n FROM "_s + what);
    const Result<bool> row = query.next();
    return row.ok() ? Result<qint64>(query.number("n"_L1)) : row.error();
}

/// What each search answers, in its order.
QStringList answers(const ReadTx &tx)
{
    QStringList lines;
    for (const QString &text : {u"王"_s, u"建国"_s, u"王建国"_s, u"李明"_s, u"w"_s, u"wjg"_s,
                                u"lm"_s, u"国"_s, u"华英"_s, u"没有"_s}) {
        for (const CaseHit &hit : searchCases(tx, text, 50).valueOr({}))
            lines.append(text + u' ' + hit.row.number + u' ' + hit.text);
    }
    return lines;
}

/// As if every second case had come in just now.
Result<Done> unsort(Connection &connection)
{
    QMap<qint64, QList<qint64>> entries;
    Query all(connection, u"SELECT g, key FROM gram WHERE key % 2 = 0 ORDER BY g"_s);
    Result<bool> more = all.next();
    for (; more.ok() && more.value(); more = all.next())
        entries[all.number("key"_L1)].append(all.number("g"_L1));
    if (!more.ok())
        return more.error();
    for (const auto &[key, grams] : entries.asKeyValueRange()) {
        const Result<Done> kept = keepFresh(connection, GramTable::Cases, key, grams);
        if (!kept.ok())
            return kept;
    }
    return Query(connection, u"DELETE FROM gram WHERE key % 2 = 0"_s).run();
}

} // namespace

/// Search entries that wait, and the thread that sorts them in.
class TestFreshGrams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWaitsAsWhatIsSortedIn();
    void followsChangesWhereverTheEntriesAre();
    void sortsInWhenNobodyWrites();
    void waitsForQuietButNotForEver();
};

void TestFreshGrams::findsWhatWaitsAsWhatIsSortedIn()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const QList<CaseRow> rows = people(fixture, 300);
    // In one transaction: nobody else sorts in meanwhile.
    const auto compared = await(fixture.store().write([&rows](WriteTx &tx) -> Result<Done> {
        Connection &connection = tx.connection();
        const auto wrong = [](const char *what) {
            return Error{ErrorKind::RuleBroken, QString::fromLatin1(what)};
        };
        if (const Result<Done> done = insertColdRows(tx, rows); !done.ok())
            return done;
        const qint64 entries = count(connection, u"gram"_s).valueOr(0);
        const QStringList before = answers(tx);
        if (before.size() < 100)
            return wrong("too little is found");
        if (const Result<Done> done = unsort(connection); !done.ok())
            return done;
        if (count(connection, u"gram_fresh"_s).valueOr(0) != 150)
            return wrong("nothing waits");
        if (answers(tx) != before)
            return wrong("other answers while some wait");
        const Result<int> some = sortIn(connection, 40);
        if (some.valueOr(0) != 40 || count(connection, u"gram_fresh"_s).valueOr(0) != 110)
            return wrong("not as many as were asked");
        if (answers(tx) != before)
            return wrong("other answers on the way");
        if (const Result<Done> done = sortInAll(connection); !done.ok())
            return done;
        if (count(connection, u"gram_fresh"_s).valueOr(-1) != 0
            || count(connection, u"gram"_s).valueOr(0) != entries)
            return wrong("entries lost or doubled");
        return answers(tx) == before ? Result<Done>(Done{}) : wrong("other answers at the end");
    }));
    VERIFY_OK(compared);
}

void TestFreshGrams::followsChangesWhereverTheEntriesAre()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const SearchTexts first{.names = {u"王建国"_s}, .address = u"美景中路"_s};
    const SearchTexts second{.names = {u"王建华"_s}, .address = u"美景中路"_s};
    const auto followed = await(fixture.store().write([&](WriteTx &tx) -> Result<Done> {
        Connection &connection = tx.connection();
        const auto entries = [&connection](const SearchTexts &texts, bool isWaiting) {
            const qint64 sorted = count(connection, u"gram WHERE key = 9"_s).valueOr(-1);
            return isFresh(connection, GramTable::Cases, 9).valueOr(!isWaiting) == isWaiting
                && sorted == (isWaiting ? 0 : gramsOf(texts).size());
        };
        bool isRight = reindex(tx, GramTable::Cases, 9, {}, first).ok() && entries(first, true);
        isRight = isRight && reindex(tx, GramTable::Cases, 9, first, second).ok()
            && entries(second, true);
        isRight = isRight && sortInAll(connection).ok() && entries(second, false);
        isRight = isRight && reindex(tx, GramTable::Cases, 9, second, first).ok()
            && entries(first, false);
        isRight = isRight && reindex(tx, GramTable::Cases, 9, first, {}).ok() && entries({}, false);
        isRight = isRight && reindex(tx, GramTable::Cases, 9, {}, first).ok()
            && reindex(tx, GramTable::Cases, 9, first, {}).ok() && entries({}, false);
        return isRight ? Result<Done>(Done{}) : Error{ErrorKind::RuleBroken, u"entries"_s};
    }));
    VERIFY_OK(followed);
}

void TestFreshGrams::sortsInWhenNobodyWrites()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const auto found = [&fixture] {
        return await(
                   fixture.store().read([](ReadTx &tx) { return searchCases(tx, u"建国"_s, 50); }))
            .valueOr({})
            .size();
    };
    VERIFY_OK(fixture.registerCase(u"王建国"_s));
    QCOMPARE(found(), 1); // at once
    VERIFY_OK(fixture.registerCase(u"李建国"_s));
    QCOMPARE(found(), 2);
    const auto left = [&fixture](const QString &table) {
        return await(fixture.store().read(
                         [table](ReadTx &tx) { return count(tx.connection(), table); }))
            .valueOr(-1);
    };
    QTRY_COMPARE(left(u"gram_fresh"_s), 0);
    QTRY_COMPARE(left(u"applicant_gram_fresh"_s), 0);
    QVERIFY(left(u"gram"_s) > 0);
    QVERIFY(left(u"applicant_gram"_s) > 0);
    QCOMPARE(found(), 2);
}

void TestFreshGrams::waitsForQuietButNotForEver()
{
    using namespace std::chrono_literals;
    std::atomic<int> steps{0};
    std::atomic<bool> hasEnded{false};
    {
        IdleWorker idle(
            {.quiet = 3600s, .latest = 1ms}, [&] { return ++steps % 3 != 0; },
            [&] { hasEnded = true; });
        QCOMPARE(steps.load(), 0); // nobody touched it
        idle.touch();
        QTRY_COMPARE(steps.load(), 3); // never quiet, but late; then until there is no more
        idle.touch();
        QTRY_COMPARE(steps.load(), 6);
    }
    QVERIFY(hasEnded);
    {
        IdleWorker idle(
            {.quiet = 3600s, .latest = 3600s}, [&] { return ++steps > 0; }, [] {});
        idle.touch();
    } // an end does not wait for quiet
    QCOMPARE(steps.load(), 6);
}

QTEST_GUILESS_MAIN(TestFreshGrams)

#include "tst_freshgrams.moc"

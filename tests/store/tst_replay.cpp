#include "playedcases.h"

#include "store/caserows.h"
#include "store/freshgrams.h"
#include "store/migrations.h"
#include "store/projection.h"
#include "store/settings.h"

#include <QSqlQuery>
#include <QSqlRecord>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// Every row of every projection as text, in an order that does not depend on the history.
Result<QStringList> dump(const ReadTx &tx)
{
    QStringList lines;
    for (const QString &table : projectionTables()) {
        QSqlQuery query(tx.connection().database());
        if (!query.exec(u"SELECT * FROM "_s + table))
            return Error{ErrorKind::StoreFailed, table};
        QStringList rows;
        while (query.next()) {
            QStringList values;
            for (int i = 0; i < query.record().count(); ++i) {
                const QVariant value = query.value(i);
                values.append(value.typeId() == QMetaType::QByteArray
                                  ? QString::fromLatin1(value.toByteArray().toHex())
                                  : value.toString());
            }
            rows.append(table + u": "_s + values.join(u'|'));
        }
        rows.sort();
        lines += rows;
    }
    return lines;
}

/// Search entries that wait are sorted in first: which ones do is left to chance.
Result<QStringList> settledDump(StoreFixture &fixture)
{
    return await(fixture.store().write([](WriteTx &tx) -> Result<QStringList> {
        const Result<Done> sorted = sortInAll(tx.connection());
        return sorted.ok() ? dump(tx) : sorted.error();
    }));
}

/// The day's sums are kept by triggers: nothing of mile may be missing in them, nothing be left.
Result<Done> daysFollowMiles(const ReadTx &tx)
{
    const QString columns = u"day, kind, dept, window, case_type, finish, grade, legal_days, "
                            "days_used"_s;
    Query query(tx.connection(),
                u"SELECT (SELECT count(*) FROM (SELECT %1, count(*) FROM mile GROUP BY %1 EXCEPT "
                "SELECT %1, n FROM mile_day)) AS missing, (SELECT count(*) FROM (SELECT %1, n "
                "FROM mile_day EXCEPT SELECT %1, count(*) FROM mile GROUP BY %1)) AS left_over, "
                "(SELECT count(*) FROM mile_day) AS days"_s.arg(columns));
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    if (query.number("missing"_L1) != 0 || query.number("left_over"_L1) != 0
        || query.number("days"_L1) == 0)
        return Error{ErrorKind::RuleBroken, u"mile_day"_s};
    return Done{};
}

/// What a rebuild does: every stream again, in the order of arrival.
Result<Done> replay(WriteTx &tx)
{
    const Result<Done> cleared = clearProjections(tx);
    if (!cleared.ok())
        return cleared;
    QList<std::tuple<qint64, int, StreamId>> streams;
    Query query(tx.connection(),
                u"SELECT key, kind, id FROM stream WHERE count > 0 ORDER BY key"_s);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        streams.append({query.number("key"_L1), int(query.number("kind"_L1)),
                        StreamId::fromBytes(query.bytes("id"_L1))});
    for (const auto &[key, kind, id] : std::as_const(streams)) {
        if (kind == int(StreamKind::Case)) {
            const Result<CaseFile> file = tx.caseFile(id);
            if (!file.ok())
                return file.error();
            const Result<Done> done = project(tx, file.value(), key, true);
            if (!done.ok())
                return done;
        } else if (kind == int(StreamKind::Till)) {
            const Result<QList<Event>> journal = tx.journal(id);
            if (!journal.ok())
                return journal.error();
            for (const Event &event : journal.value()) {
                const Result<Done> done = projectTill(tx, event);
                if (!done.ok())
                    return done;
            }
        }
    }
    return Done{};
}

Result<QStringList> texts(Connection &connection, const QString &sql)
{
    QStringList found;
    Query query(connection, sql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        found.append(query.text("name"_L1));
    if (!more.ok())
        return more.error();
    return found;
}

/// A store as the first two migrations left it, with all that another one holds.
Result<Done> makeOlder(const QString &file, const QString &full)
{
    const Result<std::unique_ptr<Connection>> opened
        = Connection::open(file, Connection::Sync::Normal);
    if (!opened.ok())
        return opened.error();
    Connection &older = *opened.value();
    for (const Migration &migration : allMigrations().first(2)) {
        const Result<Done> done = older.script(QString::fromUtf8(migration.sql));
        if (!done.ok())
            return done;
    }
    const Result<Done> attached = older.script(u"attach '%1' as newer"_s.arg(full));
    if (!attached.ok())
        return attached;
    const Result<QStringList> tables = texts(
        older,
        u"select name from main.sqlite_master where type = 'table' and name <> 'migration'"_s);
    if (!tables.ok())
        return tables.error();
    for (const QString &table : tables.value()) {
        const Result<QStringList> columns
            = texts(older, u"select name from pragma_table_info('%1')"_s.arg(table));
        if (!columns.ok())
            return columns.error();
        const QString list = columns.value().join(u", "_s);
        const Result<Done> copied
            = older.script(u"insert into main.%1 (%2) select %2 from newer.%1"_s.arg(table, list));
        if (!copied.ok())
            return copied;
    }
    return older.script(u"pragma user_version = 2"_s);
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replayGivesTheSameRows_data();
    void replayGivesTheSameRows();
    void anOlderStoreIsProjectedAgain();
};

void TestReplay::replayGivesTheSameRows_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 3; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestReplay::replayGivesTheSameRows()
{
    QFETCH(unsigned, seed);
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    PlayedCases cases(fixture, seed);
    VERIFY_OK(cases.publish());
    const CaseRow cold{.id = fixture.ids.make<StreamId>(),
                       .number = u"441900113-20261120-B09-0001-A"_s,
                       .applicant = ApplicantId(QUuid(1, 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1)),
                       .applicantName = u"王建国0"_s,
                       .registeredAt = 1,
                       .changedAt = 1};
    VERIFY_OK(
        await(fixture.store().write([cold](WriteTx &tx) { return insertColdRows(tx, {cold}); })));
    QList<StreamId> streams;
    for (int i = 0; i < 30; ++i) {
        const auto id = cases.open(u"W%1"_s.arg(cases.below(6) + 1));
        VERIFY_OK(id);
        streams.append(id.value());
    }
    for (int step = 0; step < 300; ++step)
        VERIFY_OK(cases.stumble(streams.at(cases.below(int(streams.size())))));
    const auto before = settledDump(fixture);
    VERIFY_OK(before);
    QVERIFY(before.value().size() > 500);
    VERIFY_OK(await(fixture.store().read([](ReadTx &tx) { return daysFollowMiles(tx); })));
    VERIFY_OK(await(fixture.store().write([](WriteTx &tx) { return replay(tx); })));
    const auto after = settledDump(fixture);
    VERIFY_OK(after);
    for (qsizetype i = 0; i < std::min(before.value().size(), after.value().size()); ++i)
        QCOMPARE(after.value().at(i), before.value().at(i));
    QCOMPARE(after.value().size(), before.value().size());
    VERIFY_OK(await(fixture.store().read([](ReadTx &tx) { return daysFollowMiles(tx); })));
}

/// Migration 0003 brings projections that only the journals can fill: the first start does it.
void TestReplay::anOlderStoreIsProjectedAgain()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    PlayedCases cases(fixture, 4);
    VERIFY_OK(cases.publish());
    for (int i = 0; i < 12; ++i) {
        const auto id = cases.open(u"W%1"_s.arg(i % 5 + 2));
        VERIFY_OK(id);
        for (int step = 0; step < 10; ++step)
            VERIFY_OK(cases.stumble(id.value()));
    }
    const auto before = settledDump(fixture);
    VERIFY_OK(before);
    QVERIFY(!before.value().filter(u"stop: "_s).isEmpty());
    fixture.close();
    StoreFixture older;
    VERIFY_OK(makeOlder(older.path(u"hall.sqlite"_s), fixture.path(u"hall.sqlite"_s)));
    VERIFY_OK(older.open());
    const auto after = settledDump(older);
    VERIFY_OK(after);
    QCOMPARE(after.value(), before.value());
    QCOMPARE(await(older.store().read([](ReadTx &tx) {
                 return setting(tx.connection(), u"store.rebuild"_s);
             })).value(),
             u"0"_s); // once only
}

QTEST_GUILESS_MAIN(TestReplay)

#include "tst_replay.moc"

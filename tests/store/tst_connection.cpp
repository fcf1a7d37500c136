#include "store/connection.h"
#include "store/sqlscript.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsScripts_data();
    void splitsScripts();
    void bindsByNameAndReadsByName();
    void keepsNestedUsesOfOneStatementApart();
    void readersSeeASnapshot();
    void readersCannotWrite();
    void namesErrors();
    void failsTheAccessThatIsAskedFor();

private:
    std::unique_ptr<Connection> opened(Connection::Sync sync = Connection::Sync::Full,
                                       FaultPlan *faults = nullptr)
    {
        auto connection = Connection::open(m_dir.filePath(u"x.sqlite"_s), sync, faults);
        return connection.ok() ? std::move(connection).value() : nullptr;
    }
    QTemporaryDir m_dir;
};

void TestConnection::splitsScripts_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("empty") << u" ;; -- nothing\n"_s << QStringList{};
    QTest::newRow("two") << u"select 1; select 2"_s << QStringList{u"select 1"_s, u"select 2"_s};
    QTest::newRow("string") << u"select ';''x;'; select 2;"_s
                            << QStringList{u"select ';''x;'"_s, u"select 2"_s};
    QTest::newRow("name") << u"select \"a;b\", [c;d], `e;f`;"_s
                          << QStringList{u"select \"a;b\", [c;d], `e;f`"_s};
    QTest::newRow("comments") << u"select 1 -- a; b\n, 2 /* c; ' d */; select 3"_s
                              << QStringList{u"select 1  , 2"_s, u"select 3"_s};
    QTest::newRow("trigger")
        << u"create temp trigger t after insert on a begin insert into b values (1);"
           u" update b set x = case when 1 then 2 else 3 end; end; select 1"_s
        << QStringList{u"create temp trigger t after insert on a begin insert into b values (1);"
                       u" update b set x = case when 1 then 2 else 3 end; end"_s,
                       u"select 1"_s};
    QTest::newRow("begin is no trigger")
        << u"begin; select 1; end;"_s << QStringList{u"begin"_s, u"select 1"_s, u"end"_s};
    QTest::newRow("unclosed") << u"select 'a; b"_s << QStringList{u"select 'a; b"_s};
}

void TestConnection::splitsScripts()
{
    QFETCH(QString, script);
    QFETCH(QStringList, statements);
    QStringList found = sqlStatements(script);
    for (QString &statement : found)
        statement.replace(u"   "_s, u"  "_s);
    for (QString &statement : statements)
        statement.replace(u"   "_s, u"  "_s);
    QCOMPARE(found, statements);
}

void TestConnection::bindsByNameAndReadsByName()
{
    const auto connection = opened();
    QVERIFY(connection);
    QVERIFY(connection->script(u"create table t (a integer, b text, c blob)"_s).ok());
    Query insert(*connection, u"insert into t (a, b, c) values (:a, :b, :c)"_s);
    for (int i = 0; i < 3; ++i) {
        insert.bind(":c"_L1, QByteArray("\0x", 2)).bind(":b"_L1, u"𠮷"_s).bind(":a"_L1, i);
        QVERIFY(insert.run().ok());
    }
    Query rows(*connection, u"select a, b, c from t where a > :from order by a"_s);
    rows.bind(":from"_L1, 0);
    QList<qint64> seen;
    for (Result<bool> more = rows.next(); more.ok() && more.value(); more = rows.next()) {
        QCOMPARE(rows.bytes("c"_L1), QByteArray("\0x", 2));
        QCOMPARE(rows.text("b"_L1), u"𠮷"_s);
        seen.append(rows.number("a"_L1));
    }
    QCOMPARE(seen, (QList<qint64>{1, 2}));
}

void TestConnection::keepsNestedUsesOfOneStatementApart()
{
    const auto connection = opened();
    QVERIFY(connection);
    QVERIFY(connection->script(u"create table n (a integer); insert into n values (1), (2), (3)"_s)
                .ok());
    const QString sql = u"select a from n order by a"_s;
    int pairs = 0;
    Query outer(*connection, sql);
    for (Result<bool> o = outer.next(); o.ok() && o.value(); o = outer.next()) {
        Query inner(*connection, sql);
        for (Result<bool> i = inner.next(); i.ok() && i.value(); i = inner.next())
            ++pairs;
    }
    QCOMPARE(pairs, 9);
}

void TestConnection::readersSeeASnapshot()
{
    const auto writer = opened();
    QVERIFY(writer->script(u"create table s (a integer); insert into s values (1)"_s).ok());
    const auto reader = opened(Connection::Sync::ReadOnly);
    const auto count = [&reader] {
        Query query(*reader, u"select count(*) as n from s"_s);
        return query.next().ok() ? query.number("n"_L1) : -1;
    };
    QVERIFY(reader->begin().ok());
    QCOMPARE(count(), 1);
    QVERIFY(writer->script(u"insert into s values (2)"_s).ok());
    QCOMPARE(count(), 1);
    reader->rollback();
    QCOMPARE(count(), 2);
}

void TestConnection::readersCannotWrite()
{
    const auto writer = opened();
    QVERIFY(writer->script(u"create table r (a integer)"_s).ok());
    const auto reader = opened(Connection::Sync::ReadOnly);
    QVERIFY(reader);
    QVERIFY(!reader->script(u"insert into r values (1)"_s).ok());
}

void TestConnection::namesErrors()
{
    const QString file = m_dir.filePath(u"noise.sqlite"_s);
    QFile noise(file);
    QVERIFY(noise.open(QIODevice::WriteOnly));
    noise.write(QByteArray(8192, 'x'));
    noise.close();
    const auto damaged = Connection::open(file, Connection::Sync::Full);
    QVERIFY(!damaged.ok());
    QCOMPARE(damaged.error().kind, ErrorKind::StoreDamaged);

    const auto nowhere
        = Connection::open(m_dir.filePath(u"no/such/folder.sqlite"_s), Connection::Sync::Full);
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.error().kind, ErrorKind::StoreOpen);

    const auto connection = opened();
    const Result<Done> wrong = connection->script(u"select a from nowhere"_s);
    QCOMPARE(wrong.error().kind, ErrorKind::StoreFailed);
    QVERIFY2(wrong.error().detail.contains("nowhere"_L1), qPrintable(wrong.error().detail));
}

void TestConnection::failsTheAccessThatIsAskedFor()
{
    FaultPlan faults;
    const auto connection = opened(Connection::Sync::Full, &faults);
    QVERIFY(connection);
    const int before = faults.accesses;
    faults.failAt = before + 2;
    QVERIFY(connection->begin().ok());
    QVERIFY(!connection->script(u"create table f (a integer)"_s).ok());
    QVERIFY(connection->commit().ok());
    QCOMPARE(faults.accesses.load(), before + 3);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"

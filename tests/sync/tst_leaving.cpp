#include "store/recovery.h"
#include "workstation.h"

#include <QDirIterator>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// What leaves a place leaves its files, and what a damaged place had comes back.
class TestLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatHasLeftStandsInNoFile();
    void aForkOffersSealedWorkAgain();
    void sentWorkLeavesWithItsScope();
    void recoveredWorkGoesUp();
    void workOfAnOlderCodeGetsItsKey();

private:
    void start();
    [[nodiscard]] QString openCase(StreamId &stream);
    [[nodiscard]] QStringList filesThatSay(const QString &text) const;
    QList<Event> m_hall;
    std::unique_ptr<FakeTown> m_town;
    std::unique_ptr<Workstation> a;
};

void TestLeaving::initTestCase()
{
    m_hall = publishedHall();
    QVERIFY(!m_hall.isEmpty());
}

void TestLeaving::init()
{
    m_town = std::make_unique<FakeTown>();
    m_town->publish(m_hall);
    a = std::make_unique<Workstation>(*m_town, u"A01"_s, 11);
}

void TestLeaving::cleanup()
{
    a.reset();
    m_town.reset();
}

void TestLeaving::start()
{
    VERIFY_OK(a->open());
    a->signIn(u"clerk1"_s);
    QVERIFY(a->settle());
}

/// Its intake number.
QString TestLeaving::openCase(StreamId &stream)
{
    const Result<StreamId> opened = a->cases->open(u"W2"_s);
    stream = opened.valueOr(StreamId());
    return await(a->store().read([&](ReadTx &tx) { return tx.caseFile(stream); }))
        .valueOr(CaseFile{})
        .number;
}

QStringList TestLeaving::filesThatSay(const QString &text) const
{
    QStringList names;
    QDirIterator files(a->fixture.options.folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8()))
            names.append(file.fileName().section(u'/', -1));
    }
    return names;
}

void TestLeaving::whatHasLeftStandsInNoFile()
{
    start();
    StreamId stream;
    const QString number = openCase(stream);
    QVERIFY(!number.isEmpty());
    StreamId other;
    const QString stays = openCase(other);
    QVERIFY(a->settle());
    VERIFY_OK(await(a->store().backup()));
    QVERIFY(filesThatSay(number).size() >= 2);
    m_town->moveScope(stream, u"HB"_s, u"XX"_s);
    QVERIFY(a->settle());
    QVERIFY(a->order(stream).isEmpty());
    QVERIFY(!a->store().isBackupDue());
    a->fixture.clock.advance(5 * 3600);
    QTRY_VERIFY(a->store().isBackupDue()); // the safety file is written beside
    VERIFY_OK(await(a->store().backup()));
    QCOMPARE(a->store().backups().size(), 1);
    a->fixture.clock.advance(5 * 3600);
    QVERIFY(!a->store().isBackupDue());
    a->close();
    QCOMPARE(filesThatSay(number), QStringList());
    QVERIFY(filesThatSay(stays).size() >= 2);
    VERIFY_OK(a->open());
    QCOMPARE(a->order(other), m_town->order(other));
}

void TestLeaving::aForkOffersSealedWorkAgain()
{
    start();
    const FakeTown::Data backup = m_town->data;
    StreamId stream;
    QVERIFY(!openCase(stream).isEmpty());
    QVERIFY(a->settle());
    const QList<EventId> own = a->order(stream);
    m_town->moveScope(stream, u"HB"_s, u"XX"_s);
    QVERIFY(a->settle());
    QVERIFY(a->order(stream).isEmpty());
    QCOMPARE(a->count(u"attention where envelope like 'sealed:%'"_s), own.size());
    QCOMPARE(a->count(u"attention where envelope like '{%'"_s), 0);
    VERIFY_OK(a->reopen()); // the key is not in the store
    m_town->data = backup;
    QVERIFY(a->settle());
    QCOMPARE(m_town->order(stream).first(own.size()), own);
}

/// The centre has taken the case, the answer is lost, and the right is gone before it comes back.
void TestLeaving::sentWorkLeavesWithItsScope()
{
    start();
    StreamId stream;
    QVERIFY(!openCase(stream).isEmpty());
    int calls = 0;
    a->link.nextFault = [&calls] { return ++calls == 1 ? Fault::LostAnswer : Fault::None; };
    m_town->personScopes.insert(u"clerk1"_s, {u"XX"_s});
    QVERIFY(a->settle());
    QVERIFY(calls > 1);
    QVERIFY(!m_town->order(stream).isEmpty());
    QVERIFY(a->order(stream).isEmpty());
    QCOMPARE(a->count(u"stream where kind = 1"_s), 0);
}

void TestLeaving::recoveredWorkGoesUp()
{
    start();
    StreamId before;
    QVERIFY(!openCase(before).isEmpty());
    QVERIFY(a->settle());
    a->link.isDown = true;
    VERIFY_OK(a->cases->act(before, u"clerk1"_s, u"accept"_s));
    StreamId cutOff;
    QVERIFY(!openCase(cutOff).isEmpty());
    const QList<EventId> work = a->order(before) + a->order(cutOff);
    a->close();
    QFile file(a->fixture.path(u"hall.sqlite"_s));
    QVERIFY(file.resize(file.size() / 3));
    a->fixture.options.station = QString();
    QCOMPARE(a->open().error().kind, ErrorKind::StoreDamaged);
    VERIFY_OK(recoverStore(a->fixture.options, a->fixture.clock));
    VERIFY_OK(a->open());
    QCOMPARE(a->store().station(), u"A01"_s);
    a->link.isDown = false;
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().unsent, 0);
    QCOMPARE(m_town->order(before) + m_town->order(cutOff), work);
    QCOMPARE(a->store().station(), u"A01"_s); // it is who it was, no copy
    QCOMPARE(a->disorder(), QString());       // folded with the hall that came afterwards
}

/// Made under the code of before, its MAC lost with the database.
void TestLeaving::workOfAnOlderCodeGetsItsKey()
{
    start();
    VERIFY_OK(a->engine().signInOnline(u"clerk1"_s, u"long enough"_s));
    a->link.isDown = true;
    StreamId stream;
    QVERIFY(!openCase(stream).isEmpty());
    VERIFY_OK(await(a->store().write(
        [](WriteTx &tx) { return tx.connection().script(u"update event set mac = null"_s); })));
    VERIFY_OK(await(a->store().renameStation(u"N01"_s)));
    a->engine().keys().lock(u"clerk1"_s);
    a->link.isDown = false;
    VERIFY_OK(a->engine().signInOnline(u"clerk1"_s, u"long enough"_s));
    QVERIFY(a->engine().keys().has(u"clerk1"_s, u"A01"_s));
    QCOMPARE(a->count(u"event where actor = 'clerk1' and mac is null"_s), 0);
}

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"

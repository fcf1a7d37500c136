#include "workstation.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Large pages that come in parts, and what stays on a disk: nothing of a case that left, nothing
/// of a password.
class TestTraces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aLargePageGoesOnAfterARestart();
    void aDamagedPartIsFetchedAgain();
    void aPageOfAFillingComes();
    void tellsHowMuchOfAPageIsHere();
    void nothingOfALostCaseStays();
    void nothingOfAPasswordStays();

private:
    [[nodiscard]] QByteArray sendPage(qsizetype size);
    [[nodiscard]] bool beginFetching(const QByteArray &sha);
    [[nodiscard]] static QStringList filesWith(const QString &folder, const QByteArray &bytes);
    QList<Event> m_hall;
    StreamId m_case;
    std::unique_ptr<FakeTown> m_town;
    std::unique_ptr<Workstation> a;
    std::unique_ptr<Workstation> b;
};

void TestTraces::initTestCase()
{
    m_hall = publishedHall();
    QVERIFY(!m_hall.isEmpty());
}

void TestTraces::init()
{
    m_town = std::make_unique<FakeTown>();
    m_town->publish(m_hall);
    a = std::make_unique<Workstation>(*m_town, u"A01"_s, 31);
    b = std::make_unique<Workstation>(*m_town, u"B01"_s, 32);
    for (Workstation *station : {a.get(), b.get()}) {
        VERIFY_OK(station->open());
        station->signIn(station == a.get() ? u"clerk1"_s : u"clerk2"_s);
        QVERIFY(station->settle());
    }
    const Result<StreamId> opened = a->cases->open(u"W2"_s);
    VERIFY_OK(opened);
    m_case = opened.value();
    QVERIFY(a->settle());
    QVERIFY(b->settle());
    QVERIFY(!b->order(m_case).isEmpty());
}

void TestTraces::cleanup()
{
    a.reset();
    b.reset();
    m_town.reset();
}

QStringList TestTraces::filesWith(const QString &folder, const QByteArray &bytes)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            found.append(file.fileName());
    }
    return found;
}

/// A page of A's case that the centre has.
QByteArray TestTraces::sendPage(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + i / 251);
    const QByteArray sha = a->pages().put(bytes).valueOr({});
    const Result<Done> attached = a->cases->act(
        m_case, u"clerk1"_s,
        AttachPages{.pages
                    = {{.id = a->fixture.ids.make<PageId>(), .sha = sha, .format = u"png"_s}}});
    return attached.ok() && a->settle() && b->settle() && m_town->data.pages[sha].isComplete
        ? sha
        : QByteArray();
}

/// Until the first piece is on B's disk and the page is not there yet.
bool TestTraces::beginFetching(const QByteArray &sha)
{
    b->engine().wantPage(sha);
    b->engine().nudge();
    const QString part = b->fixture.path(u"parts/"_s + QString::fromLatin1(sha.toHex()));
    for (int i = 0; i < 200 && !QFile::exists(part); ++i)
        static_cast<void>(b->engine().step());
    return QFile::exists(part) && !b->pages().has(sha);
}

void TestTraces::aLargePageGoesOnAfterARestart()
{
    const QByteArray sha = sendPage(3 * pagePiece + 1000);
    QVERIFY(!sha.isEmpty());
    QVERIFY(beginFetching(sha));
    VERIFY_OK(b->reopen());
    // The first piece is not asked for again: what the centre would send now is another.
    m_town->data.pages[sha].pieces[0] = QByteArray(pagePiece, 'x');
    b->engine().wantPage(sha);
    QVERIFY(b->settle());
    QVERIFY(b->pages().has(sha));
    VERIFY_OK(b->pages().read(sha));
    QVERIFY(QDir(b->fixture.path(u"parts"_s)).isEmpty());
}

void TestTraces::aDamagedPartIsFetchedAgain()
{
    const QByteArray sha = sendPage(2 * pagePiece + 1000);
    QVERIFY(!sha.isEmpty());
    QVERIFY(beginFetching(sha));
    b->close();
    QFile part(b->fixture.path(u"parts/"_s + QString::fromLatin1(sha.toHex())));
    QVERIFY(part.open(QIODevice::ReadWrite));
    QCOMPARE(part.write("damaged"), 7);
    part.close();
    VERIFY_OK(b->open());
    for (int i = 0; i < 3 && !b->pages().has(sha); ++i) {
        b->engine().wantPage(sha);
        QVERIFY(b->settle());
    }
    VERIFY_OK(b->pages().read(sha));
}

void TestTraces::aPageOfAFillingComes()
{
    const QByteArray sha = sendPage(1000);
    QVERIFY(!sha.isEmpty());
    VERIFY_OK(a->cases->act(m_case, u"clerk1"_s, u"accept"_s));
    QVERIFY(a->settle());
    Workstation late(*m_town, u"C01"_s, 33);
    VERIFY_OK(late.open());
    late.signIn(u"clerk2"_s);
    QVERIFY(late.settle());
    QVERIFY(late.count(u"pile"_s) > 0);
    QVERIFY(late.pages().has(sha));
}

void TestTraces::tellsHowMuchOfAPageIsHere()
{
    const qint64 size = 3 * pagePiece + 1000;
    const QByteArray sha = sendPage(size);
    QVERIFY(!sha.isEmpty());
    QVERIFY(beginFetching(sha));
    const std::optional<PageArrival> progress = b->engine().takePageProgress();
    QVERIFY(progress.has_value());
    QCOMPARE(progress->sha, sha);
    QCOMPARE(progress->size, size);
    QVERIFY(progress->here >= pagePiece && progress->here < size);
    QVERIFY(!b->engine().takePageProgress().has_value());
}

void TestTraces::nothingOfALostCaseStays()
{
    const QByteArray sha = sendPage(2 * pagePiece + 1000);
    QVERIFY(!sha.isEmpty());
    const Result<CaseFile> file
        = await(b->store().read([this](ReadTx &tx) { return tx.caseFile(m_case); }));
    VERIFY_OK(file);
    const QByteArray number = file.value().number.toUtf8();
    QVERIFY(!number.isEmpty());
    QVERIFY(beginFetching(sha));
    const QString folder = b->fixture.options.folder;
    QVERIFY(!filesWith(folder, number).isEmpty());
    // The department is no longer this person's, and nobody else's at this PC.
    m_town->personScopes.insert(u"clerk2"_s, {u"HR"_s});
    b->engine().disconnect();
    QVERIFY(b->settle());
    QVERIFY(b->order(m_case).isEmpty());
    QCOMPARE(filesWith(folder, number), QStringList());
    QVERIFY(!b->pages().has(sha));
    QVERIFY(QDir(b->fixture.path(u"parts"_s)).isEmpty());
}

void TestTraces::nothingOfAPasswordStays()
{
    const QString password = u"Zebra-Trace-One-77"_s;
    VERIFY_OK(a->engine().signInOnline(u"clerk1"_s, password));
    QVERIFY(a->settle());
    VERIFY_OK(a->engine().changePassword(u"Zebra-Trace-Two-88"_s));
    a->engine().signOut();
    VERIFY_OK(a->engine().signInOffline(u"clerk1"_s, u"Zebra-Trace-Two-88"_s));
    const QByteArray key = FakeTown::keyOf(u"clerk1"_s, u"A01"_s);
    a->close();
    const QString folder = a->fixture.options.folder;
    QVERIFY(!filesWith(folder, "A01").isEmpty());
    for (const QByteArray &secret :
         {password.toUtf8(), QByteArray("Zebra-Trace-Two-88"), key, key.toHex(), key.toBase64()})
        QCOMPARE(filesWith(folder, secret), QStringList());
}

QTEST_GUILESS_MAIN(TestTraces)
#include "tst_traces.moc"

#include "devices/importing/folderwatch.h"
#include "samplefiles.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

class TestFolderWatch final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void reportsOldAndNewFilesOnce();
    void waitsForWriter();
    void passesOverUnfinishedNames();
    void reportsEmptyFileInTheEnd();
    void setsAsideUnderFreeNames();
    void reportsSameNameAgain();
    void stopsAndTurns();
    void refusesWhatIsNoFolder();

private:
    [[nodiscard]] QString put(const QString &name, const QByteArray &bytes) const
    {
        return samples::writeFile(m_dir->path(), name, bytes);
    }
    void start();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FolderWatch> m_watch;
    QStringList m_ready;
};

void TestFolderWatch::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_watch = std::make_unique<FolderWatch>(
        FolderWatchOptions{.settleMs = 40, .rescanMs = 30, .emptyLooks = 4});
    m_ready.clear();
}

void TestFolderWatch::start()
{
    const auto ready = [this](const QStringList &paths) { m_ready += paths; };
    QVERIFY(m_watch->watch(m_dir->path(), ready).ok());
}

void TestFolderWatch::reportsOldAndNewFilesOnce()
{
    const QString b = put(u"b.jpg"_s, "old");
    const QString a = put(u"a.jpg"_s, "old too");
    start();
    QTRY_COMPARE(m_ready, (QStringList{a, b}));
    const QString c = put(u"c.png"_s, "new");
    QTRY_COMPARE(m_ready, (QStringList{a, b, c}));
    const QString d = put(u"d.png"_s, "newer");
    QTRY_COMPARE(m_ready, (QStringList{a, b, c, d}));
}

void TestFolderWatch::waitsForWriter()
{
    start();
    const QString path = m_dir->filePath(u"slow.pdf"_s);
    QFile writer(path);
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QString other = put(u"z.pdf"_s, "at once");
    // While it grows between any two looks it is never reported, though its neighbour is.
    QTimer grow;
    connect(&grow, &QTimer::timeout, this, [&writer] { writer.write("more"); });
    grow.start(10);
    QTRY_COMPARE(m_ready, QStringList{other});
    grow.stop();
    writer.close();
    QTRY_COMPARE(m_ready, (QStringList{other, path}));
}

void TestFolderWatch::passesOverUnfinishedNames()
{
    start();
    const QString part = put(u"scan.jpg.part"_s, "half");
    (void)put(u".hidden.jpg"_s, "x");
    (void)put(u"~$draft.pdf"_s, "x");
    const QString done = put(u"done.jpg"_s, "x");
    QTRY_COMPARE(m_ready, QStringList{done});
    const QString whole = m_dir->filePath(u"scan.jpg"_s);
    QVERIFY(QFile::rename(part, whole));
    QTRY_COMPARE(m_ready, (QStringList{done, whole}));
}

void TestFolderWatch::reportsEmptyFileInTheEnd()
{
    start();
    const QString empty = put(u"empty.jpg"_s, {});
    const QString full = put(u"full.jpg"_s, "x");
    QTRY_COMPARE(m_ready, (QStringList{full, empty}));
}

void TestFolderWatch::setsAsideUnderFreeNames()
{
    start();
    for (const QString &name : {u"scan.jpg"_s, u"scan (2).jpg"_s, u"scan (3).jpg"_s}) {
        const QString path = put(u"scan.jpg"_s, name.toUtf8());
        const Result<QString> moved = m_watch->setAside(path);
        QVERIFY(moved.ok());
        QCOMPARE(moved.value(), m_dir->filePath(u"taken/"_s + name));
        QVERIFY(!QFile::exists(path));
    }
    const Result<QString> gone = m_watch->setAside(m_dir->filePath(u"scan.jpg"_s));
    QVERIFY(!gone.ok());
    QCOMPARE(gone.error().kind, ErrorKind::FileVanished);
}

void TestFolderWatch::reportsSameNameAgain()
{
    start();
    const QString path = put(u"scan0001.jpg"_s, "first");
    QTRY_COMPARE(m_ready, QStringList{path});
    QVERIFY(m_watch->setAside(path).ok());
    QCOMPARE(put(u"scan0001.jpg"_s, "the second one"), path);
    QTRY_COMPARE(m_ready, (QStringList{path, path}));
}

void TestFolderWatch::stopsAndTurns()
{
    start();
    const QString first = put(u"a.jpg"_s, "x");
    QTRY_COMPARE(m_ready, QStringList{first});
    QTemporaryDir other;
    // The receiver turns to another folder while it is being told.
    const auto turn = [this, &other](const QStringList &paths) {
        m_ready += paths;
        QVERIFY(m_watch->watch(other.path(), [this](const QStringList &more) { m_ready += more; })
                    .ok());
    };
    QVERIFY(m_watch->watch(m_dir->path(), turn).ok());
    QTRY_COMPARE(m_ready.size(), 2);
    const QString next = samples::writeFile(other.path(), u"n.jpg"_s, "x");
    QTRY_COMPARE(m_ready.size(), 3);
    QCOMPARE(m_ready.last(), next);
}

void TestFolderWatch::refusesWhatIsNoFolder()
{
    const Result<Done> result = m_watch->watch(m_dir->filePath(u"nowhere"_s), {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, ErrorKind::FileUnreadable);
}

HALL_TEST_MAIN(QCoreApplication, TestFolderWatch)
#include "tst_folderwatch.moc"

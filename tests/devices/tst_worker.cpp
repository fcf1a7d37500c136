#include "devices/importing/fileimporter.h"
#include "devices/importing/workerclient.h"
#include "samplefiles.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

#include <csignal>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

const QString workerProgram = QString::fromLatin1(HALL_BIN_DIR) + u"/onehall-worker"_s;

PagesJob tiffJob(int pages)
{
    return {.type = u"tiff"_s,
            .maxPixels = 1'000'000,
            .maxPageBytes = 1'000'000,
            .maxPages = 200,
            .bytes = samples::tiff(pages, {20, 20})};
}

bool always()
{
    return true;
}

} // namespace

class TestWorker final : public QObject
{
    Q_OBJECT

private slots:
    void framesSurviveAnyPieces();
    void refusesMonstrousFrame();
    void refusesFrameThatIsNoJson();
    void messagesComeBackEqual();
    void doesOneJobAfterAnother();
    void startsAnotherAfterDeathBetweenJobs();
    void reportsDeathDuringJob();
    void killsHungWorker();
    void stopsWhenNotWanted();
    void reportsMissingProgram();
    void reportsNonsense();
    void keepsPagesBeforeDeath();
    void importerGoesOnAfterCrash();

private:
    QString script(const QByteArray &body);

    QTemporaryDir m_dir;
};

QString TestWorker::script(const QByteArray &body)
{
    const QString path = samples::writeFile(m_dir.path(), u"worker.sh"_s, "#!/bin/sh\n" + body);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void TestWorker::framesSurviveAnyPieces()
{
    const Frame one{.head = {{u"a"_s, u"一"_s}}, .bytes = QByteArray("x\0y", 3)};
    const Frame two{.head = {{u"b"_s, 2}}};
    const QByteArray stream = encodeFrame(one) + encodeFrame(two);
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        FrameReader reader;
        QList<Frame> frames;
        for (qsizetype pos = 0; pos < stream.size(); pos += size) {
            reader.feed(stream.mid(pos, size));
            while (const std::optional<Frame> frame = reader.next())
                frames.append(*frame);
        }
        QVERIFY(!reader.isBroken());
        QCOMPARE(frames.size(), 2);
        QCOMPARE(frames[0].head, one.head);
        QCOMPARE(frames[0].bytes, one.bytes);
        QCOMPARE(frames[1].head, two.head);
    }
}

void TestWorker::refusesMonstrousFrame()
{
    QByteArray header(8, '\0');
    qToBigEndian(quint32(2), header.data());
    qToBigEndian(quint32(0xffffffff), header.data() + 4);
    FrameReader reader;
    reader.feed(header);
    QVERIFY(!reader.next());
    QVERIFY(reader.isBroken());
}

void TestWorker::refusesFrameThatIsNoJson()
{
    QByteArray header(8, '\0');
    qToBigEndian(quint32(3), header.data());
    FrameReader reader;
    reader.feed(header + "abc");
    QVERIFY(!reader.next());
    QVERIFY(reader.isBroken());
}

void TestWorker::messagesComeBackEqual()
{
    const PageReply page{.page = 3, .format = u"png"_s, .size = {4, 5}, .bytes = "abc"};
    const std::optional<WorkerReply> back = replyOf(toFrame(WorkerReply(page)));
    QVERIFY(back && std::holds_alternative<PageReply>(*back));
    QCOMPARE(std::get<PageReply>(*back).page, 3);
    QCOMPARE(std::get<PageReply>(*back).size, QSize(4, 5));
    QCOMPARE(std::get<PageReply>(*back).bytes, QByteArray("abc"));
    for (const ErrorKind kind :
         {ErrorKind::ImageBroken, ErrorKind::ImageTooLarge, ErrorKind::TooManyPages,
          ErrorKind::FileTooLarge, ErrorKind::FileLocked, ErrorKind::WorkerFailed}) {
        const ProblemReply problem{.page = 1, .error = {.kind = kind, .detail = u"d"_s}};
        const std::optional<WorkerReply> reply = replyOf(toFrame(WorkerReply(problem)));
        QVERIFY(reply && std::holds_alternative<ProblemReply>(*reply));
        QCOMPARE(std::get<ProblemReply>(*reply).error, problem.error);
    }
    QVERIFY(!replyOf(Frame{.head = {{u"reply"_s, u"other"_s}}}));
    QVERIFY(!jobOf(Frame{.head = {{u"job"_s, u"format the disk"_s}}}));
}

void TestWorker::doesOneJobAfterAnother()
{
    WorkerClient client({.program = workerProgram});
    QCOMPARE(client.pid(), 0);
    QCOMPARE(client.run(tiffJob(2), always).pages.size(), 2);
    const qint64 pid = client.pid();
    QVERIFY(pid > 0);
    QCOMPARE(client.run(tiffJob(3), always).pages.size(), 3);
    QCOMPARE(client.pid(), pid);
}

void TestWorker::startsAnotherAfterDeathBetweenJobs()
{
    WorkerClient client({.program = workerProgram});
    QCOMPARE(client.run(tiffJob(1), always).pages.size(), 1);
    const qint64 pid = client.pid();
    QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
    // Whether its death is noticed before or during the next job is the system's affair; the job
    // after that one runs in any case.
    const WorkerAnswer next = client.run(tiffJob(1), always);
    QVERIFY(next.pages.size() == 1 || next.problems.first().error.kind == ErrorKind::WorkerFailed);
    QCOMPARE(client.run(tiffJob(1), always).pages.size(), 1);
    QVERIFY(client.pid() != pid);
}

void TestWorker::reportsDeathDuringJob()
{
    WorkerClient client({.program = workerProgram});
    QCOMPARE(client.run(tiffJob(1), always).pages.size(), 1);
    const auto pid = static_cast<pid_t>(client.pid());
    // Stopped, it cannot answer; killed at the first look, it dies in the middle of the job.
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    int looks = 0;
    const WorkerAnswer answer = client.run(tiffJob(5), [&looks, pid] {
        if (++looks == 3)
            ::kill(pid, SIGKILL);
        return true;
    });
    QCOMPARE(answer.pages.size(), 0);
    QCOMPARE(answer.problems.size(), 1);
    QCOMPARE(answer.problems.first().error,
             (Error{.kind = ErrorKind::WorkerFailed, .detail = u"died"_s}));
    QCOMPARE(client.run(tiffJob(2), always).pages.size(), 2);
}

void TestWorker::killsHungWorker()
{
    WorkerClient client({.program = workerProgram, .replyTimeoutMs = 400});
    QCOMPARE(client.run(tiffJob(1), always).pages.size(), 1);
    const auto pid = static_cast<pid_t>(client.pid());
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    const WorkerAnswer answer = client.run(tiffJob(5), always);
    QCOMPARE(answer.problems.size(), 1);
    QCOMPARE(answer.problems.first().error,
             (Error{.kind = ErrorKind::WorkerFailed, .detail = u"hung"_s}));
    QCOMPARE(::kill(pid, 0), -1);
    QCOMPARE(client.run(tiffJob(2), always).pages.size(), 2);
}

void TestWorker::stopsWhenNotWanted()
{
    WorkerClient client({.program = workerProgram});
    const WorkerAnswer answer = client.run(tiffJob(5), [] { return false; });
    QCOMPARE(answer.problems.size(), 0);
    QCOMPARE(client.pid(), 0);
}

void TestWorker::reportsMissingProgram()
{
    WorkerClient client({.program = m_dir.filePath(u"nothing"_s)});
    const WorkerAnswer answer = client.run(tiffJob(1), always);
    QCOMPARE(answer.problems.size(), 1);
    QCOMPARE(answer.problems.first().error,
             (Error{.kind = ErrorKind::WorkerFailed, .detail = u"start"_s}));
}

void TestWorker::reportsNonsense()
{
    WorkerClient client({.program = script("echo 'I am not a worker at all'; cat >/dev/null")});
    const WorkerAnswer answer = client.run(tiffJob(1), always);
    QCOMPARE(answer.problems.size(), 1);
    QCOMPARE(answer.problems.first().error,
             (Error{.kind = ErrorKind::WorkerFailed, .detail = u"protocol"_s}));
}

void TestWorker::keepsPagesBeforeDeath()
{
    const PageReply page{.page = 1, .format = u"png"_s, .size = {1, 1}, .bytes = "first"};
    const QString reply
        = samples::writeFile(m_dir.path(), u"reply"_s, encodeFrame(toFrame(WorkerReply(page))));
    WorkerClient client({.program = script("cat '" + reply.toUtf8() + "'; exit 1")});
    const WorkerAnswer answer = client.run(tiffJob(3), always);
    QCOMPARE(answer.pages.size(), 1);
    QCOMPARE(answer.pages.first().bytes, QByteArray("first"));
    QCOMPARE(answer.problems.size(), 1);
    QCOMPARE(answer.problems.first().page, 2);
    QCOMPARE(answer.problems.first().error.kind, ErrorKind::WorkerFailed);
}

void TestWorker::importerGoesOnAfterCrash()
{
    FileImporter importer({.program = workerProgram, .replyTimeoutMs = 500});
    const QString path = samples::writeFile(m_dir.path(), u"a.tif"_s, samples::tiff(2, {9, 9}));
    QCOMPARE(importer.importFiles({path}).result().pages.size(), 2);
    const auto pid = static_cast<pid_t>(importer.workerPid());
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    const ImportOutcome crashed = importer.importFiles({path}).result();
    QCOMPARE(crashed.problems.size(), 1);
    QCOMPARE(crashed.problems.first().error.kind, ErrorKind::WorkerFailed);
    QCOMPARE(importer.workerPid(), 0);
    QCOMPARE(importer.importFiles({path}).result().pages.size(), 2);
    QVERIFY(importer.workerPid() != pid);
}

HALL_TEST_MAIN(QCoreApplication, TestWorker)
#include "tst_worker.moc"

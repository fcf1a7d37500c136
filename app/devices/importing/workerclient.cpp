#include "devices/importing/workerclient.h"

#include <QDeadlineTimer>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// How soon a call-off is noticed.
constexpr int sliceMs = 100;
constexpr int endTimeoutMs = 1000;

ProblemReply failed(const WorkerAnswer &answer, const QString &detail)
{
    const int page = answer.pages.isEmpty() ? 0 : answer.pages.last().page + 1;
    return {.page = page, .error = {.kind = ErrorKind::WorkerFailed, .detail = detail}};
}

} // namespace

WorkerClient::WorkerClient(WorkerOptions options)
    : m_options(std::move(options))
{
}

WorkerClient::~WorkerClient()
{
    if (!m_process)
        return;
    // The end of its input is the worker's sign to go.
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(endTimeoutMs))
        end();
}

qint64 WorkerClient::pid() const
{
    return m_process ? m_process->processId() : 0;
}

WorkerAnswer WorkerClient::run(const PagesJob &job, const IsWanted &isWanted)
{
    WorkerAnswer answer;
    if (!start()) {
        end();
        answer.problems.append(failed(answer, u"start"_s));
        return answer;
    }
    Talk talk = send(encodeFrame(toFrame(job)), isWanted);
    if (talk == Talk::Going)
        talk = listen(answer, isWanted);
    if (talk == Talk::Finished)
        return answer;
    end();
    if (talk != Talk::NotWanted) {
        const QString detail = talk == Talk::Died ? u"died"_s
            : talk == Talk::Hung                  ? u"hung"_s
                                                  : u"protocol"_s;
        answer.problems.append(failed(answer, detail));
    }
    return answer;
}

bool WorkerClient::start()
{
    if (m_process) {
        // Lets the process object notice a death since the last job.
        m_process->waitForFinished(0);
        if (m_process->state() == QProcess::Running)
            return true;
        end();
    }
    m_frames = FrameReader();
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_options.program);
    // The libraries complain there about the content of people's files.
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->start(QIODevice::ReadWrite | QIODevice::Unbuffered);
    return m_process->waitForStarted(m_options.startTimeoutMs);
}

WorkerClient::Talk WorkerClient::send(const QByteArray &frame, const IsWanted &isWanted)
{
    const QDeadlineTimer deadline(m_options.replyTimeoutMs);
    m_process->write(frame);
    while (m_process->bytesToWrite() > 0) {
        if (!isWanted())
            return Talk::NotWanted;
        if (deadline.hasExpired())
            return Talk::Hung;
        m_process->waitForBytesWritten(sliceMs);
        if (m_process->state() != QProcess::Running)
            return Talk::Died;
    }
    return Talk::Going;
}

WorkerClient::Talk WorkerClient::listen(WorkerAnswer &answer, const IsWanted &isWanted)
{
    QDeadlineTimer deadline(m_options.replyTimeoutMs);
    while (true) {
        if (!isWanted())
            return Talk::NotWanted;
        if (m_process->waitForReadyRead(sliceMs))
            deadline.setRemainingTime(m_options.replyTimeoutMs);
        const Talk talk = takeReplies(answer);
        if (talk != Talk::Going)
            return talk;
        if (m_process->state() != QProcess::Running)
            return Talk::Died;
        if (deadline.hasExpired())
            return Talk::Hung;
    }
}

WorkerClient::Talk WorkerClient::takeReplies(WorkerAnswer &answer)
{
    m_frames.feed(m_process->readAllStandardOutput());
    while (const std::optional<Frame> frame = m_frames.next()) {
        const std::optional<WorkerReply> reply = replyOf(*frame);
        if (!reply)
            return Talk::Nonsense;
        if (std::holds_alternative<JobDone>(*reply))
            return Talk::Finished;
        if (const auto *page = std::get_if<PageReply>(&*reply))
            answer.pages.append(*page);
        else if (const auto *problem = std::get_if<ProblemReply>(&*reply))
            answer.problems.append(*problem);
    }
    return m_frames.isBroken() ? Talk::Nonsense : Talk::Going;
}

void WorkerClient::end()
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(endTimeoutMs);
    }
    m_process.reset();
}

} // namespace hall

#pragma once

#include "devices/protocol/messages.h"

#include <QList>
#include <QProcess>
#include <QString>

#include <functional>
#include <memory>

namespace hall {

struct WorkerOptions
{
    QString program = {}; ///< path of onehall-worker
    int startTimeoutMs = 15000;
    int replyTimeoutMs = 60000; ///< between two replies: the slowest page must fit
};

/// What a job gave. Pages and problems that arrived before a failure are kept.
struct WorkerAnswer
{
    QList<PageReply> pages = {};
    QList<ProblemReply> problems = {};
};

/// Our end of the worker's pipe: starts it when it is needed, kills it when it hangs, starts
/// another after a crash. It blocks, so it lives and is used in one thread that may block.
class WorkerClient
{
public:
    using IsWanted = std::function<bool()>;

    explicit WorkerClient(WorkerOptions options);
    ~WorkerClient();
    Q_DISABLE_COPY_MOVE(WorkerClient)

    /// A worker that dies, hangs or talks nonsense ends the answer with the problem WorkerFailed
    /// (detail: "start", "died", "hung", "protocol") for the page that was due. Once `isWanted`
    /// says no, the worker is killed and the answer so far is returned.
    [[nodiscard]] WorkerAnswer run(const PagesJob &job, const IsWanted &isWanted);
    /// Of the running process; 0 = none runs.
    [[nodiscard]] qint64 pid() const;

private:
    enum class Talk { Going, Finished, Died, Hung, Nonsense, NotWanted };

    [[nodiscard]] bool start();
    [[nodiscard]] Talk send(const QByteArray &frame, const IsWanted &isWanted);
    [[nodiscard]] Talk listen(WorkerAnswer &answer, const IsWanted &isWanted);
    [[nodiscard]] Talk takeReplies(WorkerAnswer &answer);
    void end();

    WorkerOptions m_options;
    std::unique_ptr<QProcess> m_process;
    FrameReader m_frames;
};

} // namespace hall

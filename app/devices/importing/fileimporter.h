#pragma once

#include "devices/api/pageimporter.h"
#include "devices/importing/workerclient.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace hall {

/// The importer of the program. JPEG and PNG are checked in its own thread; everything else is
/// hostile until shown otherwise and is decoded by onehall-worker, a process of its own.
class FileImporter final : public PageImporter
{
public:
    explicit FileImporter(WorkerOptions worker, ImportLimits limits = {});
    ~FileImporter() override;
    Q_DISABLE_COPY_MOVE(FileImporter)

    QFuture<ImportOutcome> importFiles(const QStringList &paths) override;
    QFuture<ImportOutcome> importImage(const QImage &image) override;

    /// The worker's process id for the diagnostics page; 0 = none runs.
    [[nodiscard]] qint64 workerPid() const { return m_workerPid.load(); }

private:
    using IsWanted = std::function<bool()>;
    using Work = std::function<ImportOutcome(const IsWanted &)>;

    [[nodiscard]] QFuture<ImportOutcome> enqueue(Work work);
    [[nodiscard]] ImportOutcome takeFiles(const QStringList &paths, const IsWanted &isWanted);
    void takeFile(const QString &path, const IsWanted &isWanted, ImportOutcome &outcome);
    [[nodiscard]] ImportOutcome askWorker(const PagesJob &job, const IsWanted &isWanted);

    const WorkerOptions m_options;
    const ImportLimits m_limits;
    std::atomic_bool m_ending = false;
    std::atomic<qint64> m_workerPid = 0;
    QThread m_thread;
    std::unique_ptr<WorkerClient> m_worker; ///< made, used and destroyed in m_thread
    std::unique_ptr<QObject> m_inThread;    ///< receives the jobs in m_thread, in order
};

} // namespace hall

#include "devices/importing/fileimporter.h"

#include "devices/importing/filebytes.h"
#include "devices/importing/filekind.h"
#include "devices/importing/imagecheck.h"

#include <QFileInfo>
#include <QImageReader>
#include <QPromise>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Puts one page or its error into the outcome.
void add(ImportOutcome &outcome, Result<ImportedPage> page)
{
    if (page.ok())
        outcome.pages.append(std::move(page).value());
    else
        outcome.problems.append({.error = page.error()});
}

/// Moves what one file gave to the end of the whole outcome, with the file's name on it.
void append(ImportOutcome &whole, ImportOutcome part, const QString &fileName)
{
    for (ImportedPage &page : part.pages) {
        page.fileName = fileName;
        whole.pages.append(std::move(page));
    }
    for (ImportProblem &problem : part.problems) {
        problem.fileName = fileName;
        whole.problems.append(std::move(problem));
    }
}

} // namespace

FileImporter::FileImporter(WorkerOptions worker, ImportLimits limits)
    : m_options(std::move(worker))
    , m_limits(limits)
    , m_inThread(std::make_unique<QObject>())
{
    QImageReader::setAllocationLimit(allocationLimitMb);
    m_thread.setObjectName(u"import"_s);
    m_inThread->moveToThread(&m_thread);
    m_thread.start();
}

FileImporter::~FileImporter()
{
    m_ending = true;
    // Jobs still waiting come first in the queue and see that nobody wants them.
    QMetaObject::invokeMethod(
        m_inThread.get(), [this] { m_worker.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<ImportOutcome> FileImporter::importFiles(const QStringList &paths)
{
    return enqueue([this, paths](const IsWanted &isWanted) { return takeFiles(paths, isWanted); });
}

QFuture<ImportOutcome> FileImporter::importImage(const QImage &image)
{
    return enqueue([this, image](const IsWanted &) {
        ImportOutcome outcome;
        add(outcome, pastedPage(image, m_limits));
        return outcome;
    });
}

QFuture<ImportOutcome> FileImporter::enqueue(Work work)
{
    const auto promise = std::make_shared<QPromise<ImportOutcome>>();
    promise->start();
    const auto runJob = [this, promise, work = std::move(work)] {
        const IsWanted isWanted = [this, &promise] { return !m_ending && !promise->isCanceled(); };
        ImportOutcome outcome = isWanted() ? work(isWanted) : ImportOutcome();
        if (isWanted())
            promise->addResult(std::move(outcome));
        else
            promise->future().cancel();
        promise->finish();
    };
    QMetaObject::invokeMethod(m_inThread.get(), runJob, Qt::QueuedConnection);
    return promise->future();
}

ImportOutcome FileImporter::takeFiles(const QStringList &paths, const IsWanted &isWanted)
{
    ImportOutcome outcome;
    for (const QString &path : paths) {
        if (!isWanted())
            break;
        takeFile(path, isWanted, outcome);
    }
    return outcome;
}

void FileImporter::takeFile(const QString &path, const IsWanted &isWanted, ImportOutcome &outcome)
{
    ImportOutcome part;
    const Result<QByteArray> bytes = readWholeFile(path, m_limits.fileBytes);
    if (!bytes.ok()) {
        part.problems.append({.error = bytes.error()});
    } else {
        const FileKind kind = fileKindOf(bytes.value());
        if (kind == FileKind::Unknown)
            part.problems.append({.error = {.kind = ErrorKind::FormatUnknown}});
        else if (kind == FileKind::Jpeg)
            add(part, checkedJpeg(bytes.value(), m_limits));
        else if (kind == FileKind::Png)
            add(part, checkedPng(bytes.value(), m_limits));
        else
            part = askWorker({.type = workerType(kind, bytes.value()),
                              .maxPixels = m_limits.pixels,
                              .maxPageBytes = m_limits.fileBytes,
                              .maxPages = m_limits.pagesPerFile,
                              .bytes = bytes.value()},
                             isWanted);
    }
    append(outcome, std::move(part), QFileInfo(path).fileName());
}

ImportOutcome FileImporter::askWorker(const PagesJob &job, const IsWanted &isWanted)
{
    if (!m_worker)
        m_worker = std::make_unique<WorkerClient>(m_options);
    const WorkerAnswer answer = m_worker->run(job, isWanted);
    m_workerPid = m_worker->pid();
    ImportOutcome outcome;
    for (const PageReply &page : answer.pages)
        outcome.pages.append(
            {.bytes = page.bytes, .format = page.format, .size = page.size, .page = page.page});
    for (const ProblemReply &problem : answer.problems)
        outcome.problems.append({.error = problem.error, .page = problem.page});
    return outcome;
}

} // namespace hall

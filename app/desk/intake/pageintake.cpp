#include "desk/intake/pageintake.h"

#include "devices/api/pagefolder.h"
#include "devices/api/pageimporter.h"
#include "store/pagestore.h"

#include <QtConcurrent>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

TakenPages kept(const ImportOutcome &outcome, int line, const Workplace &place)
{
    TakenPages taken;
    for (const ImportProblem &problem : outcome.problems)
        taken.problems.append({problem.error, problem.page, problem.fileName});
    for (const ImportedPage &page : outcome.pages) {
        const Result<QByteArray> sha = place.pages.put(page.bytes);
        if (!sha.ok()) {
            taken.problems.append({sha.error(), page.page, page.fileName});
            continue;
        }
        taken.pages.append({.id = place.ids.make<PageId>(),
                            .sha = sha.value(),
                            .format = page.format,
                            .line = line,
                            .rotation = page.rotation,
                            .title = page.fileName});
    }
    return taken;
}

} // namespace

QFuture<TakenPages> PageIntake::takeFiles(const QStringList &paths, int line) const
{
    return m_place.importer.importFiles(paths).then(
        QtFuture::Launch::Async, [line, place = &m_place](const ImportOutcome &outcome) {
            return kept(outcome, line, *place);
        });
}

QFuture<TakenPages> PageIntake::takeImage(const QImage &image, int line) const
{
    return m_place.importer.importImage(image).then(
        QtFuture::Launch::Async, [line, place = &m_place](const ImportOutcome &outcome) {
            return kept(outcome, line, *place);
        });
}

QFuture<QImage> PageIntake::picture(const PageRef &page) const
{
    return QtConcurrent::run([sha = page.sha, format = page.format, place = &m_place] {
        const Result<QByteArray> bytes = place->pages.read(sha);
        return bytes.ok() ? QImage::fromData(bytes.value(), qPrintable(format)) : QImage();
    });
}

Result<Done> PageIntake::watch(const QString &folder,
                               std::function<void(const QStringList &paths)> ready) const
{
    if (!m_place.pageFolder)
        return Done{};
    m_place.pageFolder->stop();
    if (folder.isEmpty())
        return Done{};
    return m_place.pageFolder->watch(folder, std::move(ready));
}

void PageIntake::setAside(const QStringList &paths) const
{
    if (!m_place.pageFolder)
        return;
    for (const QString &path : paths) {
        // A file that cannot be moved stays; it is offered again at the next start, which is seen.
        const Result<QString> aside = m_place.pageFolder->setAside(path);
        if (!aside.ok())
            continue;
    }
}

} // namespace hall

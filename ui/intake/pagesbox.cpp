#include "ui/intake/pagesbox.h"

#include "domain/whendone.h"
#include "ui/intake/intaketext.h"
#include "ui/intake/pagesdialog.h"
#include "ui/intake/visit.h"
#include "ui/shared/decision.h"
#include "ui/shared/icon.h"
#include "ui_pagesbox.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

PagesBox::PagesBox(const PageContext &context, Visit &visit, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PagesBox>())
    , m_context(context)
    , m_visit(visit)
    , m_intake(context.place)
{
    m_ui->setupUi(this);
    m_ui->attachButton->setIcon(icon(u"attach"_s));
    m_ui->viewButton->setIcon(icon(u"zoom-in"_s));
    m_ui->pageStrip->setSource([this](PageId id) {
        const ItemWork *work = m_visit.current();
        const QList<PageRef> pages = work ? work->pages : QList<PageRef>();
        const auto page = std::ranges::find(pages, id, &PageRef::id);
        return m_intake.picture(page == pages.end() ? PageRef{} : *page);
    });
    m_ui->pageStrip->setEmptyText(
        tr("No pages yet. Drop files here, press Ctrl+I, or paste a picture with Ctrl+V."));
    connectStrip();
    refresh();
}

PagesBox::~PagesBox() = default;

void PagesBox::connectStrip()
{
    connect(m_ui->attachButton, &QToolButton::clicked, this, &PagesBox::chooseFiles);
    connect(m_ui->viewButton, &QToolButton::clicked, this, &PagesBox::showLarge);
    connect(m_ui->pageStrip, &ThumbnailStrip::pageOpened, this, &PagesBox::showLarge);
    connect(m_ui->pageStrip, &ThumbnailStrip::filesDropped, this, &PagesBox::attachFiles);
    connect(m_ui->pageStrip, &ThumbnailStrip::imagePasted, this,
            [this](const QImage &image) { take(m_intake.takeImage(image, m_line), {}); });
    connect(m_ui->pageStrip, &ThumbnailStrip::turnAsked, this, &PagesBox::turn);
    connect(m_ui->pageStrip, &ThumbnailStrip::removeAsked, this, &PagesBox::remove);
    connect(m_ui->pageStrip, &ThumbnailStrip::movedTo, this, &PagesBox::move);
    connect(&m_visit, &Visit::currentEdited, this, &PagesBox::refresh);
    connect(&m_visit, &Visit::itemsChanged, this, [this] {
        refresh();
        if (m_visit.current())
            attachWatched({});
    });
    connect(&m_visit, &Visit::shown, this, [this] { m_ui->problemsLabel->hide(); });
}

void PagesBox::setLine(int line)
{
    m_line = line;
    refresh();
}

void PagesBox::chooseFiles()
{
    if (!m_visit.current()) {
        Q_EMIT said(tr("Choose an item first; then attach pages to one of its lines."));
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setObjectName(u"attachDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Pictures and PDF (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &PagesBox::attachFiles);
    dialog->open();
}

void PagesBox::attachFiles(const QStringList &paths)
{
    if (!m_visit.current())
        Q_EMIT said(tr("Choose an item first; then attach pages to one of its lines."));
    else
        take(m_intake.takeFiles(paths, m_line), {});
}

void PagesBox::attachWatched(const QStringList &paths)
{
    m_watched += paths;
    if (m_visit.current() && !m_watched.isEmpty()) {
        const QStringList files = std::exchange(m_watched, {});
        take(m_intake.takeFiles(files, m_line), files);
    } else if (!m_watched.isEmpty()) {
        Q_EMIT said(
            tr("%n scanned file(s) wait until an item is chosen.", nullptr, int(m_watched.size())));
    }
}

void PagesBox::attachClipboard()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    if (!data || !m_visit.current())
        return;
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty())
        attachFiles(paths);
    else if (data->hasImage())
        take(m_intake.takeImage(qvariant_cast<QImage>(data->imageData()), m_line), {});
    else
        Q_EMIT said(tr("There is no picture and no file in the clipboard."));
}

void PagesBox::take(const QFuture<TakenPages> &taken, const QStringList &watched)
{
    ++m_running;
    m_ui->importLabel->setText(tr("Reading …"));
    m_ui->problemsLabel->hide();
    const QString item = m_visit.current() ? m_visit.current()->item : QString();
    const auto end = [this] {
        --m_running;
        if (m_running == 0)
            m_ui->importLabel->clear();
    };
    whenDone(
        taken, this,
        [this, item, watched, end](const TakenPages &pages) {
            end();
            add(pages, item);
            if (!watched.isEmpty() && !pages.pages.isEmpty())
                m_intake.setAside(watched);
        },
        [this, end] {
            end();
            Q_EMIT said(tr("The files were not read. Attach them again."));
        });
}

void PagesBox::add(const TakenPages &taken, const QString &item)
{
    QStringList problems;
    for (const PageProblem &problem : taken.problems)
        problems.append(IntakeText::pageProblem(problem));
    m_ui->problemsLabel->setText(problems.join(u'\n'));
    m_ui->problemsLabel->setVisible(!problems.isEmpty());
    if (taken.pages.isEmpty())
        return;
    const bool isStillThere = m_visit.current() && m_visit.current()->item == item;
    if (!isStillThere) {
        Q_EMIT said(tr("The item was changed while pages were read. Attach them again."));
        return;
    }
    if (!m_visit.isCurrentOpen()) {
        Q_EMIT commandAsked(AttachPages{.pages = taken.pages});
        return;
    }
    m_visit.editCurrent([&taken](ItemWork &work) { work.pages.append(taken.pages); });
    Q_EMIT attached();
}

QList<PageRef> PagesBox::pagesOf(int line) const
{
    QList<PageRef> pages;
    if (const ItemWork *work = m_visit.current()) {
        std::ranges::copy_if(work->pages, std::back_inserter(pages),
                             [line](const PageRef &page) { return page.line == line; });
    }
    return pages;
}

QList<PageThumb> PagesBox::thumbs(int line) const
{
    const ItemDef *item = m_visit.currentItem();
    QString title;
    if (item) {
        const auto due = std::ranges::find(item->materials, line, &MaterialDef::no);
        title = due == item->materials.end() ? QString() : due->name.in(IntakeText::language());
    }
    QList<PageThumb> thumbs;
    for (const PageRef &page : pagesOf(line))
        thumbs.append({.id = page.id, .title = title, .rotation = page.rotation});
    return thumbs;
}

void PagesBox::refresh()
{
    const QList<PageThumb> shown = thumbs(m_line);
    if (shown != m_ui->pageStrip->pages())
        m_ui->pageStrip->setPages(shown);
    m_ui->pageStrip->setEditable(m_visit.current() != nullptr);
    m_ui->viewButton->setEnabled(!shown.isEmpty());
    m_ui->attachButton->setEnabled(m_visit.current() != nullptr);
    m_ui->pagesOfLabel->setText(
        m_line == 0 ? QString()
                    : tr("Line %1: %n page(s)", nullptr, int(shown.size())).arg(m_line));
}

bool PagesBox::isInJournal(const PageId &page) const
{
    const CaseFile *file = m_visit.currentFile();
    return file && std::ranges::find(file->pages, page, &CasePage::id) != file->pages.end();
}

void PagesBox::turn(const QList<PageId> &pages, int degrees)
{
    for (const PageId &id : pages) {
        int rotation = 0;
        m_visit.editCurrent([&id, &rotation, degrees](ItemWork &work) {
            const auto page = std::ranges::find(work.pages, id, &PageRef::id);
            if (page != work.pages.end())
                rotation = page->rotation = (page->rotation + degrees + 360) % 360;
        });
        if (isInJournal(id))
            Q_EMIT commandAsked(RotatePage{.page = id, .rotation = rotation});
    }
}

void PagesBox::remove(const QList<PageId> &pages)
{
    QList<PageId> inJournal;
    std::ranges::copy_if(pages, std::back_inserter(inJournal),
                         [this](const PageId &id) { return isInJournal(id); });
    if (inJournal.isEmpty()) {
        dropFromDraft(pages);
        return;
    }
    confirm(this,
            {.title = tr("Take pages off"),
             .question = tr("Take %n page(s) off this case?", nullptr, int(pages.size())),
             .consequence = tr("They stay in the history of the case."),
             .yes = tr("Take off"),
             .reasonLabel = tr("Reason"),
             .phrases = {tr("Wrong page"), tr("Unreadable, replaced by a better one")}},
            [this, pages, inJournal](const QString &reason) {
                dropFromDraft(pages);
                for (const PageId &id : inJournal)
                    Q_EMIT commandAsked(RemovePage{.page = id, .reason = reason});
            });
}

void PagesBox::dropFromDraft(const QList<PageId> &pages)
{
    m_visit.editCurrent([&pages](ItemWork &work) {
        work.pages.removeIf([&pages](const PageRef &page) { return pages.contains(page.id); });
    });
}

void PagesBox::move(int from, int to)
{
    const QList<PageRef> line = pagesOf(m_line);
    if (from < 0 || from >= line.size() || to < 0 || to >= line.size())
        return;
    const PageRef &moved = line.at(from);
    const PageId target = line.at(to).id;
    m_visit.editCurrent([&](ItemWork &work) {
        work.pages.removeIf([&moved](const PageRef &page) { return page.id == moved.id; });
        const auto place = std::ranges::find(work.pages, target, &PageRef::id);
        work.pages.insert(to > from && place != work.pages.end() ? place + 1 : place, moved);
    });
    if (isInJournal(moved.id))
        Q_EMIT commandAsked(MovePage{.page = moved.id, .line = m_line, .position = to});
}

void PagesBox::showLarge()
{
    const QList<PageThumb> shown = thumbs(m_line);
    if (shown.isEmpty() || findChild<PagesDialog *>())
        return;
    const ItemWork work = *m_visit.current();
    auto *dialog = new PagesDialog(shown, m_ui->pageStrip->currentPage(), this);
    dialog->setSource([this, work](PageId id) {
        const auto page = std::ranges::find(work.pages, id, &PageRef::id);
        return m_intake.picture(page == work.pages.end() ? PageRef{} : *page);
    });
    dialog->open();
}

} // namespace hall

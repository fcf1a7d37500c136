#include "ui/shared/pageviewer.h"

#include "ui/shared/icon.h"
#include "ui/shared/pageviewercanvas.h"
#include "ui/shared/pageviewerloader.h"
#include "ui_pageviewer.h"

#include <QAction>

#include <algorithm>
#include <cmath>

namespace hall {

using namespace Qt::StringLiterals;

namespace {
constexpr double zoomStep = 1.25;
}

PageViewer::PageViewer(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PageViewer>())
    , m_loader(new PageViewerLoader(this))
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->canvas);
    makeActions();
    connect(m_loader, &PageViewerLoader::arrived, this, &PageViewer::showArrived);
    connect(m_loader, &PageViewerLoader::failed, this, &PageViewer::showFailed);
    connect(m_ui->canvas, &PageViewerCanvas::zoomChanged, this, &PageViewer::updateBar);
    present();
}

PageViewer::~PageViewer() = default;

void PageViewer::makeActions()
{
    using Keys = QList<QKeySequence>;
    PageViewerCanvas *canvas = m_ui->canvas;
    bind(m_ui->previousPageButton, u"chevron-left"_s, Keys{Qt::Key_PageUp});
    bind(m_ui->nextPageButton, u"chevron-right"_s, Keys{Qt::Key_PageDown});
    bind(m_ui->zoomOutButton, u"zoom-out"_s, Keys{Qt::Key_Minus, Qt::CTRL | Qt::Key_Minus});
    bind(m_ui->zoomInButton, u"zoom-in"_s,
         Keys{Qt::Key_Plus, Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    bind(m_ui->fitWidthButton, u"fit"_s, Keys{Qt::Key_0, Qt::CTRL | Qt::Key_0});
    bind(m_ui->fitPageButton, u"page"_s, Keys{Qt::Key_9, Qt::CTRL | Qt::Key_9});
    bind(m_ui->turnLeftButton, u"rotate-left"_s, Keys{Qt::Key_BracketLeft});
    bind(m_ui->turnRightButton, u"rotate-right"_s, Keys{Qt::Key_BracketRight});
    const auto on = [this](QToolButton *button, auto act) {
        connect(button->defaultAction(), &QAction::triggered, this, act);
    };
    on(m_ui->previousPageButton, [this] { goTo(m_index - 1); });
    on(m_ui->nextPageButton, [this] { goTo(m_index + 1); });
    on(m_ui->zoomOutButton, [canvas] { canvas->zoomBy(1 / zoomStep); });
    on(m_ui->zoomInButton, [canvas] { canvas->zoomBy(zoomStep); });
    on(m_ui->fitWidthButton, [canvas] { canvas->setFit(PageViewerCanvas::Fit::Width); });
    on(m_ui->fitPageButton, [canvas] { canvas->setFit(PageViewerCanvas::Fit::Page); });
    on(m_ui->turnLeftButton, [this] { m_turn -= 90, showPicture(); });
    on(m_ui->turnRightButton, [this] { m_turn += 90, showPicture(); });
}

/// Text and object name come from the form's button; the action adds key, icon and enabling.
void PageViewer::bind(QToolButton *button, const QString &iconName, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(icon(iconName), button->text(), this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        u"%1 (%2)"_s.arg(button->text(), keys.first().toString(QKeySequence::NativeText)));
    addAction(action);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text());
}

void PageViewer::setSource(const PageImageSource &source)
{
    m_loader->setSource(source);
    present();
}

void PageViewer::setPages(const QList<PageThumb> &pages)
{
    const PageId before = currentPage();
    m_pages = pages;
    const auto at = std::ranges::find(m_pages, before, &PageThumb::id);
    const bool isKept = !before.isNull() && at != m_pages.end();
    m_index = isKept ? std::distance(m_pages.begin(), at) : (m_pages.isEmpty() ? -1 : 0);
    if (!isKept)
        m_turn = 0;
    present();
    if (currentPage() != before)
        Q_EMIT currentPageChanged(currentPage());
}

void PageViewer::updatePage(const PageThumb &page)
{
    const auto at = std::ranges::find(m_pages, page.id, &PageThumb::id);
    if (at == m_pages.end() || *at == page)
        return;
    *at = page;
    if (page.id == currentPage())
        present();
}

void PageViewer::showPage(const PageId &id)
{
    const auto at = std::ranges::find(m_pages, id, &PageThumb::id);
    if (at != m_pages.end())
        goTo(std::distance(m_pages.begin(), at));
}

PageId PageViewer::currentPage() const
{
    return m_index < 0 ? PageId() : m_pages[m_index].id;
}

QString PageViewer::sentence() const
{
    return m_ui->canvas->sentence();
}

void PageViewer::goTo(qsizetype index)
{
    if (index < 0 || index >= m_pages.size() || index == m_index)
        return;
    m_index = index;
    m_turn = 0;
    present();
    Q_EMIT currentPageChanged(currentPage());
}

void PageViewer::present()
{
    PageViewerCanvas *canvas = m_ui->canvas;
    if (m_index < 0) {
        canvas->showSentence(u"pages"_s, tr("There is no page yet."));
    } else if (m_pages[m_index].missing) {
        presentMissing(m_pages[m_index]);
    } else {
        const qsizetype after = m_index + 1;
        const bool hasNext = after < m_pages.size() && !m_pages[after].missing;
        if (m_loader->picture(currentPage()) != nullptr)
            showPicture();
        else
            canvas->showSentence(u"page"_s, tr("Loading the page …"));
        m_loader->fetch(currentPage(), hasNext ? m_pages[after].id : PageId());
    }
    updateBar();
}

void PageViewer::presentMissing(const PageThumb &page)
{
    PageViewerCanvas *canvas = m_ui->canvas;
    if (page.way == PageWay::None)
        canvas->showSentence(u"problem"_s,
                             tr("This page is not on this computer. It can be shown once it has "
                                "been fetched."));
    else if (page.way == PageWay::WhenReached)
        canvas->showSentence(u"clock"_s,
                             tr("This page is not on this computer yet. It is fetched as soon as "
                                "the centre can be reached again."));
    else if (page.percent < 0)
        canvas->showSentence(u"import"_s,
                             tr("This page is not on this computer yet. It is being fetched from "
                                "the centre …"),
                             0);
    else
        canvas->showSentence(
            u"import"_s,
            tr("This page is being fetched from the centre: %1 %", "40 %").arg(page.percent),
            page.percent);
}

void PageViewer::showArrived(const PageId &id)
{
    if (id == currentPage())
        showPicture();
}

void PageViewer::showFailed(const PageId &id)
{
    if (id != currentPage())
        return;
    m_ui->canvas->showSentence(u"problem"_s,
                               tr("This page cannot be shown, for its file is missing or damaged. "
                                  "Ask the system manager to restore it from the backup."));
    updateBar();
}

void PageViewer::showPicture()
{
    const PagePicture *picture = m_loader->picture(currentPage());
    if (m_index < 0 || picture == nullptr)
        return;
    PageViewerCanvas *canvas = m_ui->canvas;
    const int rotation = ((m_pages[m_index].rotation + m_turn) % 360 + 360) % 360;
    canvas->showPicture(*picture, rotation);
    updateBar();
    Q_EMIT pageShown(currentPage());
}

void PageViewer::updateBar()
{
    const bool hasPage = m_index >= 0;
    const bool hasPicture = m_ui->canvas->hasPicture();
    m_ui->pageLabel->setText(hasPage ? u"%1 / %2"_s.arg(m_index + 1).arg(m_pages.size())
                                     : QString());
    const QString title = hasPage ? m_pages[m_index].title : QString();
    const bool isRemoved = hasPage && m_pages[m_index].removed;
    m_ui->titleLabel->setText(isRemoved ? tr("%1 (removed)", "Identity card (removed)").arg(title)
                                        : title);
    m_ui->zoomLabel->setText(hasPicture ? u"%1 %"_s.arg(std::lround(m_ui->canvas->zoom() * 100))
                                        : QString());
    m_ui->previousPageButton->defaultAction()->setEnabled(m_index > 0);
    m_ui->nextPageButton->defaultAction()->setEnabled(m_index + 1 < m_pages.size());
    for (QToolButton *button : {m_ui->zoomOutButton, m_ui->zoomInButton, m_ui->fitWidthButton,
                                m_ui->fitPageButton, m_ui->turnLeftButton, m_ui->turnRightButton})
        button->defaultAction()->setEnabled(hasPicture);
}

} // namespace hall

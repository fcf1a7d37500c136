#include "ui/shared/paperpreview.h"

#include "ui/shared/icon.h"
#include "ui/shared/paperview.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QToolButton *barButton(QWidget *parent, const QString &name, const QString &iconName,
                       const QString &tip)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize({18, 18});
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString fileNameOf(const QString &title)
{
    QString name = title;
    for (QChar &c : name) {
        if (u"/\\:*?\"<>|"_s.contains(c))
            c = u'-';
    }
    return name.trimmed() + u".pdf"_s;
}

} // namespace

PaperPreview::PaperPreview(QWidget *parent)
    : QWidget(parent)
    , m_view(new PaperView)
    , m_scroll(new QScrollArea(this))
    , m_pageLabel(new QLabel(this))
    , m_previous(barButton(this, u"previousPageButton"_s, u"chevron-left"_s,
                           tr("Previous page (Page Up)")))
    , m_next(barButton(this, u"nextPageButton"_s, u"chevron-right"_s, tr("Next page (Page Down)")))
    , m_print(barButton(this, u"printPaperButton"_s, u"print"_s, tr("Print (Ctrl+P)")))
    , m_save(barButton(this, u"savePdfButton"_s, u"save"_s, tr("Save as PDF (Ctrl+S)")))
{
    m_scroll->setObjectName(u"paperBackground"_s);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_scroll->setWidget(m_view);
    m_view->setAutoFillBackground(false); // one ground around the sheet, not two
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_print->setText(tr("Print"));
    m_print->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusProxy(m_scroll);
    buildBar();
    refresh();
}

PaperPreview::~PaperPreview() = default;

void PaperPreview::buildBar()
{
    auto *zoomOut = barButton(this, u"zoomOutButton"_s, u"zoom-out"_s, tr("Smaller (Ctrl+−)"));
    auto *zoomIn = barButton(this, u"zoomInButton"_s, u"zoom-in"_s, tr("Larger (Ctrl++)"));
    auto *fit = barButton(this, u"fitButton"_s, u"fit"_s, tr("Whole width (Ctrl+0)"));
    // The text comes with the document; a bar that was laid out before gives it no room.
    m_pageLabel->setMinimumWidth(m_pageLabel->fontMetrics().horizontalAdvance(u"99 / 99"_s));
    m_pageLabel->setAlignment(Qt::AlignCenter);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_pageLabel),
                            static_cast<QWidget *>(m_next)})
        bar->addWidget(widget);
    bar->addSpacing(10);
    for (QToolButton *button : {zoomOut, zoomIn, fit})
        bar->addWidget(button);
    bar->addStretch();
    bar->addWidget(m_save);
    bar->addWidget(m_print);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_scroll, 1);
    connect(m_previous, &QToolButton::clicked, this, [this] { goToPage(page() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToPage(page() + 1); });
    connect(zoomOut, &QToolButton::clicked, this,
            [this] { m_view->setZoom(m_view->zoom() / 1.25); });
    connect(zoomIn, &QToolButton::clicked, this,
            [this] { m_view->setZoom(m_view->zoom() * 1.25); });
    connect(fit, &QToolButton::clicked, this, &PaperPreview::fitWidth);
    connect(m_print, &QToolButton::clicked, this, &PaperPreview::printRequested);
    connect(m_save, &QToolButton::clicked, this, &PaperPreview::savePdf);
    const QList<std::pair<QKeySequence, QToolButton *>> keys{
        {QKeySequence(Qt::Key_PageUp), m_previous},
        {QKeySequence(Qt::Key_PageDown), m_next},
        {QKeySequence(Qt::CTRL | Qt::Key_Minus), zoomOut},
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), zoomIn},
        {QKeySequence(Qt::CTRL | Qt::Key_0), fit},
        {QKeySequence(Qt::CTRL | Qt::Key_P), m_print},
        {QKeySequence(Qt::CTRL | Qt::Key_S), m_save}};
    for (const auto &[key, button] : keys) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
    }
}

void PaperPreview::setDocument(const Document &document)
{
    m_document = document;
    m_view->setDocument(m_document);
    fitWidth();
    refresh();
}

void PaperPreview::fitWidth()
{
    // The room without bars: one that the page itself brings takes its width from it.
    const QSize room = m_scroll->maximumViewportSize();
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    m_view->setZoom(m_view->zoomFor(room.width()));
    if (m_view->height() > room.height())
        m_view->setZoom(m_view->zoomFor(room.width() - bar));
}

void PaperPreview::clear()
{
    m_document.reset();
    m_view->setDocument({});
    refresh();
}

void PaperPreview::setPrintable(bool isPrintable)
{
    m_print->setVisible(isPrintable);
}

int PaperPreview::page() const
{
    return m_view->page();
}

void PaperPreview::goToPage(int page)
{
    if (!m_document || page < 0 || page >= m_document->pageCount())
        return;
    m_view->setPage(page);
    m_scroll->ensureVisible(0, 0);
    refresh();
}

void PaperPreview::refresh()
{
    const int count = m_document ? m_document->pageCount() : 0;
    m_pageLabel->setText(count > 0 ? tr("%1 / %2", "page 1 of 3").arg(page() + 1).arg(count)
                                   : QString());
    m_previous->setEnabled(page() > 0);
    m_next->setEnabled(page() + 1 < count);
    m_print->setEnabled(count > 0);
    m_save->setEnabled(count > 0);
}

void PaperPreview::savePdf()
{
    if (!m_document)
        return;
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), QString(), tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(fileNameOf(m_document->title()));
    connect(dialog, &QFileDialog::fileSelected, this, &PaperPreview::writePdf);
    dialog->open();
}

void PaperPreview::writePdf(const QString &path)
{
    const Result<QByteArray> pdf
        = m_document ? m_document->toPdf() : Error{.kind = ErrorKind::NotFound};
    if (!pdf.ok()) {
        Q_EMIT saveFailed(pdf.error());
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf.value()) != pdf.value().size()
        || !file.commit()) {
        Q_EMIT saveFailed(Error{.kind = ErrorKind::FileNotWritten});
        return;
    }
    Q_EMIT saved(path);
}

void PaperPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_document)
        fitWidth();
}

} // namespace hall

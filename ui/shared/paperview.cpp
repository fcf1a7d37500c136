#include "ui/shared/paperview.h"

#include <QPainter>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr double pointsPerMm = 72.0 / 25.4;

} // namespace

PaperView::PaperView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"paperView"_s);
    setFocusPolicy(Qt::NoFocus);
}

void PaperView::setDocument(const std::optional<Document> &document)
{
    m_document = document;
    m_page = 0;
    resizeToPage();
}

void PaperView::setPage(int page)
{
    m_page = page;
    resizeToPage();
}

void PaperView::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, 0.2, 6.0);
    resizeToPage();
}

double PaperView::zoomFor(int width, int height) const
{
    if (!m_document)
        return m_zoom;
    const QSizeF points = m_document->pageSizeMm(m_page) * pointsPerMm;
    const double byWidth = (width - 2 * margin) / points.width();
    const double byHeight = height > 0 ? (height - 2 * margin) / points.height() : byWidth;
    return std::max(0.2, std::min(byWidth, byHeight));
}

void PaperView::resizeToPage()
{
    if (m_document) {
        const QSizeF size = m_document->pageSizeMm(m_page) * pointsPerMm * m_zoom;
        setFixedSize(int(size.width()) + 2 * margin, int(size.height()) + 2 * margin);
    } else {
        setFixedSize(1, 1);
    }
    update();
}

void PaperView::paintEvent(QPaintEvent *)
{
    if (!m_document)
        return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                           | QPainter::SmoothPixmapTransform);
    const QRect sheet = rect().adjusted(margin, margin, -margin, -margin);
    painter.fillRect(sheet.translated(2, 2), QColor(0, 0, 0, 40));
    painter.fillRect(sheet, Qt::white);
    painter.setClipRect(sheet);
    painter.translate(sheet.topLeft());
    painter.scale(m_zoom, m_zoom);
    m_document->paintPage(&painter, m_page);
}

} // namespace hall

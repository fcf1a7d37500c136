#include "ui/shared/pageviewercanvas.h"

#include "ui/shared/icon.h"
#include "ui/shared/paintedprogress.h"
#include "ui/shared/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12; ///< logical, around the picture
constexpr double smallestZoom = 0.02;
constexpr double largestZoom = 8.0;
constexpr double wheelStep = 1.2;
/// Up to so many dots the whole scaled page is kept, so that moving it only copies; beyond, only
/// the part in sight is painted.
constexpr qint64 keptDots = 8'000'000;

/// From the upright rectangle of the turned picture at the origin to the picture's own axes.
QTransform turned(int rotation, QSize size)
{
    QTransform transform;
    if (rotation == 90)
        transform.translate(size.width(), 0);
    else if (rotation == 180)
        transform.translate(size.width(), size.height());
    else if (rotation == 270)
        transform.translate(0, size.height());
    return transform.rotate(rotation);
}

} // namespace

PageViewerCanvas::PageViewerCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setCursor(Qt::ArrowCursor);
}

void PageViewerCanvas::showPicture(const PagePicture &picture, int rotation)
{
    m_picture = picture;
    m_sentence.clear();
    m_rotation = rotation;
    m_scaled = {};
    viewport()->setCursor(Qt::OpenHandCursor);
    refit();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
}

void PageViewerCanvas::showSentence(const QString &iconName, const QString &sentence, int percent)
{
    m_picture = {};
    m_scaled = {};
    m_iconName = iconName;
    m_sentence = sentence;
    m_percent = percent;
    viewport()->setCursor(Qt::ArrowCursor);
    updateBars();
    viewport()->update();
}

void PageViewerCanvas::setRotation(int degrees)
{
    m_rotation = ((degrees % 360) + 360) % 360;
    refit();
}

void PageViewerCanvas::setFit(Fit fit)
{
    m_fit = fit;
    refit();
}

void PageViewerCanvas::zoomBy(double factor)
{
    m_fit = Fit::Free;
    setZoom(m_zoom * factor, QRectF(viewport()->rect()).center());
}

QRectF PageViewerCanvas::pictureRect() const
{
    const QSizeF size = QSizeF(sizeOnScreen()) / devicePixelRatioF();
    const auto place = [](double room, double length, int scrolled) {
        return length + 2 * margin <= room ? std::floor((room - length) / 2) : margin - scrolled;
    };
    return {QPointF(place(viewport()->width(), size.width(), horizontalScrollBar()->value()),
                    place(viewport()->height(), size.height(), verticalScrollBar()->value())),
            size};
}

QSize PageViewerCanvas::turnedSize() const
{
    return m_rotation % 180 == 0 ? m_picture.size() : m_picture.size().transposed();
}

QSize PageViewerCanvas::sizeOnScreen() const
{
    const QSize size = turnedSize();
    return {std::max(1, static_cast<int>(std::lround(size.width() * m_zoom))),
            std::max(1, static_cast<int>(std::lround(size.height() * m_zoom)))};
}

double PageViewerCanvas::fittingZoom() const
{
    const QSize size = turnedSize();
    const double ratio = devicePixelRatioF();
    // The bar's width is set aside whether it is there or not; else fit and bar chase each other.
    const int bar = verticalScrollBar()->sizeHint().width();
    const double width = (this->width() - 2 * frameWidth() - bar - 2 * margin) * ratio;
    const double height = (this->height() - 2 * frameWidth() - 2 * margin) * ratio;
    const double byWidth = width / size.width();
    return m_fit == Fit::Width ? byWidth : std::min(byWidth, height / size.height());
}

void PageViewerCanvas::setZoom(double zoom, QPointF anchor)
{
    const QRectF before = pictureRect();
    const QPointF spot((anchor.x() - before.x()) / std::max(1.0, before.width()),
                       (anchor.y() - before.y()) / std::max(1.0, before.height()));
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    updateBars();
    // What lay under the anchor lies there again.
    const QRectF after = pictureRect();
    const auto shift = [](double from, double length, double part, double want) {
        return static_cast<int>(std::lround(from + length * part - want));
    };
    QScrollBar *across = horizontalScrollBar();
    QScrollBar *down = verticalScrollBar();
    across->setValue(across->value() + shift(after.x(), after.width(), spot.x(), anchor.x()));
    down->setValue(down->value() + shift(after.y(), after.height(), spot.y(), anchor.y()));
    viewport()->update();
    Q_EMIT zoomChanged();
}

void PageViewerCanvas::refit()
{
    if (!hasPicture())
        return;
    if (m_fit == Fit::Free) {
        updateBars();
        viewport()->update();
        return;
    }
    setZoom(fittingZoom(), QPointF(margin, margin));
}

void PageViewerCanvas::updateBars()
{
    const QSizeF size = hasPicture() ? QSizeF(sizeOnScreen()) / devicePixelRatioF() : QSizeF(0, 0);
    const auto set = [](QScrollBar *bar, double length, int room) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(length)) + 2 * margin - room));
        bar->setPageStep(room);
        bar->setSingleStep(40);
    };
    set(horizontalScrollBar(), size.width(), viewport()->width());
    set(verticalScrollBar(), size.height(), viewport()->height());
}

void PageViewerCanvas::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const ThemeColours colours = themeColours(palette());
    painter.fillRect(event->rect(), colours.border);
    if (!hasPicture()) {
        painter.fillRect(event->rect(), colours.window);
        paintSentence(painter);
    } else {
        painter.setPen(colours.strongBorder);
        painter.drawRect(pictureRect().adjusted(-1, -1, 0, 0));
        painter.save();
        paintPicture(painter, event->rect());
        painter.restore();
    }
    paintFocus(painter);
}

void PageViewerCanvas::paintFocus(QPainter &painter) const
{
    if (!hasFocus())
        return;
    painter.setPen(QPen(themeColours(palette()).accent, 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void PageViewerCanvas::paintPicture(QPainter &painter, const QRect &exposed)
{
    const double ratio = devicePixelRatioF();
    const QSize onScreen = sizeOnScreen();
    const QSize straight = m_rotation % 180 == 0 ? onScreen : onScreen.transposed();
    // From here on in device dots, so that one dot of the kept picture is one dot of the screen.
    const QPointF corner = pictureRect().topLeft() * ratio;
    painter.scale(1 / ratio, 1 / ratio);
    painter.translate(std::round(corner.x()), std::round(corner.y()));
    const QTransform turn = turned(m_rotation, onScreen);
    painter.setTransform(turn, true);
    const double scale = double(straight.width()) / m_picture.size().width();
    if (qint64(straight.width()) * straight.height() <= keptDots) {
        if (m_scaled.size() != straight || m_scaledKey != m_picture.key()) {
            m_scaled = QPixmap::fromImage(m_picture.levelFor(scale).scaled(
                straight, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
            m_scaledKey = m_picture.key();
        }
        painter.drawPixmap(0, 0, m_scaled);
        return;
    }
    const QImage &level = m_picture.levelFor(scale);
    const double part = double(level.width()) / straight.width();
    const QRectF seen = painter.deviceTransform().inverted().mapRect(
        QRectF(exposed.topLeft() * ratio, exposed.size() * ratio));
    const QRectF target = seen.adjusted(-2, -2, 2, 2) & QRectF(QPointF(0, 0), straight);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, level, QRectF(target.topLeft() * part, target.size() * part));
}

void PageViewerCanvas::paintSentence(QPainter &painter) const
{
    constexpr int iconSize = 36;
    constexpr int gap = 10;
    constexpr int widest = 420;
    const ThemeColours colours = themeColours(palette());
    const QRect room = viewport()->rect();
    const int width = std::min(widest, room.width() - 2 * margin);
    const QRect wanted = painter.boundingRect(QRect(0, 0, width, room.height()),
                                              Qt::AlignHCenter | Qt::TextWordWrap, m_sentence);
    const int top = (room.height() - wanted.height() - iconSize - gap) / 2;
    painter.drawPixmap((room.width() - iconSize) / 2, top,
                       iconPixmap(m_iconName, colours.muted, iconSize, devicePixelRatioF()));
    painter.setPen(colours.muted);
    painter.drawText(
        QRect((room.width() - width) / 2, top + iconSize + gap, width, wanted.height()),
        Qt::AlignHCenter | Qt::TextWordWrap, m_sentence);
    if (m_percent >= 0) {
        constexpr int barWidth = 220;
        const int across = std::min(barWidth, width);
        paintProgress(painter,
                      QRect((room.width() - across) / 2, top + iconSize + wanted.height() + 2 * gap,
                            across, progressHeight),
                      m_percent, colours);
    }
}

void PageViewerCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
    refit();
}

void PageViewerCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PageViewerCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PageViewerCanvas::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *down = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Space:
        down->triggerAction(QScrollBar::SliderPageStepAdd);
        break;
    case Qt::Key_Home:
        down->setValue(down->minimum());
        break;
    case Qt::Key_End:
        down->setValue(down->maximum());
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        QAbstractScrollArea::keyPressEvent(event);
        break;
    default:
        event->ignore();
    }
}

void PageViewerCanvas::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier) || !hasPicture()) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_fit = Fit::Free;
    setZoom(m_zoom * std::pow(wheelStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void PageViewerCanvas::scrollContentsBy(int, int)
{
    // Not scrolled as dots: the ring of the focus stays where it is.
    viewport()->update();
}

void PageViewerCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !hasPicture())
        return;
    m_isDragging = true;
    m_dragFrom = event->pos();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void PageViewerCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return;
    const QPoint moved = event->pos() - m_dragFrom;
    m_dragFrom = event->pos();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void PageViewerCanvas::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_isDragging)
        return;
    m_isDragging = false;
    viewport()->setCursor(Qt::OpenHandCursor);
}

} // namespace hall

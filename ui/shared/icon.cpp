#include "ui/shared/icon.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// Outside any namespace for the macro; a static library would drop the resource otherwise.
static void bringIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QByteArray recoloured(const QString &name, const QColor &colour)
{
    bringIconResource();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

QColor colourFor(QIcon::Mode mode)
{
    const QPalette palette = QApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

/// Draws the file anew for each size, mode and palette.
class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const QPixmap pixmap = iconPixmap(m_name, colourFor(mode), size, ratio);
        const QPoint corner(rect.x() + (rect.width() - size) / 2,
                            rect.y() + (rect.height() - size) / 2);
        painter->drawPixmap(corner, pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colourFor(mode), std::min(size.width(), size.height()), 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // `size` is in device pixels here.
        return iconPixmap(m_name, colourFor(mode),
                          qRound(std::min(size.width(), size.height()) / scale), scale);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(m_name); }
    QString key() const override { return u"hall-line-icon"_s; }
    QString iconName() override { return m_name; }

private:
    QString m_name;
};

} // namespace

void bringIcons()
{
    bringIconResource();
}

QIcon icon(const QString &name)
{
    return QIcon(new LineIconEngine(name));
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal ratio)
{
    const QString key = u"hall/%1/%2/%3/%4"_s.arg(name, colour.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = std::max(1, int(std::lround(size * ratio)));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(ratio);
    QSvgRenderer renderer(recoloured(name, colour));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(0, 0, size, size));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace hall

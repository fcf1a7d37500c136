#include "ui/shared/light.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include "ui/shared/icon.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString iconOf(Light light)
{
    switch (light) {
    case Light::Grey:
        return u"light-grey"_s;
    case Light::Blue:
        return u"light-blue"_s;
    case Light::Green:
        return u"light-green"_s;
    case Light::Yellow:
        return u"light-yellow"_s;
    case Light::Red:
        return u"light-red"_s;
    case Light::RedBar:
        return u"light-red-bar"_s;
    }
    return {};
}

constexpr int side = 14;
constexpr int gap = 6;

} // namespace

QString LightText::word(Light light)
{
    switch (light) {
    case Light::Grey:
        return tr("not accepted");
    case Light::Blue:
        return tr("paused");
    case Light::Green:
        return tr("in time");
    case Light::Yellow:
        return tr("due soon");
    case Light::Red:
        return tr("late");
    case Light::RedBar:
        return tr("past legal date");
    }
    return {};
}

QString LightText::sentence(Light light)
{
    switch (light) {
    case Light::Grey:
        return tr("Not accepted yet: no time limit runs.");
    case Light::Blue:
        return tr("The time limit is paused.");
    case Light::Green:
        return tr("More than a third of the promised time is left.");
    case Light::Yellow:
        return tr("A third of the promised time or less is left, or one working day.");
    case Light::Red:
        return tr("The promised date is past.");
    case Light::RedBar:
        return tr("The date that the law sets is past.");
    }
    return {};
}

void paintLight(QPainter *painter, const QRectF &box, Light light)
{
    const int size = int(std::min(box.width(), box.height()));
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const QPixmap pixmap = iconPixmap(iconOf(light), Qt::black, size, ratio);
    painter->drawPixmap(QPointF(box.center().x() - size / 2.0, box.center().y() - size / 2.0),
                        pixmap);
}

LightBadge::LightBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void LightBadge::setLight(Light light, const QString &text)
{
    m_light = light;
    m_text = text.isEmpty() ? LightText::word(light) : text;
    setToolTip(LightText::sentence(light));
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize LightBadge::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {side + 4 + gap + metrics.horizontalAdvance(m_text) + 2,
            std::max(side + 4, metrics.height())};
}

void LightBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int size = side + 4;
    paintLight(&painter, QRectF(0, (height() - size) / 2.0, size, size), m_light);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect().adjusted(size + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_text);
}

void LightDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QVariant value = index.data(LightRole);
    if (!value.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const int size = side + 2;
    const QRectF box(item.rect.x() + gap, item.rect.y() + (item.rect.height() - size) / 2.0, size,
                     size);
    paintLight(painter, box, static_cast<Light>(value.toInt()));
    painter->save();
    painter->setPen(item.palette.color(QPalette::Text));
    painter->setFont(item.font);
    const QRect rest = item.rect.adjusted(gap + size + gap, 0, -2, 0);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                      item.fontMetrics.elidedText(text, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize LightDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(side + 2 * gap, 0);
}

} // namespace hall

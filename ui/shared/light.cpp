#include "ui/shared/light.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <QToolTip>

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
constexpr int cellPadding = 7; ///< 4 of theme.qss and 3 of the style

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

void LightDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // The row is marked; a frame around one of its cells would only look like a button.
    option->state &= ~QStyle::State_HasFocus;
}

bool LightDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data().toString();
    const bool isLight = index.data(LightRole).isValid();
    const int room
        = view->visualRect(index).width() - 2 * cellPadding - (isLight ? side + 2 + gap : 0);
    const bool isCut = view->fontMetrics().horizontalAdvance(text) > room;
    QToolTip::showText(event->globalPos(), isCut ? text : QString(), view);
    return true;
}

} // namespace hall

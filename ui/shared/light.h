#pragma once

#include "domain/deadlines.h"

#include <QCoreApplication>
#include <QStyledItemDelegate>
#include <QWidget>

class QPainter;

namespace hall {

/// A light is shown by colour, shape and word, never by colour alone (design.md section 10).
class LightText
{
    Q_DECLARE_TR_FUNCTIONS(LightText)
public:
    [[nodiscard]] static QString word(Light light);     ///< "in time"
    [[nodiscard]] static QString sentence(Light light); ///< for tool tips
};

/// The shape alone: ring, pause, circle, triangle, square, square with bar.
void paintLight(QPainter *painter, const QRectF &box, Light light);

/// Shape and word in a form.
class LightBadge : public QWidget
{
    Q_OBJECT
public:
    explicit LightBadge(QWidget *parent = nullptr);
    void setLight(Light light, const QString &text = {}); ///< empty text = the light's word
    [[nodiscard]] Light light() const { return m_light; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Light m_light = Light::Grey;
    QString m_text;
};

/// Model data role under which a cell answers its Light as int.
constexpr int LightRole = Qt::UserRole + 31;

/// Paints the shape before the cell's text; tells a text that is cut in a tool tip.
class LightDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace hall

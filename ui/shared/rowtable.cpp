#include "ui/shared/rowtable.h"

#include "ui/shared/light.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 60; ///< percent of what the columns ask for

} // namespace

RowTable::RowTable(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(30, fontMetrics().height() + 12));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(36);
    setItemDelegate(new LightDelegate(this));
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT rowOpened(index.row()); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (m_isFitting || !horizontalHeader()->isVisible())
            return;
        m_isByHand = true;
        storeWidths();
    });
}

void RowTable::setRowModel(RowModelBase *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { viewport()->update(); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { viewport()->update(); });
    fitColumns();
}

void RowTable::setEmptyText(const QString &title, const QString &hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    viewport()->update();
}

void RowTable::keepWidths(Settings &settings, const QString &name)
{
    m_settings = &settings;
    m_widthsName = name;
    const QByteArray state = settings.entry(Setting::ColumnWidths, name).toByteArray();
    if (state.isEmpty())
        return;
    m_isFitting = true;
    m_isByHand = horizontalHeader()->restoreState(state);
    m_isFitting = false;
}

void RowTable::setMultiSelect(bool isMulti)
{
    setSelectionMode(isMulti ? ExtendedSelection : SingleSelection);
}

int RowTable::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

QList<int> RowTable::selectedRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void RowTable::goToRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount())
        return;
    setCurrentIndex(model()->index(row, 0));
    scrollTo(currentIndex());
}

void RowTable::copySelection() const
{
    QStringList lines;
    for (const int row : selectedRows()) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(model()->index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentRow() >= 0) {
        Q_EMIT rowOpened(currentRow());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RowTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyTitle.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    const QRect box = viewport()->rect().adjusted(24, 16, -24, -16);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const int titleHeight
        = painter.fontMetrics()
              .boundingRect(box, Qt::TextWordWrap | Qt::AlignHCenter, m_emptyTitle)
              .height();
    painter.setFont(font());
    const int hintHeight = m_emptyHint.isEmpty()
        ? 0
        : painter.fontMetrics()
                .boundingRect(box, Qt::TextWordWrap | Qt::AlignHCenter, m_emptyHint)
                .height()
            + 6;
    const int top = box.y() + std::max(0, (box.height() - titleHeight - hintHeight) * 2 / 5);
    painter.setFont(bold);
    painter.drawText(QRect(box.x(), top, box.width(), titleHeight),
                     Qt::TextWordWrap | Qt::AlignHCenter, m_emptyTitle);
    painter.setFont(font());
    painter.setPen(themeColours(palette()).muted);
    painter.drawText(QRect(box.x(), top + titleHeight + 6, box.width(), hintHeight),
                     Qt::TextWordWrap | Qt::AlignHCenter, m_emptyHint);
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RowTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT rowChanged(current.isValid() ? current.row() : -1);
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(std::max(30, fontMetrics().height() + 12));
}

QList<int> RowTable::wantedWidths(const RowModelBase &rows) const
{
    // The average of a Chinese font is that of its Latin and Chinese characters; a figure is half
    // one.
    const int unit = fontMetrics().horizontalAdvance(u'0');
    QList<int> widths;
    for (int column = 0; column < rows.columnCount(); ++column) {
        const ColumnShape shape = rows.columnShape(column);
        widths.append(shape.characters * unit + 18 + (shape.isLight ? 24 : 0));
    }
    return widths;
}

void RowTable::fitColumns()
{
    const auto *rows = qobject_cast<const RowModelBase *>(model());
    if (!rows || m_isByHand || m_isFitting || rows->columnCount() == 0)
        return;
    QList<int> widths = wantedWidths(*rows);
    const int wanted = std::accumulate(widths.cbegin(), widths.cend(), 0);
    const int room = viewport()->width();
    QList<int> takers;
    for (int column = 0; column < widths.size(); ++column) {
        if (rows->columnShape(column).takesRest)
            takers.append(column);
    }
    if (room < wanted && room > wanted * narrowest / 100) {
        // A little too wide: every column gives its part before anything must be scrolled.
        for (int &width : widths)
            width = width * room / wanted;
    } else if (room > wanted) {
        for (const int column : takers)
            widths[column] += (room - wanted) / int(takers.size());
    }
    m_isFitting = true;
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths.at(column));
    m_isFitting = false;
}

void RowTable::storeWidths() const
{
    if (m_settings && !m_widthsName.isEmpty())
        m_settings->setEntry(Setting::ColumnWidths, m_widthsName, horizontalHeader()->saveState());
}

} // namespace hall

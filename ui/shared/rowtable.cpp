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

constexpr int cellPadding = 7; ///< left and right: 4 of theme.qss and 3 of the style
constexpr int lightRoom = 24;  ///< the shape before a light's word
constexpr int measuredRows = 60;
constexpr int widestShare = 180; ///< percent of its shape that a column's texts may widen it to
constexpr int narrowest = 60;    ///< percent of its shape that a column may be squeezed to

/// No column is wider than `level`, nor narrower than its least width.
QList<int> levelled(QList<int> widths, const QList<int> &least, int level)
{
    for (qsizetype column = 0; column < widths.size(); ++column)
        widths[column] = std::min(widths.at(column), std::max(least.at(column), level));
    return widths;
}

/// Makes the columns fit: the widest give first, so that short texts stay whole.
QList<int> squeezed(const QList<int> &widths, const QList<int> &least, int room)
{
    int fits = 0;
    int tooMuch = std::ranges::max(widths);
    while (tooMuch - fits > 1) {
        const int level = (fits + tooMuch) / 2;
        const QList<int> tried = levelled(widths, least, level);
        const bool isFitting = std::accumulate(tried.cbegin(), tried.cend(), 0) <= room;
        (isFitting ? fits : tooMuch) = level;
    }
    QList<int> fitting = levelled(widths, least, fits);
    // What the whole pixels left over.
    int left = room - std::accumulate(fitting.cbegin(), fitting.cend(), 0);
    for (qsizetype column = 0; column < widths.size() && left > 0; ++column) {
        if (fitting.at(column) < widths.at(column)) {
            ++fitting[column];
            --left;
        }
    }
    return fitting;
}

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
    horizontalHeader()->setMinimumSectionSize(30);
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
    m_textWidths.clear();
    connect(model, &QAbstractItemModel::modelReset, this,
            [this] { measureTexts(0, measuredRows - 1); });
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { measureTexts(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                measureTexts(first.row(), last.row());
            });
    measureTexts(0, measuredRows - 1);
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

void RowTable::focusInEvent(QFocusEvent *event)
{
    // The view makes a cell current without choosing its row: Enter would open what nobody sees.
    QTableView::focusInEvent(event);
    if (selectionModel() && currentIndex().isValid() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), selectionCommand(currentIndex()));
}

void RowTable::measureTexts(int first, int last)
{
    const auto *rows = qobject_cast<const RowModelBase *>(model());
    if (!rows)
        return;
    m_textWidths.resize(rows->columnCount());
    const int end = std::min({last, rows->rowCount() - 1, measuredRows - 1});
    for (int column = 0; column < rows->columnCount(); ++column) {
        int &widest = m_textWidths[column];
        for (int row = first; row <= end; ++row) {
            const QModelIndex cell = rows->index(row, column);
            const QVariant own = cell.data(Qt::FontRole); // sums are bold, and wider for it
            const QFontMetrics metrics
                = own.isValid() ? QFontMetrics(own.value<QFont>().resolve(font())) : fontMetrics();
            widest = std::max(widest, metrics.horizontalAdvance(cell.data().toString()));
        }
    }
    fitColumns();
    viewport()->update();
}

QList<RowTable::Width> RowTable::widthsOf(const RowModelBase &rows) const
{
    // The average of a Chinese font is that of its Latin and Chinese characters; a figure is half
    // one.
    const int unit = fontMetrics().horizontalAdvance(u'0');
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics titles(bold);
    QList<Width> widths;
    for (int column = 0; column < rows.columnCount(); ++column) {
        const ColumnShape shape = rows.columnShape(column);
        const QString title = rows.headerData(column, Qt::Horizontal).toString();
        const int room = 2 * cellPadding + 2 + (shape.isLight ? lightRoom - cellPadding : 0);
        const int shaped = shape.characters * unit + room + cellPadding;
        const int titled = titles.horizontalAdvance(title) + 2 * cellPadding + 2;
        const bool isKnown = m_textWidths.value(column) > 0;
        const int whole = m_textWidths.value(column) + room;
        const bool isWhole = shape.isWhole || shape.isRightAligned;
        // A figure without its middle digits is another figure.
        const int text = isWhole ? whole : std::min(whole, shaped * widestShare / 100);
        const int least = isWhole ? text : std::min(text, shaped * narrowest / 100);
        const int all = std::max(titled, isKnown ? whole : shaped);
        widths.append({.least = std::max(titled, least),
                       .needed = std::max(titled, isKnown ? text : shaped),
                       .whole = all,
                       .wanted = shape.takesRest ? all : std::max(all, shaped),
                       .takesRest = shape.takesRest});
    }
    return widths;
}

void RowTable::fitColumns()
{
    const auto *rows = qobject_cast<const RowModelBase *>(model());
    if (!rows || m_isByHand || m_isFitting || rows->columnCount() == 0)
        return;
    QList<int> least;
    QList<int> needed;
    QList<int> whole;
    QList<int> widths;
    QList<int> takers;
    for (const Width &width : widthsOf(*rows)) {
        if (width.takesRest)
            takers.append(int(widths.size()));
        least.append(width.least);
        needed.append(width.needed);
        whole.append(width.whole);
        widths.append(width.wanted);
    }
    const auto sum
        = [](const QList<int> &list) { return std::accumulate(list.cbegin(), list.cend(), 0); };
    const int room = viewport()->width();
    const int rest = room - sum(widths);
    if (rest >= 0) {
        for (const int column : takers)
            widths[column] += rest / int(takers.size());
    } else if (sum(whole) <= room) {
        widths = squeezed(widths, whole, room); // the air goes first, then the longest texts
    } else if (sum(needed) <= room) {
        widths = squeezed(whole, needed, room);
    } else {
        widths = sum(least) <= room ? squeezed(needed, least, room) : needed;
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

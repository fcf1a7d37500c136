#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QString>

#include <functional>

namespace hall {

/// How a column sizes itself in a RowTable.
struct ColumnShape
{
    int characters = 10;    ///< room for so many average characters
    bool takesRest = false; ///< shares what room is left
    bool isLight = false;   ///< painted by LightDelegate
    bool isRightAligned = false;
    bool isWhole = false; ///< a number of a case or of a paper: never cut
};

/// What a RowTable needs of any RowModel.
class RowModelBase : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] virtual ColumnShape columnShape(int column) const = 0;
};

/// One column over rows of a value struct.
template <class Row> struct RowColumn
{
    QString title = {};
    // Braces: g++ 12 falls over "= {}" here (internal error in nothrow_spec_p).
    std::function<QVariant(const Row &)> text{};
    ColumnShape shape = {};
    /// Further roles of the cell (LightRole, Qt::ToolTipRole, Qt::FontRole …); may be empty.
    std::function<QVariant(const Row &, int role)> extra{};
};

/// A read-only table over value rows. Rows come in pages: onMore() is called when the view nears
/// the end, and append() brings the next page. A model never writes (style: models).
template <class Row> class RowModel : public RowModelBase
{
public:
    explicit RowModel(QList<RowColumn<Row>> columns, QObject *parent = nullptr)
        : RowModelBase(parent)
        , m_columns(std::move(columns))
    {
    }

    void setRows(QList<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void append(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        m_rows.append(rows);
        endInsertRows();
    }
    void replace(int row, Row value)
    {
        m_rows[row] = std::move(value);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    /// Called when the view wants rows beyond the last; give an empty function at the end.
    void onMore(std::function<void()> more) { m_more = std::move(more); }

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const RowColumn<Row> &column = m_columns.at(index.column());
        const Row &row = m_rows.at(index.row());
        if (role == Qt::DisplayRole)
            return column.text ? column.text(row) : QVariant();
        if (role == Qt::TextAlignmentRole && column.shape.isRightAligned)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return column.extra ? column.extra(row, role) : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(
                (m_columns.at(section).shape.isRightAligned ? Qt::AlignRight : Qt::AlignLeft)
                | Qt::AlignVCenter));
        return {};
    }
    [[nodiscard]] ColumnShape columnShape(int column) const override
    {
        return m_columns.at(column).shape;
    }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && m_more != nullptr;
    }
    void fetchMore(const QModelIndex &parent) override
    {
        // A copy: what is called may put another in its place.
        const std::function<void()> more = m_more;
        if (canFetchMore(parent))
            more();
    }

private:
    QList<RowColumn<Row>> m_columns;
    QList<Row> m_rows;
    std::function<void()> m_more;
};

} // namespace hall

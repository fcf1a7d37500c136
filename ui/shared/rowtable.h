#pragma once

#include "ui/shared/rowmodel.h"

#include <QTableView>

namespace hall {

class Settings;

/// A table view set up once for the whole program: whole rows, keyboard, columns sized by their
/// ColumnShape, their title and their texts, what does not fit cut in the middle with a tool tip,
/// copy as tab-separated text, a sentence when it is empty.
class RowTable : public QTableView
{
    Q_OBJECT
public:
    explicit RowTable(QWidget *parent = nullptr);

    void setRowModel(RowModelBase *model);
    /// What stands in the middle while there are no rows: what this list is, and what to do.
    void setEmptyText(const QString &title, const QString &hint = {});
    /// Column widths that the person sets are kept under this name.
    void keepWidths(Settings &settings, const QString &name);
    void setMultiSelect(bool isMulti);

    [[nodiscard]] int currentRow() const;          ///< -1 = none
    [[nodiscard]] QList<int> selectedRows() const; ///< in order
    void goToRow(int row);
    void copySelection() const;

Q_SIGNALS:
    void rowOpened(int row); ///< Enter or double click
    void rowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Width
    {
        int least = 0;  ///< the title is never cut, nor is a figure
        int needed = 0; ///< title and texts, these up to a share of the shape
        int whole = 0;  ///< title and texts, however long
        int wanted = 0; ///< what the shape asks for, when that is more
        bool takesRest = false;
    };
    [[nodiscard]] QList<Width> widthsOf(const RowModelBase &rows) const;
    void measureTexts(int first, int last);
    void fitColumns();
    void storeWidths() const;

    QString m_emptyTitle;
    QString m_emptyHint;
    Settings *m_settings = nullptr;
    QString m_widthsName;
    QList<int> m_textWidths; ///< by column; only grow, or columns would jump while somebody types
    bool m_isFitting = false;
    bool m_isByHand = false; ///< the person has set widths
};

} // namespace hall

#pragma once

#include "domain/casefile.h"
#include "domain/command.h"
#include "ui/shared/rowmodel.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class MaterialsBox;
}

class MaterialsTable;
class Visit;

/// A line of the checklist as shown: what is due, what came, what the clerk says.
struct MaterialRow
{
    MaterialDef due = {};
    LineCheck check = {};
    int pages = 0;
};

/// The materials checklist of the current item.
class MaterialsBox : public QWidget
{
    Q_OBJECT
public:
    explicit MaterialsBox(Visit &visit, QWidget *parent = nullptr);
    ~MaterialsBox() override;

    void focusTable();
    void focusLine(int line);
    /// Material number of the current row; 0 = none.
    [[nodiscard]] int currentLine() const;
    [[nodiscard]] MaterialsTable *table() const;

Q_SIGNALS:
    void lineChanged(int line);
    void filesDropped(int line, const QStringList &paths);
    void viewAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectTable();
    void connectProblem();
    void showItem();
    void refresh();
    void showFees();
    void showProblem();
    void judge(LineVerdict verdict);
    void judgeAll();
    void count(int step);
    void writeProblem();
    void leaveProblem();
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] QList<MaterialRow> rows() const;
    [[nodiscard]] static QList<RowColumn<MaterialRow>> columns();

    std::unique_ptr<Ui::MaterialsBox> m_ui;
    Visit &m_visit;
    RowModel<MaterialRow> *m_model;
    QString m_shownItem; ///< code and place of the item on show
    bool m_isFilling = false;
};

} // namespace hall

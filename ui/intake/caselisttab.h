#pragma once

#include "desk/intake/intakelists.h"
#include "ui/shared/rowmodel.h"

#include <QWidget>

#include <memory>

namespace hall {

namespace Ui {
class CaseListTab;
}

class Settings;

/// One list of the counter: taken in, waiting for the applicant, or accepted today.
class CaseListTab : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Received, Waiting, Accepted };
    CaseListTab(Kind kind, Settings &settings, QWidget *parent = nullptr);
    ~CaseListTab() override;

    void setRows(const QList<IntakeRow> &rows);
    [[nodiscard]] int count() const { return m_rows->rowCount(); }
    [[nodiscard]] QString title() const; ///< with the count
    void focusTable();

Q_SIGNALS:
    void opened(const hall::StreamId &stream);

private:
    [[nodiscard]] QList<RowColumn<IntakeRow>> columns() const;

    Kind m_kind;
    std::unique_ptr<Ui::CaseListTab> m_ui;
    RowModel<IntakeRow> *m_rows;
};

} // namespace hall

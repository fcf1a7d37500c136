#pragma once

#include "desk/routing/caseline.h"
#include "ui/shared/rowmodel.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class FigureCasesDialog;
}

/// Exactly the cases that a figure counts. Enter opens one on the page for cases.
class FigureCasesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FigureCasesDialog(const QString &title, QWidget *parent = nullptr);
    ~FigureCasesDialog() override;

    void present(const QList<CaseLine> &lines);

Q_SIGNALS:
    void caseChosen(const hall::StreamId &stream);

private:
    [[nodiscard]] static QList<RowColumn<CaseLine>> columns();
    void choose(int row);

    std::unique_ptr<Ui::FigureCasesDialog> m_ui;
    RowModel<CaseLine> m_lines;
};

} // namespace hall

#pragma once

#include "desk/signoff/signoffdesk.h"
#include "ui/shared/rowmodel.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class BatchDialog;
}

/// One opinion for the chosen files, then a result per row: each stands or falls by itself.
class BatchDialog : public QDialog
{
    Q_OBJECT
public:
    BatchDialog(const SignoffDesk &desk, const Session &session, const QList<PileLine> &chosen,
                QWidget *parent = nullptr);
    ~BatchDialog() override;

Q_SIGNALS:
    /// The papers that the signatures want; nothing is printed without being asked for.
    void printAsked(const QList<hall::PaperJob> &jobs);

private:
    struct Line
    {
        PileLine pile = {};
        QString outcome = {};
    };

    [[nodiscard]] static QList<RowColumn<Line>> columns();
    void sign();
    void show(const QList<BatchResult> &results);

    std::unique_ptr<Ui::BatchDialog> m_ui;
    const SignoffDesk &m_desk;
    Session m_session;
    RowModel<Line> m_lines;
    QList<PaperJob> m_papers; ///< wanted by what was signed
};

} // namespace hall

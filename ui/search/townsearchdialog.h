#pragma once

#include "desk/centre/centredesk.h"
#include "ui/shared/rowmodel.h"

#include <QDialog>

#include <memory>

namespace hall {

namespace Ui {
class TownSearchDialog;
}

/// Looks for what is not on this machine, with a purpose that the centre logs. What is found is a
/// head: what it is about and where it is in hand.
class TownSearchDialog : public QDialog
{
    Q_OBJECT
public:
    TownSearchDialog(Workplace &place, const QString &text, QWidget *parent);
    ~TownSearchDialog() override;

Q_SIGNALS:
    /// A case that stands on this machine after all.
    void openCase(const hall::StreamId &stream);

private:
    [[nodiscard]] QList<RowColumn<TownHead>> columns() const;
    void fillChoices(const QString &text);
    void connectAll();
    void look();
    void present(const QList<TownHead> &heads);
    void showHead(int row);
    void openHead(int row);

    std::unique_ptr<Ui::TownSearchDialog> m_ui;
    CentreDesk m_desk;
    RowModel<TownHead> m_heads;
    bool m_isBusy = false;
};

} // namespace hall

#pragma once

#include "desk/cashier/cashierdesk.h"
#include "ui/shared/messagestrip.h"
#include "ui/shell/pageregistry.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace hall {

namespace Ui {
class ShiftBox;
}

class MoneyEdit;

/// Closing the shift: what was counted against the sums by instrument; a difference needs a note.
class ShiftBox : public QWidget
{
    Q_OBJECT
public:
    ShiftBox(const PageContext &context, MessageStrip &strip, QWidget *parent = nullptr);
    ~ShiftBox() override;

    void showTill(const Result<TillView> &till);
    void takeFocus();
    /// Asks once, then closes.
    void closeShift();

Q_SIGNALS:
    void closed();

private:
    struct Line
    {
        Instrument instrument = Instrument::Cash;
        QLabel *count = nullptr;
        QLabel *voids = nullptr;
        QLabel *back = nullptr;
        QLabel *sum = nullptr;
        MoneyEdit *counted = nullptr;
        QLabel *difference = nullptr;
    };

    void showSums(const TillView &view);
    void showState(const TillView &view);
    void showDifferences();
    void showDifference(QLabel *label, std::optional<Money> difference) const;
    [[nodiscard]] std::optional<QMap<Instrument, Money>> countedAll();
    void commit(const QMap<Instrument, Money> &counted);
    void setEditable(bool isEditable);

    PageContext m_context;
    MessageStrip &m_strip;
    std::unique_ptr<Ui::ShiftBox> m_ui;
    CashierDesk m_desk;
    QList<Line> m_lines;
    std::optional<TillView> m_view;
    bool m_isBusy = false;
};

} // namespace hall

#pragma once

#include <QDateEdit>

namespace hall {

/// A date with a calendar. Keys: T = today, + and − a day, Page Up/Down a month.
class DateField : public QDateEdit
{
    Q_OBJECT
public:
    explicit DateField(QWidget *parent = nullptr);
    /// The program's clock rules what today is, not the machine's.
    void setToday(QDate today);
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QDate m_today;
};

} // namespace hall

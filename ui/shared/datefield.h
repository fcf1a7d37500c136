#pragma once

#include <QDateEdit>

namespace hall {

/// A date with a calendar. Keys: T = today, + and − a day, Page Up/Down a month; a − between typed
/// figures is the separator that it looks like.
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
    void typeFigure(QKeyEvent *event);
    [[nodiscard]] bool isSeparator() const;

    QDate m_today;
    bool m_isTyping = false;    ///< the last key was a figure
    bool m_hasAdvanced = false; ///< … and filled its part of the date
};

} // namespace hall

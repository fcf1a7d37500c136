#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace hall {

/// What a page shows while there is nothing: an icon, what this is, what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setText(const QString &iconName, const QString &title, const QString &hint = {});
    void setButton(const QString &text); ///< empty = no button

Q_SIGNALS:
    void clicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_button;
    QString m_iconName;
};

} // namespace hall

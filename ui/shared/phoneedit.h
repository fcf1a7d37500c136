#pragma once

#include "domain/phone.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace hall {

/// A telephone number with the reason under it when it cannot be one.
class PhoneEdit : public QWidget
{
    Q_OBJECT
public:
    explicit PhoneEdit(QWidget *parent = nullptr);

    /// FieldMissing when empty, else what PhoneNumber::parse says.
    [[nodiscard]] Result<PhoneNumber> phone() const;
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();

private:
    void judge(bool isFinished);

    QLineEdit *m_edit;
    QLabel *m_reason;
};

} // namespace hall

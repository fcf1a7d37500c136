#include "ui/admin/formguard.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

namespace hall {

FormGuard::FormGuard(QWidget *form)
    : QObject(form)
{
    for (QLineEdit *edit : form->findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textEdited, this, &FormGuard::mark);
    for (QComboBox *box : form->findChildren<QComboBox *>())
        connect(box, &QComboBox::activated, this, &FormGuard::mark);
    for (QAbstractButton *button : form->findChildren<QAbstractButton *>()) {
        if (button->isCheckable() && !qobject_cast<QPushButton *>(button))
            connect(button, &QAbstractButton::clicked, this, &FormGuard::mark);
    }
    for (QSpinBox *spin : form->findChildren<QSpinBox *>())
        connect(spin, &QSpinBox::valueChanged, this, &FormGuard::mark);
    for (QDateTimeEdit *edit : form->findChildren<QDateTimeEdit *>())
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &FormGuard::mark);
    for (QListWidget *list : form->findChildren<QListWidget *>())
        connect(list, &QListWidget::itemChanged, this, &FormGuard::mark);
}

} // namespace hall

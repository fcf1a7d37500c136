#include "ui/shared/typedinput.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QJsonValue>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextEdit>
#include <QWidget>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Names repeat inside composed editors, so the path of names down from the root is the key.
QString pathOf(const QWidget *root, const QWidget *widget)
{
    QStringList names;
    for (const QWidget *step = widget; step && step != root; step = step->parentWidget()) {
        if (!step->objectName().isEmpty())
            names.prepend(step->objectName());
    }
    return names.join(u'/');
}

bool isEditorPart(const QWidget *widget)
{
    // The line edit inside a combo box or spin box belongs to it.
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().isEmpty() || widget->objectName().startsWith("qt_"_L1)
        || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent);
}

QJsonValue valueOf(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->echoMode() == QLineEdit::Normal ? QJsonValue(line->text()) : QJsonValue();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->isEditable() ? QJsonValue(box->currentText()) : QJsonValue(box->currentIndex());
    if (const auto *date = qobject_cast<const QDateTimeEdit *>(widget))
        return date->dateTime().toString(Qt::ISODate);
    if (const auto *spin = qobject_cast<const QSpinBox *>(widget))
        return spin->value();
    if (const auto *spin = qobject_cast<const QDoubleSpinBox *>(widget))
        return spin->value();
    if (const auto *tabs = qobject_cast<const QTabWidget *>(widget))
        return tabs->currentIndex();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->isCheckable() ? QJsonValue(button->isChecked()) : QJsonValue();
}

void putChoice(QWidget *widget, const QJsonValue &value)
{
    if (auto *box = qobject_cast<QComboBox *>(widget)) {
        if (box->isEditable())
            box->setEditText(value.toString());
        else if (value.toInt() < box->count())
            box->setCurrentIndex(value.toInt());
    } else if (auto *tabs = qobject_cast<QTabWidget *>(widget)) {
        tabs->setCurrentIndex(value.toInt());
    } else if (auto *button = qobject_cast<QAbstractButton *>(widget)) {
        if (button->isCheckable() && button->isChecked() != value.toBool())
            button->setChecked(value.toBool());
    }
}

void putValue(QWidget *widget, const QJsonValue &value)
{
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        if (line->text() != value.toString())
            line->setText(value.toString());
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(widget)) {
        text->setPlainText(value.toString());
    } else if (auto *rich = qobject_cast<QTextEdit *>(widget)) {
        rich->setPlainText(value.toString());
    } else if (auto *date = qobject_cast<QDateTimeEdit *>(widget)) {
        date->setDateTime(QDateTime::fromString(value.toString(), Qt::ISODate));
    } else if (auto *spin = qobject_cast<QSpinBox *>(widget)) {
        spin->setValue(value.toInt());
    } else if (auto *fraction = qobject_cast<QDoubleSpinBox *>(widget)) {
        fraction->setValue(value.toDouble());
    } else {
        putChoice(widget, value);
    }
}

} // namespace

QJsonObject typedInput(const QWidget *root)
{
    QJsonObject input;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (isEditorPart(widget))
            continue;
        const QJsonValue value = valueOf(widget);
        if (!value.isNull())
            input.insert(pathOf(root, widget), value);
    }
    return input;
}

void restoreTypedInput(QWidget *root, const QJsonObject &input)
{
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        if (isEditorPart(widget))
            continue;
        const QJsonValue value = input.value(pathOf(root, widget));
        if (!value.isUndefined())
            putValue(widget, value);
    }
}

} // namespace hall

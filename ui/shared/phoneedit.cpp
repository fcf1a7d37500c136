#include "ui/shared/phoneedit.h"

#include "text/errortext.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hall {

using namespace Qt::StringLiterals;

PhoneEdit::PhoneEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_reason(new QLabel(this))
{
    m_edit->setObjectName(u"phoneNumberEdit"_s);
    m_edit->setMaxLength(32);
    m_edit->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_reason->setObjectName(u"phoneReasonLabel"_s);
    m_reason->setProperty("tone", u"bad"_s);
    m_reason->setWordWrap(true);
    m_reason->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_edit);
    layout->addWidget(m_reason);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        judge(false);
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] { judge(true); });
}

Result<PhoneNumber> PhoneEdit::phone() const
{
    if (isEmpty())
        return Error{.kind = ErrorKind::FieldMissing, .detail = u"phone"_s};
    return PhoneNumber::parse(m_edit->text());
}

QString PhoneEdit::text() const
{
    const Result<PhoneNumber> number = phone();
    return number.ok() ? number.value().text() : m_edit->text().trimmed();
}

void PhoneEdit::setText(const QString &text)
{
    m_edit->setText(text);
    judge(true);
}

bool PhoneEdit::isEmpty() const
{
    return m_edit->text().trimmed().isEmpty();
}

void PhoneEdit::judge(bool isFinished)
{
    const Result<PhoneNumber> number = phone();
    const bool isBad = !number.ok() && !isEmpty();
    // While typing a number is only too short; it is judged when the field is left.
    if (isBad && (isFinished || !m_reason->isHidden()))
        m_reason->setText(ErrorText::sentence(number.error()));
    m_reason->setVisible(isBad && (isFinished || !m_reason->isHidden()));
}

} // namespace hall

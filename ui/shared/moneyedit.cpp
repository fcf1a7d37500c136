#include "ui/shared/moneyedit.h"

#include <QStyle>

namespace hall {

using namespace Qt::StringLiterals;

MoneyEdit::MoneyEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight);
    setMaxLength(20);
    setPlaceholderText(u"0.00"_s);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    connect(this, &QLineEdit::editingFinished, this, &MoneyEdit::tidy);
    connect(this, &QLineEdit::textChanged, this, [this] {
        judge();
        Q_EMIT moneyChanged();
    });
}

Result<Money> MoneyEdit::money() const
{
    if (text().trimmed().isEmpty())
        return Error{.kind = ErrorKind::FieldMissing, .detail = u"amount"_s};
    const QString typed = text().trimmed();
    const bool isNegative = typed.startsWith(u'-') || typed.startsWith(u'−');
    if (!isNegative || !m_mayBeNegative)
        return Money::fromYuan(typed);
    const Result<Money> amount = Money::fromYuan(typed.mid(1).trimmed());
    return amount.ok() ? Result<Money>(Money(-amount.value().fen())) : amount;
}

void MoneyEdit::setMoney(Money money)
{
    setText(money.text());
}

void MoneyEdit::tidy()
{
    const Result<Money> typed = money();
    if (typed.ok())
        setText(typed.value().text());
}

void MoneyEdit::judge()
{
    const bool isBad = !text().trimmed().isEmpty() && !money().ok();
    const QString tone = isBad ? u"bad"_s : QString();
    if (property("tone").toString() == tone)
        return;
    setProperty("tone", tone);
    style()->unpolish(this);
    style()->polish(this);
    setToolTip(isBad ? tr("Write the amount in yuan, for example 80 or 80.50.") : QString());
}

} // namespace hall

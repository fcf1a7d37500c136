#pragma once

#include "domain/money.h"
#include "domain/result.h"

#include <QLineEdit>

namespace hall {

/// An amount in yuan, right-aligned, shown with two decimals once it is left.
class MoneyEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit MoneyEdit(QWidget *parent = nullptr);

    /// FieldMissing when empty, MoneyFormat when it is no amount.
    [[nodiscard]] Result<Money> money() const;
    void setMoney(Money money);
    /// A leading minus is an amount too.
    void setMayBeNegative(bool mayBeNegative) { m_mayBeNegative = mayBeNegative; }

Q_SIGNALS:
    void moneyChanged();

private:
    void tidy();
    void judge();

    bool m_mayBeNegative = false;
};

} // namespace hall

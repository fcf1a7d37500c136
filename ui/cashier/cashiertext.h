#pragma once

#include "domain/casefile.h"

#include <QCoreApplication>
#include <QString>

namespace hall {

/// Words that the cashier's pages share.
class CashierText
{
    Q_DECLARE_TR_FUNCTIONS(CashierText)
public:
    [[nodiscard]] static QString instrument(Instrument instrument);
    /// "80.00 yuan".
    [[nodiscard]] static QString yuan(Money money);
    /// "1.5 m²": the quantity of a fee line, without needless zeros.
    [[nodiscard]] static QString quantity(const SlipLine &line);
    /// Time of day at the hall; with the date when `withDay`.
    [[nodiscard]] static QString moment(qint64 ms, bool withDay);
};

} // namespace hall

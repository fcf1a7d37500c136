#pragma once

#include "desk/cashier/cashierdesk.h"
#include "tillfixture.h"

namespace hall::test {

/// Taken in cash, exactly.
inline Result<ActResult> takeCash(TillFixture &hall, const CaseFile &file)
{
    const CashierDesk desk(*hall.place);
    const Result<SlipView> slip = await(desk.find(file.slips.first().number));
    if (!slip.ok())
        return slip.error();
    return await(desk.take(slip.value(), {.tendered = slip.value().slip.total}, hall.cashier()));
}

inline PaymentRow firstPayment(TillFixture &hall)
{
    const Result<TillView> till = await(CashierDesk(*hall.place).till(hall.cashier()));
    return till.ok() ? till.value().payments.value(0) : PaymentRow{};
}

inline QMap<Instrument, Money> counted(qint64 cash, qint64 card = 0)
{
    return {{Instrument::Cash, Money(cash)},
            {Instrument::Card, Money(card)},
            {Instrument::Transfer, Money()},
            {Instrument::Qr, Money()}};
}

} // namespace hall::test

#pragma once

#include "tillpagefixture.h"
#include "ui/cashier/cashierpage.h"
#include "ui/shared/messagestrip.h"

namespace hall::test {

/// The cashier's page, driven by its keyboard.
using TillPage = TillPageFixture<CashierPage>;

inline CaseFile openCase(TillPage &hall, const QString &name = QStringLiteral("王建国"))
{
    return hall.accepted(name).valueOr({});
}

/// From the field to the receipt in hand.
inline void payCash(TillPage &hall, const CaseFile &file)
{
    QTRY_VERIFY(hall.hasFocus("findEdit"));
    hall.type(file.number);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("tenderedEdit"));
    hall.press(Qt::Key_Return);
    hall.press(Qt::Key_F9);
    QTRY_VERIFY(hall.hasFocus("inHandButton"));
    // Pressed while it is still being printed it says so; a person looks at the sheet before.
    QTRY_VERIFY((hall.press(Qt::Key_Return), hall.hasFocus("findEdit")));
}

inline QString shownSentence(const TillPage &hall)
{
    return hall.find<MessageStrip>("strip")->sentence();
}

} // namespace hall::test

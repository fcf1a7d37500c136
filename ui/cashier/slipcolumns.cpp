#include "ui/cashier/slipcolumns.h"

#include "desk/papers/paperfields.h"
#include "desk/routing/casefeed.h"
#include "ui/cashier/cashiertext.h"
#include "ui/cashier/takebox.h"
#include "ui/shared/casewords.h"

namespace hall {

QList<RowColumn<SlipRow>> openSlipColumns(const CaseFeed &feed)
{
    return {{.title = TakeBox::tr("Payer"),
             .text = [](const SlipRow &row) { return row.applicantName; },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = TakeBox::tr("Item"),
             .text =
                 [&feed](const SlipRow &row) {
                     return CaseWords::item(row.itemCode, row.itemName, *feed.reference());
                 },
             .shape = {.characters = 14, .takesRest = true},
             .extra = {}},
            {.title = TakeBox::tr("Amount"),
             .text = [](const SlipRow &row) { return row.total.text(); },
             .shape = {.characters = 10, .isRightAligned = true},
             .extra = {}}};
}

QList<RowColumn<SlipLine>> slipLineColumns()
{
    return {
        {.title = TakeBox::tr("Fee"),
         .text = [](const SlipLine &line) { return line.name; },
         .shape = {.characters = 16, .takesRest = true},
         .extra = {}},
        {.title = TakeBox::tr("Basis"),
         .text = [](const SlipLine &line) { return line.basis; },
         .shape = {.characters = 18, .takesRest = true},
         .extra = [](const SlipLine &line, int role) -> QVariant {
             return role == Qt::ToolTipRole ? line.basis : QVariant();
         }},
        {.title = TakeBox::tr("Standard"),
         .text = [](const SlipLine &line) { return feeStandard(line.unit, line.rateMicroYuan); },
         .shape = {.characters = 14},
         .extra = {}},
        {.title = TakeBox::tr("Quantity"),
         .text = [](const SlipLine &line) { return CashierText::quantity(line); },
         .shape = {.characters = 10, .isRightAligned = true},
         .extra = {}},
        {.title = TakeBox::tr("Amount"),
         .text = [](const SlipLine &line) { return line.amount.text(); },
         .shape = {.characters = 10, .isRightAligned = true},
         .extra = {}}};
}

} // namespace hall

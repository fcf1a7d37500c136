#include "ui/cashier/pages.h"

#include "ui/cashier/cashierpage.h"

namespace hall {

using namespace Qt::StringLiterals;

void registerCashierPages(PageRegistry &registry)
{
    registry.add(
        {.id = u"cashier"_s,
         .title = [] { return CashierPage::tr("Cashier"); },
         .icon = u"cashier"_s,
         .roles = {Role::Cashier},
         .make = [](const PageContext &context) -> Page * { return new CashierPage(context); },
         .isHome = true});
}

} // namespace hall

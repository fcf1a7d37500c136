#include "ui/delivery/pages.h"

#include "ui/delivery/deliverypage.h"

namespace hall {

using namespace Qt::StringLiterals;

void registerDeliveryPages(PageRegistry &registry)
{
    registry.add(
        {.id = u"delivery"_s,
         .title = [] { return DeliveryPage::tr("Hand over"); },
         .icon = u"delivery"_s,
         .roles = {Role::Clerk},
         .make = [](const PageContext &context) -> Page * { return new DeliveryPage(context); }});
}

} // namespace hall

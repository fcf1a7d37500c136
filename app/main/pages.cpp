#include "main/pages.h"

#include "ui/admin/pages.h"
#include "ui/cashier/pages.h"
#include "ui/centre/pages.h"
#include "ui/delivery/pages.h"
#include "ui/figures/pages.h"
#include "ui/intake/pages.h"
#include "ui/search/pages.h"
#include "ui/shell/pageregistry.h"
#include "ui/signoff/pages.h"

namespace hall {

void registerPages(PageRegistry &registry)
{
    registerIntakePages(registry);
    registerDeliveryPages(registry);
    registerCashierPages(registry);
    registerSignoffPages(registry);
    registerFiguresPages(registry);
    registerSearchPages(registry);
    registerCentrePages(registry);
    registerAdminPages(registry);
}

} // namespace hall

#include "main/pages.h"

#include "ui/admin/pages.h"
#include "ui/intake/pages.h"
#include "ui/shell/pageregistry.h"
#include "ui/signoff/pages.h"

namespace hall {

void registerPages(PageRegistry &registry)
{
    registerIntakePages(registry);
    registerSignoffPages(registry);
    registerAdminPages(registry);
}

} // namespace hall

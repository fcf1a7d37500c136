#include "main/pages.h"

#include "ui/admin/pages.h"
#include "ui/shell/pageregistry.h"

namespace hall {

void registerPages(PageRegistry &registry)
{
    registerAdminPages(registry);
}

} // namespace hall

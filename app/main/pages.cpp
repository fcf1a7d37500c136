#include "main/pages.h"

#include "ui/shell/pageregistry.h"

namespace hall {

void registerPages(PageRegistry &registry)
{
    Q_UNUSED(registry)
}

} // namespace hall

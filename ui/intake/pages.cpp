#include "ui/intake/pages.h"

#include "ui/intake/counterpage.h"

#include <QCoreApplication>

namespace hall {

using namespace Qt::StringLiterals;

void registerIntakePages(PageRegistry &registry)
{
    registry.add(
        {.id = u"intake"_s,
         .title = [] { return CounterPage::tr("Counter"); },
         .icon = u"counter"_s,
         .roles = {Role::Clerk},
         .make = [](const PageContext &context) -> Page * { return new CounterPage(context); },
         .isHome = true});
}

} // namespace hall

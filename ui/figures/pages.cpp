#include "ui/figures/pages.h"

#include "ui/figures/overviewpage.h"
#include "ui/figures/reportpage.h"

namespace hall {

using namespace Qt::StringLiterals;

void registerFiguresPages(PageRegistry &registry)
{
    registry.add(
        {.id = u"overview"_s,
         .title = [] { return OverviewPage::tr("Overview"); },
         .icon = u"overview"_s,
         .roles = {Role::Manager},
         .make = [](const PageContext &context) -> Page * { return new OverviewPage(context); },
         .isHome = true});
    registry.add(
        {.id = u"report"_s,
         .title = [] { return ReportPage::tr("Daily report"); },
         .icon = u"report"_s,
         .roles = {Role::Manager},
         .make = [](const PageContext &context) -> Page * { return new ReportPage(context); }});
}

} // namespace hall

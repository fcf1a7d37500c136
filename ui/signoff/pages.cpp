#include "ui/signoff/pages.h"

#include "ui/signoff/upstairspage.h"

namespace hall {

using namespace Qt::StringLiterals;

void registerSignoffPages(PageRegistry &registry)
{
    registry.add(
        {.id = u"upstairs"_s,
         .title = [] { return UpstairsPage::tr("My pile"); },
         .icon = u"sign"_s,
         .roles = {Role::Reviewer, Role::CoReviewer, Role::Surveyor, Role::DeptHead,
                   Role::TownLeader, Role::Certifier},
         .make = [](const PageContext &context) -> Page * { return new UpstairsPage(context); },
         .isHome = true});
}

} // namespace hall

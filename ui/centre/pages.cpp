#include "ui/centre/pages.h"

#include "ui/centre/attentionpage.h"

namespace hall {

using namespace Qt::StringLiterals;

void registerCentrePages(PageRegistry &registry)
{
    // The administrator sees no applicant data (domain.md section 8).
    registry.add(
        {.id = u"attention"_s,
         .title = [] { return AttentionPage::tr("To decide"); },
         .icon = u"attention"_s,
         .roles = {Role::Clerk, Role::Reviewer, Role::CoReviewer, Role::Surveyor, Role::DeptHead,
                   Role::TownLeader, Role::Certifier, Role::Cashier, Role::Manager},
         .make = [](const PageContext &context) -> Page * { return new AttentionPage(context); },
         .needsCentre = true});
}

} // namespace hall

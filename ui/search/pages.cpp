#include "ui/search/pages.h"

#include "ui/search/casefilepage.h"
#include "ui/search/searchpage.h"

namespace hall {

using namespace Qt::StringLiterals;

void registerSearchPages(PageRegistry &registry)
{
    // The administrator sees no applicant data (domain.md section 8).
    const QList<Role> roles{Role::Clerk,     Role::Reviewer, Role::CoReviewer,
                            Role::Surveyor,  Role::DeptHead, Role::TownLeader,
                            Role::Certifier, Role::Cashier,  Role::Manager};
    registry.add(
        {.id = u"search"_s,
         .title = [] { return SearchPage::tr("Search"); },
         .icon = u"search"_s,
         .roles = roles,
         .make = [](const PageContext &context) -> Page * { return new SearchPage(context); }});
    registry.add(
        {.id = u"case"_s,
         .title = [] { return CaseFilePage::tr("Case"); },
         .icon = u"folder"_s,
         .roles = roles,
         .make = [](const PageContext &context) -> Page * { return new CaseFilePage(context); },
         .showsCases = true});
}

} // namespace hall

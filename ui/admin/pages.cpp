#include "ui/admin/pages.h"

#include "ui/admin/calendarpage.h"
#include "ui/admin/catalogueimportpage.h"
#include "ui/admin/changespage.h"
#include "ui/admin/definitionspage.h"
#include "ui/admin/diagnosticspage.h"
#include "ui/admin/feespage.h"
#include "ui/admin/phrasespage.h"
#include "ui/admin/staffpage.h"
#include "ui/admin/templatespage.h"
#include "ui/admin/windowspage.h"

#include <QCoreApplication>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// The words of the navigation; short, for they stand in a narrow column.
class AdminPages
{
    Q_DECLARE_TR_FUNCTIONS(AdminPages)
public:
    static void add(PageRegistry &registry);
};

template <class P> PageEntry entryOf(const QString &id, const QString &icon, QString (*title)())
{
    return {.id = id,
            .title = title,
            .icon = icon,
            .roles = {Role::Administrator},
            .make = [](const PageContext &context) -> Page * { return new P(context); }};
}

void AdminPages::add(PageRegistry &registry)
{
    registry.add(entryOf<StaffPage>(u"staff"_s, u"people"_s, [] { return tr("Staff"); }));
    registry.add(
        entryOf<WindowsPage>(u"windows"_s, u"window"_s, [] { return tr("Windows and hall"); }));
    registry.add(
        entryOf<CalendarPage>(u"calendar"_s, u"calendar"_s, [] { return tr("Calendar"); }));
    registry.add(entryOf<FeesPage>(u"fees"_s, u"money"_s, [] { return tr("Fees"); }));
    registry.add(
        entryOf<CatalogueImportPage>(u"import"_s, u"import"_s, [] { return tr("Import"); }));
    registry.add(
        entryOf<DefinitionsPage>(u"workflows"_s, u"guide"_s, [] { return tr("Workflows"); }));
    registry.add(entryOf<PhrasesPage>(u"phrases"_s, u"edit"_s, [] { return tr("Phrases"); }));
    registry.add(entryOf<TemplatesPage>(u"templates"_s, u"page"_s, [] { return tr("Templates"); }));
    // The manager's office answers for the conduct of the hall: it reads who changed and who
    // looked.
    PageEntry changes
        = entryOf<ChangesPage>(u"changes"_s, u"history"_s, [] { return tr("Changes"); });
    changes.roles.append(Role::Manager);
    registry.add(changes);
    registry.add(entryOf<DiagnosticsPage>(u"diagnostics"_s, u"database"_s,
                                          [] { return tr("Diagnostics"); }));
}

} // namespace

void registerAdminPages(PageRegistry &registry)
{
    AdminPages::add(registry);
}

} // namespace hall

#include "desk/admin/placesdesk.h"

#include "store/store.h"

#include <QRegularExpression>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

PlacesDesk::PlacesDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

PlaceFault PlacesDesk::faultOf(const Window &window, bool isNew) const
{
    static const QRegularExpression form(u"^[A-Z][0-9A-Z]{2}$"_s);
    const ReferencePtr reference = m_publisher.reference();
    if (!form.match(window.code).hasMatch())
        return PlaceFault::CodeForm;
    if (isNew && reference->window(window.code))
        return PlaceFault::CodeTaken;
    if (window.name.zh.trimmed().isEmpty())
        return PlaceFault::NameMissing;
    if (window.depts.isEmpty())
        return PlaceFault::NoDepartment;
    const auto isKnown
        = [&](const QString &dept) { return reference->department(dept) != nullptr; };
    return std::ranges::all_of(window.depts, isKnown) ? PlaceFault::None
                                                      : PlaceFault::DepartmentUnknown;
}

PlaceFault PlacesDesk::faultOf(const Department &department, bool isNew) const
{
    static const QRegularExpression form(u"^[A-Z][0-9A-Z]{1,9}$"_s);
    if (!form.match(department.code).hasMatch())
        return PlaceFault::CodeForm;
    if (isNew && m_publisher.reference()->department(department.code))
        return PlaceFault::CodeTaken;
    return department.name.zh.trimmed().isEmpty() ? PlaceFault::NameMissing : PlaceFault::None;
}

PlaceFault PlacesDesk::faultOf(const HallInfo &hall) const
{
    constexpr int mostDays = 60;
    if (hall.name.trimmed().isEmpty() || hall.organ.trimmed().isEmpty())
        return PlaceFault::NameMissing;
    if (hall.opens >= hall.closes)
        return PlaceFault::HoursCrossed;
    for (const int days : {hall.correctionDays, hall.deliveryDays}) {
        if (days < 1 || days > mostDays)
            return PlaceFault::DaysOutOfRange;
    }
    return PlaceFault::None;
}

PlaceFault PlacesDesk::removalFault(const QString &windowCode) const
{
    return peopleAt(windowCode).isEmpty() ? PlaceFault::None : PlaceFault::WindowInUse;
}

QFuture<Result<Done>> PlacesDesk::saveUnless(PlaceFault fault, const Publication &publication) const
{
    if (fault != PlaceFault::None)
        return answered<Done>(Error{ErrorKind::RuleBroken, publication.kind});
    return m_publisher.publish({publication});
}

QFuture<Result<Done>> PlacesDesk::save(const Window &window, bool isNew) const
{
    return saveUnless(faultOf(window, isNew), publicationOf(window));
}

QFuture<Result<Done>> PlacesDesk::save(const Department &department, bool isNew) const
{
    return saveUnless(faultOf(department, isNew), publicationOf(department));
}

QFuture<Result<Done>> PlacesDesk::save(const HallInfo &hall) const
{
    return saveUnless(faultOf(hall), publicationOf(hall));
}

QFuture<Result<Done>> PlacesDesk::removeWindow(const QString &code) const
{
    return saveUnless(removalFault(code), {.kind = u"window"_s, .code = code, .isRetired = true});
}

QStringList PlacesDesk::peopleAt(const QString &windowCode) const
{
    QStringList people;
    for (const StaffMember &member : m_publisher.reference()->staff) {
        if (member.window == windowCode && !member.isDisabled)
            people.append(member.name);
    }
    return people;
}

} // namespace hall

#pragma once

#include "desk/admin/hallpublisher.h"

#include <QFuture>
#include <QString>
#include <QStringList>

namespace hall {

/// What keeps a window, a department or the hall's own entry from being saved.
enum class PlaceFault {
    None,
    CodeForm, ///< window: a capital letter and two letters or figures; department: 2–10
    CodeTaken,
    NameMissing,
    NoDepartment,
    DepartmentUnknown,
    WindowInUse,   ///< people sit there: move them first
    HoursCrossed,  ///< closes before it opens
    DaysOutOfRange ///< 1–60 days
};

/// Windows, departments, the hall's name, hours and settings.
class PlacesDesk
{
public:
    explicit PlacesDesk(const HallPublisher &publisher);

    [[nodiscard]] PlaceFault faultOf(const Window &window, bool isNew) const;
    [[nodiscard]] PlaceFault faultOf(const Department &department, bool isNew) const;
    [[nodiscard]] PlaceFault faultOf(const HallInfo &hall) const;
    /// Whether the window may be taken away.
    [[nodiscard]] PlaceFault removalFault(const QString &windowCode) const;

    /// RuleBroken when faultOf() says so.
    [[nodiscard]] QFuture<Result<Done>> save(const Window &window, bool isNew) const;
    [[nodiscard]] QFuture<Result<Done>> save(const Department &department, bool isNew) const;
    [[nodiscard]] QFuture<Result<Done>> save(const HallInfo &hall) const;
    [[nodiscard]] QFuture<Result<Done>> removeWindow(const QString &code) const;

    /// People whose usual window it is.
    [[nodiscard]] QStringList peopleAt(const QString &windowCode) const;

private:
    [[nodiscard]] QFuture<Result<Done>> saveUnless(PlaceFault fault,
                                                   const Publication &publication) const;
    const HallPublisher &m_publisher;
};

} // namespace hall

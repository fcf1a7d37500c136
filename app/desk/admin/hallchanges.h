#pragma once

#include "domain/event.h"
#include "domain/reference.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <utility>

namespace hall {

/// One field of a published value that is not what it was.
struct FieldChange
{
    QString path = {};   ///< "promise.days", "materials[3].name.zh"
    QString before = {}; ///< empty = was not there
    QString after = {};  ///< empty = is gone
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// Fields that differ. Rows of a list are told apart by their "no", "code" or "date".
[[nodiscard]] QList<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after);

enum class ChangeSort { Added, Changed, Retired };

/// A publication and what it changed, by whom.
struct HallChange
{
    EventId event = {};
    qint64 at = 0;
    QString actor = {};
    QString kind = {};
    QString code = {};
    LocalText name = {};
    ChangeSort sort = ChangeSort::Added;
    QList<FieldChange> fields = {}; ///< only of Changed
};

/// All changes of a hall's journal, newest first.
[[nodiscard]] QList<HallChange> hallChanges(const QList<Event> &journal);

/// What the journal says now: kind and code → data. Retired codes are not in it.
using HallValues = QMap<std::pair<QString, QString>, QJsonObject>;
[[nodiscard]] HallValues hallValues(const QList<Event> &journal);
/// The national days among them, in order.
[[nodiscard]] QList<HolidayRow> holidaysOf(const HallValues &values);

} // namespace hall

#pragma once

#include "desk/admin/calendardesk.h"
#include "desk/routing/casefeed.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowmodel.h"
#include "ui/shared/rowtable.h"
#include "ui/shell/pageregistry.h"

#include <QLabel>
#include <QObject>

namespace hall {

/// The lower half of the calendar's page: which due dates a change would move, or has moved, and
/// how far the lists have followed it.
class MovedDates : public QObject
{
    Q_OBJECT
public:
    struct Place
    {
        RowTable *table = nullptr;
        QLabel *label = nullptr;
        MessageStrip *strip = nullptr;
    };
    MovedDates(const PageContext &context, CalendarDesk &desk, const Place &place, QObject *parent);

    /// Says how far it is while the desk counts.
    [[nodiscard]] QFuture<Result<QList<MovedDate>>> ask(const CalendarChange &change);
    void show(const Result<QList<MovedDate>> &moved);
    /// What is shown was saved: it is said to have moved once the lists have followed.
    void followSaved();
    /// Says how far the lists are, if a change is still being worked off.
    void follow();

private:
    void say(const std::optional<DatesProgress> &moving);

    CalendarDesk &m_desk;
    CaseFeed m_feed;
    Place m_place;
    RowModel<MovedDate> m_rows;
    bool m_isSaved = false;  ///< the rows shown were saved and not yet said to have moved
    bool m_isMoving = false; ///< the lists follow
};

} // namespace hall

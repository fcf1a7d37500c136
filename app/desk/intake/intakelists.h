#pragma once

#include "desk/workplace.h"
#include "domain/deadlines.h"
#include "domain/result.h"

#include <QDate>
#include <QFuture>
#include <QList>

namespace hall {

/// A line of the counter's lists.
struct IntakeRow
{
    StreamId id = {};
    QString number = {};
    QString applicantName = {};
    LocalText itemName = {};
    LocalText state = {};
    Phase phase = Phase::Received;
    Light light = Light::Grey;
    QDate due = {};
    int daysLeft = 0; ///< working days to `due`; negative = late
    qint64 at = 0;    ///< taken in, or accepted
    bool isPaid = true;
};

struct IntakeLists
{
    QList<IntakeRow> received = {}; ///< taken in, not decided: most urgent first
    QList<IntakeRow> waiting = {};  ///< correction notice given
    QList<IntakeRow> accepted = {}; ///< here today, newest first
};

/// What lies at a counter.
class IntakeOverview
{
public:
    explicit IntakeOverview(Workplace &place)
        : m_place(place)
    {
    }
    [[nodiscard]] QFuture<Result<IntakeLists>> lists(const Session &session) const;

private:
    Workplace &m_place;
};

} // namespace hall

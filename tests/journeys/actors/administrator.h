#pragma once

#include "stage.h"

#include <QDate>

namespace hall::journeys {

/// The administrator: staff, windows, calendar, fees, import, workflows, changes, diagnostics.
class Administrator
{
public:
    explicit Administrator(Stage &stage)
        : m_stage(stage)
    {
    }

    /// Every page once, in both languages.
    void walkThrough();
    /// A new telephone number of a colleague, saved and then found among the changes.
    void changeAPhone(const QString &staff, const QString &phone);
    /// The hall is closed on a day by local order; the page shows which dates move before it is
    /// saved, and `number` is among them with both dates.
    struct DayOff
    {
        QDate day = {};
        QString reason = {};
        QString number = {};
        QDate before = {};
        QDate after = {};
    };
    void closeOn(const DayOff &off);

private:
    Stage &m_stage;
};

} // namespace hall::journeys

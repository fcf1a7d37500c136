#pragma once

#include "stage.h"

#include <QDate>

namespace hall::journeys {

/// The manager: what is in hand, the list behind a figure, the report of a day.
class Manager
{
public:
    explicit Manager(Stage &stage)
        : m_stage(stage)
    {
    }

    void lookAtTheHall();
    /// The report of today by the page's own buttons: printed (a PDF of the printer) and as a
    /// spreadsheet into reports/.
    void report(const QString &name);

private:
    void saveAs(const QString &path);

    Stage &m_stage;
};

} // namespace hall::journeys

#pragma once

#include "stage.h"

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

private:
    Stage &m_stage;
};

} // namespace hall::journeys

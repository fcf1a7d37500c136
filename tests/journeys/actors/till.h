#pragma once

#include "script.h"
#include "stage.h"

namespace hall::journeys {

/// The cashier.
class Till
{
public:
    explicit Till(Stage &stage)
        : m_stage(stage)
    {
    }

    /// Takes the fee of a case by its number; every fourth payer pays in another way.
    void take(Visit &visit);
    /// Counts what lies there and closes the shift; the sum equals the receipts.
    void closeShift();
    void showThings() { m_isShowing = true; }

private:
    Stage &m_stage;
    bool m_isShowing = false;
    int m_payers = 0;
};

} // namespace hall::journeys

#pragma once

#include "script.h"
#include "stage.h"

namespace hall::journeys {

constexpr auto cashier = QLatin1StringView("sf02"); ///< who sits at the till of the play

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
    /// Takes the payment of a case back with a second person, who signs with the password; the fee
    /// is owed again afterwards.
    void takeBack(Visit &visit, const QString &witness, const QString &password);
    /// Counts what lies there and closes the shift; the sum equals the receipts.
    void closeShift();
    void showThings() { m_isShowing = true; }

private:
    Stage &m_stage;
    bool m_isShowing = false;
    int m_payers = 0;
};

} // namespace hall::journeys

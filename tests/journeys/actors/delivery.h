#pragma once

#include "script.h"
#include "stage.h"

namespace hall::journeys {

/// The clerk who hands results over, and looks a case up for somebody who asks.
class Delivery
{
public:
    explicit Delivery(Stage &stage)
        : m_stage(stage)
    {
    }

    void handOver(const Visit &visit);
    /// Somebody asks how far it is: search box, case page, and back.
    void lookUp(const Visit &visit);
    void showThings() { m_isShowing = true; }

private:
    Stage &m_stage;
    bool m_isShowing = false;
};

} // namespace hall::journeys

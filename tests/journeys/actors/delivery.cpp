#include "actors/delivery.h"

namespace hall::journeys {

using namespace Qt::StringLiterals;

void Delivery::handOver(const Visit &visit)
{
    if (!m_stage.sees(u"deliveryPage"_s))
        m_stage.click(u"deliveryRailButton"_s);
    m_stage.untilSeen(u"deliveryPage"_s);
    m_stage.press(Qt::Key_F3);
    m_stage.untilFocus(u"findEdit"_s);
    const auto find = [this, &visit] {
        m_stage.fill(u"findEdit"_s, visit.number);
        m_stage.press(Qt::Key_Return);
        m_stage.untilFocus(u"handOverButton"_s);
    };
    find();
    if (std::exchange(m_isShowing, false))
        m_stage.shootBoth(u"35-delivery"_s, find);
    m_stage.press(Qt::Key_F9);
    m_stage.untilSeen(u"signPanel"_s);
    m_stage.until(u"the receipt of delivery of %1 is signed"_s.arg(visit.number), [this] {
        if (m_stage.hasFocus(u"signedButton"_s) && m_stage.sees(u"signPanel"_s))
            m_stage.press(Qt::Key_Return);
        return !m_stage.sees(u"signPanel"_s);
    });
}

void Delivery::lookUp(const Visit &visit)
{
    const auto search = [this, &visit] {
        m_stage.untilSeen(u"searchPage"_s);
        m_stage.fill(u"searchEdit"_s, visit.person.initials);
        m_stage.until(u"the search has found somebody"_s, [this, &visit] {
            return m_stage.rowWith(u"resultTable"_s, visit.person.name) >= 0;
        });
    };
    m_stage.click(u"searchRailButton"_s);
    search();
    m_stage.shootBoth(u"40-search"_s, search);
    m_stage.press(Qt::Key_Return);
    m_stage.untilSeen(u"caseTabs"_s);
    const auto isOpen = [this] {
        m_stage.until(u"the case is shown"_s,
                      [this] { return m_stage.textOf(u"titleLabel"_s).size() > 3; });
    };
    isOpen();
    m_stage.shoot(u"41-case"_s);
    m_stage.press(Qt::Key_6, Qt::AltModifier);
    m_stage.shoot(u"42-case-history"_s);
    m_stage.setEnglish(true);
    // The case page is left by a change of language; the person opens it again.
    if (!m_stage.sees(u"caseTabs"_s) || m_stage.textOf(u"titleLabel"_s).size() <= 3) {
        m_stage.click(u"searchRailButton"_s);
        search();
        m_stage.press(Qt::Key_Return);
        m_stage.untilSeen(u"caseTabs"_s);
        isOpen();
    }
    m_stage.shoot(u"41-case"_s);
    m_stage.setEnglish(false);
}

} // namespace hall::journeys

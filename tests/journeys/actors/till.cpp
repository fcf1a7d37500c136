#include "actors/till.h"

namespace hall::journeys {

using namespace Qt::StringLiterals;

void Till::take(Visit &visit)
{
    m_stage.press(Qt::Key_F3);
    m_stage.untilFocus(u"findEdit"_s);
    m_stage.press(Qt::Key_A, Qt::ControlModifier);
    m_stage.type(visit.number);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"tenderedEdit"_s);
    const int way = m_payers++ % 4;
    const QList<Qt::Key> ways{Qt::Key_F5, Qt::Key_F6, Qt::Key_F7, Qt::Key_F8};
    if (way > 0) {
        m_stage.press(ways.at(way));
        m_stage.untilFocus(u"voucherEdit"_s);
        m_stage.type(u"V2026%1"_s.arg(m_payers, 5, 10, QChar(u'0')));
    } else {
        m_stage.type(u"1000"_s);
    }
    if (std::exchange(m_isShowing, false)) {
        const auto again = [this, &visit] {
            m_stage.fill(u"findEdit"_s, visit.number);
            m_stage.press(Qt::Key_Return);
            m_stage.untilFocus(u"tenderedEdit"_s);
            m_stage.type(u"1000"_s);
        };
        m_stage.shootBoth(u"30-cashier"_s, again);
    }
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"takeButton"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.untilSeen(u"receiptPanel"_s);
    // "Still being printed" is an answer, too: then the hand waits and presses again.
    m_stage.until(u"the receipt of %1 is in hand"_s.arg(visit.number), [this] {
        if (m_stage.hasFocus(u"inHandButton"_s) && m_stage.sees(u"receiptPanel"_s))
            m_stage.press(Qt::Key_Return);
        return !m_stage.sees(u"receiptPanel"_s);
    });
    visit.isPaid = true;
}

void Till::closeShift()
{
    m_stage.press(Qt::Key_2, Qt::AltModifier);
    m_stage.shoot(u"31-receipts"_s);
    m_stage.press(Qt::Key_3, Qt::AltModifier);
    m_stage.untilSeen(u"cashCountedEdit"_s);
    for (const QString &way : {u"cash"_s, u"card"_s, u"transfer"_s, u"qr"_s})
        m_stage.fill(way + u"CountedEdit"_s, m_stage.textOf(way + u"SumLabel"_s).remove(u','));
    m_stage.shoot(u"32-shift"_s);
    m_stage.click(u"closeShiftButton"_s);
    m_stage.untilSeen(u"yesButton"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"yesButton"_s);
    m_stage.until(u"the shift is closed"_s,
                  [this] { return !m_stage.sees(u"closeShiftButton"_s); });
}

} // namespace hall::journeys

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

void Till::takeBack(Visit &visit, const QString &witness, const QString &password)
{
    m_stage.press(Qt::Key_F4);
    m_stage.until(u"the receipt is listed"_s, [this, &visit] {
        return m_stage.rowWith(u"receiptTable"_s, visit.person.name) >= 0;
    });
    if (!m_stage.hasFocus(u"receiptTable"_s))
        m_stage.click(u"receiptTable"_s);
    m_stage.walkTo(u"receiptTable"_s, m_stage.rowWith(u"receiptTable"_s, visit.person.name));
    m_stage.press(Qt::Key_F4);
    m_stage.untilSeen(u"voidDialog"_s);
    m_stage.fill(u"reasonEdit"_s, u"付款方式选错，重新收款。"_s);
    const auto sign = [this](const QString &who, const QString &secret) {
        m_stage.fill(u"witnessEdit"_s, who);
        m_stage.fill(u"witnessPasswordEdit"_s, secret);
        m_stage.press(Qt::Key_Return);
    };
    const auto isRefused = [this] {
        m_stage.until(u"it is said why not"_s, [this] {
            return !m_stage.textOf(u"problemLabel"_s).isEmpty()
                && m_stage.see<QWidget>(u"confirmVoidButton"_s)->isEnabled();
        });
    };
    sign(QString(cashier), password); // nobody is his own second person
    isRefused();
    sign(witness, u"wrong"_s);
    isRefused();
    m_stage.shoot(u"33-take-back"_s);
    sign(witness, password);
    m_stage.untilGone(u"voidDialog"_s);
    m_stage.shoot(u"34-taken-back"_s);
    visit.isPaid = false;
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

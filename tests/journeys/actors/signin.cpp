#include "actors/signin.h"

#include "seats.h"

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

// The sign-in page of the sample hall tells it.
QString passwordTold(const QString &hint)
{
    const qsizetype first = hint.indexOf(u'"');
    const qsizetype last = hint.lastIndexOf(u'"');
    if (first >= 0 && last > first)
        return hint.mid(first + 1, last - first - 1);
    const qsizetype open = hint.indexOf(u'“');
    const qsizetype close = hint.indexOf(u'”');
    return open >= 0 && close > open ? hint.mid(open + 1, close - open - 1) : QString();
}

} // namespace

void SignIn::makeSampleHall()
{
    m_stage.untilSeen(u"sampleHallButton"_s);
    m_stage.shootBoth(u"01-first-start"_s);
    m_stage.click(u"ownHallButton"_s);
    m_stage.untilSeen(u"hallNameEdit"_s);
    m_stage.fill(u"hallNameEdit"_s, u"长安镇行政服务中心"_s);
    m_stage.fill(u"regionEdit"_s, u"441900119"_s);
    m_stage.shoot(u"02-own-hall"_s);
    m_stage.click(u"ownBackButton"_s);
    m_stage.untilSeen(u"sampleHallButton"_s);
    m_stage.click(u"sampleHallButton"_s);
    m_stage.untilSeen(u"memberEdit"_s);
}

void SignIn::joinHall(const QString &staff, const QString &password)
{
    m_password = password;
    m_stage.untilSeen(u"joinStaffEdit"_s);
    if (m_stage.options().seat == seats().first())
        m_stage.shootBoth(u"01-first-start"_s);
    m_stage.fill(u"joinStaffEdit"_s, staff);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"joinPasswordEdit"_s);
    m_stage.type(password);
    m_stage.press(Qt::Key_Return);
    m_stage.until(staff + u" is let in"_s, [this] {
        return m_stage.sees(u"workbench"_s) || m_stage.sees(u"beginButton"_s);
    });
    if (m_stage.sees(u"beginButton"_s)) {
        m_stage.press(Qt::Key_Return);
        m_stage.untilSeen(u"workbench"_s);
    }
    out();
}

void SignIn::as(const QString &staff, int post)
{
    m_stage.untilSeen(u"memberEdit"_s);
    if (const QString told = passwordTold(m_stage.textOf(u"sampleHintLabel"_s)); !told.isEmpty())
        m_password = told;
    m_stage.fill(u"memberEdit"_s, staff);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"passwordEdit"_s);
    m_stage.type(m_password);
    m_stage.press(Qt::Key_Return);
    m_stage.until(staff + u" is let in"_s, [this] {
        return m_stage.sees(u"workbench"_s) || m_stage.sees(u"beginButton"_s);
    });
    if (m_stage.sees(u"beginButton"_s)) {
        for (int row = 0; row < post; ++row)
            m_stage.press(Qt::Key_Down);
        m_stage.press(Qt::Key_Return);
        m_stage.untilSeen(u"workbench"_s);
    }
}

void SignIn::out()
{
    m_stage.press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    m_stage.untilSeen(u"memberEdit"_s);
}

void SignIn::mistype(const QString &staff)
{
    constexpr int tries = 3; // from the third wrong one on there is a wait
    for (int turn = 0; turn < tries; ++turn) {
        m_stage.fill(u"memberEdit"_s, staff);
        m_stage.press(Qt::Key_Return);
        m_stage.untilFocus(u"passwordEdit"_s);
        m_stage.type(u"wrong%1"_s.arg(turn));
        m_stage.press(Qt::Key_Return);
        m_stage.until(u"the wrong password is told"_s, [this] {
            return !m_stage.said().isEmpty() && m_stage.textOf(u"passwordEdit"_s).isEmpty();
        });
        if (m_stage.sees(u"workbench"_s))
            throw Stopped{staff + u" was let in with a wrong password"_s};
    }
    m_stage.until(u"a wait is told"_s,
                  [this] { return !m_stage.textOf(u"waitLabel"_s).isEmpty(); });
    if (m_stage.see<QWidget>(u"signInButton"_s)->isEnabled())
        throw Stopped{u"the next try is not held back"_s};
    m_stage.shootBoth(u"04-wrong-password"_s);
    m_stage.advance(120);
    m_stage.until(u"the wait is over"_s,
                  [this] { return m_stage.see<QWidget>(u"signInButton"_s)->isEnabled(); });
}

void SignIn::lockAndUnlock()
{
    m_stage.press(Qt::Key_L, Qt::ControlModifier);
    m_stage.untilSeen(u"lockPage"_s);
    m_stage.untilFocus(u"unlockPasswordEdit"_s);
    m_stage.type(u"wrong"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.until(u"the wrong password is told"_s, [this] { return !m_stage.said().isEmpty(); });
    if (!m_stage.sees(u"lockPage"_s) || m_stage.sees(u"workbench"_s))
        throw Stopped{u"a wrong password unlocks the screen"_s};
    m_stage.shoot(u"05-locked"_s);
    m_stage.untilFocus(u"unlockPasswordEdit"_s);
    m_stage.type(m_password);
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"lockPage"_s);
}

} // namespace hall::journeys

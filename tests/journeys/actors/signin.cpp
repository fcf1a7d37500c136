#include "actors/signin.h"

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

void SignIn::as(const QString &staff, int post)
{
    m_stage.untilSeen(u"memberEdit"_s);
    const QString password = passwordTold(m_stage.textOf(u"sampleHintLabel"_s));
    m_stage.fill(u"memberEdit"_s, staff);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"passwordEdit"_s);
    m_stage.type(password);
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
    m_stage.fill(u"memberEdit"_s, staff);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"passwordEdit"_s);
    m_stage.type(u"wrong"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.until(u"the wrong password is told"_s, [this] { return !m_stage.said().isEmpty(); });
    m_stage.shootBoth(u"04-wrong-password"_s);
}

void SignIn::lockAndUnlock(const QString &staff)
{
    m_stage.press(Qt::Key_L, Qt::ControlModifier);
    m_stage.untilSeen(u"lockPage"_s);
    m_stage.shoot(u"05-locked-"_s + staff);
}

} // namespace hall::journeys

#include "actors/administrator.h"

namespace hall::journeys {

using namespace Qt::StringLiterals;

void Administrator::walkThrough()
{
    const QStringList pages{u"staff"_s,   u"windows"_s,    u"calendar"_s, u"fees"_s,
                            u"import"_s,  u"workflows"_s,  u"phrases"_s,  u"templates"_s,
                            u"changes"_s, u"diagnostics"_s};
    int number = 60;
    for (const QString &page : pages) {
        m_stage.click(page + u"RailButton"_s);
        m_stage.shootBoth(u"%1-%2"_s.arg(number++).arg(page));
    }
}

void Administrator::changeAPhone(const QString &staff, const QString &phone)
{
    m_stage.click(u"staffRailButton"_s);
    m_stage.fill(u"searchEdit"_s, staff);
    m_stage.press(Qt::Key_Return);
    m_stage.until(staff + u" is shown"_s,
                  [this, &staff] { return m_stage.textOf(u"codeEdit"_s) == staff; });
    m_stage.fill(u"phoneEdit"_s, phone);
    m_stage.click(u"saveButton"_s);
    m_stage.until(u"the change is saved"_s, [this] { return !m_stage.said().isEmpty(); });
}

void Administrator::closeOn(const DayOff &off)
{
    // With a centre an administrator's computer holds no cases, so none is listed there.
    const bool hasCases = m_stage.options().seat.isEmpty();
    const auto isListed = [this, &off, hasCases] {
        if (!hasCases)
            return true;
        const int row = m_stage.rowWith(u"impactTable"_s, off.number);
        return row >= 0
            && m_stage.cell(u"impactTable"_s, row, 3).contains(off.before.toString(Qt::ISODate))
            && m_stage.cell(u"impactTable"_s, row, 4) == off.after.toString(Qt::ISODate);
    };
    const auto fill = [this, &off] {
        m_stage.fill(u"dateEdit"_s, off.day.toString(Qt::ISODate));
        m_stage.click(u"offRadio"_s);
        m_stage.fill(u"reasonEdit"_s, off.reason);
        m_stage.press(Qt::Key_M, Qt::ControlModifier);
    };
    m_stage.click(u"calendarRailButton"_s);
    m_stage.untilSeen(u"calendarPage"_s);
    fill();
    m_stage.until(off.number + u" moves to the expected date"_s, isListed);
    m_stage.shootBoth(u"68-day-off"_s, [&] {
        fill();
        m_stage.until(off.number + u" moves to the expected date"_s, isListed);
    });
    m_stage.press(Qt::Key_S, Qt::ControlModifier);
    m_stage.until(u"the day off is saved"_s,
                  [this, &off] { return m_stage.rowWith(u"dayTable"_s, off.reason) >= 0; });
}

} // namespace hall::journeys

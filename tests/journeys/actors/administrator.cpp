#include "actors/administrator.h"

namespace hall::journeys {

using namespace Qt::StringLiterals;

void Administrator::walkThrough()
{
    const QStringList pages{u"staff"_s,  u"windows"_s,   u"calendar"_s, u"fees"_s,
                            u"import"_s, u"workflows"_s, u"changes"_s,  u"diagnostics"_s};
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

} // namespace hall::journeys

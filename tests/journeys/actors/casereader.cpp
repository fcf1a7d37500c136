#include "actors/casereader.h"

namespace hall::journeys {

using namespace Qt::StringLiterals;

void CaseReader::open(const Visit &visit)
{
    m_stage.click(u"searchRailButton"_s);
    m_stage.untilSeen(u"searchPage"_s);
    m_stage.fill(u"searchEdit"_s, visit.number);
    m_stage.until(visit.number + u" is found"_s, [this, &visit] {
        return m_stage.rowsOf(u"resultTable"_s) == 1
            && m_stage.rowWith(u"resultTable"_s, visit.person.name) == 0;
    });
    m_stage.press(Qt::Key_Return);
    m_stage.untilSeen(u"caseTabs"_s);
    m_stage.until(visit.number + u" is open"_s, [this, &visit] {
        return m_stage.textOf(u"titleLabel"_s).contains(visit.number);
    });
}

void CaseReader::print(const QString &paper)
{
    m_stage.press(Qt::Key_5, Qt::AltModifier);
    m_stage.untilSeen(u"paperTable"_s);
    // The newest of its kind: an earlier one of the same name was printed in its time.
    int row = -1;
    m_stage.until(paper + u" is listed"_s, [this, &paper, &row] {
        for (int each = 0; each < m_stage.rowsOf(u"paperTable"_s); ++each) {
            if (m_stage.cell(u"paperTable"_s, each, 0) == paper)
                row = each;
        }
        return row >= 0;
    });
    m_stage.click(u"paperTable"_s);
    m_stage.walkTo(u"paperTable"_s, row);
    m_stage.press(Qt::Key_F9);
    m_stage.until(paper + u" is at the printer"_s,
                  [this, &paper] { return m_stage.said().contains(paper); });
    const QString sent = m_stage.said();
    m_stage.shoot(u"43-papers-"_s + paper);
    m_stage.press(Qt::Key_F8);
    m_stage.until(paper + u" is in hand"_s, [this, &paper, &sent] {
        return m_stage.said().contains(paper) && m_stage.said() != sent;
    });
}

void CaseReader::decide(const QString &action, const QString &reason, const QString &picture)
{
    m_stage.until(action + u" is offered"_s,
                  [this, &action] { return m_stage.sees(action + u"Button"_s); });
    const QString before = m_stage.said();
    m_stage.click(action + u"Button"_s);
    m_stage.untilSeen(u"yesButton"_s);
    if (m_stage.see<QWidget>(u"yesButton"_s)->isEnabled())
        throw Stopped{action + u" is possible without a reason"_s};
    m_stage.fill(u"reasonEdit"_s, reason);
    m_stage.shoot(picture);
    m_stage.click(u"yesButton"_s);
    m_stage.untilGone(u"yesButton"_s);
    m_stage.until(action + u" is recorded"_s, [this, &before] {
        return m_stage.sees(u"papersDialog"_s)
            || (!m_stage.said().isEmpty() && m_stage.said() != before);
    });
    if (!m_stage.sees(u"papersDialog"_s))
        return;
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"papersDialog"_s);
}

} // namespace hall::journeys

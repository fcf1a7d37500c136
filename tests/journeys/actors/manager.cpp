#include "actors/manager.h"

#include <QFileInfo>

namespace hall::journeys {

using namespace Qt::StringLiterals;

void Manager::lookAtTheHall()
{
    m_stage.untilSeen(u"overviewPage"_s);
    m_stage.until(u"the figures are there"_s,
                  [this] { return m_stage.rowsOf(u"departmentTable"_s) > 0; });
    m_stage.shootBoth(u"50-overview"_s, [this] {
        m_stage.until(u"the figures are there"_s,
                      [this] { return m_stage.rowsOf(u"departmentTable"_s) > 0; });
    });
    m_stage.click(u"inHandButton"_s);
    m_stage.untilSeen(u"figureCasesDialog"_s);
    m_stage.until(u"the cases behind the figure are listed"_s,
                  [this] { return m_stage.rowsOf(u"caseTable"_s) > 0; });
    m_stage.shoot(u"54-cases-behind"_s);
    m_stage.click(u"closeButton"_s);
    m_stage.untilGone(u"figureCasesDialog"_s);
}

void Manager::saveAs(const QString &path)
{
    m_stage.untilSeen(u"fileNameEdit"_s);
    m_stage.fill(u"fileNameEdit"_s, path);
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"fileNameEdit"_s);
    m_stage.until(path + u" is written"_s, [&path] { return QFileInfo(path).size() > 0; });
}

void Manager::report(const QString &name)
{
    m_stage.click(u"reportRailButton"_s);
    m_stage.untilSeen(u"reportPage"_s);
    const auto isCounted = [this] {
        m_stage.until(u"the report is counted and laid out"_s, [this] {
            const QWidget *sheet = m_stage.visible(u"xlsxButton"_s);
            const QWidget *paper = m_stage.visible(u"pdfButton"_s);
            return sheet && sheet->isEnabled() && paper && paper->isEnabled();
        });
    };
    isCounted();
    m_stage.shootBoth(u"51-report"_s, isCounted);
    m_stage.press(Qt::Key_2, Qt::AltModifier);
    m_stage.shoot(u"52-report-figures"_s);
    m_stage.press(Qt::Key_3, Qt::AltModifier);
    m_stage.shootBoth(u"53-charts"_s, [this] { m_stage.press(Qt::Key_3, Qt::AltModifier); });
    isCounted();
    m_stage.click(u"pdfButton"_s);
    saveAs(m_stage.folder(u"reports/%1.pdf"_s.arg(name)));
    m_stage.click(u"xlsxButton"_s);
    saveAs(m_stage.folder(u"reports/%1.xlsx"_s.arg(name)));
    m_stage.click(u"printButton"_s);
    m_stage.until(u"the report is at the printer"_s, [this] { return !m_stage.said().isEmpty(); });
}

} // namespace hall::journeys

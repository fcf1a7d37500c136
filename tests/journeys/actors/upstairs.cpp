#include "actors/upstairs.h"

#include <QPushButton>
#include <QSet>

#include <algorithm>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFiles = 200;

} // namespace

QString Upstairs::fileShown() const
{
    const QWidget *bar = m_stage.visible(u"actionsBar"_s);
    if (!bar)
        return {};
    QStringList names{m_stage.textOf(u"titleLabel"_s)};
    for (const QPushButton *button : bar->findChildren<QPushButton *>()) {
        if (button->isVisible())
            names.append(button->objectName());
    }
    return names.size() > 1 ? names.join(u' ') : QString();
}

Visit *Upstairs::visitShown() const
{
    const QString title = m_stage.textOf(u"titleLabel"_s);
    const auto visit = std::ranges::find_if(m_visits, [&title](const Visit &one) {
        return !one.number.isEmpty() && title.contains(one.number);
    });
    return visit == m_visits.end() ? nullptr : &*visit;
}

void Upstairs::workThePile(const QString &staff)
{
    m_stage.untilSeen(u"pileTable"_s);
    // Nothing may wait for this person; an empty pile looks like one that is not read yet.
    (void)m_stage.comes([this] { return !fileShown().isEmpty(); });
    QSet<QString> passedOver; // files that wait for another day
    for (int turn = 0; turn < mostFiles; ++turn) {
        if (!m_stage.comes([this] { return !fileShown().isEmpty(); }))
            return;
        Visit *visit = visitShown();
        if (visit && visit->goesUpstairs()) {
            sign(*visit, staff);
            passedOver.clear();
            continue;
        }
        const QString before = fileShown();
        if (passedOver.contains(before) || m_stage.rowsOf(u"pileTable"_s) == 1)
            return;
        passedOver.insert(before);
        m_stage.press(Qt::Key_F6);
        m_stage.until(u"the next file opens"_s,
                      [this, &before] { return !fileShown().isEmpty() && fileShown() != before; });
    }
}

void Upstairs::sign(Visit &visit, const QString &staff)
{
    const QString before = fileShown();
    const QString special = visit.special + u"Button"_s;
    const bool isSpecial
        = !visit.isSpecialDone && visit.specialBy == staff && m_stage.sees(special);
    if (m_stage.sees(u"cityGrantButton"_s))
        printSheet();
    fillWhatIsAsked(visit);
    if (!m_picture.isEmpty()) {
        say(u"材料齐全，符合法定条件，建议准予。"_s);
        const QString name = std::exchange(m_picture, {});
        m_stage.shootBoth(name, [this] {
            (void)m_stage.comes([this] { return !fileShown().isEmpty(); });
            say(u"材料齐全，符合法定条件，建议准予。"_s);
        });
        fillWhatIsAsked(visit);
    }
    if (isSpecial && visit.special == "return"_L1) {
        returnFile();
    } else if (isSpecial) {
        say(u"经审查，不符合规定条件，不同意。"_s);
        m_stage.click(special);
    } else {
        say(u"材料齐全，符合条件，同意。"_s);
        m_stage.press(Qt::Key_F9);
    }
    visit.isSpecialDone = visit.isSpecialDone || isSpecial;
    m_stage.until(u"the act on %1 is recorded"_s.arg(visit.number), [this, &before] {
        return fileShown() != before && (!m_stage.sees(u"actBox"_s) || !fileShown().isEmpty());
    });
}

void Upstairs::printSheet()
{
    const QString before = m_stage.said();
    m_stage.press(Qt::Key_P, Qt::ControlModifier);
    m_stage.until(u"the sign-off sheet is at the printer"_s, [this, &before] {
        return !m_stage.said().isEmpty() && m_stage.said() != before;
    });
}

void Upstairs::say(const QString &opinion)
{
    m_stage.fill(u"opinionEdit"_s, opinion);
}

void Upstairs::fillWhatIsAsked(const Visit &visit)
{
    if (m_stage.sees(u"findingsPanel"_s)) {
        m_stage.fill(u"placeEdit"_s, visit.person.address);
        m_stage.fill(u"presentEdit"_s, u"申请人 %1"_s.arg(visit.person.name));
        m_stage.fill(u"findingsEdit"_s, u"现场与申报材料一致，设备、场地符合要求。"_s);
    }
    if (m_stage.sees(u"certificatePanel"_s))
        m_stage.fill(u"certificateEdit"_s,
                     u"样证字2026%1"_s.arg(++m_certificates, 4, 10, QChar(u'0')));
}

void Upstairs::returnFile()
{
    m_stage.press(Qt::Key_F7);
    m_stage.untilFocus(u"returnBox"_s);
    m_stage.shoot(u"25-return"_s);
    say(u"请补充核实权属来源后再报。"_s);
    m_stage.press(Qt::Key_F7);
}

void Upstairs::signAllAtOnce()
{
    m_stage.click(u"pileTable"_s);
    m_stage.press(Qt::Key_A, Qt::ControlModifier);
    m_stage.press(Qt::Key_F10);
    m_stage.untilSeen(u"signButton"_s);
    m_stage.click(u"signButton"_s);
    m_stage.untilGone(u"signButton"_s);
    m_stage.shoot(u"26-batch-signed"_s);
    m_stage.click(u"closeButton"_s);
    m_stage.untilGone(u"closeButton"_s);
}

} // namespace hall::journeys

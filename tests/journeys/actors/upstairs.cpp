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

bool Upstairs::isPileEmpty() const
{
    return m_stage.rowsOf(u"pileTable"_s) == 0 && m_stage.textOf(u"countLabel"_s).startsWith(u'0');
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
    // Nothing may wait for this person, or nothing any more; the page says which.
    const auto isRead = [this] { return isPileEmpty() || !fileShown().isEmpty(); };
    (void)m_stage.comes(isRead);
    QSet<QString> passedOver; // files that wait for another day
    for (int turn = 0; turn < mostFiles; ++turn) {
        if (!m_stage.comes(isRead) || fileShown().isEmpty())
            return;
        Visit *visit = visitShown();
        if (visit && visit->goesUpstairs() && !visit->isStopped) {
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
        return m_stage.sees(u"papersDialog"_s)
            || (fileShown() != before && (!m_stage.sees(u"actBox"_s) || !fileShown().isEmpty()));
    });
    takePapers();
}

/// What the act wants comes out of the printer by itself; one key says that it is in hand.
void Upstairs::takePapers()
{
    if (!m_stage.sees(u"papersDialog"_s))
        return;
    if (!m_hasShownPapers)
        m_stage.shoot(u"25-papers-upstairs"_s);
    m_hasShownPapers = true;
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"papersDialog"_s);
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
        m_stage.fill(u"certificateEdit"_s, u"样证字2026%1"_s.arg(visit.id));
}

void Upstairs::returnFile()
{
    m_stage.press(Qt::Key_F7);
    m_stage.untilFocus(u"returnBox"_s);
    m_stage.shoot(u"25-return"_s);
    say(u"请补充核实权属来源后再报。"_s);
    m_stage.press(Qt::Key_F7);
}

void Upstairs::goToFile(const Visit &visit)
{
    m_stage.untilSeen(u"pileTable"_s);
    m_stage.until(visit.number + u" is in the pile"_s, [this, &visit] {
        return m_stage.rowWith(u"pileTable"_s, visit.person.name) >= 0;
    });
    m_stage.click(u"pileTable"_s);
    m_stage.walkTo(u"pileTable"_s, m_stage.rowWith(u"pileTable"_s, visit.person.name));
    m_stage.until(visit.number + u" is open"_s,
                  [this, &visit] { return visitShown() == &visit && !fileShown().isEmpty(); });
}

void Upstairs::stopTheClock(Visit &visit, const QString &ground)
{
    goToFile(visit);
    m_stage.press(Qt::Key_F11);
    m_stage.chooseInBox(u"groundBox"_s, ground);
    say(u"证书原件真伪须送鉴定，鉴定期间暂停计时。"_s);
    m_stage.shoot(u"28-stop-the-clock"_s);
    m_stage.press(Qt::Key_F11);
    m_stage.until(u"the stop is recorded"_s,
                  [this, &visit] { return m_stage.said().contains(visit.number); });
    m_stage.until(u"the pile shows the stop"_s, [this, &visit] {
        const int row = m_stage.rowWith(u"pileTable"_s, visit.person.name);
        return m_stage.cell(u"pileTable"_s, row, 0) == u"已暂停"_s;
    });
    visit.isStopped = true;
}

void Upstairs::startTheClock(Visit &visit)
{
    goToFile(visit);
    say(u"鉴定结果已收到，恢复计时。"_s);
    m_stage.press(Qt::Key_F11);
    m_stage.until(u"the clock runs again"_s,
                  [this, &visit] { return m_stage.said().contains(visit.number); });
    visit.isStopped = false;
    visit.isSpecialDone = true;
}

void Upstairs::signAllAtOnce(const QString &opinion)
{
    m_stage.click(u"pileTable"_s);
    m_stage.press(Qt::Key_A, Qt::ControlModifier);
    m_stage.press(Qt::Key_F10);
    m_stage.untilFocus(u"batchOpinionEdit"_s);
    m_stage.type(opinion);
    m_stage.shoot(u"26-batch"_s);
    m_stage.click(u"signButton"_s);
    m_stage.untilGone(u"signButton"_s);
    for (Visit &visit : m_visits)
        readBatchRow(visit, opinion);
    m_stage.shoot(u"26-batch-signed"_s);
    m_stage.click(u"closeButton"_s);
    m_stage.untilGone(u"batchDialog"_s);
}

void Upstairs::readBatchRow(Visit &visit, const QString &opinion)
{
    constexpr int resultColumn = 3;
    const int row = visit.number.isEmpty() ? -1 : m_stage.rowWith(u"resultTable"_s, visit.number);
    if (row < 0)
        return;
    const QString result = m_stage.cell(u"resultTable"_s, row, resultColumn);
    const bool isSigned = result == u"已签署"_s;
    const QStringList ofClock{u"计时"_s, u"时限"_s, u"期限"_s, u"clock"_s};
    const bool isAboutClock = std::ranges::any_of(
        ofClock, [&result](const QString &word) { return result.contains(word); });
    if (isSigned == visit.isStopped || isAboutClock != visit.isStopped)
        throw Stopped{u"the batch says of %1: %2"_s.arg(visit.number, result)};
    if (isSigned)
        visit.batchOpinion = opinion;
}

} // namespace hall::journeys

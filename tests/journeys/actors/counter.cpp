#include "actors/counter.h"

#include "pagefiles.h"
#include "ui/shared/thumbnailstrip.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

QString wordsFor(const Visit &visit)
{
    if (visit.find == "initials"_L1)
        return visit.person.initials;
    if (visit.find == "number"_L1)
        return visit.person.number;
    if (visit.find == "phone"_L1)
        return visit.person.phone;
    return visit.person.name;
}

QString numberIn(const QString &text)
{
    static const QRegularExpression number(uR"(\d{9}-\d{8}-\w{3}-\d{4}-\w)"_s);
    return number.match(text).captured();
}

} // namespace

void Counter::picture(const QString &name)
{
    if (!m_isShowing || m_shown.contains(name))
        return;
    m_shown.append(name);
    m_stage.shoot(name);
}

void Counter::sitDown()
{
    if (!m_stage.comes([this] { return !m_stage.said().isEmpty(); }))
        return;
    m_stage.click(u"nextButton"_s);
    m_stage.untilFocus(u"searchEdit"_s);
}

void Counter::serve(Visit &visit)
{
    m_stage.press(Qt::Key_F3);
    m_stage.untilFocus(u"searchEdit"_s);
    findApplicant(visit);
    if (!visit.agent.name.isEmpty())
        nameTheAgent(visit.agent);
    chooseItem(visit);
    attach(visit);
    if (visit.route.startsWith("correct"_L1) || visit.route == "lapse"_L1) {
        correct(visit);
    } else if (visit.route == "refuse"_L1) {
        refuse(visit);
    } else if (visit.route == "take"_L1 || visit.route == "withdraw-received"_L1) {
        m_stage.press(Qt::Key_F8);
        takePapers(visit, false);
    } else {
        m_stage.press(Qt::Key_A);
        if (m_isShowing && !visit.pages.isEmpty() && !m_shown.contains(u"counter"_s)) {
            m_shown.append(u"counter"_s);
            m_stage.shootBoth(u"10-counter"_s);
        }
        m_stage.press(Qt::Key_F9);
        takePapers(visit, visit.route == "spot"_L1);
    }
    m_stage.press(Qt::Key_F12);
    m_stage.untilFocus(u"searchEdit"_s);
}

void Counter::findApplicant(const Visit &visit)
{
    const bool isAskedFor = m_stage.see<QAbstractButton>(u"organisationButton"_s)->isChecked();
    if (visit.find == "name"_L1 && isAskedFor != visit.person.isOrganisation)
        m_stage.press(Qt::Key_O, Qt::ControlModifier);
    m_stage.type(wordsFor(visit));
    m_stage.press(Qt::Key_Return);
    m_stage.until(visit.person.name + u" is found, or a new entry begins"_s, [this] {
        return m_stage.hasFocus(u"itemEdit"_s) || m_stage.hasFocus(u"numberEdit"_s)
            || m_stage.hasFocus(u"nameEdit"_s);
    });
    if (!m_stage.hasFocus(u"itemEdit"_s))
        registerApplicant(visit);
}

void Counter::registerApplicant(const Visit &visit)
{
    const Person &person = visit.person;
    // Another window's applicant is not known here: initials do not tell what is to be registered.
    if (m_stage.see<QAbstractButton>(u"organisationButton"_s)->isChecked() != person.isOrganisation)
        m_stage.press(Qt::Key_O, Qt::ControlModifier);
    const auto write = [this](const QString &field, const QString &text) {
        m_stage.goTo(field, Qt::Key_Return);
        m_stage.press(Qt::Key_A, Qt::ControlModifier);
        m_stage.type(text);
    };
    if (visit.find != "number"_L1)
        write(u"numberEdit"_s, person.number);
    write(u"nameEdit"_s, person.name);
    if (person.isOrganisation) {
        write(u"legalNameEdit"_s, person.legalName);
        write(u"legalNumberEdit"_s, person.legalNumber);
    }
    write(u"phoneEdit"_s, person.phone);
    write(u"addressEdit"_s, person.address);
    picture(u"11-register"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"itemEdit"_s);
}

void Counter::nameTheAgent(const Person &agent)
{
    m_stage.press(Qt::Key_F6);
    m_stage.untilFocus(u"agentNameEdit"_s);
    m_stage.type(agent.name);
    m_stage.fill(u"idNumberEdit"_s, agent.number);
    m_stage.fill(u"phoneNumberEdit"_s, agent.phone);
    picture(u"11-agent"_s);
    m_stage.click(u"agentOkButton"_s);
    m_stage.untilGone(u"agentDialog"_s);
    m_stage.until(u"the agent stands with the applicant"_s, [this, &agent] {
        return m_stage.textOf(u"agentTextLabel"_s).contains(agent.name);
    });
    m_stage.press(Qt::Key_F3, Qt::ShiftModifier);
    m_stage.untilFocus(u"itemEdit"_s);
}

void Counter::chooseItem(const Visit &visit)
{
    m_stage.type(visit.item);
    picture(u"12-items"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"materialsTable"_s);
    m_stage.until(u"the checklist is shown"_s,
                  [this] { return m_stage.rowsOf(u"materialsTable"_s) > 0; });
}

void Counter::attach(const Visit &visit)
{
    if (visit.pages.isEmpty())
        return;
    const auto *strip = m_stage.see<ThumbnailStrip>(u"pageStrip"_s);
    const qsizetype before = strip->pages().size();
    if (visit.pages == "paste"_L1) {
        QGuiApplication::clipboard()->setImage(drawnPage(u"申请表"_s, 1));
        m_stage.press(Qt::Key_V, Qt::ControlModifier);
    } else if (visit.pages == "drop"_L1) {
        const QString path
            = writtenPage(m_stage.folder(u"files"_s), u"身份证-"_s + visit.id, u"png"_s);
        m_stage.dropFile(path, u"materialsTable"_s, droppedOn - 1);
    } else {
        const QString format = visit.pages == "pdf"_L1 ? u"pdf"_s : u"jpg"_s;
        attachFile(writtenPage(m_stage.folder(u"files"_s), u"申请表-"_s + visit.id, format));
    }
    m_stage.until(u"the page is attached"_s,
                  [strip, before] { return strip->pages().size() > before; });
    if (visit.pages == "drop"_L1)
        picture(u"12-dropped"_s);
    else
        m_stage.untilFocus(u"materialsTable"_s);
}

void Counter::attachFile(const QString &path)
{
    m_stage.press(Qt::Key_I, Qt::ControlModifier);
    m_stage.untilFocus(u"fileNameEdit"_s);
    m_stage.type(path);
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"fileNameEdit"_s);
}

void Counter::markWrong(int line, const QString &problem)
{
    m_stage.walkTo(u"materialsTable"_s, line);
    m_stage.press(Qt::Key_W);
    m_stage.untilFocus(u"problemBox"_s);
    m_stage.press(Qt::Key_A, Qt::ControlModifier);
    m_stage.type(problem);
    // The first Enter may belong to the list of phrases that has opened.
    m_stage.goTo(u"materialsTable"_s, Qt::Key_Return);
}

void Counter::correct(Visit &visit)
{
    m_stage.press(Qt::Key_A);
    markWrong(0, u"申请表第 3 栏未填写，请补齐。"_s);
    markWrong(1, u"复印件不清晰，请重新复印。"_s);
    picture(u"13-wrong-lines"_s);
    m_stage.press(Qt::Key_F7);
    m_stage.untilSeen(u"correctionOkButton"_s);
    picture(u"14-correction"_s);
    m_stage.click(u"correctionOkButton"_s);
    takePapers(visit, false);
}

void Counter::refuse(Visit &visit)
{
    m_stage.press(Qt::Key_R, Qt::ControlModifier);
    m_stage.untilSeen(u"refusalOkButton"_s);
    m_stage.fill(u"groundTextEdit"_s, u"申请事项依法不属于本机关职权范围。"_s);
    m_stage.fill(u"rightBodyEdit"_s, u"东莞市房产管理局"_s);
    picture(u"15-refusal"_s);
    m_stage.click(u"refusalOkButton"_s);
    takePapers(visit, false);
}

void Counter::takePapers(Visit &visit, bool isHandedOver)
{
    m_stage.untilSeen(u"papersDialog"_s);
    visit.number = numberIn(m_stage.textOf(u"papersDoneLabel"_s));
    picture(u"16-papers"_s);
    if (isHandedOver) {
        const int before = m_stage.rowsOf(u"papersTable"_s);
        m_stage.press(Qt::Key_F11);
        m_stage.until(u"the receipt of the hand-over is listed"_s,
                      [this, before] { return m_stage.rowsOf(u"papersTable"_s) > before; });
    }
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"papersDialog"_s);
}

void Counter::openFromList(const Visit &visit, const QString &list)
{
    constexpr int lists = 4; // the counter itself is the first
    for (int turn = 0; turn < lists && !m_stage.sees(list); ++turn)
        m_stage.press(Qt::Key_F5);
    m_stage.until(u"%1 is in %2"_s.arg(visit.number, list),
                  [&] { return m_stage.rowWith(list, visit.number) >= 0; });
    if (!m_stage.hasFocus(list))
        m_stage.click(list);
    m_stage.untilFocus(list);
    m_stage.walkTo(list, m_stage.rowWith(list, visit.number));
    picture(u"17-list-"_s + list);
    m_stage.press(Qt::Key_Return);
    m_stage.until(u"the case is on the counter"_s, [this, &visit] {
        return m_stage.textOf(u"itemFactsLabel"_s).contains(visit.number);
    });
}

void Counter::supplied(Visit &visit)
{
    openFromList(visit, u"waitingTable"_s);
    m_stage.untilFocus(u"materialsTable"_s);
    m_stage.walkTo(u"materialsTable"_s, 0);
    for (int row = 0; row < 2; ++row)
        m_stage.press(Qt::Key_Space);
    m_stage.press(Qt::Key_A);
    picture(u"18-supplied"_s);
    m_stage.press(Qt::Key_F9);
    takePapers(visit, false);
    m_stage.press(Qt::Key_F12);
    m_stage.untilFocus(u"searchEdit"_s);
}

void Counter::stillWrong(Visit &visit)
{
    openFromList(visit, u"waitingTable"_s);
    m_stage.untilFocus(u"materialsTable"_s);
    m_stage.walkTo(u"materialsTable"_s, 0);
    m_stage.press(Qt::Key_Space);
    markWrong(1, u"补交的复印件仍缺背面，请补齐。"_s);
    m_stage.press(Qt::Key_F8);
    m_stage.until(u"what came in is kept"_s,
                  [this, &visit] { return m_stage.said().contains(visit.number); });
    m_stage.press(Qt::Key_F12);
    m_stage.untilFocus(u"searchEdit"_s);
}

void Counter::confirmWithReason(const QString &reason)
{
    m_stage.untilSeen(u"yesButton"_s);
    m_stage.fill(u"reasonEdit"_s, reason);
    m_stage.click(u"yesButton"_s);
    m_stage.untilGone(u"yesButton"_s);
}

void Counter::withdraw(Visit &visit)
{
    openFromList(visit,
                 visit.route == "withdraw-accepted"_L1 ? u"acceptedTable"_s : u"receivedTable"_s);
    m_stage.press(Qt::Key_W, Qt::ControlModifier);
    m_stage.untilSeen(u"yesButton"_s);
    picture(u"19-withdraw"_s);
    confirmWithReason(u"申请人书面申请撤回。"_s);
    m_stage.until(u"the case is withdrawn"_s,
                  [this, &visit] { return m_stage.said().contains(visit.number); });
    m_stage.press(Qt::Key_F12);
    m_stage.untilFocus(u"searchEdit"_s);
}

void Counter::shortest(const Visit &visit)
{
    m_stage.untilFocus(u"searchEdit"_s);
    m_stage.countKeysFromHere();
    m_stage.type(visit.person.initials);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"itemEdit"_s);
    m_stage.type(u"dyqzx"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.untilFocus(u"materialsTable"_s);
    m_stage.press(Qt::Key_A);
    m_stage.press(Qt::Key_F9);
    m_stage.untilSeen(u"papersDialog"_s);
    m_stage.press(Qt::Key_Return);
    m_stage.untilGone(u"papersDialog"_s);
}

} // namespace hall::journeys

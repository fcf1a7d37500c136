#include "ui/signoff/actbox.h"

#include "domain/whendone.h"
#include "ui_upstairspage.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QLocale::Language language()
{
    return QLocale().language();
}

bool needs(const ActionDef &action, Need need)
{
    return action.needs.contains(need);
}

bool isHandingOn(const ActionDef &action)
{
    return action.sort == ActionSort::Forward;
}

/// A clock that runs is not started, and one that stands is not stopped.
bool isPointless(const ActionDef &action, bool isStopped)
{
    return action.sort == (isStopped ? ActionSort::Suspend : ActionSort::Resume);
}

/// F9 says yes, F8 says no or what else there is; a return and a stop have keys of their own.
QString keyOf(const ActionDef &action, int place)
{
    switch (action.sort) {
    case ActionSort::Forward:
        return place == 0 ? u"F9"_s : place == 1 ? u"F8"_s : QString();
    case ActionSort::Back:
        return u"F7"_s;
    case ActionSort::Suspend:
    case ActionSort::Resume:
        return u"F11"_s;
    case ActionSort::Correct:
    case ActionSort::Refuse:
    case ActionSort::Withdraw:
    case ActionSort::Lapse:
    case ActionSort::Void:
        return {};
    }
    return {};
}

} // namespace

ActBox::ActBox(Ui::UpstairsPage &ui, Workplace &place, const CaseFeed &feed, const Session &session)
    : m_ui(ui)
    , m_place(place)
    , m_feed(feed)
    , m_session(session)
    , m_desk(place)
{
}

void ActBox::show(const OpenFile &open)
{
    const bool isOther
        = !m_open || m_open->file.id != open.file.id || m_open->branch != open.branch;
    m_open = open;
    m_ui.findingsPanel->hide();
    m_ui.certificatePanel->hide();
    if (isOther) {
        m_ui.returnPanel->hide();
        m_ui.groundPanel->hide();
        fillFields(open.file);
    }
    m_ui.actBox->show();
    offer();
}

void ActBox::fillFields(const CaseFile &file)
{
    m_ui.opinionEdit->clear();
    const std::optional<Findings> &findings = file.findings;
    m_ui.placeEdit->setText(findings ? findings->place : file.applicant.address);
    m_ui.presentEdit->setText(findings ? findings->present : QString());
    m_ui.findingsEdit->setPlainText(findings ? findings->text : QString());
    m_ui.certificateEdit->setText(file.certificate);
}

void ActBox::clear()
{
    m_open.reset();
    m_ui.opinionEdit->clear();
    m_ui.actBox->hide();
}

void ActBox::removeButtons()
{
    while (QLayoutItem *item = m_ui.actionsLayout->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            // It may be the one that was pressed; until it goes it has neither place nor name.
            button->hide();
            button->setObjectName({});
            button->deleteLater();
        }
        delete item;
    }
}

void ActBox::offer()
{
    removeButtons();
    int place = 0;
    QList<ActionDef> actions = m_open->actions;
    std::ranges::stable_partition(actions, isHandingOn); // what is mostly done stands first
    for (const ActionDef &action : std::as_const(actions)) {
        if (isPointless(action, m_open->file.isStopped()))
            continue;
        addButton(action, place);
        place += isHandingOn(action) ? 1 : 0;
        if (needs(action, Need::Findings))
            m_ui.findingsPanel->show();
        // A denied case gets its decision, no certificate.
        if (needs(action, Need::Certificate) && m_open->file.verdict != Verdict::Deny)
            m_ui.certificatePanel->show();
    }
    m_ui.actionsLayout->addStretch(1);
    if (m_open->actions.isEmpty())
        m_ui.strip->say(Tone::Info,
                        tr("You can read this file, but the next step is another "
                           "person's: you have acted on it already."));
}

void ActBox::addButton(const ActionDef &action, int place)
{
    const bool isFirst = isHandingOn(action) && place == 0;
    const QString key = keyOf(action, isHandingOn(action) ? place : 0);
    const QString name = action.name.in(language());
    auto *button = new QPushButton(
        key.isEmpty() ? name : tr("%1 (%2)", "action (key)").arg(name, key), m_ui.actionsBar);
    button->setObjectName(action.id + u"Button"_s);
    button->setProperty("kind", isFirst ? u"primary"_s : QString());
    connect(button, &QPushButton::clicked, this, [this, action] { ask(action); });
    m_ui.actionsLayout->addWidget(button);
}

Act ActBox::actFor(const ActionDef &action) const
{
    const Branch *branch = m_open->file.branch(m_open->branch);
    Act act{.action = action.id,
            .branch = m_open->branch,
            .expects = branch ? branch->last : EventId(),
            .opinion = m_ui.opinionEdit->toPlainText().trimmed()};
    if (needs(action, Need::Findings)) {
        act.details.findings = Findings{.place = m_ui.placeEdit->text().trimmed(),
                                        .at = m_place.clock.now().toMSecsSinceEpoch(),
                                        .present = m_ui.presentEdit->text().trimmed(),
                                        .text = m_ui.findingsEdit->toPlainText().trimmed(),
                                        .passed = action.verdict != Verdict::Deny};
    }
    if (needs(action, Need::Certificate))
        act.details.certificate = m_ui.certificateEdit->text().trimmed();
    if (action.sort == ActionSort::Back) {
        act.details.returnTo = m_ui.returnBox->currentData().toString();
        act.details.resumesAfter = m_ui.resumeCheck->isChecked();
    }
    if (needs(action, Need::Ground))
        act.details.ground = m_ui.groundBox->currentText().trimmed();
    return act;
}

bool ActBox::opensReturn(const ActionDef &action)
{
    if (action.sort != ActionSort::Back || !m_ui.returnPanel->isHidden())
        return false;
    const Definition *definition = m_feed.reference()->definitions.find(
        m_open->file.item.workflow, m_open->file.definitionVersion);
    m_ui.returnBox->clear();
    for (const QString &state : std::as_const(m_open->returnStates)) {
        const StateDef *found = definition ? definition->state(state) : nullptr;
        m_ui.returnBox->addItem(found ? found->name.in(language()) : state, state);
    }
    m_ui.returnPanel->show();
    m_ui.returnBox->setFocus();
    m_ui.strip->say(Tone::Info,
                    tr("Choose the step, write the reason as your opinion, and press "
                       "F7 again."));
    return true;
}

bool ActBox::opensGround(const ActionDef &action)
{
    if (action.sort != ActionSort::Suspend || !m_ui.groundPanel->isHidden())
        return false;
    m_ui.groundBox->clear();
    m_ui.groundBox->addItems(SignoffDesk::stopGrounds());
    m_ui.groundPanel->show();
    m_ui.groundBox->setFocus();
    m_ui.strip->say(Tone::Info,
                    tr("Choose the legal ground, write your opinion, and press F11 again."));
    return true;
}

void ActBox::ask(const ActionDef &action)
{
    if (!m_open || m_isBusy || opensReturn(action) || opensGround(action))
        return;
    if (needs(action, Need::Findings) && m_ui.findingsEdit->toPlainText().trimmed().isEmpty()) {
        m_ui.strip->say(Tone::Warning, tr("Write down what was found on site first."));
        m_ui.findingsEdit->setFocus();
        return;
    }
    commit(action);
}

void ActBox::commit(const ActionDef &action)
{
    m_isBusy = true;
    const QString name = action.name.in(language());
    whenDone(m_desk.act(m_open->file.id, actFor(action), m_session), this,
             [this, name](const Result<ActResult> &result) { committed(result, name); });
}

void ActBox::committed(const Result<ActResult> &result, const QString &actionName)
{
    m_isBusy = false;
    if (!result.ok()) {
        refused(result.error());
        return;
    }
    const QString done = tr("%1: recorded for case %2.", "action, case number")
                             .arg(actionName, result.value().file.number);
    m_ui.strip->say(Tone::Success, done);
    clear();
    Q_EMIT acted(result.value(), done);
}

void ActBox::refused(const Error &error)
{
    m_ui.strip->say(error);
    if (error.kind == ErrorKind::OpinionMissing)
        m_ui.opinionEdit->setFocus();
    else if (error.detail == "certificate"_L1)
        m_ui.certificateEdit->setFocus();
    else if (error.kind == ErrorKind::StateMoved)
        Q_EMIT stale();
}

void ActBox::runForward(int place)
{
    if (!m_open)
        return;
    int seen = 0;
    for (const ActionDef &action : QList<ActionDef>(m_open->actions)) {
        if (isHandingOn(action) && seen++ == place) {
            ask(action);
            return;
        }
    }
}

void ActBox::runReturn()
{
    if (!m_open)
        return;
    const auto back = std::ranges::find(m_open->actions, ActionSort::Back, &ActionDef::sort);
    if (back != m_open->actions.end())
        ask(ActionDef(*back));
    else
        m_ui.strip->say(Tone::Info, tr("This step cannot be returned."));
}

void ActBox::runStop()
{
    if (!m_open)
        return;
    const ActionSort wanted = m_open->file.isStopped() ? ActionSort::Resume : ActionSort::Suspend;
    const auto stop = std::ranges::find(m_open->actions, wanted, &ActionDef::sort);
    if (stop != m_open->actions.end())
        ask(ActionDef(*stop));
}

} // namespace hall

// The keys of the counter, and what it does itself: parking, lists, drafts, timers, the folder.
#include "desk/intake/intakephrases.h"
#include "desk/intake/timers.h"
#include "domain/whendone.h"
#include "ui/intake/agentdialog.h"
#include "ui/intake/applicantbox.h"
#include "ui/intake/caselisttab.h"
#include "ui/intake/counteracts.h"
#include "ui/intake/counterpage.h"
#include "ui/intake/draftkeeper.h"
#include "ui/intake/intaketext.h"
#include "ui/intake/itempicker.h"
#include "ui/intake/materialsbox.h"
#include "ui/intake/pagesbox.h"
#include "ui/intake/parkeddialog.h"
#include "ui/intake/visit.h"
#include "ui/routing/waitingpapersbutton.h"
#include "ui/shared/settings.h"
#include "ui_counterpage.h"

#include <QKeyEvent>
#include <QPointer>
#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 doubleEscapeMs = 800;
constexpr int hourMs = 60 * 60 * 1000;

} // namespace

/// Keys of the whole window while this page shows: they also work when no field has the focus.
void CounterPage::addKey(const QKeySequence &key, const QString &name, void (CounterPage::*run)())
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setObjectName(name);
    connect(shortcut, &QShortcut::activated, this, run);
}

void CounterPage::addKeys()
{
    m_hourly.setInterval(hourMs);
    connect(&m_hourly, &QTimer::timeout, this, &CounterPage::runTimers);
    m_hourly.start();
    addKey(Qt::Key_F2, u"guideKey"_s, &CounterPage::showGuide);
    addKey(Qt::Key_F3, u"findKey"_s, &CounterPage::findApplicant);
    addKey(Qt::SHIFT | Qt::Key_F3, u"itemKey"_s, &CounterPage::findItem);
    addKey(Qt::Key_F4, u"viewKey"_s, &CounterPage::viewLarge);
    addKey(Qt::Key_F5, u"listsKey"_s, &CounterPage::showLists);
    addKey(Qt::Key_F6, u"agentKey"_s, &CounterPage::askAgent);
    addKey(Qt::CTRL | Qt::Key_O, u"organisationKey"_s, &CounterPage::toggleOrganisation);
    addKey(Qt::CTRL | Qt::Key_I, u"attachKey"_s, &CounterPage::attach);
    addKey(Qt::CTRL | Qt::Key_V, u"pasteKey"_s, &CounterPage::pasteHere);
    addKey(Qt::CTRL | Qt::Key_PageDown, u"nextItemKey"_s, &CounterPage::nextItem);
    addKey(Qt::CTRL | Qt::Key_PageUp, u"previousItemKey"_s, &CounterPage::previousItem);
}

void CounterPage::addActKeys()
{
    connect(m_actions, &ActionsBar::asked, this, &CounterPage::ask);
    const QList<std::pair<QKeySequence, CounterAct>> keys{
        {Qt::Key_F9, CounterAct::Accept},           {Qt::CTRL | Qt::Key_F9, CounterAct::AcceptAll},
        {Qt::Key_F8, CounterAct::TakeIn},           {Qt::Key_F7, CounterAct::Correct},
        {Qt::CTRL | Qt::Key_R, CounterAct::Refuse}, {Qt::CTRL | Qt::Key_W, CounterAct::Withdraw},
        {Qt::Key_F11, CounterAct::HandOver},        {Qt::CTRL | Qt::Key_E, CounterAct::EditField},
        {Qt::CTRL | Qt::Key_P, CounterAct::Papers}, {Qt::Key_F10, CounterAct::Park},
        {Qt::Key_F12, CounterAct::NextVisitor}};
    for (const auto &[key, act] : keys) {
        auto *shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, this, [this, act = act] { ask(act); });
    }
}

QList<HelpKey> CounterPage::keys() const
{
    return {{u"F3"_s, tr("Find the applicant; typing goes on into the registration")},
            {u"Ctrl+O"_s, tr("Person or organisation")},
            {u"F6"_s, tr("Agent of the applicant")},
            {u"Shift+F3"_s, tr("Find an item")},
            {u"F2"_s, tr("Guide of the item")},
            {u"Space A W N"_s, tr("Line right, all right, wrong, not needed")},
            {u"+ −"_s, tr("Count what was received")},
            {u"Ctrl+I"_s, tr("Attach files to the line")},
            {u"Ctrl+V"_s, tr("Attach what is in the clipboard")},
            {u"F4"_s, tr("Look at the pages in large")},
            {u"Ctrl+PgDn, Ctrl+PgUp"_s, tr("Next or previous item of the visit")},
            {u"F9"_s, tr("Accept; an item done on the spot is decided too")},
            {u"Ctrl+F9"_s, tr("Accept all items of the visit")},
            {u"F8"_s, tr("Take in only; of an opened case: keep what came in")},
            {u"F7"_s, tr("Ask once for corrections")},
            {u"Ctrl+R"_s, tr("Refuse")},
            {u"Ctrl+W"_s, tr("Withdraw an opened case for the applicant")},
            {u"F11"_s, tr("Hand over a result that is ready")},
            {u"Ctrl+E"_s, tr("Put a typing error of an opened case right")},
            {u"Ctrl+P"_s, tr("Papers of an opened case, print again")},
            {u"Ctrl+Shift+P"_s, tr("Papers that this window has not in hand")},
            {u"F5"_s, tr("Next list: taken in, waiting, accepted today")},
            {u"F10"_s, tr("Park this work; on an empty screen: list what is parked")},
            {u"F12, Esc Esc"_s, tr("Next visitor; unfinished work is parked")}};
}

void CounterPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Page::keyPressEvent(event);
        return;
    }
    const bool isSecond = m_sinceEscape.isValid() && m_sinceEscape.elapsed() < doubleEscapeMs;
    m_sinceEscape.restart();
    if (m_ui->counterTabs->currentIndex() != 0)
        m_ui->counterTabs->setCurrentIndex(0);
    else if (isSecond)
        nextVisitor();
}

void CounterPage::findApplicant()
{
    m_ui->counterTabs->setCurrentIndex(0);
    m_applicant->focusSearch();
}

void CounterPage::findItem()
{
    m_ui->counterTabs->setCurrentIndex(0);
    m_items->focusSearch();
}

void CounterPage::goToMaterials()
{
    m_materials->focusTable();
}

void CounterPage::showLists()
{
    const int next = (m_ui->counterTabs->currentIndex() + 1) % m_ui->counterTabs->count();
    m_ui->counterTabs->setCurrentIndex(next);
    if (next == 0)
        ready();
    else
        m_lists.at(next - 1)->focusTable();
}

void CounterPage::toggleOrganisation()
{
    if (!m_visit->currentFile())
        m_applicant->toggleOrganisation();
}

void CounterPage::askAgent()
{
    if (m_visit->currentFile() || findChild<AgentDialog *>())
        return;
    auto *dialog = new AgentDialog(m_visit->work().agent, m_context,
                                   authorityPhrases(m_visit->reference()), this);
    connect(dialog, &AgentDialog::taken, m_visit, &Visit::setAgent);
    dialog->open();
}

void CounterPage::showGuide()
{
    m_acts->showGuide(m_items->itemInView());
}

void CounterPage::nextItem()
{
    m_visit->setCurrent(m_visit->currentIndex() + 1);
}

void CounterPage::previousItem()
{
    m_visit->setCurrent(m_visit->currentIndex() - 1);
}

void CounterPage::attach()
{
    m_pages->chooseFiles();
}

void CounterPage::pasteHere()
{
    m_pages->attachClipboard();
}

void CounterPage::viewLarge()
{
    m_pages->showLarge();
}

bool CounterPage::putAside(const QString &sentence)
{
    const CaseFile *file = m_visit->currentFile();
    // A case that was only looked at needs no draft; what was ticked or written on it does.
    const bool isUnfinished = file ? m_visit->work().items != IntakeDesk::workOf(*file).items
                                   : !m_visit->work().isEmpty();
    if (isUnfinished) {
        m_drafts->keepNow();
        m_ui->messageStrip->say(Tone::Info, sentence);
    } else {
        m_drafts->drop();
    }
    m_drafts->follow({});
    return isUnfinished;
}

void CounterPage::park()
{
    if (m_visit->work().isEmpty()) {
        whenDone(m_drafts->list(), this, [this](const Result<QList<KeptWork>> &parked) {
            if (parked.ok())
                listParked(parked.value());
            else
                m_ui->messageStrip->say(parked.error());
        });
        return;
    }
    putAside(tr("Parked. F10 on the empty screen brings it back."));
    m_visit->clear();
    m_applicant->focusSearch();
}

void CounterPage::nextVisitor()
{
    const bool isAside = putAside(tr("What was not finished is parked. F10 brings it back."));
    m_visit->clear();
    if (!isAside)
        m_ui->messageStrip->dismiss();
    m_applicant->focusSearch();
}

void CounterPage::listParked(const QList<KeptWork> &parked)
{
    auto *dialog = new ParkedDialog(parked, m_visit->reference(), this);
    connect(dialog, &ParkedDialog::resumed, this, &CounterPage::showWork);
    connect(dialog, &ParkedDialog::thrownAway, this,
            [this](const QString &id) { m_drafts->drop(id); });
    dialog->open();
}

void CounterPage::showCase(const StreamId &stream)
{
    const bool isAside = putAside(tr("What was not finished is parked. F10 brings it back."));
    Q_UNUSED(isAside)
    m_acts->open(stream);
}

void CounterPage::showWork(const KeptWork &kept)
{
    m_drafts->follow(kept.id);
    const bool isCase = !kept.work.items.isEmpty() && !kept.work.items.first().loaded.isNull();
    if (isCase)
        m_acts->openOver(kept.work);
    else
        m_visit->show(kept.work);
    // A draft may come back when the person has gone on to another page already.
    if (!isVisible())
        return;
    if (!isCase && kept.work.items.isEmpty())
        m_applicant->focusSearch();
    else
        m_materials->focusTable();
}

void CounterPage::restoreDraft()
{
    whenDone(m_drafts->list(), this, [this](const Result<QList<KeptWork>> &kept) {
        if (!kept.ok()) {
            m_ui->messageStrip->say(kept.error());
            return;
        }
        // The person was faster than the store: what stands on the screen now stays.
        if (kept.value().isEmpty() || !m_visit->work().isEmpty())
            return;
        const KeptWork newest = kept.value().first();
        showWork(newest);
        const QString time = IntakeText::time(newest.updatedAt);
        const int others = int(kept.value().size()) - 1;
        m_ui->messageStrip->say(
            Tone::Info,
            others == 0 ? tr("Your unfinished work of %1 is back.").arg(time)
                        : tr("Your unfinished work of %1 is back; %n more is parked (F10).",
                             nullptr, others)
                              .arg(time));
    });
}

QString CounterPage::timersText(const TimersRun &run)
{
    QStringList sentences;
    if (run.deemed > 0)
        sentences.append(tr("%n case(s) count as accepted: nobody told the applicant within five "
                            "working days.",
                            nullptr, run.deemed));
    if (run.lapsed > 0)
        sentences.append(tr("%n case(s) ended for want of correction: the days that the applicant "
                            "had are over.",
                            nullptr, run.lapsed));
    return sentences.join(u' ');
}

void CounterPage::runTimers()
{
    whenDone(runIntakeTimers(m_context.place, m_context.session), this,
             [this](const Result<TimersRun> &run) {
                 if (!run.ok())
                     m_ui->messageStrip->say(run.error());
                 else if (run.value().deemed + run.value().lapsed > 0)
                     m_ui->messageStrip->say(Tone::Warning, timersText(run.value()));
             });
    // Behind the timers in the writer's queue; the papers then stand among those not in hand.
    whenDone(giveDeemedNotices(m_context.place, m_context.session), this,
             [this](const Result<int> &given) {
                 if (!given.ok())
                     m_ui->messageStrip->say(given.error());
             });
}

/// What this window has not in hand stands beside the tabs, whichever of them is open.
void CounterPage::watchPapers()
{
    auto *waiting = new WaitingPapersButton(this);
    waiting->setObjectName(u"waitingPapersButton"_s);
    m_ui->counterTabs->setCornerWidget(waiting);
    waiting->serve(m_context);
    connect(waiting, &WaitingPapersButton::finished, this, &CounterPage::activate);
}

void CounterPage::watchFolder()
{
    const QString folder = m_context.settings.text(Setting::WatchedFolder);
    const QPointer<PagesBox> pages(m_pages);
    const Result<Done> watched = m_intake.watch(folder, [pages](const QStringList &paths) {
        if (pages)
            pages->attachWatched(paths);
    });
    if (!watched.ok())
        m_ui->messageStrip->say(watched.error());
}

} // namespace hall

#include "ui/intake/counterpage.h"

#include "desk/intake/applicantcheck.h"
#include "desk/routing/casefeed.h"
#include "domain/whendone.h"
#include "text/errortext.h"
#include "ui/intake/applicantbox.h"
#include "ui/intake/caselisttab.h"
#include "ui/intake/counteracts.h"
#include "ui/intake/draftkeeper.h"
#include "ui/intake/intaketext.h"
#include "ui/intake/itempicker.h"
#include "ui/intake/materialsbox.h"
#include "ui/intake/pagesbox.h"
#include "ui/intake/visit.h"
#include "ui_counterpage.h"

#include <QTabBar>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int listPauseMs = 200;

} // namespace

CounterPage::CounterPage(const PageContext &context)
    : m_context(context)
    , m_ui(std::make_unique<Ui::CounterPage>())
    , m_feed(new CaseFeed(context.place, this))
    , m_visit(new Visit(m_feed->reference(), this))
    , m_drafts(new DraftKeeper(context.place, context.session, *m_visit, this))
    , m_acts(new CounterActs(context, {*m_visit, *m_drafts, *this}))
    , m_applicant(new ApplicantBox(context, *m_visit, this))
    , m_items(new ItemPicker(*m_visit, context.session.actor(), this))
    , m_materials(new MaterialsBox(*m_visit, this))
    , m_pages(new PagesBox(context, *m_visit, this))
    , m_actions(new ActionsBar(*m_visit, this))
    , m_intake(context.place)
{
    build();
    connectBoxes();
    connectActs();
    connectStore();
    addKeys();
    addActKeys();
    watchFolder();
    watchPapers();
}

CounterPage::~CounterPage() = default;

void CounterPage::build()
{
    m_ui->setupUi(this);
    setObjectName(u"counterPage"_s);
    m_ui->leftLayout->addWidget(m_applicant, 5);
    m_ui->leftLayout->addWidget(m_items, 6);
    m_ui->rightLayout->addWidget(m_materials, 5);
    m_ui->rightLayout->addWidget(m_pages, 3);
    m_ui->workLayout->addWidget(m_actions);
    using Kind = CaseListTab::Kind;
    for (const Kind kind : {Kind::Received, Kind::Waiting, Kind::Accepted}) {
        auto *tab = new CaseListTab(kind, m_context.settings, this);
        connect(tab, &CaseListTab::opened, this, &CounterPage::showCase);
        m_ui->counterTabs->addTab(tab, tab->title());
        m_lists.append(tab);
    }
    m_ui->counterTabs->tabBar()->setDrawBase(false);
    m_ui->counterTabs->setCurrentIndex(0);
}

void CounterPage::connectActs()
{
    const auto say = [this](const Error &error) { m_ui->messageStrip->say(error); };
    connect(m_pages, &PagesBox::commandAsked, m_acts, &CounterActs::change);
    connect(m_drafts, &DraftKeeper::failed, this, say);
    connect(m_acts, &CounterActs::failed, this, say);
    connect(m_acts, &CounterActs::missing, this, &CounterPage::showMissing);
    connect(m_acts, &CounterActs::said, m_ui->messageStrip,
            [this](Tone tone, const QString &text) { m_ui->messageStrip->say(tone, text); });
    connect(m_acts, &CounterActs::busy, m_actions, &ActionsBar::setBusy);
    connect(m_acts, &CounterActs::committed, this, [this] {
        m_ui->counterTabs->setCurrentIndex(0);
        m_ui->messageStrip->dismiss();
        if (m_visit->currentFile())
            m_materials->focusTable();
    });
    connect(m_acts, &CounterActs::finished, this, &CounterPage::ready);
}

void CounterPage::connectStore()
{
    m_listsSoon.setSingleShot(true);
    m_listsSoon.setInterval(listPauseMs);
    connect(&m_listsSoon, &QTimer::timeout, this, &CounterPage::refreshLists);
    connect(m_feed, &CaseFeed::casesChanged, &m_listsSoon, qOverload<>(&QTimer::start));
    connect(m_feed, &CaseFeed::referenceChanged, this, [this] {
        m_visit->setReference(m_feed->reference());
        m_items->renew();
    });
}

QString CounterPage::pageTitle() const
{
    return tr("Counter");
}

void CounterPage::activate()
{
    refreshLists();
    if (!m_hasRestored) {
        m_hasRestored = true;
        runTimers();
        if (m_visit->work().isEmpty())
            restoreDraft();
    }
    // The keys of the page work only while something in it has the focus.
    if (m_ui->counterTabs->currentIndex() != 0)
        m_lists.at(m_ui->counterTabs->currentIndex() - 1)->focusTable();
    else if (m_visit->work().isEmpty())
        m_applicant->focusSearch();
    else if (!isAncestorOf(focusWidget()))
        m_materials->focusTable();
}

void CounterPage::keepDraft()
{
    if (!m_visit->currentFile())
        m_drafts->keepNow();
}

void CounterPage::ask(CounterAct act)
{
    if (m_ui->counterTabs->currentIndex() != 0 || !m_actions->offers(act))
        return;
    if (act == CounterAct::Park)
        return park();
    if (act == CounterAct::NextVisitor)
        return nextVisitor();
    // Somebody new may be somebody known: that is settled before anything is written.
    if (m_visit->work().isRegistering && !m_visit->currentFile())
        m_applicant->whenUnique([this, act] { m_acts->run(act); });
    else
        m_acts->run(act);
}

void CounterPage::showMissing(const FieldProblem &problem)
{
    QString sentence = ErrorText::sentence(problem.error);
    const ItemDef *item = m_visit->currentItem();
    if (problem.field.startsWith("material/"_L1)) {
        const int line = problem.field.section(u'/', 1).toInt();
        if (item) {
            const auto due = std::ranges::find(item->materials, line, &MaterialDef::no);
            if (due != item->materials.end()) {
                sentence = tr("Line %1, “%2”: %3")
                               .arg(line)
                               .arg(due->name.in(IntakeText::language()), sentence);
            }
        }
        m_materials->focusLine(line);
    } else if (problem.field == "itemKind"_L1) {
        sentence
            = tr("This item is not for this kind of applicant. Take it off, or look at whether "
                 "a person or an organisation applies.");
        m_items->focusSearch();
    } else if (problem.field == "item"_L1) {
        sentence = tr("No item is chosen yet. Type its code, initials or name.");
        m_items->focusSearch();
    } else if (problem.field.startsWith("agent."_L1)) {
        askAgent();
    } else {
        m_applicant->focusField(problem.field);
        if (problem.error.kind != ErrorKind::FieldMissing)
            sentence = tr("%1: %2").arg(IntakeText::field(problem.field), sentence);
    }
    m_ui->messageStrip->say(Tone::Problem, sentence);
}

void CounterPage::ready()
{
    m_ui->counterTabs->setCurrentIndex(0);
    if (m_visit->work().items.isEmpty())
        m_applicant->focusSearch();
    else
        m_materials->focusTable();
}

void CounterPage::refreshLists()
{
    whenDone(IntakeOverview(m_context.place).lists(m_context.session), this,
             [this](const Result<IntakeLists> &lists) {
                 if (!lists.ok()) {
                     m_ui->messageStrip->say(lists.error());
                     return;
                 }
                 const QList<QList<IntakeRow>> rows{lists.value().received, lists.value().waiting,
                                                    lists.value().accepted};
                 for (int index = 0; index < m_lists.size(); ++index) {
                     m_lists.at(index)->setRows(rows.at(index));
                     m_ui->counterTabs->setTabText(index + 1, m_lists.at(index)->title());
                 }
                 Q_EMIT badgeChanged(int(lists.value().received.size()));
             });
}

QJsonObject CounterPage::saveInput() const
{
    m_drafts->passOn();
    // What is being accepted at this moment must not be offered for acceptance again.
    const CounterWork work = m_acts->stays().value_or(m_visit->work());
    return {{u"work"_s, work.json()}, {u"draft"_s, m_drafts->draft()}};
}

void CounterPage::restoreInput(const QJsonObject &input)
{
    m_hasRestored = true;
    showWork({.id = input.value("draft"_L1).toString(),
              .work = CounterWork::fromJson(input.value("work"_L1).toObject())});
}

} // namespace hall

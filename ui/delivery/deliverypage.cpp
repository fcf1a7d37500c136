#include "ui/delivery/deliverypage.h"

#include "domain/whendone.h"
#include "ui/delivery/deliverytext.h"
#include "ui/shared/casewords.h"
#include "ui/shared/idnumberedit.h"
#include "ui_deliverypage.h"

#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

void onEnter(QWidget *widget, QObject *context, const std::function<void()> &run)
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        QObject::connect(new QShortcut(key, widget, nullptr, nullptr, Qt::WidgetShortcut),
                         &QShortcut::activated, context, run);
}

} // namespace

DeliveryPage::DeliveryPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::DeliveryPage>())
    , m_desk(context.place)
    , m_papers(std::make_shared<PaperDesk>(context.place))
    , m_feed(context.place)
    , m_ready(readyColumns())
{
    m_ui->setupUi(this);
    m_ui->splitter->setSizes({560, 680});
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->readyTable->setRowModel(&m_ready);
    m_ui->readyTable->setEmptyText(tr("No result waits to be handed over"),
                                   tr("Finished cases appear here by themselves."));
    m_ui->emptyState->setText(u"delivery"_s, tr("Scan the applicant's receipt"),
                              tr("Or type the case number, or choose a result on the left."));
    m_ui->numberEdit->setRules(
        [&shell = m_context.shell]() -> const RegionTable & { return shell.regions(); },
        m_context.place.clock.today());
    m_ui->numberEdit->setBearer(IdNumberEdit::Bearer::Person);
    m_ui->collectorForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_ui->waitingPapersButton->serve(context);
    connectAll();
    clear();
}

DeliveryPage::~DeliveryPage() = default;

QString DeliveryPage::pageTitle() const
{
    return tr("Hand over");
}

QList<HelpKey> DeliveryPage::keys() const
{
    return {{u"F3"_s, tr("To the field for case number or scan")},
            {u"Enter"_s, tr("Find; on to the collector; signed and in hand")},
            {u"↓"_s, tr("From the field to the results ready")},
            {u"F5"_s, tr("The applicant takes it")},
            {u"F6"_s, tr("The agent takes it")},
            {u"F7"_s, tr("Somebody else takes it")},
            {u"F9"_s, tr("Hand over: prints the receipt of delivery")},
            {u"F10"_s, tr("Print spoiled: print again")},
            {u"Ctrl+P"_s, tr("Papers of the case, print again")},
            {u"Ctrl+Shift+P"_s, tr("Papers that this window has not in hand")},
            {u"Esc"_s, tr("Leave the case")}};
}

QList<RowColumn<ReadyLine>> DeliveryPage::readyColumns() const
{
    return {
        {.title = tr("Left"),
         .text = [](const ReadyLine &line) { return DeliveryText::daysLeft(line); },
         .shape = {.characters = 11, .isLight = true},
         .extra = [](const ReadyLine &line, int role) -> QVariant {
             return role == LightRole ? QVariant(static_cast<int>(line.light)) : QVariant();
         }},
        {.title = tr("Applicant"),
         .text = [](const ReadyLine &line) { return line.row.applicantName; },
         .shape = {.characters = 12, .takesRest = true},
         .extra = {}},
        {.title = tr("Item"),
         .text =
             [this](const ReadyLine &line) {
                 return CaseWords::item(line.row.itemCode, line.row.itemName, *m_feed.reference());
             },
         .shape = {.characters = 14, .takesRest = true},
         .extra = {}},
        {.title = tr("Fee"),
         .text = [](const ReadyLine &line) { return line.row.isPaid ? QString() : tr("unpaid"); },
         .shape = {.characters = 7},
         .extra = {}}};
}

void DeliveryPage::connectAll()
{
    connect(m_ui->findEdit, &QLineEdit::returnPressed, this, &DeliveryPage::find);
    connect(new QShortcut(Qt::Key_Down, m_ui->findEdit, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, [this] {
                m_ui->readyTable->setFocus();
                if (m_ui->readyTable->currentRow() < 0)
                    m_ui->readyTable->goToRow(0);
            });
    connect(m_ui->readyTable, &RowTable::rowChanged, this, &DeliveryPage::preview);
    connect(m_ui->readyTable, &RowTable::rowOpened, this, &DeliveryPage::goToCollector);
    connect(m_ui->applicantButton, &QPushButton::clicked, this, [this] { choose(Who::Applicant); });
    connect(m_ui->agentButton, &QPushButton::clicked, this, [this] { choose(Who::Agent); });
    connect(m_ui->otherButton, &QPushButton::clicked, this, [this] { choose(Who::Other); });
    connect(m_ui->nameEdit, &QLineEdit::returnPressed, this,
            [this] { m_ui->numberEdit->edit()->setFocus(); });
    connect(m_ui->numberEdit->edit(), &QLineEdit::returnPressed, this,
            [this] { m_ui->relationBox->setFocus(); });
    onEnter(m_ui->relationBox->lineEdit(), this, [this] { m_ui->handOverButton->setFocus(); });
    onEnter(m_ui->handOverButton, this, [this] { handOver(); });
    onEnter(m_ui->signedButton, this, [this] { confirmSigned(); });
    connect(m_ui->handOverButton, &QPushButton::clicked, this, &DeliveryPage::handOver);
    connect(m_ui->signedButton, &QPushButton::clicked, this, &DeliveryPage::confirmSigned);
    connect(m_ui->printAgainButton, &QPushButton::clicked, this, &DeliveryPage::printAgain);
    connect(&m_feed, &CaseFeed::casesChanged, this, &DeliveryPage::refresh);
    connect(m_ui->waitingPapersButton, &WaitingPapersButton::finished, this,
            &DeliveryPage::activate);
    addKey(Qt::Key_F3, [this] {
        m_ui->findEdit->setFocus();
        m_ui->findEdit->selectAll();
    });
    addKey(Qt::Key_F5, [this] { choose(Who::Applicant); });
    addKey(Qt::Key_F6, [this] { choose(Who::Agent); });
    addKey(Qt::Key_F7, [this] { choose(Who::Other); });
    addKey(Qt::Key_F9, [this] { handOver(); });
    addKey(Qt::Key_F10, [this] { printAgain(); });
    addKey(QKeySequence::Print, [this] { showPapers(); });
    addKey(Qt::Key_Escape, [this] { clear(); });
}

void DeliveryPage::addKey(const QKeySequence &keys, const std::function<void()> &run)
{
    connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
}

void DeliveryPage::activate()
{
    refresh();
    if (m_pending)
        m_ui->signedButton->setFocus();
    else
        m_ui->findEdit->setFocus();
}

void DeliveryPage::refresh()
{
    whenDone(m_desk.ready(m_context.session), this, [this](const Result<QList<ReadyLine>> &lines) {
        if (lines.ok())
            showReady(lines.value());
        else
            m_ui->strip->say(lines.error());
    });
}

void DeliveryPage::showReady(const QList<ReadyLine> &lines)
{
    // A list that changes by itself leaves the person where he stands in it.
    const int row = m_ui->readyTable->currentRow();
    const StreamId current = row >= 0 && row < m_ready.rowCount() ? m_ready.at(row).row.id
        : m_file                                                  ? m_file->id
                                                                  : StreamId();
    m_ready.setRows(lines);
    const int count = static_cast<int>(lines.size());
    m_ui->readyLabel->setText(tr("%n result(s) ready", nullptr, count));
    Q_EMIT badgeChanged(count);
    if (m_pending)
        return;
    const auto shown = std::ranges::find_if(
        lines, [&current](const ReadyLine &line) { return line.row.id == current; });
    if (shown == lines.end())
        return;
    m_ui->readyTable->goToRow(static_cast<int>(shown - lines.begin()));
    if (m_file && shown->row.id == m_file->id && shown->row.version != m_file->eventCount)
        open(m_file->id, false); // paid meanwhile, or changed elsewhere
}

void DeliveryPage::find()
{
    const QString text = m_ui->findEdit->text().trimmed();
    if (text.isEmpty())
        return;
    m_ui->findEdit->selectAll(); // the next scan replaces it
    m_isFinding = true;
    whenDone(m_desk.find(text), this, [this, text](const Result<StreamId> &stream) {
        m_isFinding = stream.ok();
        if (stream.ok())
            open(stream.value(), true);
        else if (stream.error().kind == ErrorKind::NotFound)
            m_ui->strip->say(Tone::Warning,
                             tr("No case here has the number “%1”. Compare it with the receipt, "
                                "or scan its code.")
                                 .arg(text.left(60)));
        else
            m_ui->strip->say(stream.error());
    });
}

void DeliveryPage::preview(int row)
{
    // What was scanned is on its way: a list that fills meanwhile must not take its place.
    if (row < 0 || row >= m_ready.rowCount() || m_pending || m_isFinding)
        return;
    const StreamId stream = m_ready.at(row).row.id;
    if (!m_file || m_file->id != stream)
        open(stream, false);
}

void DeliveryPage::open(const StreamId &stream, bool goesOn)
{
    const int asked = ++m_asked;
    whenDone(m_desk.open(stream), this, [this, asked, goesOn](const Result<CaseFile> &file) {
        if (asked != m_asked)
            return;
        m_isFinding = false;
        if (!file.ok()) {
            m_ui->strip->say(file.error());
            return;
        }
        m_pending.reset();
        showFile(file.value());
        if (goesOn)
            goToCollector();
    });
}

void DeliveryPage::showFile(const CaseFile &file)
{
    const bool isOther = !m_file || m_file->id != file.id;
    m_file = file;
    m_ui->strip->dismiss();
    m_ui->caseStack->setCurrentWidget(m_ui->casePanel);
    showFacts();
    showResult();
    m_ui->feeLabel->setVisible(!file.isPaid() && !file.isClosed());
    m_ui->feeLabel->setText(tr("The fee of %1 yuan is not paid: send the applicant to the cashier "
                               "first. Nothing can be handed over before.")
                                .arg(file.owed().text()));
    if (!DeliveryDesk::isReady(file)) {
        showDone();
        return;
    }
    m_ui->handStack->setCurrentWidget(m_ui->handPanel);
    m_ui->handOverButton->setEnabled(file.isPaid());
    m_ui->agentButton->setEnabled(!file.agent.isEmpty());
    if (isOther)
        fillCollector(file.agent.isEmpty() ? Who::Applicant : Who::Agent);
}

void DeliveryPage::showFacts()
{
    const CaseFile &file = *m_file;
    m_ui->titleLabel->setText(file.applicant.name);
    m_ui->factsLabel->setFacts(DeliveryText::facts(file),
                               file.item.name.in(QLocale().language()).toHtmlEscaped());
    const auto line = std::ranges::find_if(
        m_ready.rows(), [&file](const ReadyLine &one) { return one.row.id == file.id; });
    m_ui->lightBadge->setVisible(line != m_ready.rows().end());
    if (line != m_ready.rows().end())
        m_ui->lightBadge->setLight(line->light, DeliveryText::daysLeft(*line));
}

void DeliveryPage::showResult()
{
    m_ui->resultLabel->setText(DeliveryText::result(*m_file).join(u"<br>"_s));
}

void DeliveryPage::showDone()
{
    const CaseFile &file = *m_file;
    m_ui->handStack->setCurrentWidget(m_ui->donePanel);
    if (file.collector && file.isClosed()) {
        m_ui->doneLabel->setText(tr("Already handed over"));
        m_ui->doneHintLabel->setText(tr("%1 (%2) took it on %3.", "name, relation, moment")
                                         .arg(file.collector->name,
                                              CaseWords::relation(file.collector->relation),
                                              DeliveryText::moment(file.closedAt)));
        return;
    }
    m_ui->doneLabel->setText(file.isClosed() ? tr("This case ended without a result to hand over")
                                             : tr("Not ready yet"));
    const Definition *definition
        = m_feed.reference()->definitions.find(file.item.workflow, file.definitionVersion);
    const StateDef *state = definition ? definition->state(file.state()) : nullptr;
    m_ui->doneHintLabel->setText(
        tr("The case stands at: %1.")
            .arg(state ? state->name.in(QLocale().language()) : file.state()));
}

void DeliveryPage::clear()
{
    ++m_asked;
    m_isFinding = false;
    m_file.reset();
    m_pending.reset();
    m_ui->readyTable->clearSelection();
    m_ui->readyTable->setCurrentIndex({});
    m_ui->caseStack->setCurrentWidget(m_ui->emptyState);
    m_ui->findEdit->clear();
    m_ui->findEdit->setFocus();
}

} // namespace hall

#include "ui/admin/diagnosticspage.h"

#include "domain/whendone.h"
#include "ui/shared/decision.h"
#include "ui/shared/icon.h"
#include "ui_diagnosticspage.h"

#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

DiagnosticsPage::DiagnosticsPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::DiagnosticsPage>())
    , m_desk(publisher())
    , m_facts(factColumns())
    , m_backups(backupColumns())
{
    m_ui->setupUi(this);
    m_ui->backupButton->setIcon(icon(u"backup"_s));
    m_ui->folderButton->setIcon(icon(u"folder"_s));
    m_ui->factTable->setRowModel(&m_facts);
    m_ui->factTable->setEmptyText(
        tr("Not checked yet"), tr("Press “Check now”; the work of the windows goes on meanwhile."));
    m_ui->backupTable->setRowModel(&m_backups);
    m_ui->backupTable->setEmptyText(tr("There is no backup yet"), tr("Press “Back up now”."));
    m_ui->progressBar->setVisible(false);
    connectAll();
}

DiagnosticsPage::~DiagnosticsPage() = default;

QString DiagnosticsPage::pageTitle() const
{
    return tr("Diagnostics and backup");
}

QList<HelpKey> DiagnosticsPage::keys() const
{
    return {{u"Ctrl+R"_s, tr("Check now")}, {u"Ctrl+B"_s, tr("Back up now")}};
}

QString DiagnosticsPage::factName(FactKind kind)
{
    switch (kind) {
    case FactKind::ReplayEqual:
        return tr("Lists compared with the journals");
    case FactKind::Chains:
        return tr("Chains and hashes");
    case FactKind::Streams:
        return tr("Journals");
    case FactKind::Events:
        return tr("Entries in the journals");
    case FactKind::ProjectionRows:
        return tr("Rows compared");
    case FactKind::SafetyEvents:
        return tr("Entries in the second file");
    case FactKind::SafetyDamage:
        return tr("Second file");
    case FactKind::LastBackup:
        return tr("Last backup");
    case FactKind::Station:
        return tr("Station");
    }
    return {};
}

QString DiagnosticsPage::factText(const Fact &fact)
{
    switch (fact.kind) {
    case FactKind::ReplayEqual:
        return fact.isGood ? tr("equal")
                           : tr("%n difference(s); rebuild the lists", nullptr, int(fact.number));
    case FactKind::Chains:
        return fact.isGood ? tr("all fit") : tr("damaged: %1").arg(fact.text);
    case FactKind::SafetyDamage:
        return fact.isGood ? tr("whole") : tr("damaged; make a backup now");
    case FactKind::LastBackup:
        if (fact.number < 0)
            return tr("none; make one now");
        return fact.number == 0 ? tr("today") : tr("%n day(s) ago", nullptr, int(fact.number));
    case FactKind::Station:
        return fact.text;
    case FactKind::Streams:
    case FactKind::Events:
    case FactKind::ProjectionRows:
    case FactKind::SafetyEvents:
        return QLocale().toString(fact.number);
    }
    return {};
}

QList<RowColumn<Fact>> DiagnosticsPage::factColumns()
{
    const auto look = [](const Fact &fact, int role) -> QVariant {
        if (role == Qt::DecorationRole)
            return icon(fact.isGood ? u"success"_s : u"problem"_s);
        if (role == Qt::ToolTipRole && !fact.text.isEmpty())
            return fact.text;
        return {};
    };
    return {{.title = tr("What"),
             .text = [](const Fact &fact) { return factName(fact.kind); },
             .shape = {.characters = 30},
             .extra = look},
            {.title = tr("Result"), .text = &factText, .shape = {.takesRest = true}, .extra = {}}};
}

void DiagnosticsPage::connectAll()
{
    connect(m_ui->checkButton, &QPushButton::clicked, this, &DiagnosticsPage::check);
    connect(m_ui->rebuildButton, &QPushButton::clicked, this, &DiagnosticsPage::askRebuild);
    connect(m_ui->backupButton, &QPushButton::clicked, this, &DiagnosticsPage::backUp);
    connect(m_ui->testButton, &QPushButton::clicked, this, &DiagnosticsPage::test);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, &DiagnosticsPage::askRestore);
    connect(m_ui->backupTable, &RowTable::rowOpened, this, &DiagnosticsPage::test);
    connect(m_ui->folderButton, &QPushButton::clicked, this, &DiagnosticsPage::chooseFolder);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this), &QShortcut::activated, this,
            &DiagnosticsPage::check);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_B), this), &QShortcut::activated, this,
            &DiagnosticsPage::backUp);
}

void DiagnosticsPage::activate()
{
    refreshBackups();
    m_ui->checkButton->setFocus();
}

void DiagnosticsPage::setBusy(bool isBusy)
{
    m_ui->progressBar->setVisible(isBusy);
    m_ui->checkButton->setEnabled(!isBusy);
    m_ui->rebuildButton->setEnabled(!isBusy);
}

void DiagnosticsPage::check()
{
    setBusy(true);
    whenDone(m_desk.diagnose(), this, [this](const Result<QList<Fact>> &facts) {
        setBusy(false);
        if (!facts.ok()) {
            m_ui->strip->say(facts.error());
            return;
        }
        m_facts.setRows(facts.value());
        const bool isGood = std::ranges::all_of(facts.value(), &Fact::isGood);
        m_ui->strip->say(isGood ? Tone::Success : Tone::Warning,
                         isGood ? tr("Everything is as recorded.")
                                : tr("Something needs you; the marked lines say what."));
    });
}

void DiagnosticsPage::askRebuild()
{
    confirm(this,
            {.title = tr("Rebuild the lists"),
             .question = tr("Make all lists anew from the journals?"),
             .consequence = tr("The journals stay as they are. Windows wait while it runs."),
             .yes = tr("Rebuild")},
            [this](const QString &) {
                setBusy(true);
                whenDone(m_desk.rebuild(), this, [this](const Result<Done> &result) {
                    setBusy(false);
                    tell(m_ui->strip, result, tr("The lists are made anew from the journals."));
                });
            });
}

} // namespace hall

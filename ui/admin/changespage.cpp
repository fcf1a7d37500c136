#include "ui/admin/changespage.h"

#include "domain/clock.h"
#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/admin/lookspanel.h"
#include "ui_changespage.h"

#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString timeText(qint64 at)
{
    const QDateTime instant = instantOf(at);
    return hallDate(instant).toString(Qt::ISODate) + u' '
        + hallTime(instant).toString(u"HH:mm:ss"_s);
}

} // namespace

ChangesPage::ChangesPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::ChangesPage>())
    , m_desk(publisher())
    , m_model(columns())
    , m_fields(fieldColumns())
{
    m_ui->setupUi(this);
    m_ui->kindBox->addItem(tr("Everything"), QString());
    for (const auto kind :
         {"staff"_L1, "window"_L1, "department"_L1, "item"_L1, "definition"_L1, "hall"_L1,
          "localday"_L1, "holiday-year"_L1, "phrases"_L1, "template"_L1})
        m_ui->kindBox->addItem(AdminText::kindWord(kind), QString(kind));
    m_ui->changeTable->setRowModel(&m_model);
    m_ui->changeTable->setEmptyText(tr("Nothing was changed since the first set-up"),
                                    tr("Tick “Also the first set-up” to see what it published."));
    m_ui->fieldTable->setRowModel(&m_fields);
    m_ui->fieldTable->setEmptyText(tr("Choose a change to see its old and new values"));
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 1);
    m_looks = new LooksPanel(context.place, context.session, this);
    m_ui->changeTabs->addTab(m_looks, tr("Who looked"));
    connectAll();
}

ChangesPage::~ChangesPage() = default;

QString ChangesPage::pageTitle() const
{
    return tr("Changes");
}

QList<HelpKey> ChangesPage::keys() const
{
    return {{u"Ctrl+F"_s, tr("Find a change")},
            {u"F5"_s, tr("Read the list again")},
            {u"Ctrl+Tab"_s, tr("Reference data, or who looked at cases")}};
}

QList<RowColumn<HallChange>> ChangesPage::columns() const
{
    const auto what = [](const HallChange &change) {
        switch (change.sort) {
        case ChangeSort::Added:
            return tr("new");
        case ChangeSort::Changed:
            return tr("%n field(s)", nullptr, int(change.fields.size()));
        case ChangeSort::Retired:
            return tr("taken back");
        }
        return QString();
    };
    const auto who = [this](const HallChange &change) {
        return publisher().reference()->staffName(change.actor);
    };
    return {{.title = tr("When"),
             .text = [](const HallChange &change) { return timeText(change.at); },
             .shape = {.characters = 20},
             .extra = {}},
            {.title = tr("Who"), .text = who, .shape = {.characters = 12}, .extra = {}},
            {.title = tr("Kind"),
             .text = [](const HallChange &change) { return AdminText::kindWord(change.kind); },
             .shape = {.characters = 12},
             .extra = {}},
            {.title = tr("Code"),
             .text = [](const HallChange &change) { return change.code; },
             .shape = {.characters = 14},
             .extra = {}},
            {.title = tr("Name"),
             .text = [](const HallChange &change) { return inOwnLanguage(change.name); },
             .shape = {.takesRest = true},
             .extra = {}},
            {.title = tr("Change"), .text = what, .shape = {.characters = 10}, .extra = {}}};
}

QList<RowColumn<FieldChange>> ChangesPage::fieldColumns()
{
    return {
        {.title = tr("Field"),
         .text = [](const FieldChange &field) { return AdminText::fieldWord(field.path); },
         .shape = {.characters = 26},
         .extra = {}},
        {.title = tr("Old value"),
         .text
         = [](const FieldChange &field) { return AdminText::valueText(field.path, field.before); },
         .shape = {.takesRest = true},
         .extra = {}},
        {.title = tr("New value"),
         .text
         = [](const FieldChange &field) { return AdminText::valueText(field.path, field.after); },
         .shape = {.takesRest = true},
         .extra = {}}};
}

void ChangesPage::connectAll()
{
    connect(m_ui->kindBox, &QComboBox::currentIndexChanged, this, &ChangesPage::filter);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &ChangesPage::filter);
    connect(m_ui->foundingCheck, &QCheckBox::toggled, this, &ChangesPage::filter);
    connect(m_ui->changeTable, &RowTable::rowChanged, this, [this](int row) {
        m_fields.setRows(row < 0 ? QList<FieldChange>() : m_model.at(row).fields);
    });
    connect(m_looks, &LooksPanel::failed, this,
            [this](const Error &error) { m_ui->strip->say(error); });
    connect(m_ui->changeTabs, &QTabWidget::currentChanged, this, &ChangesPage::load);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        if (showsLooks())
            m_looks->goToSearch();
        else
            m_ui->searchEdit->setFocus();
    });
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &ChangesPage::load);
}

void ChangesPage::activate()
{
    load();
    m_ui->changeTable->setFocus();
}

bool ChangesPage::showsLooks() const
{
    return m_ui->changeTabs->currentWidget() == m_looks;
}

void ChangesPage::load()
{
    if (showsLooks()) {
        m_looks->load();
        return;
    }
    whenDone(m_desk.changes(), this, [this](const Result<QList<HallChange>> &changes) {
        if (!changes.ok()) {
            m_ui->strip->say(changes.error());
            return;
        }
        m_all = changes.value();
        filter();
    });
}

/// The first set-up published everything at one instant: the oldest one of the journal.
void ChangesPage::filter()
{
    const qint64 founding = m_all.isEmpty() ? 0 : m_all.last().at;
    const QString kind = m_ui->kindBox->currentData().toString();
    const QString text = m_ui->searchEdit->text().trimmed();
    const ReferencePtr reference = publisher().reference();
    QList<HallChange> rows;
    for (const HallChange &change : m_all) {
        const QString all = change.code + u' ' + change.name.zh + u' ' + change.name.en + u' '
            + reference->staffName(change.actor);
        const bool isWanted = (kind.isEmpty() || change.kind == kind)
            && all.contains(text, Qt::CaseInsensitive)
            && (m_ui->foundingCheck->isChecked() || change.at != founding);
        if (isWanted)
            rows.append(change);
    }
    m_model.setRows(rows);
    m_ui->countLabel->setText(tr("%n change(s)", nullptr, int(rows.size())));
    m_ui->changeTable->goToRow(0);
}

} // namespace hall

#include "ui/admin/phrasespage.h"

#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/shared/icon.h"
#include "ui/shared/roletext.h"
#include "ui_phrasespage.h"

#include <QJsonArray>
#include <QShortcut>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

PhrasesPage::PhrasesPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::PhrasesPage>())
    , m_desk(publisher())
    , m_lists(columns())
{
    m_ui->setupUi(this);
    m_ui->splitter->setSizes({360, 640});
    m_ui->listTable->setRowModel(&m_lists);
    m_ui->addButton->setIcon(icon(u"add"_s));
    m_ui->removeButton->setIcon(icon(u"remove"_s));
    m_ui->upButton->setIcon(icon(u"chevron-up"_s));
    m_ui->downButton->setIcon(icon(u"chevron-down"_s));
    connectAll();
}

PhrasesPage::~PhrasesPage()
{
    // The list tells of its rows while it goes, later than this page.
    m_ui->phraseList->disconnect(this);
}

QString PhrasesPage::pageTitle() const
{
    return tr("Phrases");
}

QList<HelpKey> PhrasesPage::keys() const
{
    return {{u"Enter"_s, tr("From the lists to the phrases")},
            {u"F2"_s, tr("Change the chosen phrase")},
            {u"Ctrl+N"_s, tr("A new phrase")},
            {u"Alt+↑ Alt+↓"_s, tr("Move the chosen phrase")},
            {u"Del"_s, tr("Remove the chosen phrase")},
            {u"Ctrl+S"_s, tr("Save the list")}};
}

QString PhrasesPage::listName(const PhraseList &list)
{
    if (list.role)
        return tr("Opinion: %1", "role").arg(RoleText::word(*list.role));
    const QHash<QString, QString> names{
        {u"problem"_s, tr("Counter: what is wrong with a material")},
        {u"refusal"_s, tr("Counter: grounds of refusal")},
        {u"withdrawal"_s, tr("Counter: reasons of withdrawal")},
        {u"lapse"_s, tr("Counter: reasons of a lapse")},
        {u"override"_s, tr("Counter: number kept in spite of a check")},
        {u"authority"_s, tr("Counter: proof of authority")},
        {u"edit"_s, tr("Counter: reasons of a correction")}};
    return names.value(list.code, list.code);
}

QList<RowColumn<PhraseList>> PhrasesPage::columns()
{
    return {{.title = tr("List"),
             .text = [](const PhraseList &list) { return listName(list); },
             .shape = {.characters = 24, .takesRest = true},
             .extra = {}},
            {.title = tr("Phrases"),
             .text = [](const PhraseList &list) { return list.phrases.size(); },
             .shape = {.characters = 7, .isRightAligned = true},
             .extra = {}}};
}

void PhrasesPage::connectAll()
{
    connect(m_ui->listTable, &RowTable::rowChanged, this, &PhrasesPage::choose);
    connect(m_ui->listTable, &RowTable::rowOpened, this, [this] { m_ui->phraseList->setFocus(); });
    connect(m_ui->phraseList, &QListWidget::currentRowChanged, this, &PhrasesPage::showButtons);
    connect(m_ui->phraseList, &QListWidget::itemChanged, this, &PhrasesPage::showButtons);
    connect(m_ui->addButton, &QPushButton::clicked, this, &PhrasesPage::add);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &PhrasesPage::remove);
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &PhrasesPage::save);
    const auto onKey = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, m_ui->phraseList);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    onKey(Qt::Key_Delete, [this] { remove(); });
    onKey(Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    onKey(Qt::ALT | Qt::Key_Down, [this] { move(1); });
    connect(new QShortcut(QKeySequence::New, this), &QShortcut::activated, this, &PhrasesPage::add);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this,
            &PhrasesPage::save);
}

void PhrasesPage::activate()
{
    refresh();
    m_ui->listTable->setFocus();
}

QJsonObject PhrasesPage::saveInput() const
{
    if (!isDirty())
        return {{u"list"_s, m_shown.code}};
    return {{u"list"_s, m_shown.code}, {u"phrases"_s, QJsonArray::fromStringList(typed())}};
}

void PhrasesPage::restoreInput(const QJsonObject &input)
{
    m_shown.code = input.value("list"_L1).toString();
    refresh();
    if (!input.contains("phrases"_L1))
        return;
    QStringList phrases;
    for (const QJsonValue &phrase : input.value("phrases"_L1).toArray())
        phrases.append(phrase.toString());
    fill(phrases);
}

void PhrasesPage::refresh()
{
    const QList<PhraseList> lists = m_desk.lists();
    const bool wasDirty = isDirty();
    m_lists.setRows(lists);
    const auto found = std::ranges::find(lists, m_shown.code, &PhraseList::code);
    const int row = found == lists.end() ? 0 : int(found - lists.begin());
    m_ui->listTable->goToRow(row);
    if (!wasDirty)
        present(row);
}

void PhrasesPage::choose(int row)
{
    if (row < 0 || row >= m_lists.rowCount() || m_lists.at(row).code == m_shown.code)
        return;
    if (!isDirty()) {
        present(row);
        return;
    }
    m_ui->strip->say(
        Tone::Warning,
        tr("The phrases you changed are not saved yet. Save them first, or drop them."),
        {.text = tr("Drop them"), .run = [this] {
             m_ui->strip->dismiss();
             present(m_ui->listTable->currentRow());
         }});
}

void PhrasesPage::present(int row)
{
    m_shown = m_lists.at(row);
    m_ui->formTitle->setText(listName(m_shown));
    m_ui->formHint->setText(
        m_shown.role ? tr("Offered to this post when an opinion is written, in this order.")
                     : tr("Offered at the counter before the usual ones, in this order."));
    fill(m_shown.phrases);
}

void PhrasesPage::fill(const QStringList &phrases)
{
    const QSignalBlocker quiet(m_ui->phraseList);
    m_ui->phraseList->clear();
    m_ui->phraseList->addItems(phrases);
    for (int i = 0; i < m_ui->phraseList->count(); ++i)
        m_ui->phraseList->item(i)->setFlags(m_ui->phraseList->item(i)->flags()
                                            | Qt::ItemIsEditable);
    m_ui->phraseList->setCurrentRow(0);
    showButtons();
}

QStringList PhrasesPage::typed() const
{
    QStringList phrases;
    for (int i = 0; i < m_ui->phraseList->count(); ++i)
        phrases.append(m_ui->phraseList->item(i)->text());
    return phrases;
}

bool PhrasesPage::isDirty() const
{
    return typed() != m_shown.phrases;
}

void PhrasesPage::showButtons()
{
    const int row = m_ui->phraseList->currentRow();
    const int last = m_ui->phraseList->count() - 1;
    m_ui->removeButton->setEnabled(row >= 0);
    m_ui->upButton->setEnabled(row > 0);
    m_ui->downButton->setEnabled(row >= 0 && row < last);
    m_ui->saveButton->setEnabled(isDirty());
}

void PhrasesPage::add()
{
    auto *item = new QListWidgetItem(QString());
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    const int row = m_ui->phraseList->currentRow() + 1;
    m_ui->phraseList->insertItem(row, item);
    m_ui->phraseList->setCurrentRow(row);
    m_ui->phraseList->setFocus();
    m_ui->phraseList->editItem(item);
    showButtons();
}

void PhrasesPage::remove()
{
    delete m_ui->phraseList->takeItem(m_ui->phraseList->currentRow());
    showButtons();
}

void PhrasesPage::move(int by)
{
    const int row = m_ui->phraseList->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_ui->phraseList->count())
        return;
    m_ui->phraseList->insertItem(to, m_ui->phraseList->takeItem(row));
    m_ui->phraseList->setCurrentRow(to);
    showButtons();
}

void PhrasesPage::save()
{
    m_ui->phraseList->setFocus(); // what is being typed is taken
    const QStringList phrases = typed();
    const PhraseFault fault = PhraseDesk::faultOf(phrases);
    if (fault != PhraseFault::None) {
        m_ui->strip->say(Tone::Problem, AdminText::sentence(fault));
        return;
    }
    const QString name = listName(m_shown);
    whenDone(m_desk.save(m_shown.code, phrases), this,
             [this, name, phrases](const Result<Done> &result) {
                 if (!tell(m_ui->strip, result, tr("“%1” is saved.").arg(name)))
                     return;
                 m_shown.phrases = phrases;
                 refresh();
                 showButtons();
             });
}

} // namespace hall

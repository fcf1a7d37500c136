#include "ui/search/searchpage.h"

#include "domain/whendone.h"
#include "ui/search/casecolumns.h"
#include "ui/search/townsearchdialog.h"
#include "ui_searchpage.h"

#include <QKeyEvent>
#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownRows = 50;

} // namespace

SearchPage::SearchPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::SearchPage>())
    , m_centre(context.place)
    , m_desk(context.place)
    , m_feed(context.place)
    , m_found(CaseColumns::found())
{
    m_ui->setupUi(this);
    m_ui->resultTable->setRowModel(&m_found);
    m_ui->resultTable->keepWidths(context.settings, u"search"_s);
    m_ui->resultTable->setEmptyText(
        tr("No case found"),
        m_centre.isAlone()
            ? tr("Try the surname, the last four figures of a number, or fewer letters.")
            : tr("Try the surname, the last four figures of a number, or fewer letters. Ctrl+T "
                 "looks "
                 "in the whole town."));
    m_ui->searchEdit->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &SearchPage::search);
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this,
            [this] { openRow(std::max(0, m_ui->resultTable->currentRow())); });
    connect(m_ui->resultTable, &RowTable::rowOpened, this, &SearchPage::openRow);
    m_ui->townButton->setVisible(!m_centre.isAlone());
    connect(m_ui->townButton, &QPushButton::clicked, this, &SearchPage::lookInTown);
    connect(new QShortcut(Qt::CTRL | Qt::Key_T, this), &QShortcut::activated, this,
            &SearchPage::lookInTown);
    connect(&m_feed, &CaseFeed::casesChanged, this, [this] {
        if (isVisible())
            search();
    });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_ui->searchEdit,
            [this] {
                m_ui->searchEdit->setFocus();
                m_ui->searchEdit->selectAll();
            });
}

SearchPage::~SearchPage() = default;

QString SearchPage::pageTitle() const
{
    return tr("Search");
}

QList<HelpKey> SearchPage::keys() const
{
    return {{u"Ctrl+F"_s, tr("To the search box")},
            {u"↑ ↓"_s, tr("Choose a case, also from the search box")},
            {u"Enter"_s, tr("Open the case")},
            {u"Ctrl+T"_s, tr("Look in the whole town, where there is a centre")},
            {u"Esc"_s, tr("Empty the search box")}};
}

void SearchPage::activate()
{
    m_ui->searchEdit->setFocus();
    m_ui->searchEdit->selectAll();
    search();
}

bool SearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        m_ui->searchEdit->clear();
        return true;
    }
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return Page::eventFilter(watched, event);
    const int step = key == Qt::Key_Down ? 1 : -1;
    m_ui->resultTable->goToRow(m_ui->resultTable->currentRow() + step);
    return true;
}

void SearchPage::search()
{
    const int asked = ++m_asked;
    whenDone(m_desk.find(m_ui->searchEdit->text(), shownRows), this,
             [this, asked](const Result<QList<FoundCase>> &found) {
                 if (asked != m_asked)
                     return;
                 if (found.ok())
                     present(found.value());
                 else
                     m_ui->strip->say(found.error());
             });
}

void SearchPage::present(const QList<FoundCase> &found)
{
    const int row = m_ui->resultTable->currentRow();
    const StreamId kept = row >= 0 ? m_found.at(row).line.row.id : StreamId();
    m_found.setRows(found);
    const auto same = std::ranges::find_if(
        found, [&kept](const FoundCase &hit) { return hit.line.row.id == kept; });
    m_ui->resultTable->goToRow(same == found.end() ? 0 : static_cast<int>(same - found.begin()));
    const auto count = static_cast<int>(found.size());
    const bool isNewest = m_ui->searchEdit->text().trimmed().isEmpty();
    if (count >= shownRows)
        m_ui->countLabel->setText(
            isNewest ? tr("The %n newest case(s)", nullptr, count)
                     : tr("The first %n case(s); type more to narrow it down", nullptr, count));
    else
        m_ui->countLabel->setText(tr("%n case(s)", nullptr, count));
}

void SearchPage::lookInTown()
{
    if (m_centre.isAlone())
        return;
    auto *dialog = new TownSearchDialog(m_context.place, m_ui->searchEdit->text(), this);
    connect(dialog, &TownSearchDialog::openCase, this, &SearchPage::openCase);
    dialog->open();
}

void SearchPage::openRow(int row)
{
    if (row >= 0 && row < m_found.rowCount())
        Q_EMIT openCase(m_found.at(row).line.row.id);
}

} // namespace hall

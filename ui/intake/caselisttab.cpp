#include "ui/intake/caselisttab.h"

#include "ui/intake/intaketext.h"
#include "ui/shared/light.h"
#include "ui_caselisttab.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

CaseListTab::CaseListTab(Kind kind, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_ui(std::make_unique<Ui::CaseListTab>())
    , m_rows(new RowModel<IntakeRow>(columns(), this))
{
    m_ui->setupUi(this);
    m_ui->caseTable->setRowModel(m_rows);
    switch (kind) {
    case Kind::Received:
        m_ui->caseTable->setObjectName(u"receivedTable"_s);
        m_ui->caseTable->setEmptyText(tr("Nothing is waiting for your decision."),
                                      tr("Cases that are only taken in (F8) stand here."));
        break;
    case Kind::Waiting:
        m_ui->caseTable->setObjectName(u"waitingTable"_s);
        m_ui->caseTable->setEmptyText(tr("No applicant has to bring anything."),
                                      tr("Cases with a correction notice (F7) stand here."));
        break;
    case Kind::Accepted:
        m_ui->caseTable->setObjectName(u"acceptedTable"_s);
        m_ui->caseTable->setEmptyText(tr("Nothing was accepted here today."));
        break;
    }
    m_ui->caseTable->keepWidths(settings, m_ui->caseTable->objectName());
    m_ui->listHintLabel->setText(
        m_kind == Kind::Accepted
            ? tr("Enter opens the case: put a typing error right, add pages, print a paper again.")
            : tr("Enter opens the case on the counter: check what was supplied, then decide."));
    connect(m_ui->caseTable, &RowTable::rowOpened, this,
            [this](int row) { Q_EMIT opened(m_rows->at(row).id); });
}

CaseListTab::~CaseListTab() = default;

QList<RowColumn<IntakeRow>> CaseListTab::columns() const
{
    using Row = IntakeRow;
    QList<RowColumn<Row>> columns{
        {.title = tr("Light"),
         // The grey light of a case that has ended would say "not accepted".
         .text
         = [](const Row &row) { return isEnd(row.phase) ? u"—"_s : LightText::word(row.light); },
         .shape = {.characters = 10, .isLight = true},
         .extra = [](const Row &row, int role) -> QVariant {
             return role == LightRole && !isEnd(row.phase) ? QVariant(static_cast<int>(row.light))
                                                           : QVariant();
         }},
        {.title = m_kind == Kind::Accepted ? tr("Accepted") : tr("Left"),
         .text =
             [kind = m_kind](const Row &row) {
                 return kind == Kind::Accepted ? IntakeText::time(row.at)
                                               : IntakeText::daysLeft(row);
             },
         .shape = {.characters = 9},
         .extra = {}},
        {.title = tr("Due by"),
         .text = [](const Row &row) { return row.due.toString(Qt::ISODate); },
         .shape = {.characters = 10},
         .extra = {}},
        {.title = tr("Applicant"),
         .text = [](const Row &row) { return row.applicantName; },
         .shape = {.characters = 12, .takesRest = true},
         .extra = {}},
        {.title = tr("Item"),
         .text = [](const Row &row) { return row.itemName.in(IntakeText::language()); },
         .shape = {.characters = 18, .takesRest = true},
         .extra = {}},
        {.title = tr("Step"),
         .text = [](const Row &row) { return row.state.in(IntakeText::language()); },
         .shape = {.characters = 12},
         .extra = {}},
        {.title = tr("Number"),
         .text = [](const Row &row) { return row.number; },
         .shape = {.characters = 27, .isWhole = true},
         .extra = {}}};
    return columns;
}

void CaseListTab::setRows(const QList<IntakeRow> &rows)
{
    const int row = m_ui->caseTable->currentRow();
    m_rows->setRows(rows);
    if (row >= 0 && !rows.isEmpty())
        m_ui->caseTable->goToRow(std::min(row, int(rows.size()) - 1));
}

QString CaseListTab::title() const
{
    switch (m_kind) {
    case Kind::Received:
        return tr("Taken in (%1)").arg(count());
    case Kind::Waiting:
        return tr("Waiting for the applicant (%1)").arg(count());
    case Kind::Accepted:
        return tr("Accepted here today (%1)").arg(count());
    }
    return {};
}

void CaseListTab::focusTable()
{
    if (m_ui->caseTable->currentRow() < 0)
        m_ui->caseTable->goToRow(0);
    m_ui->caseTable->setFocus();
}

} // namespace hall

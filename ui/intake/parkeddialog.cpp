#include "ui/intake/parkeddialog.h"

#include "ui/intake/intaketext.h"
#include "ui/shared/decision.h"
#include "ui_parkeddialog.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString whoOf(const CounterWork &work)
{
    return work.applicant.name.isEmpty() ? work.search : work.applicant.name;
}

QString itemsOf(const CounterWork &work, const Reference &reference)
{
    QStringList names;
    for (const ItemWork &item : work.items) {
        const ItemDef *known = reference.item(item.item);
        names.append(known ? known->name.in(IntakeText::language()) : item.item);
    }
    return names.join(u", "_s);
}

} // namespace

ParkedDialog::ParkedDialog(const QList<KeptWork> &parked, const Reference &reference,
                           QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ParkedDialog>())
    , m_rows(nullptr)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    using Row = KeptWork;
    QList<RowColumn<Row>> columns{
        {.title = tr("Time"),
         .text = [](const Row &row) { return IntakeText::time(row.updatedAt); },
         .shape = {.characters = 6},
         .extra = {}},
        {.title = tr("Applicant"),
         .text = [](const Row &row) { return whoOf(row.work); },
         .shape = {.characters = 12, .takesRest = true},
         .extra = {}},
        {.title = tr("Items"),
         .text = [reference](const Row &row) { return itemsOf(row.work, reference); },
         .shape = {.characters = 20, .takesRest = true},
         .extra = {}}};
    m_rows = new RowModel<KeptWork>(columns, this);
    m_ui->parkedTable->setRowModel(m_rows);
    m_ui->parkedTable->setEmptyText(tr("Nothing is parked."));
    m_rows->setRows(parked);
    m_ui->parkedTable->goToRow(0);
    m_ui->resumeButton->setEnabled(!parked.isEmpty());
    m_ui->dropButton->setEnabled(!parked.isEmpty());
    const auto resume = [this] {
        const int row = m_ui->parkedTable->currentRow();
        if (row < 0)
            return;
        Q_EMIT resumed(m_rows->at(row));
        accept();
    };
    connect(m_ui->parkedTable, &RowTable::rowOpened, this, resume);
    connect(m_ui->resumeButton, &QPushButton::clicked, this, resume);
    connect(m_ui->parkedCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->dropButton, &QPushButton::clicked, this, &ParkedDialog::askThrowAway);
    m_ui->parkedTable->setFocus();
}

ParkedDialog::~ParkedDialog() = default;

void ParkedDialog::askThrowAway()
{
    const int row = m_ui->parkedTable->currentRow();
    if (row < 0)
        return;
    confirm(this,
            {.title = tr("Throw away"),
             .question = tr("Throw away what was typed for “%1”?").arg(whoOf(m_rows->at(row).work)),
             .consequence = tr("No case was opened for it yet; it cannot be brought back."),
             .yes = tr("Throw away"),
             .isDangerous = true},
            [this, id = m_rows->at(row).id](const QString &) {
                Q_EMIT thrownAway(id);
                accept();
            });
}

} // namespace hall

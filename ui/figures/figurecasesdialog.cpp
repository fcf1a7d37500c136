#include "ui/figures/figurecasesdialog.h"

#include "domain/clock.h"
#include "ui/shared/casewords.h"
#include "ui/shared/light.h"
#include "ui_figurecasesdialog.h"

#include <QLocale>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

FigureCasesDialog::FigureCasesDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FigureCasesDialog>())
    , m_lines(columns())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    // As wide as the table it stands before allows: long names of firms and items are the rule.
    resize(std::clamp(parent ? parent->width() - 120 : 0, 1000, 1500), 560);
    m_ui->titleLabel->setText(title);
    m_ui->caseTable->setRowModel(&m_lines);
    m_ui->caseTable->setEmptyText(tr("The figure counts no case"));
    m_ui->openButton->setAutoDefault(false);
    m_ui->closeButton->setAutoDefault(false);
    m_ui->openButton->setEnabled(false);
    connect(m_ui->caseTable, &RowTable::rowOpened, this, &FigureCasesDialog::choose);
    connect(m_ui->openButton, &QPushButton::clicked, this,
            [this] { choose(m_ui->caseTable->currentRow()); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

FigureCasesDialog::~FigureCasesDialog() = default;

QList<RowColumn<CaseLine>> FigureCasesDialog::columns()
{
    const auto column = [](const QString &title, QString (*text)(const CaseLine &),
                           ColumnShape shape) {
        return RowColumn<CaseLine>{.title = title,
                                   .text = [text](const CaseLine &line) { return text(line); },
                                   .shape = shape,
                                   .extra =
                                       [text](const CaseLine &line, int role) {
                                           return role == Qt::ToolTipRole ? QVariant(text(line))
                                                                          : QVariant();
                                       }};
    };
    RowColumn<CaseLine> light
        = column(tr("Light"),
                 [](const CaseLine &line) {
                     return isEnd(line.row.phase) ? u"—"_s : LightText::word(line.light);
                 },
                 {.characters = 8, .isLight = true});
    light.extra = [](const CaseLine &line, int role) {
        return role == LightRole && !isEnd(line.row.phase) ? QVariant(static_cast<int>(line.light))
                                                           : QVariant();
    };
    return {light,
            column(tr("Case number"), [](const CaseLine &line) { return line.row.number; },
                   {.characters = 27, .isWhole = true}),
            column(tr("Item"),
                   [](const CaseLine &line) { return line.itemName.in(QLocale().language()); },
                   {.characters = 14, .takesRest = true}),
            column(tr("Applicant"), [](const CaseLine &line) { return line.row.applicantName; },
                   {.characters = 12, .takesRest = true}),
            column(tr("Window"), [](const CaseLine &line) { return line.row.window; },
                   {.characters = 7}),
            column(tr("State"),
                   [](const CaseLine &line) { return line.stateName.in(QLocale().language()); },
                   {.characters = 14}),
            column(tr("Taken in"),
                   [](const CaseLine &line) { return CaseWords::moment(line.row.registeredAt); },
                   {.characters = 16}),
            column(tr("Promised for"),
                   [](const CaseLine &line) { return CaseWords::day(line.row.light.promiseDue); },
                   {.characters = 11})};
}

void FigureCasesDialog::present(const QList<CaseLine> &lines)
{
    m_lines.setRows(lines);
    m_ui->countLabel->setText(tr("%n case(s)", nullptr, static_cast<int>(lines.size())));
    m_ui->openButton->setEnabled(!lines.isEmpty());
    m_ui->caseTable->goToRow(0);
    m_ui->caseTable->setFocus();
}

void FigureCasesDialog::choose(int row)
{
    if (row < 0 || row >= m_lines.rowCount())
        return;
    Q_EMIT caseChosen(m_lines.at(row).row.id);
    accept();
}

} // namespace hall

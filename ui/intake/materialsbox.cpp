#include "ui/intake/materialsbox.h"

#include "desk/intake/intakephrases.h"
#include "desk/intake/intakeplan.h"
#include "ui/intake/feequantities.h"
#include "ui/intake/intaketext.h"
#include "ui/intake/materialstable.h"
#include "ui/intake/visit.h"
#include "ui/shared/theme.h"
#include "ui_materialsbox.h"

#include <QLineEdit>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString counts(int originals, int copies)
{
    QStringList parts;
    if (originals > 0)
        parts.append(MaterialsBox::tr("%1 orig.").arg(originals));
    if (copies > 0)
        parts.append(MaterialsBox::tr("%1 copy").arg(copies));
    return parts.isEmpty() ? u"0"_s : parts.join(u"+"_s);
}

QVariant verdictColour(const MaterialRow &row, int role)
{
    const ThemeColours colours = themeColours(QPalette());
    if (role == Qt::ForegroundRole && row.check.verdict == LineVerdict::Wrong)
        return colours.bad;
    if (role == Qt::ForegroundRole && row.check.verdict == LineVerdict::Right)
        return colours.good;
    if (role == Qt::ForegroundRole && row.check.verdict == LineVerdict::NotNeeded)
        return colours.muted;
    if (role == Qt::ToolTipRole)
        return row.check.problem.isEmpty() ? row.due.name.in(IntakeText::language())
                                           : row.check.problem;
    return {};
}

QString verdictSign(const MaterialRow &row)
{
    // Shape beside colour and word: a verdict is never told by colour alone.
    switch (row.check.verdict) {
    case LineVerdict::Open:
        return u"○ "_s;
    case LineVerdict::Right:
        return u"✓ "_s;
    case LineVerdict::Wrong:
        return u"✗ "_s;
    case LineVerdict::NotNeeded:
        return u"– "_s;
    }
    return {};
}

} // namespace

QList<RowColumn<MaterialRow>> MaterialsBox::columns()
{
    using Row = MaterialRow;
    return {
        {.title = tr("No."),
         .text = [](const Row &row) { return row.due.no; },
         .shape = {.characters = 3},
         .extra = {}},
        {.title = tr("Material"),
         .text =
             [](const Row &row) {
                 const QString name = row.due.name.in(IntakeText::language());
                 return row.due.required ? name : tr("%1 (may be left out)").arg(name);
             },
         .shape = {.characters = 16, .takesRest = true},
         .extra = [](const Row &row, int role) -> QVariant {
             return role == Qt::ToolTipRole ? QVariant(row.due.name.in(IntakeText::language()))
                                            : QVariant();
         }},
        {.title = tr("Due"),
         .text = [](const Row &row) { return counts(row.due.originals, row.due.copies); },
         .shape = {.characters = 13},
         .extra = {}},
        {.title = tr("Received"),
         .text = [](const Row &row) { return counts(row.check.originals, row.check.copies); },
         .shape = {.characters = 13},
         .extra = {}},
        {.title = tr("Verdict"),
         .text
         = [](const Row &row) { return verdictSign(row) + IntakeText::verdict(row.check.verdict); },
         .shape = {.characters = 9},
         .extra = verdictColour},
        {.title = tr("What is wrong"),
         .text = [](const Row &row) { return row.check.problem; },
         .shape = {.characters = 10, .takesRest = true},
         .extra = verdictColour},
        {.title = tr("Pages"),
         .text = [](const Row &row) { return row.pages == 0 ? QVariant() : row.pages; },
         .shape = {.characters = 4, .isRightAligned = true},
         .extra = {}}};
}

MaterialsBox::MaterialsBox(Visit &visit, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MaterialsBox>())
    , m_visit(visit)
    , m_model(new RowModel<MaterialRow>(columns(), this))
{
    m_ui->setupUi(this);
    m_ui->materialsTable->setRowModel(m_model);
    m_ui->materialsTable->setEmptyText(tr("The checklist stands here."),
                                       tr("Choose an item on the left."));
    m_ui->keysLabel->setText(tr("Space right · A all right · W wrong · N not needed · + − count"));
    connectTable();
    connectProblem();
    connect(&m_visit, &Visit::shown, this, &MaterialsBox::showItem);
    connect(&m_visit, &Visit::itemsChanged, this, &MaterialsBox::showItem);
    connect(&m_visit, &Visit::currentEdited, this, &MaterialsBox::refresh);
    showItem();
}

MaterialsBox::~MaterialsBox() = default;

MaterialsTable *MaterialsBox::table() const
{
    return m_ui->materialsTable;
}

void MaterialsBox::connectTable()
{
    MaterialsTable *table = m_ui->materialsTable;
    connect(table, &MaterialsTable::rightAsked, this, [this] { judge(LineVerdict::Right); });
    connect(table, &MaterialsTable::notNeededAsked, this,
            [this] { judge(LineVerdict::NotNeeded); });
    connect(table, &MaterialsTable::wrongAsked, this, [this] { judge(LineVerdict::Wrong); });
    connect(table, &MaterialsTable::allRightAsked, this, &MaterialsBox::judgeAll);
    connect(table, &MaterialsTable::countAsked, this, &MaterialsBox::count);
    connect(table, &MaterialsTable::rowOpened, this, &MaterialsBox::viewAsked);
    connect(table, &RowTable::rowChanged, this, [this] {
        showProblem();
        Q_EMIT lineChanged(currentLine());
    });
    connect(table, &MaterialsTable::filesDropped, this, [this](int row, const QStringList &paths) {
        const int line = row >= 0 && row < m_model->rowCount() ? m_model->at(row).due.no : 0;
        Q_EMIT filesDropped(line, paths);
    });
}

bool MaterialsBox::isLocked() const
{
    return !m_visit.current() || !m_visit.isCurrentOpen();
}

QList<MaterialRow> MaterialsBox::rows() const
{
    QList<MaterialRow> rows;
    const ItemWork *work = m_visit.current();
    const ItemDef *item = m_visit.currentItem();
    if (!work || !item)
        return rows;
    for (const LineCheck &line : work->lines) {
        const auto due = std::ranges::find(item->materials, line.line, &MaterialDef::no);
        const auto pages = std::ranges::count(work->pages, line.line, &PageRef::line);
        rows.append({.due = due == item->materials.end() ? MaterialDef{.no = line.line} : *due,
                     .check = line,
                     .pages = int(pages)});
    }
    return rows;
}

void MaterialsBox::showItem()
{
    const ItemDef *item = m_visit.currentItem();
    const ItemWork *work = m_visit.current();
    m_ui->itemNameLabel->setText(item ? item->name.in(IntakeText::language()) : QString());
    QString facts = item ? IntakeText::limit(*item) : QString();
    if (work && !work->number.isEmpty())
        facts = tr("%1 · %2").arg(work->number, facts);
    m_ui->itemFactsLabel->setText(facts);
    m_isFilling = true;
    m_ui->summaryEdit->setText(work ? work->summary : QString());
    m_ui->summaryEdit->setReadOnly(!work || !work->loaded.isNull());
    m_ui->summaryEdit->setEnabled(work != nullptr);
    m_ui->problemBox->clear();
    m_ui->problemBox->addItems(problemPhrases(m_visit.reference()));
    m_ui->problemBox->setCurrentIndex(-1);
    m_isFilling = false;
    const QString shown = item ? item->code + QString::number(m_visit.currentIndex()) : QString();
    const bool isOther = shown != m_shownItem;
    m_shownItem = shown;
    showFees();
    refresh();
    if (isOther && !m_model->isEmpty())
        m_ui->materialsTable->goToRow(0);
    showProblem();
    Q_EMIT lineChanged(currentLine());
}

void MaterialsBox::refresh()
{
    const QList<MaterialRow> fresh = rows();
    if (fresh.size() == m_model->rowCount()) {
        for (int row = 0; row < fresh.size(); ++row)
            m_model->replace(row, fresh.at(row));
    } else {
        m_model->setRows(fresh);
    }
    const auto right = std::ranges::count_if(fresh, [](const MaterialRow &row) {
        return row.check.verdict == LineVerdict::Right
            || row.check.verdict == LineVerdict::NotNeeded;
    });
    m_ui->progressLabel->setText(
        fresh.isEmpty() ? QString() : tr("%1 of %2 right").arg(right).arg(fresh.size()));
}

void MaterialsBox::showFees()
{
    qDeleteAll(m_ui->feeRow->findChildren<FeeQuantities *>());
    const ItemDef *item = m_visit.currentItem();
    const bool isNew = item && m_visit.isCurrentOpen();
    auto *fees = isNew ? FeeQuantities::make(m_visit, m_ui->feeRow) : nullptr;
    m_ui->feeRow->setVisible(fees != nullptr);
    if (!fees)
        return;
    m_ui->feeLabel->setText(tr("Quantity for the fee"));
    m_ui->feeRow->layout()->addWidget(fees);
}

void MaterialsBox::showProblem()
{
    const int row = m_ui->materialsTable->currentRow();
    const bool isWrong = row >= 0 && row < m_model->rowCount()
        && m_model->at(row).check.verdict == LineVerdict::Wrong;
    m_ui->problemRow->setVisible(isWrong);
    m_ui->problemBox->setEnabled(!isLocked());
    m_isFilling = true;
    m_ui->problemBox->setEditText(isWrong ? m_model->at(row).check.problem : QString());
    m_isFilling = false;
}

int MaterialsBox::currentLine() const
{
    const int row = m_ui->materialsTable->currentRow();
    return row >= 0 && row < m_model->rowCount() ? m_model->at(row).due.no : 0;
}

void MaterialsBox::focusTable()
{
    if (m_ui->materialsTable->currentRow() < 0 && !m_model->isEmpty())
        m_ui->materialsTable->goToRow(0);
    m_ui->materialsTable->setFocus();
}

void MaterialsBox::focusLine(int line)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->at(row).due.no == line)
            m_ui->materialsTable->goToRow(row);
    }
    m_ui->materialsTable->setFocus();
}

} // namespace hall

#include "ui/admin/departmentspanel.h"

#include "ui/admin/adminpage.h"
#include "ui/admin/admintext.h"
#include "ui/admin/formguard.h"
#include "ui/shared/icon.h"
#include "ui_departmentspanel.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

DepartmentsPanel::DepartmentsPanel(const PanelParts &parts, QWidget *parent)
    : PlacePanel(parts, parent)
    , m_ui(std::make_unique<Ui::DepartmentsPanel>())
    , m_model(columns())
{
    m_ui->setupUi(this);
    m_ui->newButton->setIcon(icon(u"add"_s));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->departmentTable->setRowModel(&m_model);
    m_ui->departmentTable->setEmptyText(tr("No departments yet"), tr("Press “New department”."));
    for (const auto status : {"stationed"_L1, "centre"_L1, "not_stationed_2012"_L1})
        m_ui->statusBox->addItem(AdminText::statusWord(status), QString(status));
    m_guard = new FormGuard(m_ui->formSide);
    setGuard(m_guard);
    connect(m_ui->departmentTable, &RowTable::rowChanged, this, &DepartmentsPanel::choose);
    connect(m_ui->departmentTable, &RowTable::rowOpened, this,
            [this] { m_ui->nameEdit->setFocus(); });
    connect(m_ui->newButton, &QPushButton::clicked, this, &DepartmentsPanel::beginNew);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &DepartmentsPanel::save);
}

DepartmentsPanel::~DepartmentsPanel() = default;

QList<RowColumn<Department>> DepartmentsPanel::columns()
{
    return {
        {.title = tr("Code"),
         .text = [](const Department &department) { return department.code; },
         .shape = {.characters = 6},
         .extra = {}},
        {.title = tr("Name"),
         .text = [](const Department &department) { return inOwnLanguage(department.name); },
         .shape = {.takesRest = true},
         .extra = {}},
        {.title = tr("Organ word"),
         .text = [](const Department &department) { return department.organWord; },
         .shape = {.characters = 12},
         .extra = {}},
        {.title = tr("Phone"),
         .text = [](const Department &department) { return department.phone; },
         .shape = {.characters = 14},
         .extra = {}},
        {.title = tr("Status"),
         .text
         = [](const Department &department) { return AdminText::statusWord(department.status); },
         .shape = {.characters = 14},
         .extra = {}}};
}

void DepartmentsPanel::refresh()
{
    const ReferencePtr reference = parts().publisher.reference();
    m_model.setRows(reference->departments.values());
    if (m_guard->isDirty() || m_model.isEmpty())
        return;
    const auto row = std::max(0, int(reference->departments.keys().indexOf(m_shown.code)));
    m_ui->departmentTable->goToRow(row);
    present(m_model.at(row), row);
}

void DepartmentsPanel::showCode(const QString &code)
{
    m_shown.code = code;
    refresh();
}

void DepartmentsPanel::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount() || row == m_shownRow)
        return;
    if (m_guard->isDirty()) {
        warnOfUnsaved(m_ui->nameEdit->text(), m_guard,
                      [this] { choose(m_ui->departmentTable->currentRow()); });
        return;
    }
    present(m_model.at(row), row);
}

void DepartmentsPanel::present(const Department &department, int row)
{
    m_shown = department;
    m_shownRow = row;
    m_ui->formTitle->setText(row < 0 ? tr("New department") : inOwnLanguage(department.name));
    m_ui->codeEdit->setText(department.code);
    m_ui->codeEdit->setReadOnly(row >= 0);
    m_ui->nameEdit->setText(department.name.zh);
    m_ui->englishEdit->setText(department.name.en);
    m_ui->statusBox->setCurrentIndex(std::max(0, m_ui->statusBox->findData(department.status)));
    m_ui->wordEdit->setText(department.organWord);
    m_ui->phoneEdit->setText(department.phone);
    m_ui->noteEdit->setText(department.note);
    m_ui->noteEdit->setCursorPosition(0);
    m_guard->clear();
}

void DepartmentsPanel::beginNew()
{
    if (m_guard->isDirty()) {
        warnOfUnsaved(m_ui->nameEdit->text(), m_guard, [this] { beginNew(); });
        return;
    }
    present({}, -1);
    m_ui->codeEdit->setFocus();
}

Department DepartmentsPanel::typed() const
{
    return {.code = m_ui->codeEdit->text().trimmed().toUpper(),
            .name
            = {.zh = m_ui->nameEdit->text().trimmed(), .en = m_ui->englishEdit->text().trimmed()},
            .status = m_ui->statusBox->currentData().toString(),
            .organWord = m_ui->wordEdit->text().trimmed(),
            .phone = m_ui->phoneEdit->text().trimmed(),
            .note = m_ui->noteEdit->text().trimmed()};
}

void DepartmentsPanel::save()
{
    const Department department = typed();
    const bool isNew = m_shownRow < 0;
    if (refuses(parts().desk.faultOf(department, isNew)))
        return;
    m_shown.code = department.code;
    finish(parts().desk.save(department, isNew), m_guard,
           tr("%1 is saved.").arg(department.name.zh));
}

} // namespace hall

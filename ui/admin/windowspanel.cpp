#include "ui/admin/windowspanel.h"

#include "ui/admin/adminpage.h"
#include "ui/admin/formguard.h"
#include "ui/shared/decision.h"
#include "ui/shared/icon.h"
#include "ui_windowspanel.h"

#include <QJsonArray>
#include <QListWidget>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

WindowsPanel::WindowsPanel(const PanelParts &parts, QWidget *parent)
    : PlacePanel(parts, parent)
    , m_ui(std::make_unique<Ui::WindowsPanel>())
    , m_model(columns())
{
    m_ui->setupUi(this);
    m_ui->newButton->setIcon(icon(u"add"_s));
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->windowTable->setRowModel(&m_model);
    m_ui->windowTable->setEmptyText(tr("No windows yet"), tr("Press “New window”."));
    m_guard = new FormGuard(m_ui->formSide);
    setGuard(m_guard);
    connect(m_ui->windowTable, &RowTable::rowChanged, this, &WindowsPanel::choose);
    connect(m_ui->windowTable, &RowTable::rowOpened, this, [this] { m_ui->nameEdit->setFocus(); });
    connect(m_ui->newButton, &QPushButton::clicked, this, &WindowsPanel::beginNew);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &WindowsPanel::save);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &WindowsPanel::remove);
}

WindowsPanel::~WindowsPanel() = default;

QList<RowColumn<Window>> WindowsPanel::columns() const
{
    const auto departments = [this](const Window &window) {
        QStringList names;
        for (const QString &dept : window.depts)
            names.append(parts().publisher.reference()->departmentName(dept, QLocale().language()));
        return names.join(tr(", ", "between departments"));
    };
    return {
        {.title = tr("Code"),
         .text = [](const Window &window) { return window.code; },
         .shape = {.characters = 6},
         .extra = {}},
        {.title = tr("Name"),
         .text = [](const Window &window) { return inOwnLanguage(window.name); },
         .shape = {.characters = 24},
         .extra = {}},
        {.title = tr("Departments"),
         .text = departments,
         .shape = {.takesRest = true},
         .extra = {}},
        {.title = tr("Kind"),
         .text
         = [](const Window &window) { return window.isCashier ? tr("Cashier") : tr("Service"); },
         .shape = {.characters = 8},
         .extra = {}}};
}

void WindowsPanel::refresh()
{
    const ReferencePtr reference = parts().publisher.reference();
    m_model.setRows(reference->windows.values());
    if (m_guard->isDirty())
        return;
    // Filling the list is nobody's typing.
    const QSignalBlocker quiet(m_ui->deptList);
    m_ui->deptList->clear();
    for (const Department &department : reference->departments) {
        auto *entry = new QListWidgetItem(inOwnLanguage(department.name), m_ui->deptList);
        entry->setData(Qt::UserRole, department.code);
        entry->setCheckState(Qt::Unchecked);
    }
    const auto codes = reference->windows.keys();
    const auto row = std::max(0, int(codes.indexOf(m_shown.code)));
    if (!codes.isEmpty()) {
        m_ui->windowTable->goToRow(row);
        present(m_model.at(row), row);
    }
}

void WindowsPanel::showCode(const QString &code)
{
    m_shown.code = code;
    refresh();
}

void WindowsPanel::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount() || row == m_shownRow)
        return;
    if (m_guard->isDirty()) {
        warnOfUnsaved(m_ui->codeEdit->text(), m_guard,
                      [this] { choose(m_ui->windowTable->currentRow()); });
        return;
    }
    present(m_model.at(row), row);
}

void WindowsPanel::present(const Window &window, int row)
{
    m_shown = window;
    m_shownRow = row;
    m_ui->formTitle->setText(row < 0 ? tr("New window") : window.code);
    m_ui->codeEdit->setText(window.code);
    m_ui->codeEdit->setReadOnly(row >= 0);
    m_ui->nameEdit->setText(window.name.zh);
    m_ui->englishEdit->setText(window.name.en);
    m_ui->cashierCheck->setChecked(window.isCashier);
    tick(window.depts);
    const QStringList people = row < 0 ? QStringList() : parts().desk.peopleAt(window.code);
    m_ui->peopleLabel->setText(
        people.isEmpty() ? QString()
                         : tr("Usual window of: %1").arg(people.join(tr(", ", "between people"))));
    m_ui->removeButton->setEnabled(row >= 0);
    m_guard->clear();
}

void WindowsPanel::tick(const QStringList &departments)
{
    for (int i = 0; i < m_ui->deptList->count(); ++i) {
        QListWidgetItem *entry = m_ui->deptList->item(i);
        const bool isServed = departments.contains(entry->data(Qt::UserRole).toString());
        entry->setCheckState(isServed ? Qt::Checked : Qt::Unchecked);
    }
}

void WindowsPanel::beginNew()
{
    if (m_guard->isDirty()) {
        warnOfUnsaved(m_ui->codeEdit->text(), m_guard, [this] { beginNew(); });
        return;
    }
    present({}, -1);
    m_ui->codeEdit->setFocus();
}

Window WindowsPanel::typed() const
{
    Window window{
        .code = m_ui->codeEdit->text().trimmed().toUpper(),
        .name = {.zh = m_ui->nameEdit->text().trimmed(), .en = m_ui->englishEdit->text().trimmed()},
        .isCashier = m_ui->cashierCheck->isChecked()};
    for (int i = 0; i < m_ui->deptList->count(); ++i) {
        const QListWidgetItem *entry = m_ui->deptList->item(i);
        if (entry->checkState() == Qt::Checked)
            window.depts.append(entry->data(Qt::UserRole).toString());
    }
    return window;
}

QJsonObject WindowsPanel::saveInput() const
{
    QJsonObject input = PlacePanel::saveInput();
    if (!input.isEmpty())
        input.insert(u"depts"_s, QJsonArray::fromStringList(typed().depts));
    return input;
}

void WindowsPanel::restoreInput(const QJsonObject &input)
{
    PlacePanel::restoreInput(input);
    if (!input.isEmpty())
        tick(input.value("depts"_L1).toVariant().toStringList());
}

void WindowsPanel::save()
{
    const Window window = typed();
    const bool isNew = m_shownRow < 0;
    if (refuses(parts().desk.faultOf(window, isNew)))
        return;
    m_shown.code = window.code;
    finish(parts().desk.save(window, isNew), m_guard, tr("Window %1 is saved.").arg(window.code));
}

void WindowsPanel::remove()
{
    const QString code = m_shown.code;
    if (refuses(parts().desk.removalFault(code)))
        return;
    confirm(this,
            {.title = tr("Remove a window"),
             .question = tr("Remove window %1?").arg(code),
             .consequence = tr("Cases registered there keep the code. The code may be used again."),
             .yes = tr("Remove"),
             .isDangerous = true},
            [this, code](const QString &) {
                finish(parts().desk.removeWindow(code), m_guard,
                       tr("Window %1 is removed.").arg(code));
            });
}

} // namespace hall

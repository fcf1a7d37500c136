#include "ui/admin/windowspage.h"

#include "ui/admin/departmentspanel.h"
#include "ui/admin/hallpanel.h"
#include "ui/admin/windowspanel.h"
#include "ui_windowspage.h"

#include <QShortcut>

namespace hall {

using namespace Qt::StringLiterals;

WindowsPage::WindowsPage(const PageContext &context, QWidget *parent)
    : AdminPage(context, parent)
    , m_ui(std::make_unique<Ui::WindowsPage>())
    , m_desk(publisher())
{
    m_ui->setupUi(this);
    const PanelParts parts{publisher(), m_desk, *m_ui->strip};
    m_windows = new WindowsPanel(parts);
    m_departments = new DepartmentsPanel(parts);
    m_hall = new HallPanel(parts);
    m_ui->tabs->addTab(m_windows, tr("Windows"));
    m_ui->tabs->addTab(m_departments, tr("Departments"));
    m_ui->tabs->addTab(m_hall, tr("Hall and hours"));
    for (PlacePanel *panel :
         {static_cast<PlacePanel *>(m_windows), static_cast<PlacePanel *>(m_departments),
          static_cast<PlacePanel *>(m_hall)})
        connect(panel, &PlacePanel::saved, this, &WindowsPage::refresh);
    const auto current = [this] { return qobject_cast<PlacePanel *>(m_ui->tabs->currentWidget()); };
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this,
            [current] { current()->save(); });
    connect(new QShortcut(QKeySequence::New, this), &QShortcut::activated, this,
            [current] { current()->beginNew(); });
}

WindowsPage::~WindowsPage() = default;

QString WindowsPage::pageTitle() const
{
    return tr("Windows and hall");
}

QList<HelpKey> WindowsPage::keys() const
{
    return {{u"Ctrl+Tab"_s, tr("Next tab")},
            {u"Ctrl+N"_s, tr("New window or department")},
            {u"Enter"_s, tr("From the list to the fields")},
            {u"Ctrl+S"_s, tr("Save")}};
}

QJsonObject WindowsPage::saveInput() const
{
    return {{u"tab"_s, m_ui->tabs->currentIndex()},
            {u"windows"_s, m_windows->saveInput()},
            {u"departments"_s, m_departments->saveInput()},
            {u"hall"_s, m_hall->saveInput()}};
}

void WindowsPage::restoreInput(const QJsonObject &input)
{
    m_windows->restoreInput(input.value("windows"_L1).toObject());
    m_departments->restoreInput(input.value("departments"_L1).toObject());
    m_hall->restoreInput(input.value("hall"_L1).toObject());
    m_ui->tabs->setCurrentIndex(input.value("tab"_L1).toInt());
}

void WindowsPage::activate()
{
    refresh();
}

void WindowsPage::refresh()
{
    m_windows->refresh();
    m_departments->refresh();
    m_hall->refresh();
}

} // namespace hall

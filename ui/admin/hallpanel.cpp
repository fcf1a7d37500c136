#include "ui/admin/hallpanel.h"

#include "ui/admin/formguard.h"
#include "ui_hallpanel.h"

namespace hall {

using namespace Qt::StringLiterals;

HallPanel::HallPanel(const PanelParts &parts, QWidget *parent)
    : PlacePanel(parts, parent)
    , m_ui(std::make_unique<Ui::HallPanel>())
{
    m_ui->setupUi(this);
    m_ui->opensEdit->setDisplayFormat(u"HH:mm"_s);
    m_ui->closesEdit->setDisplayFormat(u"HH:mm"_s);
    m_guard = new FormGuard(this);
    setGuard(m_guard);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &HallPanel::save);
}

HallPanel::~HallPanel() = default;

void HallPanel::refresh()
{
    if (m_guard->isDirty())
        return;
    const HallInfo hall = parts().publisher.reference()->hall;
    m_ui->nameEdit->setText(hall.name);
    m_ui->regionEdit->setText(hall.region);
    m_ui->organEdit->setText(hall.organ);
    m_ui->wordEdit->setText(hall.organWord);
    m_ui->addressEdit->setText(hall.address);
    m_ui->phoneEdit->setText(hall.phone);
    m_ui->supervisionEdit->setText(hall.supervisionPhone);
    m_ui->accountEdit->setText(hall.payeeAccount);
    m_ui->opensEdit->setTime(hall.opens);
    m_ui->closesEdit->setTime(hall.closes);
    m_ui->correctionSpin->setValue(hall.correctionDays);
    m_ui->deliverySpin->setValue(hall.deliveryDays);
    m_guard->clear();
}

void HallPanel::save()
{
    HallInfo hall = parts().publisher.reference()->hall; // region and sample mark stay
    hall.name = m_ui->nameEdit->text().trimmed();
    hall.organ = m_ui->organEdit->text().trimmed();
    hall.organWord = m_ui->wordEdit->text().trimmed();
    hall.address = m_ui->addressEdit->text().trimmed();
    hall.phone = m_ui->phoneEdit->text().trimmed();
    hall.supervisionPhone = m_ui->supervisionEdit->text().trimmed();
    hall.payeeAccount = m_ui->accountEdit->text().trimmed();
    hall.opens = m_ui->opensEdit->time();
    hall.closes = m_ui->closesEdit->time();
    hall.correctionDays = m_ui->correctionSpin->value();
    hall.deliveryDays = m_ui->deliverySpin->value();
    if (refuses(parts().desk.faultOf(hall)))
        return;
    finish(parts().desk.save(hall), m_guard, tr("The hall's words and hours are saved."));
}

} // namespace hall

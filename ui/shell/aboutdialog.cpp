#include "ui/shell/aboutdialog.h"

#include "ui/shared/icon.h"
#include "ui_aboutdialog.h"

#include <QCoreApplication>

namespace hall {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(const QString &station, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->logoLabel->setPixmap(iconPixmap(u"onehall"_s, Qt::black, 56, devicePixelRatioF()));
    m_ui->versionLabel->setText(
        tr("Version %1, with Qt %2")
            .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    m_ui->storeLabel->setText(station.isEmpty() ? QString() : tr("Station %1").arg(station));
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

AboutDialog::~AboutDialog() = default;

} // namespace hall

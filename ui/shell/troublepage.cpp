#include "ui/shell/troublepage.h"

#include "text/errortext.h"
#include "ui/shared/icon.h"
#include "ui/shared/theme.h"
#include "ui_troublepage.h"

#include <QDir>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool canRecover(const Error &error)
{
    return error.kind == ErrorKind::StoreDamaged || error.kind == ErrorKind::SafetyFile;
}

} // namespace

TroublePage::TroublePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TroublePage>())
{
    m_ui->setupUi(this);
    m_ui->troubleBar->hide();
    m_ui->reportEdit->hide();
    connect(m_ui->retryButton, &QPushButton::clicked, this, &TroublePage::retryAsked);
    connect(m_ui->recoverButton, &QPushButton::clicked, this, &TroublePage::recoverAsked);
    connect(m_ui->quitButton, &QPushButton::clicked, this, [this] { window()->close(); });
}

TroublePage::~TroublePage() = default;

void TroublePage::show(const Error &error, const QString &folder)
{
    m_ui->troubleIconLabel->setPixmap(
        iconPixmap(u"problem"_s, themeColours(palette()).bad, 40, devicePixelRatioF()));
    m_ui->troubleTitleLabel->setText(tr("The store cannot be used"));
    m_ui->troubleLabel->setText(ErrorText::sentence(error));
    m_ui->folderLabel->setText(tr("Folder: %1").arg(QDir::toNativeSeparators(folder)));
    m_ui->recoverButton->setVisible(canRecover(error));
    m_ui->retryButton->setVisible(true);
    m_ui->troubleBar->hide();
    for (QPushButton *button : {m_ui->recoverButton, m_ui->retryButton, m_ui->quitButton})
        button->setEnabled(true);
    activate();
}

void TroublePage::showRecovering()
{
    m_ui->troubleLabel->setText(tr("Recovering from the last backup and the safety file … The "
                                   "damaged file is kept beside it."));
    m_ui->troubleBar->show();
    for (QPushButton *button : {m_ui->recoverButton, m_ui->retryButton, m_ui->quitButton})
        button->setEnabled(false);
}

void TroublePage::showReport(const QString &report)
{
    m_ui->troubleIconLabel->setPixmap(
        iconPixmap(u"success"_s, themeColours(palette()).good, 40, devicePixelRatioF()));
    m_ui->troubleTitleLabel->setText(tr("The store is recovered"));
    m_ui->troubleLabel->setText(tr("Read what was found, then go on."));
    m_ui->troubleBar->hide();
    m_ui->reportEdit->setPlainText(report);
    m_ui->reportEdit->show();
    m_ui->recoverButton->hide();
    m_ui->retryButton->setText(tr("&Go on"));
    for (QPushButton *button : {m_ui->retryButton, m_ui->quitButton})
        button->setEnabled(true);
    m_ui->retryButton->setFocus();
}

void TroublePage::activate()
{
    (m_ui->recoverButton->isHidden() ? m_ui->retryButton : m_ui->recoverButton)->setFocus();
}

} // namespace hall

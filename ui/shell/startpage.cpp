#include "ui/shell/startpage.h"

#include "domain/regions.h"
#include "domain/whendone.h"
#include "ui/shared/icon.h"
#include "ui/shared/settings.h"
#include "ui/shell/joinbox.h"
#include "ui_startpage.h"

#include <QKeyEvent>

namespace hall {

using namespace Qt::StringLiterals;

StartPage::StartPage(SetupDesk &desk, Settings &settings,
                     std::function<const RegionTable &()> regions, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartPage>())
    , m_desk(desk)
    , m_settings(settings)
    , m_regions(std::move(regions))
{
    m_ui->setupUi(this);
    m_ui->logoLabel->setPixmap(iconPixmap(u"onehall"_s, Qt::black, 48, devicePixelRatioF()));
    m_ui->languageButton->setIcon(icon(u"language"_s));
    m_ui->stepStack->setCurrentWidget(m_ui->choiceStep);
    m_ui->windowCodeEdit->setText(u"A01"_s);
    connectChoice();
    connectOwnHall();
    m_ui->joinHallButton->hide();
}

StartPage::~StartPage() = default;

void StartPage::activate()
{
    if (m_ui->stepStack->currentWidget() == m_ui->choiceStep)
        m_ui->sampleHallButton->setFocus();
    else if (m_joinBox && m_ui->stepStack->currentWidget() == m_joinBox)
        m_joinBox->activate();
    else
        m_ui->hallNameEdit->setFocus();
}

void StartPage::connectChoice()
{
    connect(m_ui->sampleHallButton, &QPushButton::clicked, this, &StartPage::makeSample);
    connect(m_ui->ownHallButton, &QPushButton::clicked, this, [this] {
        m_ui->stepStack->setCurrentWidget(m_ui->ownHallStep);
        m_ui->hallNameEdit->setFocus();
    });
    connect(m_ui->languageButton, &QToolButton::clicked, this, &StartPage::languageAsked);
}

void StartPage::connectOwnHall()
{
    connect(m_ui->regionEdit, &QLineEdit::textChanged, this, &StartPage::showRegion);
    connect(m_ui->makeHallButton, &QPushButton::clicked, this, &StartPage::makeOwn);
    connect(m_ui->ownBackButton, &QPushButton::clicked, this, &StartPage::showChoice);
    for (QLineEdit *edit : m_ui->ownHallStep->findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
    connect(m_ui->repeatPasswordEdit, &QLineEdit::returnPressed, m_ui->makeHallButton,
            &QPushButton::click);
}

void StartPage::setJoining(JoiningDesk &joining)
{
    m_joining = &joining;
    m_ui->joinHallButton->show();
    connect(m_ui->joinHallButton, &QPushButton::clicked, this, &StartPage::showJoining);
    if (joining.isRunning() || !joining.offeredFile().isEmpty())
        showJoining();
}

void StartPage::showJoining()
{
    if (!m_joinBox) {
        m_joinBox = new JoinBox(*m_joining, *m_ui->messageStrip);
        m_ui->stepStack->addWidget(m_joinBox);
        connect(m_joinBox, &JoinBox::backAsked, this, &StartPage::showChoice);
    }
    m_ui->stepStack->setCurrentWidget(m_joinBox);
    m_joinBox->activate();
}

void StartPage::showChoice()
{
    m_ui->messageStrip->dismiss();
    m_ui->stepStack->setCurrentWidget(m_ui->choiceStep);
    activate();
}

void StartPage::showRegion()
{
    const QString code = m_ui->regionEdit->text().trimmed();
    if (code.size() < 6) {
        m_ui->regionNameLabel->clear();
        return;
    }
    const QString name = m_regions().placeName(code.first(6));
    if (name.isEmpty())
        m_ui->regionNameLabel->setText(tr("The first six figures are no known region."));
    else if (code.size() == 9)
        m_ui->regionNameLabel->setText(
            tr("%1, town or street %2", "441900113").arg(name, code.sliced(6)));
    else
        m_ui->regionNameLabel->setText(name);
}

void StartPage::makeSample()
{
    wait(tr("The sample hall is being set up …"), m_desk.makeSampleHall(), m_ui->choiceStep);
}

OwnHall StartPage::typed() const
{
    return {.name = m_ui->hallNameEdit->text().trimmed(),
            .region = m_ui->regionEdit->text().trimmed(),
            .administrator = m_ui->administratorEdit->text().trimmed(),
            .administratorName = m_ui->administratorNameEdit->text().trimmed(),
            .password = m_ui->firstPasswordEdit->text(),
            .window = m_ui->windowCodeEdit->text().trimmed().toUpper(),
            .windowName = m_ui->windowNameEdit->text().trimmed()};
}

void StartPage::makeOwn()
{
    const OwnHall hall = typed();
    const Result<Done> check = SetupDesk::check(hall);
    if (!check.ok()) {
        point(check.error());
        return;
    }
    if (hall.password != m_ui->repeatPasswordEdit->text()) {
        m_ui->messageStrip->say(Tone::Problem,
                                tr("The two passwords differ. Type the second one again."));
        m_ui->repeatPasswordEdit->setFocus();
        m_ui->repeatPasswordEdit->selectAll();
        return;
    }
    m_settings.set(Setting::WindowCode, hall.window);
    m_settings.set(Setting::LastMember, hall.administrator);
    wait(tr("The hall is being set up …"), m_desk.makeOwnHall(hall), m_ui->ownHallStep);
}

void StartPage::point(const Error &error)
{
    m_ui->messageStrip->say(error);
    const QString field = error.detail;
    const bool isRegion
        = error.kind == ErrorKind::NumberLength || error.kind == ErrorKind::NumberRegionUnknown;
    if (error.kind == ErrorKind::PasswordTooShort)
        m_ui->firstPasswordEdit->setFocus();
    else if (isRegion || field == "region"_L1)
        m_ui->regionEdit->setFocus();
    else if (field == "administrator"_L1)
        m_ui->administratorEdit->setFocus();
    else if (field == "administratorName"_L1)
        m_ui->administratorNameEdit->setFocus();
    else if (field == "window"_L1)
        m_ui->windowCodeEdit->setFocus();
    else if (field == "windowName"_L1)
        m_ui->windowNameEdit->setFocus();
    else
        m_ui->hallNameEdit->setFocus();
}

void StartPage::wait(const QString &text, QFuture<Result<Done>> future, QWidget *stepAfterError)
{
    m_ui->messageStrip->dismiss();
    m_ui->busyLabel->setText(text);
    m_ui->stepStack->setCurrentWidget(m_ui->busyStep);
    whenDone(future, this, [this, stepAfterError](const Result<Done> &result) {
        if (result.ok()) {
            Q_EMIT finished();
            return;
        }
        m_ui->stepStack->setCurrentWidget(stepAfterError);
        point(result.error());
    });
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    const bool isChoosing = m_ui->stepStack->currentWidget() == m_ui->choiceStep;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isChoosing && isEnter && m_ui->ownHallButton->hasFocus())
        m_ui->ownHallButton->click();
    else if (isChoosing && isEnter && m_ui->joinHallButton->hasFocus())
        m_ui->joinHallButton->click();
    else if (isChoosing && isEnter && m_ui->sampleHallButton->hasFocus())
        m_ui->sampleHallButton->click();
    else if (!isChoosing && event->key() == Qt::Key_Escape)
        m_ui->ownBackButton->click();
    else
        QWidget::keyPressEvent(event);
}

} // namespace hall

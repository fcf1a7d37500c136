#include "ui/shell/openingpage.h"

#include "ui/shared/icon.h"
#include "ui/shared/theme.h"
#include "ui_openingpage.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 500;
constexpr qint64 slowMs = 1500; ///< a bar that flashes up says nothing
/// Whatever it is that takes so long, it must not be cut off.
constexpr qint64 verySlowMs = 6000;

QString lasting(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace

OpeningPage::OpeningPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::OpeningPage>())
{
    m_ui->setupUi(this);
    m_ui->openingIconLabel->setPixmap(
        iconPixmap(u"database"_s, themeColours(palette()).muted, 44, devicePixelRatioF()));
    m_ui->openingBar->hide();
    m_since.start();
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &OpeningPage::tick);
    m_tick.start();
}

OpeningPage::~OpeningPage() = default;

void OpeningPage::sayUpgrading()
{
    m_isSaid = true;
    m_ui->openingTitleLabel->setText(tr("Bringing the store up to date …"));
    m_ui->openingTextLabel->setText(
        tr("This may take some minutes. Do not switch the computer off and do not close the "
           "program: it goes on by itself as soon as this is done."));
    m_ui->openingBar->show();
}

void OpeningPage::sayClosing()
{
    sayUpgrading();
    m_ui->openingTextLabel->setText(
        tr("The program closes by itself as soon as this is done. Do not switch the computer off "
           "before."));
}

void OpeningPage::tick()
{
    const qint64 ms = m_since.elapsed();
    if (ms < slowMs)
        return;
    if (ms >= verySlowMs && !m_isSaid)
        sayUpgrading();
    m_ui->openingBar->show();
    m_ui->openingTimeLabel->setText(tr("Running for %1 minutes", "1:05").arg(lasting(ms)));
}

} // namespace hall

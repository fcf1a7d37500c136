#include "ui/shell/centrestrip.h"

#include "text/errortext.h"
#include "ui/shared/icon.h"
#include "ui/shared/theme.h"
#include "ui/shell/unsentdialog.h"
#include "ui_centrestrip.h"

#include <QEvent>
#include <QKeySequence>
#include <QLayout>
#include <QShortcut>
#include <QStyle>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 15;
constexpr QKeyCombination unsentKey = Qt::CTRL | Qt::SHIFT | Qt::Key_U;
constexpr QKeyCombination attentionKey = Qt::CTRL | Qt::SHIFT | Qt::Key_A;

/// How a state looks: shape and colour together, the word beside them.
struct StateLook
{
    QString icon = {};
    QColor colour = {};
    QString tone = {};
};

StateLook lookOf(LinkState state, const ThemeColours &colours)
{
    switch (state) {
    case LinkState::Online:
        return {.icon = u"online"_s, .colour = colours.good};
    case LinkState::Connecting:
        return {.icon = u"connecting"_s, .colour = colours.muted};
    case LinkState::Offline:
        return {.icon = u"offline"_s, .colour = colours.muted};
    case LinkState::Closed:
        return {.icon = u"lock"_s, .colour = colours.bad, .tone = u"bad"_s};
    case LinkState::TooOld:
        return {.icon = u"warning"_s, .colour = colours.warning, .tone = u"warning"_s};
    case LinkState::Alone:
        break;
    }
    return {};
}

void setTone(QWidget *widget, const QString &tone)
{
    if (widget->property("tone").toString() == tone)
        return;
    widget->setProperty("tone", tone);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

CentreStrip::CentreStrip(Workplace &place, Session session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CentreStrip>())
    , m_session(std::move(session))
    , m_desk(place)
{
    m_ui->setupUi(this);
    // Not setShortcut(): a button forgets it with the next text.
    connect(new QShortcut(unsentKey, this), &QShortcut::activated, this, &CentreStrip::showUnsent);
    connect(new QShortcut(attentionKey, this), &QShortcut::activated, this,
            &CentreStrip::attentionAsked);
    connect(m_ui->unsentButton, &QToolButton::clicked, this, &CentreStrip::showUnsent);
    connect(m_ui->attentionButton, &QToolButton::clicked, this, &CentreStrip::attentionAsked);
    connect(&m_desk, &CentreDesk::statusChanged, this, &CentreStrip::refresh);
    refresh();
}

CentreStrip::~CentreStrip() = default;

void CentreStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void CentreStrip::refresh()
{
    const CentreStatus status = m_desk.status();
    setVisible(status.state != LinkState::Alone);
    Q_EMIT attentionCounted(status.attention);
    if (status.state == LinkState::Alone)
        return;
    showState(status);
    showFreshness(status);
    showCounts(status);
    showFilling(status);
    QStringList all{stateSentence(status)};
    for (const QLabel *label : extras())
        all.append(label->text());
    all.removeAll(QString());
    m_ui->stateLabel->setToolTip(all.join(u'\n'));
    m_ui->stateIconLabel->setToolTip(all.join(u'\n'));
    m_ui->stateLabel->setAccessibleDescription(all.join(u'\n'));
    updateGeometry();
    // At once, or what just became longer would be left out for a moment.
    if (parentWidget() && parentWidget()->layout())
        parentWidget()->layout()->activate();
    fit();
}

QList<QLabel *> CentreStrip::extras() const
{
    return {m_ui->freshLabel, m_ui->fillingLabel, m_ui->contactLabel, m_ui->pagesLabel};
}

QSize CentreStrip::minimumSizeHint() const
{
    const int gap = m_ui->centreLayout->spacing();
    // Not the layout's own hint: it is only made anew with the next event.
    int width = m_ui->stateIconLabel->sizeHint().width() + m_ui->stateLayout->spacing()
        + m_ui->stateLabel->sizeHint().width() + gap + m_ui->unsentButton->sizeHint().width();
    if (!m_ui->attentionButton->isHidden())
        width += gap + m_ui->attentionButton->sizeHint().width();
    return {width, m_ui->unsentButton->sizeHint().height()};
}

QSize CentreStrip::sizeHint() const
{
    QSize size = minimumSizeHint();
    for (const QLabel *label : extras()) {
        if (!label->text().isEmpty())
            size.rwidth() += m_ui->centreLayout->spacing() + label->sizeHint().width();
    }
    return size;
}

/// A narrow window leaves out what the tool tip of the state says as well, rather than cut it.
void CentreStrip::fit()
{
    int left = width() - minimumSizeHint().width();
    for (QLabel *label : extras()) {
        const int needed = m_ui->centreLayout->spacing() + label->sizeHint().width();
        const bool fits = !label->text().isEmpty() && needed <= left;
        label->setVisible(fits);
        left -= fits ? needed : 0;
    }
    layout()->activate();
}

void CentreStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// The hour of today; another day with its date.
QString CentreStrip::moment(qint64 ms) const
{
    const QDateTime instant = instantOf(ms);
    const QString hour = hallTime(instant).toString(u"HH:mm"_s);
    const QDate day = hallDate(instant);
    return day == m_desk.clock().today() ? hour : day.toString(Qt::ISODate) + u' ' + hour;
}

QString CentreStrip::stateSentence(const CentreStatus &status) const
{
    QStringList sentences;
    switch (status.state) {
    case LinkState::Offline:
        sentences.append(tr("Work goes on as usual; what you do is sent by itself when the network "
                            "is back."));
        break;
    case LinkState::Closed:
        sentences.append(tr("The centre has closed this computer. Your work is kept here; ask the "
                            "administrator."));
        break;
    case LinkState::TooOld:
        sentences.append(tr("What you do is still sent, but nothing new comes in. Ask the "
                            "administrator for the update."));
        break;
    case LinkState::Online:
    case LinkState::Connecting:
    case LinkState::Alone:
        break;
    }
    if (status.needsSignIn)
        sentences.append(tr("This computer got a new code: sign out and in again."));
    if (status.trouble)
        sentences.append(ErrorText::sentence(*status.trouble));
    return sentences.join(u'\n');
}

void CentreStrip::showState(const CentreStatus &status)
{
    QString word;
    switch (status.state) {
    case LinkState::Online:
        word = tr("Online");
        break;
    case LinkState::Connecting:
        word = tr("Connecting");
        break;
    case LinkState::Offline:
        word = status.since == 0 ? tr("Offline")
                                 : tr("Offline since %1", "14:05").arg(moment(status.since));
        break;
    case LinkState::Closed:
        word = tr("Closed by the centre");
        break;
    case LinkState::TooOld:
        word = tr("Program too old");
        break;
    case LinkState::Alone:
        break;
    }
    const StateLook look = lookOf(status.state, themeColours(palette()));
    m_ui->stateIconLabel->setPixmap(
        iconPixmap(look.icon, look.colour, iconSize, devicePixelRatioF()));
    m_ui->stateLabel->setText(word);
    setTone(m_ui->stateLabel, look.tone);
    m_ui->contactLabel->setText(
        status.lastContact == 0 ? QString()
                                : tr("last contact %1", "14:05").arg(moment(status.lastContact)));
}

/// While the centre is reached and somebody's session is open, lists are fresh and nothing is said.
void CentreStrip::showFreshness(const CentreStatus &status)
{
    const bool isFresh = status.state == LinkState::Online && status.hasPerson;
    const qint64 asOf = CentreDesk::asOf(status);
    if (status.state == LinkState::Online && status.needsSignIn)
        m_ui->freshLabel->setText(tr("Sign in again to get fresh lists"));
    else
        m_ui->freshLabel->setText(
            isFresh || asOf == 0 ? QString() : tr("Lists as of %1", "14:05").arg(moment(asOf)));
}

void CentreStrip::showCounts(const CentreStatus &status)
{
    const ThemeColours colours = themeColours(palette());
    const auto key = [](const QKeyCombination &keys) {
        return QKeySequence(keys).toString(QKeySequence::NativeText);
    };
    QToolButton *unsent = m_ui->unsentButton;
    unsent->setIcon(iconPixmap(status.unsent == 0 ? u"check"_s : u"up"_s,
                               status.unsent == 0 ? colours.good : colours.muted, iconSize,
                               devicePixelRatioF()));
    unsent->setText(status.unsent == 0 ? tr("All sent") : tr("%n unsent", nullptr, status.unsent));
    unsent->setToolTip(status.withoutKey == 0
                           ? tr("What waits here to be sent, and why (%1)").arg(key(unsentKey))
                           : tr("%n of them must wait until their author signs in online (%1)",
                                nullptr, status.withoutKey)
                                 .arg(key(unsentKey)));
    QToolButton *attention = m_ui->attentionButton;
    attention->setVisible(status.attention > 0);
    attention->setIcon(iconPixmap(u"problem"_s, colours.warning, iconSize, devicePixelRatioF()));
    attention->setText(tr("%n to decide", nullptr, status.attention));
    attention->setToolTip(
        tr("The centre did not take these; a person must decide (%1)").arg(key(attentionKey)));
    setTone(attention, u"warning"_s);
    m_ui->pagesLabel->setText(status.pagesWaiting == 0
                                  ? QString()
                                  : tr("%n page(s) waiting", nullptr, status.pagesWaiting));
}

void CentreStrip::showFilling(const CentreStatus &status)
{
    if (!status.filling) {
        m_ui->fillingLabel->clear();
        return;
    }
    const int percent = std::clamp(qRound(status.filling->whole * 100), 0, 100);
    m_ui->fillingLabel->setText(status.filling->isOpenPart
                                    ? tr("First filling: open cases, %1 %").arg(percent)
                                    : tr("First filling: closed cases, %1 %").arg(percent));
}

void CentreStrip::showUnsent()
{
    (new UnsentDialog(m_desk, m_session, this))->open();
}

} // namespace hall

#include "ui/shared/messagestrip.h"

#include "text/errortext.h"
#include "ui/shared/icon.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int goodNewsMs = 6000;

QString toneWord(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return u"info"_s;
    case Tone::Success:
        return u"success"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Problem:
        return u"problem"_s;
    }
    return {};
}

QColor toneColour(Tone tone, const ThemeColours &colours)
{
    switch (tone) {
    case Tone::Info:
        return colours.accent;
    case Tone::Success:
        return colours.good;
    case Tone::Warning:
        return colours.warning;
    case Tone::Problem:
        return colours.bad;
    }
    return {};
}

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setProperty("kind", u"strip"_s);
    m_text->setObjectName(u"stripLabel"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(u"stripButton"_s);
    m_close->setObjectName(u"stripCloseButton"_s);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setIconSize({14, 14});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(9);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_away.setSingleShot(true);
    connect(&m_away, &QTimer::timeout, this, &MessageStrip::dismiss);
    connect(m_close, &QToolButton::clicked, this, &MessageStrip::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> run = m_run;
        dismiss();
        if (run)
            run();
    });
    hide();
}

void MessageStrip::say(Tone tone, const QString &sentence, const StripAction &action)
{
    if (sentence.isEmpty()) {
        dismiss();
        return;
    }
    m_tone = tone;
    m_text->setText(sentence);
    m_close->setToolTip(tr("Dismiss (Esc)"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    setAccessibleName(sentence);
    m_action->setText(action.text);
    m_action->setVisible(!action.text.isEmpty());
    m_run = action.run;
    dress();
    show();
    if (tone == Tone::Success && action.text.isEmpty())
        m_away.start(goodNewsMs);
    else
        m_away.stop();
}

void MessageStrip::say(const Error &error, const StripAction &action)
{
    say(Tone::Problem, ErrorText::sentence(error), action);
}

void MessageStrip::dismiss()
{
    m_away.stop();
    m_run = nullptr;
    if (!isShown())
        return;
    hide();
    Q_EMIT dismissed();
}

QString MessageStrip::sentence() const
{
    return isShown() ? m_text->text() : QString();
}

void MessageStrip::dress()
{
    setProperty("tone", toneWord(m_tone));
    style()->unpolish(this);
    style()->polish(this);
    drawIcon();
}

void MessageStrip::drawIcon()
{
    m_icon->setPixmap(iconPixmap(toneWord(m_tone),
                                 toneColour(m_tone, themeColours(QApplication::palette())), 20,
                                 devicePixelRatioF()));
}

void MessageStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    // Polishing changes the palette too: only the icon is drawn anew here.
    if (event->type() == QEvent::PaletteChange && isShown())
        drawIcon();
}

} // namespace hall

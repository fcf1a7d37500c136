#include "ui/shared/emptystate.h"

#include "ui/shared/icon.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hall {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_title->setProperty("kind", u"heading"_s);
    m_hint->setProperty("kind", u"muted"_s);
    m_button->setObjectName(u"emptyStateButton"_s);
    for (QLabel *label : {m_icon, m_title, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label == m_hint);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
}

void EmptyState::setText(const QString &iconName, const QString &title, const QString &hint)
{
    m_iconName = iconName;
    m_icon->setPixmap(iconPixmap(iconName, themeColours(palette()).muted, 44, devicePixelRatioF()));
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void EmptyState::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        m_icon->setPixmap(
            iconPixmap(m_iconName, themeColours(palette()).muted, 44, devicePixelRatioF()));
}

} // namespace hall

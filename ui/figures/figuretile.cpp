#include "ui/figures/figuretile.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QLabel *labelOn(QPushButton &button, const QString &objectName, const QString &kind)
{
    auto *label = new QLabel(&button);
    label->setObjectName(objectName);
    label->setProperty("kind", kind);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    button.layout()->addWidget(label);
    return label;
}

} // namespace

void fillTile(QPushButton &button, const QString &figure, const QString &name)
{
    auto *figureLabel = button.findChild<QLabel *>(u"figureLabel"_s);
    auto *nameLabel = button.findChild<QLabel *>(u"nameLabel"_s);
    if (!figureLabel) {
        auto *layout = new QVBoxLayout(&button);
        layout->setContentsMargins(14, 8, 14, 8);
        layout->setSpacing(0);
        figureLabel = labelOn(button, u"figureLabel"_s, u"figure"_s);
        nameLabel = labelOn(button, u"nameLabel"_s, u"muted"_s);
    }
    figureLabel->setText(figure);
    nameLabel->setText(name);
    // Seven tiles stand in a window of 1280 pixels: a long name takes a second line.
    constexpr int narrowest = 92;
    const QFontMetrics metrics = nameLabel->fontMetrics();
    const int lines = metrics.horizontalAdvance(name) > narrowest ? 2 : 1;
    nameLabel->setWordWrap(lines > 1);
    nameLabel->setMinimumSize(lines > 1 ? narrowest : 0, lines * metrics.lineSpacing());
    // A button asks for the room of its own text, not for that of its layout.
    button.setMinimumSize(button.layout()->totalMinimumSize());
}

} // namespace hall

#include "ui/shared/theme.h"

#include "ui/shared/icon.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyleFactory>

#include <array>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QFont programFont()
{
    // The first that is installed is used; Chinese and Latin from one family keep one line height.
    const QStringList wanted{u"Noto Sans CJK SC"_s, u"Microsoft YaHei UI"_s, u"Microsoft YaHei"_s,
                             u"WenQuanYi Micro Hei"_s, u"Noto Sans"_s};
    const QStringList installed = QFontDatabase::families();
    QStringList families;
    for (const QString &family : wanted) {
        if (installed.contains(family))
            families.append(family);
    }
    QFont font;
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setPointSizeF(10);
    return font;
}

QPalette paletteOf(const ThemeColours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.isDark ? c.hover : c.window);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.bad);
    palette.setColor(QPalette::ToolTipBase, c.text);
    palette.setColor(QPalette::ToolTipText, c.base);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.isDark ? c.hover.lighter(115) : QColor(Qt::white));
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.strongBorder);
    palette.setColor(QPalette::Shadow, c.isDark ? QColor(Qt::black) : c.strongBorder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role,
                         c.isDark ? QColor(0x74, 0x7d, 0x87) : QColor(0x8b, 0x94, 0x9e));
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    return palette;
}

QString filledSheet(const ThemeColours &c)
{
    bringIcons();
    QFile file(u":/icons/theme.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first, for a name may begin with another.
    const std::array<std::pair<QLatin1StringView, QColor>, 18> names{{
        {"@window"_L1, c.window},
        {"@rail"_L1, c.rail},
        {"@base"_L1, c.base},
        {"@alternate"_L1, c.alternate},
        {"@text"_L1, c.text},
        {"@muted"_L1, c.muted},
        {"@strongBorder"_L1, c.strongBorder},
        {"@border"_L1, c.border},
        {"@hover"_L1, c.hover},
        {"@accentSoft"_L1, c.accentSoft},
        {"@accent"_L1, c.accent},
        {"@onAccent"_L1, c.onAccent},
        {"@goodSoft"_L1, c.goodSoft},
        {"@good"_L1, c.good},
        {"@warningSoft"_L1, c.warningSoft},
        {"@warning"_L1, c.warning},
        {"@badSoft"_L1, c.badSoft},
        {"@bad"_L1, c.bad},
    }};
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    sheet.replace("@arrows"_L1, c.isDark ? "dark"_L1 : "light"_L1);
    return sheet;
}

} // namespace

ThemeColours themeColours(Look look)
{
    if (look == Look::Dark) {
        return {.window = 0x20262c,
                .rail = 0x1a1f24,
                .base = 0x171b20,
                .alternate = 0x1c2127,
                .text = 0xe8ecf0,
                .muted = 0xa3aeb9,
                .border = 0x3b444e,
                .strongBorder = 0x5a6672,
                .hover = 0x2c343c,
                .accent = 0x5aa9dc,
                .onAccent = 0x0c1c28,
                .accentSoft = 0x24455c,
                .good = 0x5fc28a,
                .goodSoft = 0x1d3a2b,
                .warning = 0xe3b341,
                .warningSoft = 0x40351a,
                .bad = 0xf0857c,
                .badSoft = 0x472624,
                .isDark = true};
    }
    return {.window = 0xf4f6f8,
            .rail = 0xe8edf2,
            .base = 0xffffff,
            .alternate = 0xf8fafb,
            .text = 0x1b2530,
            .muted = 0x57636f,
            .border = 0xcdd4db,
            .strongBorder = 0x9aa5b0,
            .hover = 0xe1e7ed,
            .accent = 0x1f5f8b,
            .onAccent = 0xffffff,
            .accentSoft = 0xd8e7f2,
            .good = 0x23744a,
            .goodSoft = 0xe1f2e8,
            .warning = 0x8a5a00,
            .warningSoft = 0xfdf1d3,
            .bad = 0xb3261e,
            .badSoft = 0xfbe5e3,
            .isDark = false};
}

ThemeColours themeColours(const QPalette &palette)
{
    return themeColours(palette.color(QPalette::Window).lightness() < 128 ? Look::Dark
                                                                          : Look::Light);
}

Look lookFromWord(const QString &word)
{
    return word == "dark"_L1 ? Look::Dark : Look::Light;
}

void applyTheme(QApplication &application, Look look)
{
    const ThemeColours colours = themeColours(look);
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(paletteOf(colours));
    application.setFont(programFont());
    application.setStyleSheet(filledSheet(colours));
}

} // namespace hall

#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;

namespace hall {

/// The program's own look on every system (design.md section 10: the Windows style of Qt 6.4 has no
/// dark mode): Fusion, one restrained palette in a light and a dark form, one accent colour.
struct ThemeColours
{
    QColor window = {};
    QColor rail = {};
    QColor base = {};
    QColor alternate = {};
    QColor text = {};
    QColor muted = {}; ///< secondary text; at least 4.5 : 1 on window
    QColor border = {};
    QColor strongBorder = {};
    QColor hover = {};
    QColor accent = {};
    QColor onAccent = {};
    QColor accentSoft = {}; ///< background of what is chosen
    QColor good = {};
    QColor goodSoft = {};
    QColor warning = {};
    QColor warningSoft = {};
    QColor bad = {};
    QColor badSoft = {};
    bool isDark = false;
};

enum class Look { Light, Dark };

[[nodiscard]] ThemeColours themeColours(Look look);
/// The colours that belong to a palette made by this theme; for painting code.
[[nodiscard]] ThemeColours themeColours(const QPalette &palette);
/// Sets style, palette, fonts and style sheet of the whole program.
void applyTheme(QApplication &application, Look look);
/// "dark" → Dark; anything else is light.
[[nodiscard]] Look lookFromWord(const QString &word);

} // namespace hall

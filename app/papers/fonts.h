#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

namespace hall {

/// The faces of the papers. The document fonts have TrueType outlines: Qt writes a wrong PDF text
/// layer for Noto CJK (小 becomes U+2F29, figures vanish), so Noto is only the fallback for
/// characters that the document font lacks (𠮷).
enum class Face {
    Song, ///< 宋体: text
    Hei ///< 黑体: titles, labels. No synthetic bold: a real second face looks as printed forms do
};

/// The families in order of preference that this machine has.
[[nodiscard]] QStringList faceFamilies(Face face);

/// `points` in 1/20 point units of the layout (see layout.h), never hinted: one layout for all
/// devices.
[[nodiscard]] QFont paperFont(Face face, double points);

/// What is missing on this machine, one entry per role that no installed family fills, each naming
/// the families that would ("宋体: SimSun / AR PL UMing CN"). Empty = papers print as designed.
[[nodiscard]] QStringList missingFonts();

} // namespace hall

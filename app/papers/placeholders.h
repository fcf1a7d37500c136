#pragma once

#include "papers/paperfield.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// A template text cut at its {{…}}.
struct TemplatePart
{
    enum class Kind { Text, Field, Section, Inverted };
    Kind kind = Kind::Text;
    QString text = {}; ///< the text, or the field's path
    QStringList filters = {};
    QList<TemplatePart> parts = {}; ///< of a section
    int line = 0;
};

struct ParsedPlaceholders
{
    QList<TemplatePart> parts = {};
    QStringList problems = {}; ///< unclosed, crossed, empty
};

[[nodiscard]] ParsedPlaceholders parsePlaceholders(const QString &text);

/// Markup with the data in place, escaped for XML; characters that XML forbids are dropped, a new
/// line becomes <br/>.
[[nodiscard]] QString fillParts(const QList<TemplatePart> &parts, const QJsonObject &data);

/// Fields and filters that the paper does not know.
[[nodiscard]] QStringList unknownNames(const QList<TemplatePart> &parts, const PaperField &fields);

} // namespace hall

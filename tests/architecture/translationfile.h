#pragma once

#include <QList>
#include <QString>

namespace hall::architecture {

/// One text of a .ts file.
struct TranslatedText
{
    QString context = {};
    QString source = {};
    QString comment = {};          ///< the disambiguation
    QStringList translations = {}; ///< one, or one a plural form
    bool isFinished = false;

    /// The same text in two files: context, source and disambiguation.
    [[nodiscard]] QString key() const { return context + u'|' + source + u'|' + comment; }
};

[[nodiscard]] QList<TranslatedText> readTranslations(const QByteArray &xml);

/// What is wrong with a finished translation, or nothing: empty, another set of %1 %2 %n, a lost
/// mnemonic or line end "…".
[[nodiscard]] QString faultOf(const TranslatedText &text);

} // namespace hall::architecture

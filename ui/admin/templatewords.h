#pragma once

#include <QCoreApplication>
#include <QString>

namespace hall {

/// What is wrong with the text of a paper template (fragments of Template::lint()), in words that
/// say what to do.
class TemplateWords
{
    Q_DECLARE_TR_FUNCTIONS(TemplateWords)
public:
    [[nodiscard]] static QString sentence(const QString &problem);
    /// The line that a problem names; 0 = none.
    [[nodiscard]] static int line(const QString &problem);
};

} // namespace hall

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hall::architecture {

/// One text file of the project, cut into the views that the rules look at. All views keep the line
/// breaks, so that an offset in one gives the line in the file.
struct SourceFile
{
    QString path = {}; ///< from the project's root, with '/'
    QString text = {}; ///< as it stands
    QString code = {}; ///< comments blanked, string literals kept
    QString bare = {}; ///< comments and the insides of string literals blanked

    [[nodiscard]] static SourceFile of(const QString &path, const QString &text);
    [[nodiscard]] bool isBelow(const QString &folder) const;
    [[nodiscard]] bool isCpp() const;
    [[nodiscard]] bool isHeader() const { return path.endsWith(u".h"); }
    [[nodiscard]] int lineAt(qsizetype offset) const;
    [[nodiscard]] int lines() const;
};

/// One place that breaks one rule.
struct Breach
{
    QString rule = {};
    QString path = {};
    int line = 0;
    QString what = {};

    [[nodiscard]] QString text() const;
};
using Breaches = QList<Breach>;

/// Every text file that people write, below the root; never what was built or played.
[[nodiscard]] QList<SourceFile> readProject(const QString &root);

/// Exceptions, each with its reason: lines `rule<TAB>path<TAB>reason` of allowed.tsv.
struct Exception
{
    QString rule = {};
    QString path = {};
    QString reason = {};
};
[[nodiscard]] QList<Exception> readExceptions(const QString &fileName);

} // namespace hall::architecture

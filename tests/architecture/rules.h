#pragma once

#include "sourcefile.h"

#include <QSet>

#include <functional>

namespace hall::architecture {

/// The header names of the Qt modules that only some folders may include, read from the Qt that the
/// build uses ("QWidget", "qwidget.h").
struct QtHeaders
{
    QSet<QString> core = {};
    QSet<QString> widgets = {};
    QSet<QString> sql = {};
    QSet<QString> printSupport = {};

    [[nodiscard]] static QtHeaders installed(const QString &includeFolder);
};

// The dependency rule of the README (folders): by #include lines.
[[nodiscard]] Breaches checkEdges(const SourceFile &file);
[[nodiscard]] Breaches checkQtModules(const SourceFile &file, const QtHeaders &qt);
[[nodiscard]] Breaches checkCentreNames(const SourceFile &file);

// Forbidden habits, in C++.
[[nodiscard]] Breaches checkHabits(const SourceFile &file);
[[nodiscard]] Breaches checkConnects(const SourceFile &file);
[[nodiscard]] Breaches checkTranslatedPlaces(const SourceFile &file);
[[nodiscard]] Breaches checkItemCodes(const SourceFile &file);
/// `names`: of the sample hall's items; the process is data, so none stands in C++.
[[nodiscard]] Breaches checkItemNames(const SourceFile &file, const QStringList &names);

// Every text file.
[[nodiscard]] Breaches checkPlaces(const SourceFile &file);
[[nodiscard]] Breaches checkUnfinished(const SourceFile &file);
[[nodiscard]] Breaches checkBudget(const SourceFile &file);
[[nodiscard]] Breaches checkForm(const SourceFile &file);

// The project as a whole.
[[nodiscard]] Breaches checkSettings(const QList<SourceFile> &files);
[[nodiscard]] Breaches checkReadmes(const QList<SourceFile> &files);
/// `hashes`: lines as sha256sum writes them; every migration is listed and unchanged.
[[nodiscard]] Breaches checkMigrations(const QList<SourceFile> &files, const QString &folder,
                                       const QString &hashes);

} // namespace hall::architecture

#pragma once

#include "desk/centre/centredesk.h"

#include <QCoreApplication>

namespace hall {

/// A line of both versions, side by side.
struct VersionLine
{
    QString field = {};
    QString own = {};
    QString now = {};
    bool differs = false;
};

/// How the attention list puts things.
class CentreWords
{
    Q_DECLARE_TR_FUNCTIONS(CentreWords)
public:
    /// A few words for the list.
    [[nodiscard]] static QString cause(RefusalCause cause);
    /// What happened and what can be done.
    [[nodiscard]] static QString sentence(const AttentionLine &line, const Reference &reference);
    [[nodiscard]] static QString action(const AttentionLine &line, const Reference &reference);
    /// Prints that may be in somebody's hand; empty when there are none.
    [[nodiscard]] static QString printed(const BothVersions &versions);
    /// Who, when, what, the step, and every field that either of them wrote.
    [[nodiscard]] static QList<VersionLine> versions(const BothVersions &versions,
                                                     const Reference &reference);

private:
    [[nodiscard]] static QString fieldWord(const QString &field);
    [[nodiscard]] static QString value(const QString &field, const QJsonValue &value);
};

} // namespace hall

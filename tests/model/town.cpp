#include "town.h"

namespace hall::model {

using namespace Qt::StringLiterals;

QStringList cutScopes(const QStringList &a, const QStringList &b)
{
    if (a.contains(u"*"_s))
        return b;
    if (b.contains(u"*"_s))
        return a;
    QStringList both;
    for (const QString &scope : a) {
        if (b.contains(scope))
            both.append(scope);
    }
    return both;
}

bool isVisible(const QStringList &streamScopes, const QStringList &scopes)
{
    if (scopes.contains(u"*"_s))
        return true;
    return std::ranges::any_of(streamScopes,
                               [&scopes](const QString &scope) { return scopes.contains(scope); });
}

} // namespace hall::model

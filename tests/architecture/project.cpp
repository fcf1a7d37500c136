// Rules on every text file and on the project as a whole.
#include "rules.h"

#include <QCryptographicHash>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hall::architecture {
namespace {

Breaches found(const SourceFile &file, const QRegularExpression &pattern, const QString &rule,
               const QString &why)
{
    Breaches breaches;
    for (auto match = pattern.globalMatch(file.text); match.hasNext();) {
        const auto hit = match.next();
        breaches.append({rule, file.path, file.lineAt(hit.capturedStart()),
                         hit.captured().trimmed() + u": "_s + why});
    }
    return breaches;
}

Breach tooLong(const SourceFile &file, int limit)
{
    return {u"budget"_s, file.path, limit,
            u"%1 lines, the budget is %2"_s.arg(file.lines()).arg(limit)};
}

/// The folder whose README tells what belongs in it; empty where none is asked for.
QString readmeFolder(const QString &path)
{
    static const QRegularExpression folder(
        u"^((?:app|ui)/[^/]+|forms|resources|translations|tests|installer|cmake|tools)/"_s);
    return folder.match(path).captured(1);
}

} // namespace

Breaches checkPlaces(const SourceFile &file)
{
    // The parts are joined here so that this file does not break its own rule.
    static const QRegularExpression machine(u"(?<![\\w.$}-])/(?:wo"_s + u"rk|t"_s + u"mp|ro"_s
                                            + u"ot|ho"_s + u"me)/"_s);
    static const QRegularExpression host(u"https?:"_s + u"//(?!www\\.w3\\.org/)[A-Za-z0-9]"_s);
    return found(file, machine, u"places"_s, u"a path of one machine"_s)
        + found(file, host, u"places"_s, u"no host is named; an address comes from the settings"_s);
}

Breaches checkUnfinished(const SourceFile &file)
{
    static const QRegularExpression marks(u"\\b(?:TO"_s + u"DO|FIX"_s + u"ME)\\b"_s);
    return found(file, marks, u"unfinished"_s, u"finish it, or write an issue"_s);
}

Breaches checkBudget(const SourceFile &file)
{
    static const QRegularExpression connects(u"\\bconnect\\s*\\("_s);
    Breaches breaches;
    const bool isScript = file.path == "run"_L1 || file.path.startsWith("tools/"_L1);
    if (!file.isCpp() && !isScript)
        return breaches;
    const bool isPage = file.isBelow(u"ui"_s) && file.path.endsWith("page.cpp"_L1);
    const bool isTest = file.isBelow(u"tests"_s); // whose fixtures are whole in a header
    const int limit = file.isHeader() && !isTest ? 150 : isPage ? 300 : 400;
    if (file.lines() > limit && !file.path.endsWith(".md"_L1))
        breaches.append(tooLong(file, limit));
    const qsizetype count = isTest ? 0 : file.bare.count(connects);
    if (count > 12)
        breaches.append({u"budget"_s, file.path, 1,
                         u"%1 connects in one class, the budget is 12"_s.arg(count)});
    return breaches;
}

Breaches checkForm(const SourceFile &file)
{
    static const QRegularExpression name(u"<class>([^<]+)</class>"_s);
    if (!file.path.endsWith(".ui"_L1))
        return {};
    const QString wanted = name.match(file.text).captured(1).section(u"::"_s, -1).toLower();
    if (file.isBelow(u"forms"_s) && file.path.section(u'/', -1) == wanted + u".ui"_s)
        return {};
    return {{u"forms"_s, file.path, 1,
             u"forms stand in forms/<feature>/ and are named as their class (%1)"_s.arg(wanted)}};
}

Breaches checkSettings(const QList<SourceFile> &files)
{
    static const QRegularExpression use(u"\\bQSettings\\b"_s);
    QMap<QString, SourceFile> users; // by path without ending: a class is two files
    for (const SourceFile &file : files) {
        if (file.isCpp() && !file.isBelow(u"tests"_s) && file.bare.contains(use))
            users.insert(file.path.section(u'.', 0, -2), file);
    }
    Breaches breaches;
    if (users.size() < 2)
        return breaches;
    for (const SourceFile &file : std::as_const(users))
        breaches.append({u"settings"_s, file.path, 1,
                         u"QSettings stands in one class, here it is in %1"_s.arg(users.size())});
    return breaches;
}

Breaches checkReadmes(const QList<SourceFile> &files)
{
    QMap<QString, int> lines; // folder → lines of its README, 0 without one
    for (const SourceFile &file : files) {
        const QString folder = readmeFolder(file.path);
        if (folder.isEmpty())
            continue;
        const bool isReadme = file.path == folder + u"/README.md"_s;
        lines[folder] = qMax(lines.value(folder), isReadme ? file.lines() : 0);
    }
    Breaches breaches;
    for (auto it = lines.cbegin(); it != lines.cend(); ++it) {
        if (it.value() < 4)
            breaches.append({u"readme"_s, it.key() + u"/README.md"_s, 1,
                             u"each folder says in a few lines what belongs there and what not"_s});
    }
    return breaches;
}

Breaches checkMigrations(const QList<SourceFile> &files, const QString &folder,
                         const QString &hashes)
{
    QMap<QString, QString> released;
    for (const QString &line : hashes.split(u'\n', Qt::SkipEmptyParts))
        released.insert(line.section(u' ', -1).section(u'*', -1), line.section(u' ', 0, 0));
    Breaches breaches;
    for (const SourceFile &file : files) {
        if (!file.isBelow(folder) || !file.path.endsWith(".sql"_L1))
            continue;
        const QString name = file.path.section(u'/', -1);
        const QByteArray hash
            = QCryptographicHash::hash(file.text.toUtf8(), QCryptographicHash::Sha256).toHex();
        const QString was = released.take(name);
        if (was != QLatin1StringView(hash))
            breaches.append({u"migrations"_s, file.path, 1,
                             was.isEmpty() ? u"its hash is missing in HASHES"_s
                                           : u"a released migration was changed"_s});
    }
    for (auto it = released.cbegin(); it != released.cend(); ++it)
        breaches.append(
            {u"migrations"_s, folder + u'/' + it.key(), 1, u"a released migration is gone"_s});
    return breaches;
}

} // namespace hall::architecture

// Which folder may include what: the dependency rule.
#include "rules.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hall::architecture {
namespace {

struct Layer
{
    QString folder = {};
    QStringList mayInclude = {};
};

/// The longest folder that fits counts. app/main and the tests know everything and have no row.
const QList<Layer> &layers()
{
    static const QStringList everyUi
        = {u"ui"_s, u"app/desk"_s, u"app/domain"_s, u"app/text"_s, u"app/papers"_s, u"forms"_s};
    static const QList<Layer> table = {
        {u"app/domain"_s, {u"app/domain"_s}},
        {u"app/text"_s, {u"app/text"_s, u"app/domain"_s}},
        {u"app/store"_s, {u"app/store"_s, u"app/domain"_s, u"resources/pinyin"_s}},
        {u"app/sync"_s, {u"app/sync"_s, u"app/store"_s, u"app/domain"_s}},
        {u"app/sync/api"_s, {u"app/sync/api"_s, u"app/domain"_s}},
        {u"app/devices"_s, {u"app/devices"_s, u"app/domain"_s}},
        {u"app/devices/api"_s, {u"app/devices/api"_s, u"app/domain"_s}},
        {u"app/papers"_s, {u"app/papers"_s, u"app/domain"_s}},
        {u"app/desk"_s,
         {u"app/desk"_s, u"app/domain"_s, u"app/store"_s, u"app/papers"_s, u"app/sync/api"_s,
          u"app/devices/api"_s}},
        {u"ui"_s, everyUi},
        {u"ui/shared"_s,
         {u"ui/shared"_s, u"app/domain"_s, u"app/text"_s, u"app/papers"_s, u"forms"_s}},
    };
    return table;
}

const Layer *layerOf(const SourceFile &file)
{
    const Layer *best = nullptr;
    for (const Layer &layer : layers()) {
        if (file.isBelow(layer.folder) && (!best || layer.folder.size() > best->folder.size()))
            best = &layer;
    }
    return best;
}

/// From "store/journal.h" to app/store/journal.h, from "ui_page.h" to forms/ui_page.h; a name
/// without a folder is a neighbour or generated beside it.
QString placeOf(const QString &include)
{
    if (include.startsWith("ui_"_L1))
        return u"forms/"_s + include;
    if (!include.contains(u'/'))
        return {};
    static const QSet<QString> top
        = {u"ui"_s, u"app"_s, u"tests"_s, u"forms"_s, u"tools"_s, u"resources"_s};
    return top.contains(include.section(u'/', 0, 0)) ? include : u"app/"_s + include;
}

/// A page of one feature knows the shell, what every desk does with a case (ui/routing) and what is
/// shared, never another feature's pages.
bool isOtherFeature(const SourceFile &file, const QString &place)
{
    const QString own = file.path.section(u'/', 0, 1);
    const QString other = place.section(u'/', 0, 1);
    return file.isBelow(u"ui"_s) && place.startsWith("ui/"_L1) && other != own
        && other != "ui/shared"_L1 && other != "ui/shell"_L1
        && (other != "ui/routing"_L1 || own == "ui/shared"_L1 || own == "ui/shell"_L1);
}

struct Include
{
    QString name = {};
    bool isAngled = false;
    int line = 0;
};

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression pattern(uR"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])"_s,
                                            QRegularExpression::MultilineOption);
    QList<Include> includes;
    for (auto match = pattern.globalMatch(file.code); match.hasNext();) {
        const auto found = match.next();
        includes.append({.name = found.captured(2),
                         .isAngled = found.captured(1) == u"<",
                         .line = file.lineAt(found.capturedStart(2))});
    }
    return includes;
}

QSet<QString> headersIn(const QString &folder)
{
    const QStringList names = QDir(folder).entryList(QDir::Files);
    return {names.begin(), names.end()};
}

bool isQt(const QString &name)
{
    return name.startsWith(u'Q') || (name.startsWith(u'q') && name.endsWith(".h"_L1));
}

/// What is wrong with one angled include; empty if nothing.
QString wrongModule(const SourceFile &file, const QString &include, const QtHeaders &qt)
{
    const QString name = include.section(u'/', -1);
    const bool isTest = file.isBelow(u"tests"_s);
    if ((file.isBelow(u"app/domain"_s) || file.isBelow(u"app/text"_s)) && isQt(name)
        && !qt.core.contains(name))
        return u"only Qt::Core is allowed here"_s;
    if (qt.widgets.contains(name) && !file.isBelow(u"ui"_s) && !isTest
        && !(file.isBelow(u"app/main"_s) && name == "QApplication"_L1))
        return u"Widgets headers stand only in ui (and QApplication in app/main)"_s;
    if (qt.sql.contains(name) && !file.isBelow(u"app/store"_s) && !file.isBelow(u"app/sync"_s)
        && !isTest)
        return u"SQL stands only in app/store and app/sync"_s;
    if (qt.printSupport.contains(name) && !file.isBelow(u"app/devices/printing"_s) && !isTest)
        return u"QPrinter stands only in app/devices/printing"_s;
    return {};
}

} // namespace

QtHeaders QtHeaders::installed(const QString &includeFolder)
{
    return {.core = headersIn(includeFolder + u"/QtCore"_s),
            .widgets = headersIn(includeFolder + u"/QtWidgets"_s),
            .sql = headersIn(includeFolder + u"/QtSql"_s),
            .printSupport = headersIn(includeFolder + u"/QtPrintSupport"_s)};
}

Breaches checkEdges(const SourceFile &file)
{
    Breaches breaches;
    const Layer *layer = layerOf(file);
    if (!file.isCpp() || !layer)
        return breaches;
    for (const Include &include : includesOf(file)) {
        const QString place = placeOf(include.name);
        const bool isAllowed = std::ranges::any_of(layer->mayInclude, [&](const QString &folder) {
            return place.startsWith(folder + u'/');
        });
        if (include.isAngled || (place.isEmpty() && !include.name.startsWith(u".."))
            || (isAllowed && !isOtherFeature(file, place)))
            continue;
        breaches.append({u"edges"_s, file.path, include.line,
                         u"%1 may not include \"%2\""_s.arg(layer->folder, include.name)});
    }
    return breaches;
}

Breaches checkQtModules(const SourceFile &file, const QtHeaders &qt)
{
    Breaches breaches;
    if (!file.isCpp() || file.isBelow(u"tools"_s))
        return breaches;
    for (const Include &include : includesOf(file)) {
        const QString wrong = include.isAngled ? wrongModule(file, include.name, qt) : QString();
        if (!wrong.isEmpty())
            breaches.append(
                {u"modules"_s, file.path, include.line, u"<%1>: %2"_s.arg(include.name, wrong)});
    }
    return breaches;
}

Breaches checkCentreNames(const SourceFile &file)
{
    static const QRegularExpression names(u"\\b(libpq|QPSQL|pqxx|Postgre\\w*)|\\bPQ[a-z]\\w+\\("_s);
    Breaches breaches;
    if (!file.isCpp() || file.isBelow(u"app/sync"_s)
        || !(file.isBelow(u"app"_s) || file.isBelow(u"ui"_s)))
        return breaches;
    for (auto match = names.globalMatch(file.code); match.hasNext();) {
        const auto found = match.next();
        breaches.append(
            {u"centre"_s, file.path, file.lineAt(found.capturedStart()),
             u"the centre's database (%1) is named only in app/sync"_s.arg(found.captured())});
    }
    return breaches;
}

} // namespace hall::architecture

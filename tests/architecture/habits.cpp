// Habits of C++ that the house style refuses.
#include "rules.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hall::architecture {
namespace {

struct Habit
{
    QRegularExpression pattern = {};
    QString folders = {}; ///< a pattern of the paths where it is refused
    QString why = {};
};

const QList<Habit> &habits()
{
    using Pattern = QRegularExpression;
    static const QString everywhere = u"^(app|ui|tests|tools)/"_s;
    static const QList<Habit> table = {
        {Pattern(u"\\b(SIGNAL|SLOT)\\s*\\("_s), everywhere,
         u"connects by text fail at run time: take the address of the function"_s},
        {Pattern(u"\\b(foreach|Q_FOREACH)\\s*\\("_s), everywhere, u"use a ranged for"_s},
        {Pattern(u"\\bprocessEvents\\s*\\("_s), u"^(app|ui)/"_s,
         u"an event handled inside another finds half-done work"_s},
        {Pattern(u"\\bQEventLoop\\b"_s), u"^ui/"_s,
         u"no nested event loops: open() and finished"_s},
        {Pattern(u"\\bQMessageBox::(information|question|warning|critical|about|aboutQt)\\b"_s),
         everywhere, u"say it in the page's strip; a decision is an own dialog with open()"_s},
        {Pattern(u"(?<!Application::)\\binstance\\s*\\(\\s*\\)"_s), everywhere,
         u"no singletons: app/main hands over what a class needs"_s},
        {Pattern(u"\\bcatch\\s*\\(\\s*\\.\\.\\."_s), everywhere,
         u"errors are values; a catch-all hides a bug"_s},
        {Pattern(u"\\bvoid\\s+on_\\w+_\\w+\\s*\\("_s), u"^ui/"_s,
         u"slots connected by their names break silently"_s},
        {Pattern(u"\\b(class|struct)\\s+\\w+(Manager|Helper|Utils?)\\b"_s), everywhere,
         u"name what it does"_s},
        {Pattern(u"\\b(qSleep|qWait|msleep|usleep|sleep_for|sleep_until|sleep)\\s*\\("_s),
         everywhere, u"wait for the thing (QTRY_…, a signal), not for time"_s},
        {Pattern(u"\\bQString\\s*\\(\\s*\"|\\bQStringLiteral\\s*\\("_s), u"^(app|ui)/.*\\.cpp$"_s,
         u"one spelling of string literals: u\"…\"_s"_s},
    };
    return table;
}

/// The top-level arguments of a call whose '(' stands at `open`.
QStringList argumentsAt(const QString &code, qsizetype open)
{
    QStringList arguments(1);
    int depth = 0;
    for (qsizetype at = open + 1; at < code.size(); ++at) {
        const QChar c = code[at];
        if (depth == 0 && c == u')')
            break;
        depth += QStringView(u"([{").contains(c) ? 1 : QStringView(u")]}").contains(c) ? -1 : 0;
        if (depth == 0 && c == u',')
            arguments.append(QString());
        else
            arguments.last().append(c);
    }
    for (QString &argument : arguments)
        argument = argument.trimmed();
    return arguments;
}

bool isTranslating(const SourceFile &file)
{
    return file.isBelow(u"ui"_s) || file.isBelow(u"app/text"_s) || file.isBelow(u"app/papers"_s);
}

} // namespace

Breaches checkHabits(const SourceFile &file)
{
    Breaches breaches;
    if (!file.isCpp())
        return breaches;
    for (const Habit &habit : habits()) {
        if (!file.path.contains(QRegularExpression(habit.folders)))
            continue;
        for (auto match = habit.pattern.globalMatch(file.bare); match.hasNext();) {
            const auto found = match.next();
            breaches.append({u"habits"_s, file.path, file.lineAt(found.capturedStart()),
                             found.captured().trimmed() + u": "_s + habit.why});
        }
    }
    return breaches;
}

Breaches checkConnects(const SourceFile &file)
{
    static const QRegularExpression overload(u"\\b(qOverload|QOverload|static_cast)<[^;>]*>"_s);
    static const QRegularExpression calls(u"(\\bconnect|\\.then)\\s*\\("_s);
    Breaches breaches;
    if (!file.isCpp())
        return breaches;
    QString code = file.bare;
    for (auto match = overload.globalMatch(file.bare); match.hasNext();) {
        const auto found = match.next();
        for (qsizetype at = found.capturedStart(); at < found.capturedEnd(); ++at)
            code[at] = code[at] == u'\n' ? u'\n' : u' ';
    }
    for (auto match = calls.globalMatch(code); match.hasNext();) {
        const auto found = match.next();
        const QStringList arguments = argumentsAt(code, found.capturedEnd() - 1);
        const bool isThen = found.captured(1) == u".then";
        const qsizetype lambda = isThen ? 0 : 2;
        if ((isThen && !file.isBelow(u"ui"_s)) || arguments.size() != lambda + 1
            || !arguments[lambda].startsWith(u'['))
            continue;
        breaches.append({u"connects"_s, file.path, file.lineAt(found.capturedStart()),
                         u"a lambda without a context object outlives its owner"_s});
    }
    return breaches;
}

Breaches checkTranslatedPlaces(const SourceFile &file)
{
    static const QRegularExpression calls(
        u"(?<![\\w.>])(tr|QT_TR_NOOP|QT_TRANSLATE_NOOP|Q_DECLARE_TR_FUNCTIONS)\\s*\\(|\\btranslate\\s*\\(\""_s);
    Breaches breaches;
    if (!file.isCpp() || !file.isBelow(u"app"_s) || isTranslating(file))
        return breaches;
    for (auto match = calls.globalMatch(file.bare); match.hasNext();) {
        const auto found = match.next();
        breaches.append({u"translated"_s, file.path, file.lineAt(found.capturedStart()),
                         u"translated texts stand only in ui, app/text and app/papers"_s});
    }
    return breaches;
}

Breaches checkItemCodes(const SourceFile &file)
{
    static const QRegularExpression code(u"\\b[A-Z]{2}-[A-Z]{2}-[0-9]{3}\\b"_s);
    Breaches breaches;
    if (!file.isCpp() || !(file.isBelow(u"app"_s) || file.isBelow(u"ui"_s)))
        return breaches;
    for (auto match = code.globalMatch(file.code); match.hasNext();) {
        const auto found = match.next();
        breaches.append(
            {u"items"_s, file.path, file.lineAt(found.capturedStart()),
             u"%1: the process is data, no item stands in C++"_s.arg(found.captured())});
    }
    return breaches;
}

Breaches checkItemNames(const SourceFile &file, const QStringList &names)
{
    Breaches breaches;
    if (!file.isCpp() || !(file.isBelow(u"app"_s) || file.isBelow(u"ui"_s)))
        return breaches;
    for (const QString &name : names) {
        const qsizetype at = file.code.indexOf(name);
        if (at >= 0)
            breaches.append({u"items"_s, file.path, file.lineAt(at),
                             u"%1: the process is data, no item stands in C++"_s.arg(name)});
    }
    return breaches;
}

} // namespace hall::architecture

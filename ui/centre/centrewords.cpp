#include "ui/centre/centrewords.h"

#include "text/errortext.h"
#include "ui/shared/casewords.h"

#include <QHash>
#include <QJsonArray>
#include <QLocale>
#include <QSet>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// What machines read of a body; a person sees it elsewhere or not at all.
bool isForMachines(const QString &field)
{
    static const QSet<QString> hidden{u"manifest"_s, u"about"_s, u"adopted"_s, u"till"_s,
                                      u"visit"_s,    u"query"_s, u"item"_s,    u"definition"_s,
                                      u"pages"_s,    u"page"_s,  u"paper"_s,   u"resumes"_s};
    return hidden.contains(field);
}

QString stepOf(const Event &event, const BothVersions &versions, const Reference &reference)
{
    if (!event.isStateChanging())
        return {};
    const auto name
        = [&](const QString &state) { return CaseWords::state(versions.file, state, reference); };
    return event.from.isEmpty() ? name(event.to) : name(event.from) + u" → "_s + name(event.to);
}

QString actionOf(const Event &event, const BothVersions &versions, const Reference &reference)
{
    return CaseWords::action(versions.file, event.action, reference);
}

QString whoOf(const Event &event, const Reference &reference)
{
    const QString post = CaseWords::post(event.post, reference);
    const QString name = CaseWords::person(event.actor, reference);
    return post.isEmpty() ? name : name + u" · "_s + post;
}

} // namespace

QString CentreWords::cause(RefusalCause cause)
{
    switch (cause) {
    case RefusalCause::Moved:
        return tr("somebody else acted first");
    case RefusalCause::Number:
        return tr("number given twice");
    case RefusalCause::Closed:
        return tr("the case is closed");
    case RefusalCause::NotAllowed:
        return tr("no right any more");
    case RefusalCause::Disabled:
        return tr("person or computer closed");
    case RefusalCause::Malformed:
        return tr("fault of program or clock");
    case RefusalCause::Parked:
        return tr("waits for the act before it");
    }
    return {};
}

QString CentreWords::sentence(const AttentionLine &line, const Reference &reference)
{
    const QString who = CaseWords::person(line.row.actor, reference);
    switch (line.row.cause) {
    case RefusalCause::Moved:
        return tr("While this computer could not tell, somebody else moved the case on. Compare "
                  "both versions; then change yours, or give it up.");
    case RefusalCause::Number:
        return tr(
            "The number of this act was given before. \"Change and send\" takes a new number; "
            "a paper that carries the old one must be exchanged.");
    case RefusalCause::Closed:
        return tr("The case was closed before this act arrived. Give it up with a reason, or ask "
                  "the manager.");
    case RefusalCause::NotAllowed:
        return tr("When this arrived, %1 no longer had the right to do it. A colleague who has "
                  "the right may adopt it.")
            .arg(who);
    case RefusalCause::Disabled:
        return tr("The account of %1 or this computer was closed before this arrived. A colleague "
                  "may adopt it.")
            .arg(who);
    case RefusalCause::Malformed:
        return tr("The centre could not read this act. Check the clock of this computer and send "
                  "it "
                  "once more; if it comes back, tell the administrator (%1).")
            .arg(line.row.reason);
    case RefusalCause::Parked:
        return tr(
            "This comes after an act on the same case that was not taken. It goes on by itself "
            "once that one is decided.");
    }
    return {};
}

QString CentreWords::action(const AttentionLine &line, const Reference &reference)
{
    const QString name = line.actionName.in(QLocale().language());
    return name.isEmpty() ? CaseWords::action({}, line.row.action, reference) : name;
}

QString CentreWords::printed(const BothVersions &versions)
{
    QStringList papers;
    for (const RefusedPaper &paper : versions.papers) {
        if (paper.isPrinted())
            papers.append(tr("%1 %2", "paper and its number")
                              .arg(CaseWords::paperName(paper.kind), paper.number));
    }
    if (papers.isEmpty())
        return {};
    return tr("Printed already: %1. Somebody may hold it in the hand; if your decision changes "
              "what "
              "it says, get it back or tell the applicant.")
        .arg(papers.join(tr(", ", "between papers")));
}

QString CentreWords::fieldWord(const QString &field)
{
    static const QHash<QString, const char *> words{
        {u"opinion"_s, QT_TR_NOOP("Opinion")},
        {u"reason"_s, QT_TR_NOOP("Reason")},
        {u"ground"_s, QT_TR_NOOP("Ground")},
        {u"rightBody"_s, QT_TR_NOOP("Who has the power")},
        {u"certificate"_s, QT_TR_NOOP("Certificate number")},
        {u"externalNumber"_s, QT_TR_NOOP("Number of the city's answer")},
        {u"finish"_s, QT_TR_NOOP("How it ends")},
        {u"until"_s, QT_TR_NOOP("Until")},
        {u"findings"_s, QT_TR_NOOP("Site visit")},
        {u"collector"_s, QT_TR_NOOP("Collected by")},
        {u"problems"_s, QT_TR_NOOP("To be corrected")},
        {u"field"_s, QT_TR_NOOP("Field")},
        {u"old"_s, QT_TR_NOOP("Old value")},
        {u"new"_s, QT_TR_NOOP("New value")},
        {u"text"_s, QT_TR_NOOP("Note")},
        {u"number"_s, QT_TR_NOOP("Number")},
        {u"kind"_s, QT_TR_NOOP("Paper")},
        {u"applicant"_s, QT_TR_NOOP("Applicant")},
        {u"summary"_s, QT_TR_NOOP("About")},
        {u"receipt"_s, QT_TR_NOOP("Receipt")},
        {u"slip"_s, QT_TR_NOOP("Fee slip")},
        {u"lines"_s, QT_TR_NOOP("Checklist")},
        {u"window"_s, QT_TR_NOOP("Window")}};
    const auto word = words.constFind(field);
    return word == words.constEnd() ? field : tr(*word);
}

QString CentreWords::value(const QString &field, const QJsonValue &value)
{
    if (field == "field"_L1)
        return ErrorText::fieldWord(value.toString());
    if (field == "kind"_L1)
        return CaseWords::paperName(value.toString());
    if (value.isArray())
        return tr("%n line(s)", nullptr, static_cast<int>(value.toArray().size()));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QStringList parts;
        for (const auto key : {"name"_L1, "relation"_L1, "place"_L1, "present"_L1, "text"_L1}) {
            if (const QString part = object.value(key).toString(); !part.isEmpty())
                parts.append(part);
        }
        return parts.join(u" · "_s);
    }
    return value.toVariant().toString();
}

QList<VersionLine> CentreWords::versions(const BothVersions &versions, const Reference &reference)
{
    const Event &own = versions.own();
    const bool hasNow = !versions.conflict.now.isEmpty();
    const Event now = hasNow ? versions.conflict.now.constLast() : Event{};
    QList<VersionLine> lines;
    const auto add = [&lines, hasNow](const QString &field, const QString &mine,
                                      const QString &theirs, bool isCompared) {
        if (!mine.isEmpty() || !theirs.isEmpty())
            lines.append({.field = field,
                          .own = mine,
                          .now = theirs,
                          .differs = isCompared && hasNow && mine != theirs});
    };
    const auto ofNow = [hasNow](const QString &text) { return hasNow ? text : QString(); };
    add(tr("Who"), whoOf(own, reference), ofNow(whoOf(now, reference)), false);
    add(tr("When"), CaseWords::moment(own.actedAt), CaseWords::moment(now.actedAt), false);
    add(tr("Act"), actionOf(own, versions, reference), ofNow(actionOf(now, versions, reference)),
        true);
    add(tr("Step"), stepOf(own, versions, reference), stepOf(now, versions, reference), true);
    const QJsonObject mine = own.bodyObject();
    const QJsonObject theirs = now.bodyObject();
    QStringList fields = mine.keys();
    for (const QString &field : theirs.keys()) {
        if (!fields.contains(field))
            fields.append(field);
    }
    for (const QString &field : std::as_const(fields)) {
        if (!isForMachines(field))
            add(fieldWord(field), value(field, mine.value(field)),
                value(field, theirs.value(field)), true);
    }
    if (own.type == "edited"_L1 && !hasNow)
        add(tr("Stands there now"), {}, versions.valueNow, false);
    return lines;
}

} // namespace hall

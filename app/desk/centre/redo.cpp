#include "desk/centre/redo.h"

#include "desk/routing/caseacts.h"
#include "domain/fields.h"
#include "store/pagestore.h"
#include "store/transaction.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Who decides, in which transaction.
struct Deciding
{
    WriteTx &tx;
    const Session &session;
    Workplace &place;
    [[nodiscard]] Context context() const { return context(tx.numbers()); }
    [[nodiscard]] Context context(NumberGiver &numbers) const
    {
        Actor actor = session.actor();
        actor.station = tx.station();
        return {tx.reference(), actor, tx.clock().now(), place.ids, numbers};
    }
};

/// For an act whose papers have their numbers already: none is used up.
class NoNumbers final : public NumberGiver
{
public:
    Result<QString> intakeNumber(QDate) override { return QString(); }
    Result<QString> officialNumber(const QString &, const QString &, int) override
    {
        return QString();
    }
};

bool hasAllPages(const CaseFile &file, const PageStore &pages)
{
    return std::ranges::all_of(file.livePages(),
                               [&pages](const CasePage &page) { return pages.has(page.sha); });
}

QString fieldValue(const CaseFile &file, const QString &field)
{
    CaseFile copy = file;
    const QString *value = editableField(copy, field);
    return value ? *value : QString();
}

RedoKind kindOf(const BothVersions &versions)
{
    const Event &own = versions.own();
    if (own.kind != StreamKind::Case)
        return RedoKind::None;
    if (own.type == "registered"_L1)
        return versions.conflict.row.cause == RefusalCause::Number ? RedoKind::Number
                                                                   : RedoKind::None;
    if (!versions.hasCase())
        return RedoKind::None;
    if (own.type == "paper"_L1 && own.action == "want"_L1)
        return RedoKind::Number;
    if (own.type == "moved"_L1 && !own.actor.isEmpty())
        return versions.actions.isEmpty() ? RedoKind::None : RedoKind::Act;
    if (own.type == "edited"_L1)
        return RedoKind::Edit;
    return own.type == "note"_L1 ? RedoKind::Note : RedoKind::None;
}

Result<QList<Event>> redoAct(const Deciding &by, const BothVersions &versions, const RedoWish &wish)
{
    const Result<CaseFile> file = by.tx.caseFile(versions.own().stream);
    if (!file.ok())
        return file.error();
    Act act = actOf(versions.own());
    const bool isSame = act.action == wish.action;
    const Branch *branch = file.value().branch(act.branch);
    act.action = wish.action;
    act.expects = branch ? branch->last : EventId();
    act.opinion = wish.text.trimmed();
    act.reason = isSame ? act.reason : QString();
    if (!wish.ground.trimmed().isEmpty())
        act.reason = act.details.ground = wish.ground.trimmed();
    act.details.returnTo = wish.returnTo;
    act.manifest = CaseActs::manifestOf(by.tx, file.value(), act.opinion);
    act.allPagesHere = hasAllPages(file.value(), by.place.pages);
    if (!keepsPapers(versions, wish))
        return decide(file.value(), act, by.context());
    NoNumbers none;
    const Result<QList<Event>> events = decide(file.value(), act, by.context(none));
    return events.ok() ? Result<QList<Event>>(QList<Event>{events.value().constFirst()})
                       : events.error();
}

Result<QList<Event>> redoEdit(const Deciding &by, const BothVersions &versions,
                              const RedoWish &wish)
{
    const Result<CaseFile> file = by.tx.caseFile(versions.own().stream);
    if (!file.ok())
        return file.error();
    const QString field = versions.own().bodyObject().value("field"_L1).toString();
    return decide(file.value(),
                  EditField{.field = field,
                            .oldValue = fieldValue(file.value(), field),
                            .newValue = wish.text.trimmed(),
                            .reason = wish.ground.trimmed()},
                  by.context());
}

/// A registration whose number is taken: everything as it was, under the next number here.
Result<QList<Event>> renumbered(const Deciding &by, const Event &own)
{
    const Context context = by.context();
    const Result<QString> number = context.numbers.intakeNumber(hallDate(context.now));
    if (!number.ok())
        return number.error();
    Event event = own;
    event.id = by.place.ids.make<EventId>();
    event.actor = context.actor.staff;
    event.post = context.actor.post.code();
    event.station = context.actor.station;
    event.head.insert(u"number"_s, number.value());
    QJsonObject body = own.bodyObject();
    body.insert(u"number"_s, number.value());
    return QList<Event>{sealed(event, body)};
}

Result<QList<Event>> redoNumber(const Deciding &by, const BothVersions &versions)
{
    const Event &own = versions.own();
    if (own.type == "registered"_L1)
        return renumbered(by, own);
    const Result<CaseFile> file = by.tx.caseFile(own.stream);
    if (!file.ok())
        return file.error();
    return decide(file.value(), WantPaper{.kind = own.bodyObject().value("kind"_L1).toString()},
                  by.context());
}

Result<QList<Event>> redoNote(const Deciding &by, const BothVersions &versions,
                              const RedoWish &wish)
{
    const Result<CaseFile> file = by.tx.caseFile(versions.own().stream);
    if (!file.ok())
        return file.error();
    return decide(file.value(), AddNote{.text = wish.text.trimmed()}, by.context());
}

/// Another act than the refused one must not want what only its own desk asks for.
bool canBeAsked(const ActionDef &action, const Event &own)
{
    const auto wantsMore = [](Need need) {
        return need == Need::Certificate || need == Need::Findings || need == Need::Collector;
    };
    return action.id == own.action || std::ranges::none_of(action.needs, wantsMore);
}

bool isMarkOf(const Event &event, const QString &paper)
{
    return event.type == "paper"_L1 && event.action != "want"_L1
        && event.bodyObject().value("paper"_L1).toString() == paper;
}

PaperState stateAfter(const Event &mark, PaperState before)
{
    for (const PaperState state :
         {PaperState::Sent, PaperState::Printed, PaperState::Spoiled, PaperState::HandedOver}) {
        if (mark.action == paperStateWord(state))
            return state;
    }
    return before;
}

} // namespace

Act actOf(const Event &own)
{
    const QJsonObject body = own.bodyObject();
    const auto text = [&body](QLatin1StringView name) { return body.value(name).toString(); };
    Act act{.action = own.action,
            .branch = own.branch,
            .opinion = text("opinion"_L1),
            .reason = text("reason"_L1)};
    act.details = {.returnTo = own.to,
                   .resumesAfter = body.value("resumes"_L1).toBool(),
                   .ground = text("ground"_L1),
                   .rightBody = text("rightBody"_L1),
                   .certificate = text("certificate"_L1),
                   .externalNumber = text("externalNumber"_L1),
                   .until = QDate::fromString(text("until"_L1), Qt::ISODate)};
    if (const QJsonObject found = body.value("findings"_L1).toObject(); !found.isEmpty()) {
        act.details.findings = Findings{.place = found.value("place"_L1).toString(),
                                        .at = found.value("at"_L1).toInteger(),
                                        .present = found.value("present"_L1).toString(),
                                        .text = found.value("text"_L1).toString(),
                                        .passed = found.value("passed"_L1).toBool(true)};
    }
    if (const QJsonObject who = body.value("collector"_L1).toObject(); !who.isEmpty()) {
        act.details.collector = Collector{.name = who.value("name"_L1).toString(),
                                          .idKind = who.value("idKind"_L1).toString(),
                                          .idNumber = who.value("idNumber"_L1).toString(),
                                          .relation = who.value("relation"_L1).toString(),
                                          .signedOnPaper = who.value("signed"_L1).toBool()};
    }
    return act;
}

QList<RefusedPaper> refusedPapers(const Event &own, const QList<Event> &parked)
{
    QList<RefusedPaper> papers;
    for (const Event &event : QList<Event>{own} + parked) {
        const QJsonObject body = event.bodyObject();
        const bool isWanted = event.type == "paper"_L1 && event.action == "want"_L1
            && (event.id == own.id || body.value("about"_L1).toString() == own.id.text());
        if (isWanted)
            papers.append({.id = event.id.text(),
                           .kind = body.value("kind"_L1).toString(),
                           .number = body.value("number"_L1).toString()});
    }
    for (RefusedPaper &paper : papers) {
        for (const Event &event : parked) {
            if (isMarkOf(event, paper.id))
                paper.state = stateAfter(event, paper.state);
        }
    }
    return papers;
}

void completeVersions(const ReadTx &tx, const Session &session, BothVersions &versions)
{
    const Event &own = versions.own();
    if (Result<CaseFile> file = tx.caseFile(own.stream); file.ok())
        versions.file = std::move(file).value();
    if (versions.hasCase() && own.type == "moved"_L1) {
        for (const ActionDef *action :
             possibleActions(versions.file, own.branch, session.actor(), tx.reference())) {
            if (canBeAsked(*action, own))
                versions.actions.append(*action);
        }
        const CaseFile &file = versions.file;
        const Branch *branch = file.branch(own.branch);
        const Definition *definition
            = tx.reference().definitions.find(file.item.workflow, file.definitionVersion);
        if (branch && definition)
            versions.returnStates = definition->earlierStates(branch->state);
    }
    if (own.type == "edited"_L1)
        versions.valueNow
            = fieldValue(versions.file, own.bodyObject().value("field"_L1).toString());
    versions.kind = kindOf(versions);
}

bool keepsPapers(const BothVersions &versions, const RedoWish &wish)
{
    return versions.kind == RedoKind::Act && wish.action == versions.own().action
        && !versions.papers.isEmpty();
}

// Five things, no less: where, what was refused, what instead, who, and where ids come from.
// NOLINTNEXTLINE(readability-function-size)
Result<QList<Event>> redoEvents(WriteTx &tx, const BothVersions &versions, const RedoWish &wish,
                                const Session &session, Workplace &place)
{
    const Deciding by{tx, session, place};
    switch (versions.kind) {
    case RedoKind::Act:
        return redoAct(by, versions, wish);
    case RedoKind::Edit:
        return redoEdit(by, versions, wish);
    case RedoKind::Note:
        return redoNote(by, versions, wish);
    case RedoKind::Number:
        return redoNumber(by, versions);
    case RedoKind::None:
        break;
    }
    return Error{ErrorKind::ActionUnknown, versions.own().action};
}

// NOLINTNEXTLINE(readability-function-size)
Result<Done> spoilOldPapers(WriteTx &tx, const BothVersions &versions, const RedoWish &wish,
                            const Session &session, Workplace &place)
{
    if (keepsPapers(versions, wish))
        return Done{};
    for (const RefusedPaper &paper : versions.papers) {
        const Result<ActResult> spoiled = CaseActs::runIn(
            tx, versions.own().stream, session,
            MarkPaper{.paper = paper.id, .state = PaperState::Spoiled, .reason = wish.paperReason},
            place.ids);
        // A paper that is itself the refused event is in no case any more.
        if (!spoiled.ok() && spoiled.error().kind == ErrorKind::NotFound)
            continue;
        if (!spoiled.ok())
            return spoiled.error();
        if (versions.kind != RedoKind::Number)
            continue;
        const Result<ActResult> wanted = CaseActs::runIn(tx, versions.own().stream, session,
                                                         WantPaper{.kind = paper.kind}, place.ids);
        if (!wanted.ok())
            return wanted.error();
    }
    return Done{};
}

} // namespace hall

#include "sync/engine/attentionrows.h"

#include "store/caserows.h"
#include "sync/local/attention.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

RefusalCause causeOf(const RefusedEvent &refused)
{
    if (refused.isParked())
        return RefusalCause::Parked;
    switch (refused.code) {
    case PushCode::NotAllowed:
        return refused.reason == "disabled"_L1 || refused.reason == "station"_L1
            ? RefusalCause::Disabled
            : RefusalCause::NotAllowed;
    case PushCode::Malformed:
    case PushCode::Newer:
        return RefusalCause::Malformed;
    case PushCode::Accepted:
    case PushCode::Here:
    case PushCode::Conflict:
        break;
    }
    if (refused.reason == "number"_L1)
        return RefusalCause::Number;
    return refused.reason == "closed"_L1 ? RefusalCause::Closed : RefusalCause::Moved;
}

AttentionRow rowOf(const ReadTx &tx, const RefusedEvent &refused)
{
    const Event &event = refused.event;
    AttentionRow row{.event = event.id,
                     .stream = event.stream,
                     .number = event.head.value("number"_L1).toString(),
                     .applicant = event.head.value("name"_L1).toString(),
                     .cause = causeOf(refused),
                     .reason = refused.reason,
                     .action = event.action,
                     .actor = event.actor,
                     .actedAt = event.actedAt,
                     .refusedAt = refused.at,
                     .owner = refused.owner};
    const Result<CaseRow> known = caseRow(tx, event.stream);
    if (known.ok()) {
        row.number = known.value().number;
        row.applicant = known.value().applicantName;
    }
    return row;
}

} // namespace

Result<QList<AttentionRow>> attentionRows(const ReadTx &tx)
{
    const Result<QList<RefusedEvent>> open = openRefused(tx);
    if (!open.ok())
        return open.error();
    QList<AttentionRow> rows;
    for (const RefusedEvent &refused : open.value())
        rows.append(rowOf(tx, refused));
    return rows;
}

Result<Conflict> conflictOf(const ReadTx &tx, const EventId &event)
{
    const Result<RefusedEvent> refused = refusedEvent(tx, event);
    if (!refused.ok())
        return refused.error();
    const Event &own = refused.value().event;
    Conflict conflict{.row = rowOf(tx, refused.value()), .own = own};
    const Result<QList<Event>> journal = tx.journal(own.stream);
    if (!journal.ok())
        return journal.error().kind == ErrorKind::NotFound ? Result<Conflict>(conflict)
                                                           : journal.error();
    // What came in place of the own act: the changes of its branch behind the one that it expected.
    bool isBehind = own.expects.isNull();
    for (const Event &other : journal.value()) {
        if (isBehind && other.isStateChanging()
            && (other.branch == own.branch || own.branch.isEmpty()))
            conflict.now.append(other);
        isBehind = isBehind || other.id == own.expects;
    }
    return conflict;
}

Result<Done> decideOnRefused(WriteTx &tx, const AttentionCommand &command, const Actor &actor,
                             IdSource &ids)
{
    const Context context{tx.reference(), actor, tx.clock().now(), ids, tx.numbers()};
    switch (command.act) {
    case AttentionAct::Retry:
        return retryRefused(tx, command.event);
    case AttentionAct::Adopt:
        return adoptRefused(tx, command.event, context);
    case AttentionAct::GiveUp:
        if (command.text.trimmed().isEmpty())
            return Error{ErrorKind::ReasonMissing};
        return giveUpRefused(tx, command.event, command.text, context);
    case AttentionAct::HandOver:
        if (!tx.reference().member(command.text))
            return Error{ErrorKind::ReferenceMissing, u"staff"_s};
        return handOverRefused(tx, command.event, command.text);
    }
    return Done{};
}

} // namespace hall

#include "sync/local/attention.h"

#include "store/ownrows.h"

#include <QJsonArray>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"select event, nth, stream, envelope, body, mac, root, code, reason, at,"
                        u" state, owner, note from attention "_s;
const QString openSql = columns + u"where state = 0 order by nth"_s;
const QString oneSql = columns + u"where event = :event"_s;
const QString parkedSql
    = columns + u"where stream = :stream and state = 0 and reason = 'order' order by nth"_s;
const QString macSql = u"update event set mac = :mac where id = :id"_s;
const QString anySql = u"select count(*) as n from attention where state = 0"_s;
const QString waitingSql = u"select id, replaces from event where key > :first and key <= :last"_s;
// What is sealed still (sealedwork.h) nobody here can read.
const QString keptSql
    = columns + u"where state = 4 and envelope like '{%' and nth > :common order by nth"_s;
const QString leaveSql = u"update stream set is_leaving = 1 where id = :stream and settled = 0"_s;
constexpr QLatin1StringView table("attention");

RefusedEvent refusedFrom(const Query &row)
{
    const std::optional<Event> event
        = eventFromCanonical(row.text("envelope"_L1).toUtf8(), row.text("body"_L1).toUtf8());
    return {.event = event.value_or(Event{}),
            .mac = row.bytes("mac"_L1),
            .nth = row.number("nth"_L1),
            .root = EventId::fromText(row.text("root"_L1)),
            .code = PushCode(int(row.number("code"_L1))),
            .reason = row.text("reason"_L1),
            .at = row.number("at"_L1),
            .state = RefusedEvent::State(int(row.number("state"_L1))),
            .owner = row.text("owner"_L1),
            .note = row.text("note"_L1)};
}

Result<QList<RefusedEvent>> listOf(Query &query)
{
    QList<RefusedEvent> list;
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        list.append(refusedFrom(query));
    if (!more.ok())
        return more.error();
    return list;
}

/// Back into the journal, behind what is there, with the MAC that it had.
Result<Done> putBack(WriteTx &tx, const RefusedEvent &refused)
{
    Result<Done> done = removeRow(tx, table, {{u"event"_s, refused.event.id.text()}});
    if (done.ok())
        done = tx.append({refused.event});
    if (!done.ok() || refused.mac.isEmpty())
        return done;
    return Query(tx.connection(), macSql)
        .bind(":mac"_L1, refused.mac)
        .bind(":id"_L1, refused.event.id.bytes())
        .run();
}

Result<Done> releaseParked(WriteTx &tx, const StreamId &stream)
{
    QList<RefusedEvent> parked;
    {
        Query query(tx.connection(), parkedSql);
        query.bind(":stream"_L1, stream.text());
        const Result<QList<RefusedEvent>> list = listOf(query);
        if (!list.ok())
            return list.error();
        parked = list.value();
    }
    for (const RefusedEvent &refused : std::as_const(parked)) {
        const Result<Done> done = putBack(tx, refused);
        if (!done.ok())
            return done;
    }
    return Done{};
}

/// A stream that never began takes what was parked behind its first event with it.
Result<Done> giveUpParked(WriteTx &tx, const RefusedEvent &first)
{
    const Result<QList<RefusedEvent>> open = openRefused(tx);
    if (!open.ok())
        return open.error();
    for (RefusedEvent parked : open.value()) {
        if (parked.event.stream != first.event.stream)
            continue;
        parked.state = RefusedEvent::State::GivenUp;
        parked.note = first.note;
        const Result<Done> kept = keepRefused(tx, parked);
        if (!kept.ok())
            return kept;
    }
    return Done{};
}

Result<Done> close(WriteTx &tx, RefusedEvent refused, RefusedEvent::State state)
{
    refused.state = state;
    const Result<Done> kept = keepRefused(tx, refused);
    return kept.ok() ? releaseParked(tx, refused.event.stream) : kept;
}

Result<RefusedEvent> openOne(const ReadTx &tx, const EventId &id)
{
    const Result<RefusedEvent> refused = refusedEvent(tx, id);
    if (refused.ok() && refused.value().state != RefusedEvent::State::Open)
        return Error{ErrorKind::NotFound, u"attention"_s};
    return refused;
}

Event byColleague(const RefusedEvent &refused, const Context &context)
{
    Event event = refused.event;
    event.id = context.ids.make<EventId>();
    event.actor = context.actor.staff;
    event.post = context.actor.post.code();
    event.station = context.actor.station;
    event.actedAt = context.now.toMSecsSinceEpoch();
    event.replaces = refused.root;
    return event;
}

} // namespace

EventId rootOf(const Event &event)
{
    return event.replaces.isNull() ? event.id : event.replaces;
}

Result<QList<RefusedEvent>> openRefused(const ReadTx &tx)
{
    Query query(tx.connection(), openSql);
    return listOf(query);
}

Result<RefusedEvent> refusedEvent(const ReadTx &tx, const EventId &id)
{
    Query query(tx.connection(), oneSql);
    query.bind(":event"_L1, id.text());
    const Result<QList<RefusedEvent>> list = listOf(query);
    if (!list.ok())
        return list.error();
    if (list.value().isEmpty())
        return Error{ErrorKind::NotFound, u"attention"_s};
    return list.value().first();
}

Result<Done> keepRefused(WriteTx &tx, const RefusedEvent &refused)
{
    const Event &event = refused.event;
    return putRow(tx, table, {{u"event"_s, event.id.text()}},
                  {{u"nth"_s, refused.nth},
                   {u"stream"_s, event.stream.text()},
                   {u"envelope"_s, QString::fromUtf8(canonicalEnvelope(event))},
                   {u"body"_s, QString::fromUtf8(event.body)},
                   {u"mac"_s, refused.mac.isNull() ? QByteArray("") : refused.mac},
                   {u"root"_s, rootOf(event).text()},
                   {u"code"_s, int(refused.code)},
                   {u"reason"_s, refused.reason},
                   {u"at"_s, refused.at},
                   {u"state"_s, int(refused.state)},
                   {u"owner"_s, refused.owner.isNull() ? u""_s : refused.owner},
                   {u"note"_s, refused.note.isNull() ? u""_s : refused.note}});
}

Result<Done> retryRefused(WriteTx &tx, const EventId &id)
{
    const Result<RefusedEvent> refused = openOne(tx, id);
    if (!refused.ok())
        return refused.error();
    const Result<Done> done = putBack(tx, refused.value());
    return done.ok() ? releaseParked(tx, refused.value().event.stream) : done;
}

Result<Done> redoRefused(WriteTx &tx, const EventId &id, QList<Event> redo)
{
    const Result<RefusedEvent> refused = openOne(tx, id);
    if (!refused.ok())
        return refused.error();
    if (redo.isEmpty() || redo.first().stream != refused.value().event.stream)
        return Error{ErrorKind::RuleBroken, u"redo of another stream"_s};
    redo.first().replaces = refused.value().root;
    redo.first() = sealed(redo.first(), redo.first().bodyObject());
    const Result<Done> done = tx.append(redo);
    return done.ok() ? close(tx, refused.value(), RefusedEvent::State::Redone) : done;
}

Result<Done> adoptRefused(WriteTx &tx, const EventId &id, const Context &context)
{
    const Result<RefusedEvent> refused = openOne(tx, id);
    if (!refused.ok())
        return refused.error();
    const Event &original = refused.value().event;
    QJsonObject body = original.bodyObject();
    body.insert(u"adopted"_s,
                QJsonObject{{u"event"_s, original.id.text()},
                            {u"actor"_s, original.actor},
                            {u"actedAt"_s, original.actedAt},
                            {u"hash"_s, QString::fromLatin1(original.hash.toHex())}});
    const Result<Done> done = tx.append({sealed(byColleague(refused.value(), context), body)});
    return done.ok() ? close(tx, refused.value(), RefusedEvent::State::Redone) : done;
}

Result<Done> giveUpRefused(WriteTx &tx, const EventId &id, const QString &reason,
                           const Context &context)
{
    const Result<RefusedEvent> refused = openOne(tx, id);
    if (!refused.ok())
        return refused.error();
    RefusedEvent given = refused.value();
    given.note = reason;
    const Result<StreamHead> head = streamHead(tx.connection(), given.event.stream);
    if (!head.ok() && head.error().kind != ErrorKind::NotFound)
        return head.error();
    // A stream that never began needs no withdrawal: nobody else has it.
    if (!head.ok() || head.value().count == 0)
        return giveUpParked(tx, given);
    if (given.event.kind == StreamKind::Case) {
        Event note = byColleague(given, context);
        note.type = note.action = u"note"_s;
        note.branch = u"main"_s;
        note.from = note.to = QString();
        note.expects = {};
        note.scopesGained = note.scopesLost = {};
        note.head = {};
        const Result<Done> done = tx.append({sealed(note, {{u"text"_s, reason}})});
        if (!done.ok())
            return done;
    }
    return close(tx, given, RefusedEvent::State::GivenUp);
}

Result<Done> handOverRefused(WriteTx &tx, const EventId &id, const QString &staff)
{
    const Result<RefusedEvent> refused = openOne(tx, id);
    if (!refused.ok())
        return refused.error();
    RefusedEvent handed = refused.value();
    handed.owner = staff;
    return keepRefused(tx, handed);
}

Result<Done> keepSent(WriteTx &tx, const Event &event, const QByteArray &mac, qint64 pos)
{
    return keepRefused(tx,
                       {.event = event,
                        .mac = mac,
                        .nth = pos,
                        .code = PushCode::Accepted,
                        .reason = u"kept"_s,
                        .at = tx.clock().now().toMSecsSinceEpoch(),
                        .state = RefusedEvent::State::Kept});
}

Result<Done> offerKept(WriteTx &tx, qint64 common)
{
    QList<RefusedEvent> kept;
    {
        Query query(tx.connection(), keptSql);
        query.bind(":common"_L1, common);
        const Result<QList<RefusedEvent>> list = listOf(query);
        if (!list.ok())
            return list.error();
        kept = list.value();
    }
    for (const RefusedEvent &one : std::as_const(kept)) {
        Result<Done> done = putBack(tx, one);
        if (done.ok()) // where the case does not come back it leaves again
            done = Query(tx.connection(), leaveSql)
                       .bind(":stream"_L1, one.event.stream.bytes())
                       .run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> settleAttention(WriteTx &tx, const QList<Event> &fresh)
{
    {
        Query any(tx.connection(), anySql);
        const Result<bool> row = any.next();
        if (!row.ok())
            return row.error();
        if (any.number("n"_L1) == 0)
            return Done{};
    }
    QSet<EventId> roots;
    for (const Event &event : fresh)
        roots.insert(rootOf(event));
    const Result<QList<RefusedEvent>> open = openRefused(tx);
    if (!open.ok())
        return open.error();
    for (const RefusedEvent &refused : open.value()) {
        if (!roots.contains(refused.root))
            continue;
        const Result<Done> done = close(tx, refused, RefusedEvent::State::Settled);
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> dropRedone(WriteTx &tx, OrderedStream &stream)
{
    const StreamHead &head = stream.head();
    if (head.settled == head.count || stream.fresh().isEmpty())
        return Done{};
    QSet<EventId> roots;
    for (const Event &event : stream.fresh())
        roots.insert(rootOf(event));
    QSet<EventId> done;
    {
        Query query(tx.connection(), waitingSql);
        query.bind(":first"_L1, eventKey(head.key, head.settled))
            .bind(":last"_L1, eventKey(head.key, maxSeq));
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next()) {
            const EventId id = EventId::fromBytes(query.bytes("id"_L1));
            const QByteArray replaces = query.bytes("replaces"_L1);
            if (roots.contains(replaces.isEmpty() ? id : EventId::fromBytes(replaces)))
                done.insert(id);
        }
        if (!more.ok())
            return more.error();
    }
    for (const EventId &id : std::as_const(done)) {
        const Result<Done> kept = putRow(tx, u"gone_event"_s, {{u"event"_s, id.text()}});
        if (!kept.ok())
            return kept;
    }
    return done.isEmpty() ? Result<Done>(Done{}) : stream.drop(done);
}

} // namespace hall

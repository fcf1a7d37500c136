#include "store/journal.h"

#include "domain/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

// A local static: statements of other files are put together from it before main() begins.
QString eventColumns()
{
    static const QString columns
        = u" s.kind, s.id as stream_id, e.key as event_key, e.id as event_id, e.type, e.version,"
          u" e.branch, e.action, e.from_, e.to_, e.expects, e.actor, e.post, e.station, e.acted_at,"
          u" e.gained, e.lost, e.replaces, e.saw, e.head, e.body, e.body_hash, e.hash "_s;
    return columns;
}

namespace {

const QString streamSql = u"select key, kind, id, count, chain, settled, settled_pos,"
                          u" settled_chain from stream where id = :id"_s;
const QString insertStreamSql = u"insert into stream (kind, id) values (:kind, :id)"_s;
const QString updateStreamSql
    = u"update stream set count = :count, chain = :chain, settled = :settled,"
      u" settled_pos = :settled_pos, settled_chain = :settled_chain where key = :key"_s;
const QString hasEventSql = u"select 1 as here from event where id = :id"_s;
const QString insertEventSql
    = u"insert into event (key, id, type, version, branch, action, from_, to_, expects, actor, "
      u"post,"
      u" station, acted_at, gained, lost, replaces, saw, head, body, body_hash, hash, chain, pos,"
      u" mac)"
      u" values (:key, :id, :type, :version, :branch, :action, :from, :to, :expects, :actor, :post,"
      u" :station, :acted_at, :gained, :lost, :replaces, :saw, :head, :body, :body_hash, :hash,"
      u" :chain, :pos, :mac)"_s;
const QString insertOutboxSql
    = u"insert into outbox (event_key, stream_key) values (:event, :stream)"_s;
const QString journalSql = u"select"_s + eventColumns()
    + u"from event e join stream s on s.key = :stream"
      u" where e.key > :first and e.key <= :last order by e.key"_s;
const QString afterSql = u"select o.pos as pos,"_s + eventColumns()
    + u"from outbox o join event e on e.key = o.event_key join stream s on s.key = o.stream_key"
      u" where o.pos > :pos order by o.pos limit :limit"_s;
const QString newestPosSql = u"select coalesce(max(pos), 0) as pos from outbox"_s;
const QString serialSql
    = u"select coalesce(max(seq), 0) as seq from sqlite_sequence where name = 'outbox'"_s;
const QString raiseSql = u"update sqlite_sequence set seq = max(seq, :pos) where name = 'outbox'"_s;
const QString seedSql = u"insert into sqlite_sequence (name, seq) values ('outbox', :pos)"_s;
const QString insertPageSql = u"insert or ignore into case_page (sha, stream_key, is_there)"
                              u" values (:sha, :stream, :there)"_s;
const QString newestActedAtSql = u"select acted_at from event where key = "
                                 "(select event_key from outbox order by pos desc limit 1)"_s;

constexpr int idSize = 16;

// A null id is stored as NULL, and absence of lists and head too: the commonest row stays short.
QVariant idValue(const EventId &id)
{
    return id.isNull() ? QVariant() : QVariant(id.bytes());
}

QVariant listValue(const QStringList &list)
{
    if (list.isEmpty())
        return {};
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList stringList(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

QStringList listFrom(const QString &text)
{
    if (text.isEmpty())
        return {};
    return stringList(QJsonDocument::fromJson(text.toUtf8()).array());
}

QVariant sawValue(const QList<EventId> &saw)
{
    if (saw.isEmpty())
        return {};
    QByteArray bytes;
    for (const EventId &id : saw)
        bytes += id.bytes();
    return bytes;
}

QList<EventId> sawFrom(const QByteArray &bytes)
{
    QList<EventId> saw;
    for (qsizetype at = 0; at + idSize <= bytes.size(); at += idSize)
        saw.append(EventId::fromBytes(bytes.mid(at, idSize)));
    return saw;
}

EventId idFrom(const QByteArray &bytes)
{
    return bytes.isEmpty() ? EventId() : EventId::fromBytes(bytes);
}

void bindEnvelope(Query &insert, const Event &event)
{
    insert.bind(":id"_L1, event.id.bytes())
        .bind(":type"_L1, event.type)
        .bind(":version"_L1, event.version)
        .bind(":branch"_L1, event.branch)
        .bind(":action"_L1, event.action)
        .bind(":from"_L1, event.from)
        .bind(":to"_L1, event.to)
        .bind(":expects"_L1, idValue(event.expects))
        .bind(":actor"_L1, event.actor)
        .bind(":post"_L1, event.post)
        .bind(":station"_L1, event.station)
        .bind(":acted_at"_L1, event.actedAt)
        .bind(":gained"_L1, listValue(event.scopesGained))
        .bind(":lost"_L1, listValue(event.scopesLost))
        .bind(":replaces"_L1, idValue(event.replaces))
        .bind(":saw"_L1, sawValue(event.saw))
        .bind(":head"_L1,
              event.head.isEmpty() ? QVariant() : QString::fromUtf8(canonicalJson(event.head)));
}

// 0 = made here, to be brought up; 2 = somebody else's, who brings it up.
Result<Done> insertPages(Connection &connection, const Event &event, const StreamHead &head,
                         const SettledAt &place)
{
    if (event.type != "page"_L1)
        return Done{};
    for (const QByteArray &sha : pagesNamedBy(event)) {
        Query insert(connection, insertPageSql);
        const Result<Done> done = insert.bind(":sha"_L1, sha)
                                      .bind(":stream"_L1, head.key)
                                      .bind(":there"_L1, place.pos > 0 ? 2 : 0)
                                      .run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

/// The row behind the stream's newest, whoever it comes from.
Result<Done> insertRow(Connection &connection, const Event &event, StreamHead &head,
                       const SettledAt &place)
{
    if (head.count >= maxSeq)
        return Error{ErrorKind::StoreFailed, u"stream is full"_s};
    const QByteArray chain = chainAfter(head.chain, event.hash);
    Query insert(connection, insertEventSql);
    bindEnvelope(insert, event);
    insert.bind(":key"_L1, eventKey(head.key, head.count + 1))
        .bind(":body"_L1, QString::fromUtf8(event.body))
        .bind(":body_hash"_L1, event.bodyHash)
        .bind(":hash"_L1, event.hash)
        .bind(":chain"_L1, chain)
        .bind(":pos"_L1, place.pos > 0 ? QVariant(place.pos) : QVariant())
        .bind(":mac"_L1, place.mac.isEmpty() ? QVariant() : QVariant(place.mac));
    const Result<Done> inserted = insert.run();
    if (!inserted.ok())
        return inserted;
    ++head.count;
    head.chain = chain;
    return insertPages(connection, event, head, place);
}

} // namespace

Result<StreamHead> streamHead(Connection &connection, const StreamId &id)
{
    Query query(connection, streamSql);
    query.bind(":id"_L1, id.bytes());
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, u"stream"_s};
    return StreamHead{query.number("key"_L1),
                      StreamKind(int(query.number("kind"_L1))),
                      id,
                      query.number("count"_L1),
                      query.bytes("chain"_L1),
                      query.number("settled"_L1),
                      query.number("settled_pos"_L1),
                      query.bytes("settled_chain"_L1)};
}

Result<StreamHead> openStream(Connection &connection, const StreamId &id, StreamKind kind)
{
    const Result<StreamHead> here = streamHead(connection, id);
    if (here.ok() || here.error().kind != ErrorKind::NotFound)
        return here;
    Query insert(connection, insertStreamSql);
    insert.bind(":kind"_L1, int(kind)).bind(":id"_L1, id.bytes());
    const Result<Done> done = insert.run();
    if (!done.ok())
        return done.error();
    return StreamHead{.key = insert.insertedKey(), .kind = kind, .id = id};
}

Result<bool> hasEvent(Connection &connection, const EventId &id)
{
    Query query(connection, hasEventSql);
    query.bind(":id"_L1, id.bytes());
    return query.next();
}

Result<qint64> insertEvent(Connection &connection, const Event &event, StreamHead &head,
                           const QByteArray &mac)
{
    const Result<Done> inserted = insertRow(connection, event, head, {.mac = mac});
    if (!inserted.ok())
        return inserted.error();
    Query outbox(connection, insertOutboxSql);
    outbox.bind(":event"_L1, eventKey(head.key, head.count)).bind(":stream"_L1, head.key);
    const Result<Done> queued = outbox.run();
    if (!queued.ok())
        return queued.error();
    return outbox.insertedKey();
}

Result<Done> insertSettled(Connection &connection, const Event &event, StreamHead &head,
                           const SettledAt &place)
{
    Q_ASSERT(head.settled == head.count);
    const Result<Done> inserted = insertRow(connection, event, head, place);
    if (!inserted.ok())
        return inserted;
    head.settled = head.count;
    head.settledPos = place.pos;
    head.settledChain = head.chain;
    return Done{};
}

Result<Done> storeHead(Connection &connection, const StreamHead &head)
{
    Query update(connection, updateStreamSql);
    update.bind(":count"_L1, head.count)
        .bind(":chain"_L1, head.chain.isEmpty() ? QVariant() : QVariant(head.chain))
        .bind(":settled"_L1, head.settled)
        .bind(":settled_pos"_L1, head.settledPos)
        .bind(":settled_chain"_L1,
              head.settledChain.isEmpty() ? QVariant() : QVariant(head.settledChain))
        .bind(":key"_L1, head.key);
    return update.run();
}

Event eventFromRow(const Query &row)
{
    Event event;
    event.kind = StreamKind(int(row.number("kind"_L1)));
    event.stream = StreamId::fromBytes(row.bytes("stream_id"_L1));
    event.id = EventId::fromBytes(row.bytes("event_id"_L1));
    event.type = row.text("type"_L1);
    event.version = int(row.number("version"_L1));
    event.branch = row.text("branch"_L1);
    event.action = row.text("action"_L1);
    event.from = row.text("from_"_L1);
    event.to = row.text("to_"_L1);
    event.expects = idFrom(row.bytes("expects"_L1));
    event.actor = row.text("actor"_L1);
    event.post = row.text("post"_L1);
    event.station = row.text("station"_L1);
    event.actedAt = row.number("acted_at"_L1);
    event.scopesGained = listFrom(row.text("gained"_L1));
    event.scopesLost = listFrom(row.text("lost"_L1));
    event.replaces = idFrom(row.bytes("replaces"_L1));
    event.saw = sawFrom(row.bytes("saw"_L1));
    const QString head = row.text("head"_L1);
    if (!head.isEmpty())
        event.head = QJsonDocument::fromJson(head.toUtf8()).object();
    event.body = row.text("body"_L1).toUtf8();
    event.bodyHash = row.bytes("body_hash"_L1);
    event.hash = row.bytes("hash"_L1);
    return event;
}

Result<QList<Event>> readJournal(Connection &connection, const StreamHead &head)
{
    QList<Event> events;
    events.reserve(qsizetype(head.count));
    Query query(connection, journalSql);
    query.bind(":stream"_L1, head.key)
        .bind(":first"_L1, eventKey(head.key, 0))
        .bind(":last"_L1, eventKey(head.key, maxSeq));
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        events.append(eventFromRow(query));
        if (!isIntact(events.last()))
            return Error{ErrorKind::StoreDamaged, u"event "_s + events.last().id.text()};
    }
    if (!more.ok())
        return more.error();
    if (events.size() != head.count)
        return Error{ErrorKind::StoreDamaged, u"stream "_s + head.id.text()};
    return events;
}

Result<QList<PlacedEvent>> eventsAfter(Connection &connection, qint64 pos, int limit)
{
    QList<PlacedEvent> events;
    Query query(connection, afterSql);
    query.bind(":pos"_L1, pos).bind(":limit"_L1, limit);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        const qint64 place = query.number("pos"_L1);
        const qint64 seq = seqOf(query.number("event_key"_L1));
        events.append({eventFromRow(query), place, seq});
    }
    if (!more.ok())
        return more.error();
    return events;
}

Result<qint64> newestPos(Connection &connection)
{
    Query query(connection, newestPosSql);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return query.number("pos"_L1);
}

Result<qint64> newestSerial(Connection &connection)
{
    Query query(connection, serialSql);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return query.number("seq"_L1);
}

Result<QDateTime> newestActedAt(Connection &connection)
{
    Query query(connection, newestActedAtSql);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return row.value() ? instantOf(query.number("acted_at"_L1)) : QDateTime();
}

Result<Done> raiseOutbox(Connection &connection, qint64 pos)
{
    // sqlite_sequence has no row before the first insert, and no unique key.
    Query raise(connection, raiseSql);
    const Result<Done> raised = raise.bind(":pos"_L1, pos).run();
    if (!raised.ok() || raise.affected() > 0)
        return raised;
    return Query(connection, seedSql).bind(":pos"_L1, pos).run();
}

} // namespace hall

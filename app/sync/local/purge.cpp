#include "sync/local/purge.h"

#include "store/forgetting.h"
#include "store/ownrows.h"
#include "store/projection.h"
#include "store/storepaths.h"
#include "sync/local/attention.h"
#include "sync/local/otherswork.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// A page that nobody else has yet is brought up first.
const QString pageWaits
    = u" exists (select 1 from case_page p join event e on e.key > (p.stream_key << 20)"
      u" and e.key < ((p.stream_key + 1) << 20) and e.type = 'page'"
      u" and instr(e.body, lower(hex(p.sha))) > 0 where p.is_there = 0 and p.stream_key = "_s;
const QString waitsSql
    = u"select exists (select 1 from outbox where stream_key = :stream and state = 0) or"_s
    + pageWaits + u":streamOf) as waits"_s;
const QString leaveSql = u"update stream set is_leaving = 1 where key = :stream"_s;
const QString leavingSql
    = u"select s.id from stream s where s.is_leaving = 1 and not exists"
      u" (select 1 from outbox o where o.stream_key = s.key and o.state = 0) and not"_s
    + pageWaits + u"s.key)"_s;
// Own = made under this code, or by somebody whose key of that code is kept here.
const QString ownSql
    = u"select o.sent_pos, e.mac, (e.station = :here or exists (select 1 from mac_key k"
      u" where k.staff = e.actor and k.station = e.station)) as own,"_s
    + eventColumns()
    + u"from outbox o join event e on e.key = o.event_key join stream s on s.key = o.stream_key"
      u" where o.stream_key = :stream"_s;
const QString pagesSql
    = u"insert or ignore into page_gone (sha) select sha from case_page p where p.stream_key ="
      u" :stream and not exists (select 1 from case_page q where q.sha = p.sha"
      u" and q.stream_key <> p.stream_key)"_s;
const QString eventsSql = u"delete from event where key > :first and key <= :last"_s;
const QStringList restSql{u"delete from outbox where stream_key = :stream"_s,
                          u"delete from case_page where stream_key = :stream"_s,
                          u"delete from stream_scope where stream_key = :stream"_s,
                          u"delete from stream where key = :stream"_s};
// Named again by a case that came since: it stays.
const QString gonePagesSql = u"select sha from page_gone where sha not in"
                             u" (select sha from case_page)"_s;
const QString forgetPageSql = u"delete from page_gone where sha = :sha"_s;

struct OwnWork
{
    Event event = {};
    QByteArray mac = {};
    qint64 sentAt = 0; ///< position; 0 = it only waited
    bool isOwn = false;
};

/// What went up from here is kept apart (attention.h); a recovery shall not bring the rest back
/// from the safety file.
Result<Done> noteOwn(WriteTx &tx, qint64 streamKey)
{
    QList<OwnWork> own;
    {
        Query query(tx.connection(), ownSql);
        query.bind(":stream"_L1, streamKey).bind(":here"_L1, tx.station());
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            own.append({.event = eventFromRow(query),
                        .mac = query.bytes("mac"_L1),
                        .sentAt = query.number("sent_pos"_L1),
                        .isOwn = query.number("own"_L1) != 0});
        if (!more.ok())
            return more.error();
    }
    for (const OwnWork &work : std::as_const(own)) {
        const Result<Done> done = work.isOwn && work.sentAt > 0
            ? keepSent(tx, work.event, work.mac, work.sentAt)
            : putRow(tx, u"gone_event"_s, {{u"event"_s, work.event.id.text()}});
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> removeRows(WriteTx &tx, const StreamHead &head)
{
    Query pages(tx.connection(), pagesSql);
    Result<Done> done = pages.bind(":stream"_L1, head.key).run();
    if (done.ok())
        done = Query(tx.connection(), eventsSql)
                   .bind(":first"_L1, eventKey(head.key, 0))
                   .bind(":last"_L1, eventKey(head.key, maxSeq))
                   .run();
    if (done.ok() && head.kind == StreamKind::Case)
        done = unproject(tx, head.key);
    for (const QString &sql : restSql) {
        if (done.ok())
            done = Query(tx.connection(), sql).bind(":stream"_L1, head.key).run();
    }
    return done;
}

} // namespace

Result<Done> purgeStream(WriteTx &tx, const StreamHead &head)
{
    Query query(tx.connection(), waitsSql);
    query.bind(":stream"_L1, head.key).bind(":streamOf"_L1, head.key);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    if (query.number("waits"_L1) != 0)
        return Query(tx.connection(), leaveSql).bind(":stream"_L1, head.key).run();
    Result<Done> done = noteOwn(tx, head.key);
    // "fast" leaves what stood in pages that become free; here nothing may stay.
    if (done.ok())
        done = tx.connection().script(u"pragma secure_delete = on"_s);
    if (done.ok())
        done = dropOthersWork(tx, head);
    if (done.ok())
        done = removeRows(tx, head);
    if (done.ok())
        done = noteLeft(tx.connection());
    const Result<Done> usual = tx.connection().script(u"pragma secure_delete = fast"_s);
    tx.changes().cases.insert(head.id);
    return done.ok() ? usual : done;
}

Result<Done> purgeEach(WriteTx &tx, Query &query)
{
    QList<StreamId> streams;
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        streams.append(StreamId::fromBytes(query.bytes("id"_L1)));
    if (!more.ok())
        return more.error();
    for (const StreamId &stream : std::as_const(streams)) {
        const Result<StreamHead> head = streamHead(tx.connection(), stream);
        if (!head.ok())
            return head.error();
        const Result<Done> done = purgeStream(tx, head.value());
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> purgeLeaving(WriteTx &tx)
{
    Query query(tx.connection(), leavingSql);
    return purgeEach(tx, query);
}

Result<QList<QByteArray>> gonePages(const ReadTx &tx)
{
    QList<QByteArray> shas;
    Query query(tx.connection(), gonePagesSql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        shas.append(query.bytes("sha"_L1));
    if (!more.ok())
        return more.error();
    return shas;
}

Result<Done> forgetPages(WriteTx &tx, const QList<QByteArray> &shas)
{
    for (const QByteArray &sha : shas) {
        const Result<Done> done = Query(tx.connection(), forgetPageSql).bind(":sha"_L1, sha).run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<bool> emptyLog(const QString &folder)
{
    const Result<std::unique_ptr<Connection>> opened
        = Connection::open(storePaths(folder, {}).database(), Connection::Sync::Normal);
    if (!opened.ok())
        return opened.error();
    Query query(*opened.value(), u"pragma wal_checkpoint(truncate)"_s);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return row.value() && query.number("busy"_L1) == 0;
}

} // namespace hall

#include "sync/local/centreoutbox.h"

#include "store/journal.h"
#include "sync/local/attention.h"
#include "sync/local/centrestate.h"
#include "sync/local/orderedstream.h"
#include "sync/local/purge.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString streamsSql
    = u"select o.stream_key, min(o.pos) as first from outbox o join stream s on s.key ="
      u" o.stream_key where o.state = 0 and s.kind <> 7 group by o.stream_key order by first"_s;
static_assert(int(StreamKind::Hall) == 7);
const QString waitingSql = u"select o.pos as serial, o.hold_until, e.mac,"_s + eventColumns()
    + u"from outbox o join event e on e.key = o.event_key join stream s on s.key = o.stream_key"
      u" where o.stream_key = :stream and o.state = 0 order by o.event_key"_s;
const QString isPlacedSql
    = u"select o.pos, e.key from event e left join outbox o on o.stream_key = e.key >> 20 and"
      u" o.event_key = e.key and o.state = 0 where e.id = :id"_s;
const QString sentSql = u"update outbox set state = 1, sent_pos = :pos, sent_at = :at,"
                        u" hold_until = 0, hold_reason = '' where pos = :row"_s;
const QString holdSql = u"update outbox set hold_until = :until, hold_reason = :reason"
                        u" where pos = :row"_s;
const QString releaseSql = u"update outbox set hold_until = 0, hold_reason = ''"
                           u" where state = 0 and hold_reason = :reason"_s;
const QString givenSql
    = u"select series, organ, year, serial from number_given where text = :text"_s;
const QString behindSql = u"select o.pos as serial, e.mac,"_s + eventColumns()
    + u"from outbox o join event e on e.key = o.event_key join stream s on s.key = o.stream_key"
      u" where o.stream_key = :stream and o.state = 0 and o.event_key >= :first"
      u" order by o.event_key"_s;
const QString bareSql
    = u"select e.key, e.actor, e.station, e.hash from outbox o join event e on e.key = o.event_key"
      u" where o.state = 0 and e.mac is null and e.actor <> ''"_s;
const QString bareCodesSql
    = u"select distinct e.station as code from outbox o join event e on e.key = o.event_key"
      u" where o.state = 0 and e.mac is null and e.actor = :staff"_s;
const QString macSql = u"update event set mac = :mac where key = :key"_s;
const QString countsSql
    = u"select (select count(*) from outbox o join stream s on s.key = o.stream_key"
      u" where o.state = 0 and s.kind <> 7) as unsent,"
      u" (select count(*) from outbox o join event e on e.key = o.event_key join stream s"
      u" on s.key = o.stream_key where o.state = 0 and s.kind <> 7 and e.mac is null"
      u" and e.actor <> '') as bare,"
      u" (select count(*) from attention where state = 0) as attention,"
      u" (select count(*) from case_page where is_there <> 1 and is_there = 0) as pages"_s;

constexpr qint64 pageWait = 30'000;
constexpr qint64 quotaWait = 60'000;
constexpr qint64 newerWait = 600'000;

/// Official numbers as delivery data; nothing for a number that another station gave.
Result<QStringList> numbersOf(const ReadTx &tx, const CarriedThings &carried)
{
    if (carried.number.isEmpty())
        return QStringList();
    Query query(tx.connection(), givenSql);
    query.bind(":text"_L1, carried.number);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    const QString series = row.value() ? query.text("series"_L1) : QString();
    const bool isGiver = carried.series.endsWith(u'/') ? series.startsWith(carried.series)
                                                       : series == carried.series;
    if (series.isEmpty() || !isGiver)
        return QStringList();
    return QStringList{QStringList{series, query.text("organ"_L1), query.text("year"_L1),
                                   query.text("serial"_L1), carried.number}
                           .join(u'|')};
}

Result<OfferedEvent> offerOf(const ReadTx &tx, const Query &row, const OfferTerms &terms)
{
    const Event event = eventFromRow(row);
    OfferedEvent offer{.id = event.id,
                       .stream = event.stream,
                       .envelope = canonicalEnvelope(event),
                       .body = event.body,
                       .mac = row.bytes("mac"_L1)};
    // 0 = no clone check: what was made under another code, and what others made (PROTOCOL.md).
    if (event.station == terms.station)
        offer.serial = row.number("serial"_L1);
    if (event.actor.isEmpty())
        offer.mac = terms.macs.mac({}, terms.station, event.hash);
    else if (offer.mac.isEmpty())
        offer.mac = terms.macs.mac(event.actor, event.station, event.hash);
    const CarriedThings carried = carriedBy(event);
    for (const QByteArray &sha : carried.pages) {
        const qint64 size = terms.pageSize ? terms.pageSize(sha) : 0;
        if (size > 0)
            offer.pages.append({sha, size});
    }
    const Result<QStringList> numbers = numbersOf(tx, carried);
    if (!numbers.ok())
        return numbers.error();
    offer.numbers = numbers.value();
    return offer;
}

class Offers
{
public:
    Offers(const ReadTx &tx, const OfferTerms &terms)
        : m_tx(tx)
        , m_terms(terms)
    {
    }

    [[nodiscard]] bool isFull() const { return m_isFull; }
    [[nodiscard]] const QList<OfferedEvent> &list() const { return m_list; }

    Result<Done> stream(qint64 key, qint64 now)
    {
        Query query(m_tx.connection(), waitingSql);
        query.bind(":stream"_L1, key);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next()) {
            if (query.number("hold_until"_L1) > now)
                return Done{};
            const Result<OfferedEvent> offer = offerOf(m_tx, query, m_terms);
            if (!offer.ok())
                return offer.error();
            if (offer.value().mac.isEmpty() || !fits(offer.value()))
                return Done{};
            m_list.append(offer.value());
        }
        return more.ok() ? Result<Done>(Done{}) : more.error();
    }

private:
    bool fits(const OfferedEvent &offer)
    {
        m_bytes += offer.envelope.size() + offer.body.size();
        m_isFull = m_list.size() >= m_terms.most || (m_bytes > maxPushBytes && !m_list.isEmpty());
        return !m_isFull;
    }

    const ReadTx &m_tx;
    const OfferTerms &m_terms;
    QList<OfferedEvent> m_list;
    qsizetype m_bytes = 0;
    bool m_isFull = false;
};

enum class Fate { Sent, Refused, Waits };

Fate fateOf(const PushAnswer &answer)
{
    switch (answer.code) {
    case PushCode::Accepted:
    case PushCode::Here:
        return Fate::Sent;
    case PushCode::Conflict:
        return answer.reason == "pages"_L1 ? Fate::Waits : Fate::Refused;
    case PushCode::NotAllowed:
        return answer.reason == "quota"_L1 ? Fate::Waits : Fate::Refused;
    case PushCode::Newer:
        return Fate::Waits;
    case PushCode::Malformed:
        break;
    }
    return Fate::Refused;
}

qint64 waitOf(const PushAnswer &answer)
{
    if (answer.code == PushCode::Newer)
        return newerWait;
    return answer.reason == "pages"_L1 ? pageWait : quotaWait;
}

class Answers
{
public:
    explicit Answers(WriteTx &tx)
        : m_tx(tx)
        , m_now(tx.clock().now().toMSecsSinceEpoch())
    {
    }

    Result<Done> take(const OfferedEvent &offer, const PushAnswer &answer)
    {
        if (m_stopped.contains(offer.stream)) // parked or waiting with the one before it
            return Done{};
        Query query(m_tx.connection(), isPlacedSql);
        const Result<bool> row = query.bind(":id"_L1, offer.id.bytes()).next();
        if (!row.ok())
            return row.error();
        const qint64 queued = row.value() ? query.number("pos"_L1) : 0;
        if (queued == 0) // settled or gone in the meantime
            return Done{};
        switch (fateOf(answer)) {
        case Fate::Sent:
            ++report.sent;
            return Query(m_tx.connection(), sentSql)
                .bind(":pos"_L1, answer.pos)
                .bind(":at"_L1, m_now)
                .bind(":row"_L1, queued)
                .run();
        case Fate::Waits:
            m_stopped.insert(offer.stream);
            ++report.waiting;
            return Query(m_tx.connection(), holdSql)
                .bind(":until"_L1, m_now + waitOf(answer))
                .bind(":reason"_L1, answer.code == PushCode::Newer ? u"newer"_s : answer.reason)
                .bind(":row"_L1, queued)
                .run();
        case Fate::Refused:
            break;
        }
        m_stopped.insert(offer.stream);
        return refuse(query.number("key"_L1), answer);
    }

    AnswerReport report;

private:
    /// The event and everything of its stream that waits behind it.
    Result<Done> refuse(qint64 key, const PushAnswer &answer)
    {
        QList<RefusedEvent> refused;
        const Result<Done> found = collect(key, answer, refused);
        if (!found.ok() || refused.isEmpty())
            return found;
        QSet<EventId> ids;
        for (const RefusedEvent &one : std::as_const(refused)) {
            const Result<Done> kept = keepRefused(m_tx, one);
            if (!kept.ok())
                return kept;
            ids.insert(one.event.id);
        }
        report.refused += int(refused.size());
        const Event &first = refused.first().event;
        Result<OrderedStream> stream = OrderedStream::open(m_tx, first.stream, first.kind);
        if (!stream.ok())
            return stream.error();
        const Result<Done> dropped = stream.value().drop(ids);
        if (!dropped.ok())
            return dropped;
        PageParts page;
        const Result<Done> finished = stream.value().finish(page);
        return finished.ok() ? page.batch.finish(m_tx) : finished;
    }

    Result<Done> collect(qint64 key, const PushAnswer &answer, QList<RefusedEvent> &refused)
    {
        Query query(m_tx.connection(), behindSql);
        query.bind(":stream"_L1, streamKeyOf(key)).bind(":first"_L1, key);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next()) {
            const bool isFirst = refused.isEmpty();
            refused.append({.event = eventFromRow(query),
                            .mac = query.bytes("mac"_L1),
                            .nth = query.number("serial"_L1),
                            .code = isFirst ? answer.code : PushCode::Conflict,
                            .reason = isFirst ? answer.reason : u"order"_s,
                            .at = m_now});
        }
        return more.ok() ? Result<Done>(Done{}) : more.error();
    }

    WriteTx &m_tx;
    qint64 m_now = 0;
    QSet<StreamId> m_stopped;
};

} // namespace

CarriedThings carriedBy(const Event &event)
{
    CarriedThings carried{.pages = pagesNamedBy(event)};
    const auto text
        = [&event](QLatin1StringView name) { return event.bodyObject().value(name).toString(); };
    if (event.type == "paid"_L1 && event.action == "pay"_L1) {
        carried.number = text("receipt"_L1);
        carried.series = u"receipt/"_s;
    } else if (event.type == "fee"_L1 && event.action == "demand"_L1) {
        carried.number = text("slip"_L1);
        carried.series = u"slip"_s;
    } else if (event.type == "paper"_L1 && event.action == "want"_L1) {
        carried.number = text("number"_L1);
        carried.series = text("kind"_L1);
    }
    return carried;
}

Result<QList<OfferedEvent>> nextOffers(const ReadTx &tx, const OfferTerms &terms)
{
    QList<qint64> streams;
    {
        Query query(tx.connection(), streamsSql);
        Result<bool> more = query.next();
        for (; more.ok() && more.value() && streams.size() < maxPushEvents * 4; more = query.next())
            streams.append(query.number("stream_key"_L1));
        if (!more.ok())
            return more.error();
    }
    Offers offers(tx, terms);
    const qint64 now = terms.now;
    for (const qint64 key : std::as_const(streams)) {
        if (offers.isFull())
            break;
        const Result<Done> done = offers.stream(key, now);
        if (!done.ok())
            return done.error();
    }
    return offers.list();
}

Result<AnswerReport> recordAnswers(WriteTx &tx, const QList<OfferedEvent> &offers,
                                   const PushReply &reply)
{
    if (reply.answers.size() != offers.size())
        return Error{ErrorKind::CentreRefused, u"answers"_s};
    Answers answers(tx);
    Result<Done> done = Done{};
    for (qsizetype i = 0; done.ok() && i < offers.size(); ++i)
        done = answers.take(offers.at(i), reply.answers.at(i));
    if (done.ok())
        done = confirm(tx, reply.head);
    if (done.ok())
        done = settlePages(tx);
    if (done.ok())
        done = purgeLeaving(tx);
    if (!done.ok())
        return done.error();
    return answers.report;
}

Result<Done> releaseHolds(WriteTx &tx, const QString &reason)
{
    return Query(tx.connection(), releaseSql).bind(":reason"_L1, reason).run();
}

Result<int> makeMacs(WriteTx &tx, const MacSource &macs)
{
    QList<std::pair<qint64, QByteArray>> made;
    {
        Query query(tx.connection(), bareSql);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next()) {
            const QByteArray mac = macs.mac(query.text("actor"_L1), query.text("station"_L1),
                                            query.bytes("hash"_L1));
            if (!mac.isEmpty())
                made.append({query.number("key"_L1), mac});
        }
        if (!more.ok())
            return more.error();
    }
    for (const auto &[key, mac] : std::as_const(made)) {
        const Result<Done> done
            = Query(tx.connection(), macSql).bind(":mac"_L1, mac).bind(":key"_L1, key).run();
        if (!done.ok())
            return done.error();
    }
    return int(made.size());
}

Result<QStringList> codesWithoutMac(const ReadTx &tx, const QString &staff)
{
    QStringList codes;
    Query query(tx.connection(), bareCodesSql);
    query.bind(":staff"_L1, staff);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        codes.append(query.text("code"_L1));
    return more.ok() ? Result<QStringList>(codes) : more.error();
}

Result<OutboxCounts> outboxCounts(const ReadTx &tx)
{
    Query query(tx.connection(), countsSql);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return OutboxCounts{int(query.number("unsent"_L1)), int(query.number("bare"_L1)),
                        int(query.number("attention"_L1)), int(query.number("pages"_L1))};
}

} // namespace hall

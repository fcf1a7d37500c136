#include "store/transaction.h"

#include "domain/eventforms.h"
#include "store/journal.h"
#include "store/macsource.h"
#include "store/movingdates.h"
#include "store/numbers.h"
#include "store/projection.h"
#include "store/referencerows.h"

#include <QHash>

#include <optional>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxBody = 64 * 1024;

Result<Done> checkSeal(const Event &event)
{
    if (event.id.isNull() || event.stream.isNull() || event.hash.isEmpty() || !isIntact(event))
        return Error{ErrorKind::StoreFailed, u"event not sealed: "_s + event.type};
    if (event.body.size() > maxBody)
        return Error{ErrorKind::FieldTooLong, u"body of "_s + event.type};
    return Done{};
}

} // namespace

ReadTx::ReadTx(Connection &connection, ReferencePtr reference)
    : m_connection(connection)
    , m_reference(std::move(reference))
{
}

Result<QList<Event>> ReadTx::journal(const StreamId &stream) const
{
    const Result<StreamHead> head = streamHead(m_connection, stream);
    if (!head.ok())
        return head.error();
    if (head.value().count == 0)
        return Error{ErrorKind::NotFound, u"journal"_s};
    return readJournal(m_connection, head.value());
}

Result<CaseFile> ReadTx::caseFile(const StreamId &stream) const
{
    const Result<QList<Event>> events = journal(stream);
    if (!events.ok())
        return events.error();
    return fold(events.value(), m_reference->definitions);
}

/// A stream in the course of one append().
struct WriteTx::Touched
{
    StreamHead head = {};
    std::optional<CaseFile> before = {}; ///< case streams with events before this append
    QList<Event> fresh = {};
};

WriteTx::WriteTx(Connection &connection, ReferencePtr reference, const Clock &clock,
                 QString station)
    : ReadTx(connection, std::move(reference))
    , m_clock(clock)
    , m_station(std::move(station))
{
}

WriteTx::~WriteTx() = default;

NumberGiver &WriteTx::numbers()
{
    if (!m_numbers)
        m_numbers = std::make_unique<StationNumbers>(*this, m_hooks.leases.get());
    return *m_numbers;
}

Result<Done> WriteTx::append(const QList<Event> &events)
{
    QHash<StreamId, qsizetype> index;
    QList<Touched> touched;
    for (const Event &made : events) {
        const Result<Event> written = m_hooks.forms ? m_hooks.forms->asWritten(made) : made;
        if (!written.ok())
            return written.error();
        const Event &event = written.value();
        auto place = index.constFind(event.stream);
        if (place == index.constEnd()) {
            const Result<StreamHead> head = openStream(m_connection, event.stream, event.kind);
            if (!head.ok())
                return head.error();
            place = index.insert(event.stream, touched.size());
            touched.append({.head = head.value()});
        }
        const Result<Done> inserted = insert(event, touched[place.value()]);
        if (!inserted.ok())
            return inserted.error();
    }
    // Publications first: a case of the same append may be folded with a definition of it.
    for (const Touched &stream : std::as_const(touched)) {
        if (stream.head.kind == StreamKind::Hall) {
            const Result<Done> published = publish(stream.fresh);
            if (!published.ok())
                return published.error();
        }
    }
    for (const Touched &stream : std::as_const(touched)) {
        const Result<Done> projected = projectStream(stream);
        if (!projected.ok())
            return projected.error();
    }
    return Done{};
}

Result<Done> WriteTx::insert(const Event &event, Touched &stream)
{
    const Result<Done> sealed = checkSeal(event);
    if (!sealed.ok())
        return sealed.error();
    if (event.kind != stream.head.kind)
        return Error{ErrorKind::StoreFailed, u"event of another kind than its stream"_s};
    const Result<bool> isHere = hasEvent(m_connection, event.id);
    if (!isHere.ok())
        return isHere.error();
    if (isHere.value())
        return Done{};
    if (stream.fresh.isEmpty() && stream.head.count > 0 && event.kind == StreamKind::Case) {
        const Result<CaseFile> before = caseFile(event.stream);
        if (!before.ok())
            return before.error();
        stream.before = before.value();
    }
    const QByteArray mac
        = m_hooks.macs ? m_hooks.macs->mac(event.actor, event.station, event.hash) : QByteArray();
    const Result<qint64> pos = insertEvent(m_connection, event, stream.head, mac);
    if (!pos.ok())
        return pos.error();
    stream.fresh.append(event);
    m_appended.append({event, pos.value(), stream.head.count});
    return Done{};
}

Result<Done> WriteTx::publish(const QList<Event> &events)
{
    std::optional<QDate> moved;
    for (const Event &event : events) {
        const Result<Done> stored = storePublication(m_connection, event);
        if (!stored.ok())
            return stored.error();
        const std::optional<QDate> first = firstMovedDay(event);
        if (first && (!moved || *first < *moved)) // an invalid date stands before all others
            moved = first;
    }
    if (events.isEmpty())
        return Done{};
    const Result<ReferencePtr> loaded = loadReference(m_connection);
    if (!loaded.ok())
        return loaded.error();
    m_reference = loaded.value();
    m_changes.hasReference = true;
    return moved ? beginMoving(*this, *moved) : Result<Done>(Done{});
}

Result<Done> WriteTx::projectStream(const Touched &stream)
{
    if (stream.fresh.isEmpty())
        return Done{};
    const Result<Done> stored = storeHead(m_connection, stream.head);
    if (!stored.ok())
        return stored.error();
    if (stream.head.kind == StreamKind::Case) {
        CaseFile after = stream.before.value_or(CaseFile{});
        for (const Event &event : stream.fresh) {
            apply(after, event, m_reference->definitions);
            m_changes.hasPayments = m_changes.hasPayments || event.type == "paid"_L1;
        }
        m_changes.cases.insert(stream.head.id);
        return project(*this, after, stream.head.key, !stream.before);
    }
    if (stream.head.kind != StreamKind::Till && stream.head.kind != StreamKind::Stock)
        return Done{};
    m_changes.hasPayments = true;
    for (const Event &event : stream.fresh) {
        const Result<Done> done = projectTill(*this, event);
        if (!done.ok())
            return done.error();
    }
    return Done{};
}

} // namespace hall

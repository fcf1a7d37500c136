#include "faketown.h"

#include "store/journal.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "secret of the town";

EventId rootOf(const Event &event)
{
    return event.replaces.isNull() ? event.id : event.replaces;
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

PushAnswer refused(PushCode code, const QString &reason)
{
    return {.code = code, .reason = reason};
}

} // namespace

QByteArray FakeTown::Page::bytes() const
{
    QByteArray all;
    for (const QByteArray &piece : pieces)
        all += piece;
    return all;
}

QByteArray FakeTown::keyOf(const QString &staff, const QString &station)
{
    return hmac(secret, staff.toUtf8() + '\0' + station.toUtf8());
}

Checkpoint FakeTown::head() const
{
    return {data.log.size(), data.log.isEmpty() ? QByteArray() : data.log.last().townChain};
}

QStringList FakeTown::keptAt(const QString &station) const
{
    QSet<QString> kept{u"hall"_s};
    for (const QString &staff : data.seats.value(station)) {
        for (const QString &scope : personScopes.value(staff, {u"HB"_s})) {
            if (stationScopes.contains(scope))
                kept.insert(scope);
        }
    }
    return kept.values();
}

QList<EventId> FakeTown::order(const StreamId &stream) const
{
    QList<EventId> ids;
    for (const qint64 pos : data.streams.value(stream))
        ids.append(data.log.at(pos - 1).event.id);
    return ids;
}

void FakeTown::publish(const QList<Event> &events)
{
    for (const Event &event : events)
        accept(event, canonicalEnvelope(event), QByteArray(32, 'h'));
}

qint64 FakeTown::accept(const Event &event, const QByteArray &envelope, const QByteArray &mac)
{
    QList<qint64> &stream = data.streams[event.stream];
    const QByteArray before
        = stream.isEmpty() ? QByteArray() : data.log.at(stream.last() - 1).chain;
    data.log.append({.event = event,
                     .envelope = envelope,
                     .mac = mac,
                     .chain = chainAfter(before, event.hash),
                     .townChain = chainAfter(head().chain, event.hash)});
    const qint64 pos = data.log.size();
    const bool isFirst = stream.isEmpty();
    stream.append(pos);
    data.byRoot.insert(rootOf(event), pos);
    QSet<QString> &scopes = data.scopes[event.stream];
    if (event.kind == StreamKind::Hall)
        scopes = {u"hall"_s};
    for (const QString &scope : event.scopesGained) {
        if (!isFirst && !scopes.contains(scope))
            data.feed.append({pos, FeedKind::Entered, event.stream, scope});
        else
            scopes.insert(scope);
    }
    for (const QString &scope : event.scopesLost) {
        if (scopes.remove(scope))
            data.feed.append({pos, FeedKind::Left, event.stream, scope});
    }
    for (const QString &scope : std::as_const(scopes))
        data.feed.append({pos, FeedKind::Event, event.stream, scope});
    for (const QString &scope : event.scopesGained)
        scopes.insert(scope);
    return pos;
}

void FakeTown::moveScope(const StreamId &stream, const QString &from, const QString &to)
{
    const Event last = data.log.at(data.streams.value(stream).last() - 1).event;
    Event note = last;
    note.id = EventId(QUuid::createUuidV5(last.id.uuid(), u"moved"_s));
    note.type = note.action = u"note"_s;
    note.from = note.to = QString();
    note.expects = note.replaces = {};
    note.head = {};
    note.scopesGained = to.isEmpty() ? QStringList() : QStringList{to};
    note.scopesLost = QStringList{from};
    note = sealed(note, {{u"text"_s, u"handed over"_s}});
    accept(note, canonicalEnvelope(note), QByteArray(32, 'n'));
}

PushAnswer FakeTown::answer(const OfferedEvent &offer, const Event &event)
{
    const qint64 here = data.byRoot.value(rootOf(event));
    if (here > 0)
        return {.code = PushCode::Here, .pos = here};
    const QString macStation = event.station;
    if (!event.actor.isEmpty() && offer.mac != hmac(keyOf(event.actor, macStation), event.hash))
        return refused(PushCode::NotAllowed, u"mac"_s);
    if (objection) {
        const std::optional<PushAnswer> answered = objection(event);
        if (answered)
            return *answered;
    }
    const QList<qint64> stream = data.streams.value(event.stream);
    if (event.kind == StreamKind::Case && stream.isEmpty() != (event.type == "registered"_L1))
        return refused(PushCode::Conflict, u"state"_s);
    if (!event.expects.isNull()) {
        EventId last;
        EventId lastMain;
        for (const qint64 pos : stream) {
            const Event &other = data.log.at(pos - 1).event;
            if (!other.isStateChanging())
                continue;
            if (other.branch == event.branch)
                last = other.id;
            if (other.branch == "main"_L1)
                lastMain = other.id;
        }
        if (event.expects != last && (event.branch == "main"_L1 || event.expects != lastMain))
            return refused(PushCode::Conflict, u"state"_s);
    }
    for (const CarriedPage &page : offer.pages)
        data.pages[page.sha].size = page.size;
    return {.code = PushCode::Accepted, .pos = accept(event, offer.envelope, offer.mac)};
}

PushReply FakeTown::push(const QList<OfferedEvent> &events)
{
    QList<Event> read;
    for (const OfferedEvent &offer : events) {
        read.append(eventFromCanonical(offer.envelope, offer.body).value_or(Event{}));
        const QString serial = read.last().station + u'|' + QString::number(offer.serial);
        if (offer.serial > 0 && data.serials.value(serial, offer.id) != offer.id)
            return {.head = head(), .centreMs = nowMs, .isClone = true};
    }
    PushReply reply;
    QSet<StreamId> stopped;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const OfferedEvent &offer = events.at(i);
        if (stopped.contains(offer.stream)) {
            reply.answers.append(refused(PushCode::Conflict, u"order"_s));
            continue;
        }
        const PushAnswer given = answer(offer, read.at(i));
        reply.answers.append(given);
        if (given.code > PushCode::Here)
            stopped.insert(offer.stream);
        else if (offer.serial > 0) {
            data.serials.insert(read.at(i).station + u'|' + QString::number(offer.serial),
                                offer.id);
            qint64 &newest = data.newest[read.at(i).station];
            newest = qMax(newest, offer.serial);
        }
    }
    reply.head = head();
    reply.centreMs = nowMs;
    return reply;
}

HelloReply FakeTown::hello(const QStringList &scopes, const HelloAsk &ask)
{
    HelloReply reply{.head = head(), .centreMs = nowMs, .scopes = scopes};
    if (ask.newestSerial < data.newest.value(ask.station)) {
        reply.status = HelloStatus::Clone;
        return reply;
    }
    bool isFirst = true;
    for (const Checkpoint &point : ask.trail) {
        const bool isHere
            = point.pos <= data.log.size() && data.log.at(point.pos - 1).townChain == point.chain;
        if (isHere) {
            reply.common = point.pos;
            break;
        }
        isFirst = false;
    }
    if (!isFirst)
        reply.status = HelloStatus::Fork;
    return reply;
}

FeedEntry FakeTown::entryAt(const Row &row) const
{
    const Entry &entry = data.log.at(row.pos - 1);
    if (row.kind == FeedKind::PageReady)
        return {.pos = row.pos, .kind = row.kind, .envelope = entry.page.toHex()};
    FeedEntry given{.pos = row.pos,
                    .kind = row.kind,
                    .stream = row.stream,
                    .streamKind = entry.event.kind,
                    .scope = row.scope};
    if (row.kind != FeedKind::Event)
        return given;
    given.chain = entry.chain;
    given.envelope = entry.envelope;
    given.body = entry.event.body;
    given.mac = entry.mac;
    return given;
}

PullReply FakeTown::pull(const ScopeCursors &after, int limit) const
{
    PullReply reply{.upto = head()};
    QSet<qint64> given;
    for (const Row &row : data.feed) {
        const auto cursor = after.constFind(row.scope);
        if (cursor == after.constEnd() || row.pos <= cursor.value())
            continue;
        if (row.kind == FeedKind::Event && given.contains(row.pos))
            continue;
        // A page of answers ends between two positions, never inside one.
        if (reply.entries.size() >= limit && row.pos != reply.entries.last().pos) {
            const qint64 last = reply.entries.last().pos;
            reply.upto = {last, data.log.at(last - 1).townChain};
            break;
        }
        given.insert(row.pos);
        reply.entries.append(entryAt(row));
    }
    return reply;
}

Result<PullReply> FakeTown::history(const StreamId &stream, const QStringList &scopes) const
{
    const QSet<QString> held = data.scopes.value(stream);
    if (!held.intersects(QSet<QString>(scopes.begin(), scopes.end())))
        return Error{ErrorKind::NotFound, u"unknown"_s};
    PullReply reply{.upto = head()};
    for (const qint64 pos : data.streams.value(stream))
        reply.entries.append(entryAt({pos, FeedKind::Event, stream, {}}));
    return reply;
}

bool FakeTown::isClosed(const StreamId &stream) const
{
    return closed.contains(stream);
}

QList<SnapshotRow> FakeTown::snapshot(const SnapshotAsk &ask, const StreamId &after,
                                      int limit) const
{
    QList<SnapshotRow> rows;
    int streams = 0;
    for (auto stream = data.streams.constBegin(); stream != data.streams.constEnd(); ++stream) {
        if (!(stream.key() > after) || !data.scopes.value(stream.key()).contains(ask.scope)
            || isClosed(stream.key()) == ask.open || ++streams > limit)
            continue;
        for (const qint64 pos : stream.value()) {
            const FeedEntry entry = entryAt({pos, FeedKind::Event, stream.key(), {}});
            const Event &event = data.log.at(pos - 1).event;
            SnapshotRow row{.stream = stream.key(),
                            .streamKind = event.kind,
                            .isOpen = ask.open,
                            .head = data.log.at(stream.value().first() - 1).event.head,
                            .state = u"archived"_s,
                            .pos = pos};
            if (ask.open) {
                row.envelope = entry.envelope;
                row.body = entry.body;
                row.chain = entry.chain;
                row.mac = entry.mac;
            }
            rows.append(row);
            if (!ask.open)
                break;
        }
    }
    return rows;
}

bool FakeTown::commitPage(const QByteArray &sha)
{
    Page &page = data.pages[sha];
    if (page.isComplete)
        return true;
    if (QCryptographicHash::hash(page.bytes(), QCryptographicHash::Sha256) != sha) {
        page.pieces.clear();
        return false;
    }
    page.isComplete = true;
    data.log.append({.townChain = chainAfter(head().chain, sha), .page = sha});
    const qint64 pos = data.log.size();
    for (const QString &scope : stationScopes) {
        data.feed.append({pos, FeedKind::PageReady, {}, scope});
        break;
    }
    return true;
}

} // namespace hall::test

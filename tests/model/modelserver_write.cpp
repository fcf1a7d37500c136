// What the centre writes when it has accepted something: journal, chains, feed, pages.
#include "modelserver.h"

#include <QCryptographicHash>

namespace hall::model {

using namespace Qt::StringLiterals;

void ModelServer::rememberSerial(const Reading &reading)
{
    if (reading.offer->serial == 0)
        return;
    const QString name = reading.event->station + u'|' + QString::number(reading.offer->serial);
    if (m_town.serials.contains(name))
        return;
    m_town.serials.insert(name, reading.event->id);
}

/// Whatever became of it: the disk has come that far.
void ModelServer::noteDelivery(const Session &session, const Reading &reading)
{
    const auto row = m_town.stations.find(session.station);
    if (row != m_town.stations.end() && reading.event && reading.event->station == session.station)
        row->newestSerial = std::max(row->newestSerial, reading.offer->serial);
}

qint64 ModelServer::accept(const Reading &reading)
{
    const Event &event = *reading.event;
    const qint64 pos = m_town.head() + 1;
    m_town.newestMs = m_now;
    StreamRow &row = m_town.streams[event.stream];
    row.kind = event.kind;
    const QStringList before = row.state.scopes;
    apply(row.state, reading.event, m_items, m_rules);
    row.chain = chainAfter(row.chain, event.hash);
    m_town.log.append({.event = reading.event,
                       .envelope = reading.offer->envelope,
                       .mac = reading.offer->mac,
                       .chain = row.chain,
                       .townChain = chainAfter(m_town.chainAt(pos - 1), event.hash),
                       .page = {}});
    fanOut(event.stream, before, row.state.scopes, row.positions.isEmpty());
    row.positions.append(pos);
    nameIn(reading, row, pos);
    rememberSerial(reading);
    if (m_accepted)
        m_accepted(reading.event);
    return pos;
}

void ModelServer::nameIn(const Reading &reading, StreamRow &row, qint64 pos)
{
    const Event &event = *reading.event;
    m_town.byId.insert(event.id, pos);
    m_town.byRoot.insert(rootOf(event), pos);
    for (auto field = event.head.constBegin(); field != event.head.constEnd(); ++field)
        row.head.insert(field.key(), field.value());
    if (event.head.contains("number"_L1))
        m_town.numbers.insert(event.head.value("number"_L1).toString(), event.stream);
    for (const QString &official : reading.offer->numbers)
        m_town.official.insert(official, event.id);
    namePages(reading, row);
}

/// Whoever brought the event first may not have had its pages, and named none.
void ModelServer::namePages(const Reading &reading, StreamRow &row)
{
    const Event &event = *reading.event;
    for (const CarriedPage &page : reading.offer->pages) {
        row.pages.insert(page.sha);
        PageRow &named = m_town.pages[page.sha];
        named.size = page.size;
        named.streams.insert(event.stream);
    }
}

void ModelServer::fanOut(const StreamId &stream, const QStringList &before,
                         const QStringList &after, bool isFirst)
{
    const qint64 pos = m_town.head();
    const auto add = [&](FeedKind kind, const QString &scope) {
        m_town.feed.append({.pos = pos, .kind = kind, .stream = stream, .scope = scope});
    };
    add(FeedKind::Event, u"*"_s);
    for (const QString &scope : after)
        add(before.contains(scope) || isFirst ? FeedKind::Event : FeedKind::Entered, scope);
    for (const QString &scope : before) {
        if (!after.contains(scope))
            add(FeedKind::Left, scope);
    }
}

QMap<QByteArray, PageProgress> ModelServer::pagesThere(const QList<QByteArray> &shas) const
{
    QMap<QByteArray, PageProgress> there;
    for (const QByteArray &sha : shas) {
        const PageRow page = m_town.pages.value(sha);
        there.insert(sha, {.isComplete = page.isComplete, .pieces = page.pieces.keys()});
    }
    return there;
}

Result<Done> ModelServer::putPiece(const CarriedPage &page, int n, const QByteArray &piece)
{
    const auto row = m_town.pages.find(page.sha);
    if (row == m_town.pages.end() || row->size != page.size)
        return Error{ErrorKind::CentreRefused, u"unknown"_s};
    if (!row->isComplete && !row->pieces.contains(n))
        row->pieces.insert(n, piece);
    return Done{};
}

bool ModelServer::commitPage(const QByteArray &sha)
{
    const auto row = m_town.pages.find(sha);
    if (row == m_town.pages.end())
        return false;
    if (row->isComplete)
        return true;
    const QByteArray bytes = row->bytes();
    const bool isWhole = bytes.size() == row->size;
    const bool fits = !m_rules.has(Rule::CommitBySha)
        || QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) == sha;
    if (isWhole && !fits)
        row->pieces.clear();
    if (!isWhole || !fits)
        return false;
    row->isComplete = true;
    m_town.log.append({.event = {},
                       .envelope = sha.toHex(),
                       .mac = {},
                       .chain = {},
                       .townChain = chainAfter(m_town.chainAt(m_town.head()), sha),
                       .page = sha});
    QStringList scopes{u"*"_s};
    for (const StreamId &stream : std::as_const(row->streams))
        scopes += m_town.streams.value(stream).state.scopes;
    scopes.removeDuplicates();
    for (const QString &scope : std::as_const(scopes))
        m_town.feed.append(
            {.pos = m_town.head(), .kind = FeedKind::PageReady, .stream = {}, .scope = scope});
    return true;
}

} // namespace hall::model

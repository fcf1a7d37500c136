#include "tests/bench/centre/townfeed.h"

#include "desk/routing/caseacts.h"
#include "desk/setup/setupdesk.h"
#include "store/journal.h"
#include "sync/local/centreoutbox.h"
#include "tests/bench/centre/joinedstore.h"
#include "tests/bench/centre/townbench.h"
#include "tests/bench/hallmaker.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int dayCases = 2000;
constexpr int weekCases = 135; // of one station
constexpr int batch = 200;
const QString dayStation = u"A01"_s;

Result<Done> playCase(WriteTx &tx, const ItemDef &item, People &people, IdSource &ids)
{
    const Session clerk = clerkFor(item, tx.reference());
    const Registration registration = randomRegistration(item, people, ids);
    Result<ActResult> done = CaseActs::openIn(tx, registration, clerk, ids);
    if (done.ok())
        done = CaseActs::runIn(tx, registration.stream, clerk, Act{.action = u"accept"_s}, ids);
    if (done.ok() && item.caseType == CaseType::SameDay)
        done = CaseActs::runIn(tx, registration.stream, clerk,
                               Act{.action = u"grantNow"_s, .opinion = u"材料齐全，准予办理"_s},
                               ids);
    return done.ok() ? Result<Done>(Done{}) : done.error();
}

Result<Done> playCases(Store &store, int count, FixedClock &clock, IdSource &ids)
{
    People people(static_cast<quint32>(qHash(store.station())));
    Result<Done> done = Done{};
    for (int from = 0; from < count && done.ok(); from += batch) {
        clock.advance(600);
        done = awaited(store.write([&, from](WriteTx &tx) -> Result<Done> {
            QList<const ItemDef *> items;
            for (const ItemDef &item : tx.reference().items) {
                if (item.stationed && !clerkFor(item, tx.reference()).member.code.isEmpty())
                    items.append(&item);
            }
            for (int i = from; i < std::min(count, from + batch); ++i) {
                const ItemDef &item = *items.at(people.below(static_cast<int>(items.size())));
                const Result<Done> played = playCase(tx, item, people, ids);
                if (!played.ok())
                    return played;
            }
            return Done{};
        }));
    }
    return done;
}

Result<Done> play(Store &store, FixedClock &clock, IdSource &ids)
{
    QTextStream(stdout) << u"Playing the work of a town (once; kept for the next run)"_s
                        << Qt::endl;
    Result<Done> done = awaited(SetupDesk(store, ids).makeSampleHall());
    if (done.ok())
        done = playCases(store, dayCases, clock, ids);
    for (int i = 0; i < weekStations && done.ok(); ++i) {
        done = awaited(store.renameStation(weekStation(i)));
        if (done.ok())
            done = playCases(store, weekCases, clock, ids);
    }
    return done;
}

Result<TownFeed> readFeed(const ReadTx &tx)
{
    TownFeed feed;
    Result<QList<PlacedEvent>> placed = eventsAfter(tx.connection(), 0, batch);
    for (; placed.ok() && !placed.value().isEmpty();
         placed = eventsAfter(tx.connection(), placed.value().last().pos, batch)) {
        for (const PlacedEvent &one : placed.value()) {
            if (one.event.kind == StreamKind::Hall)
                continue;
            if (one.event.station == dayStation)
                feed.day.append(one.event);
            else
                feed.week[one.event.station].append(one.event);
        }
    }
    if (!placed.ok())
        return placed.error();
    Query query(tx.connection(),
                u"select series, organ, year, serial, text from number_given where text <> ''"_s);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        feed.numbers.insert(query.text("text"_L1),
                            QStringList{query.text("series"_L1), query.text("organ"_L1),
                                        query.text("year"_L1), query.text("serial"_L1),
                                        query.text("text"_L1)}
                                .join(u'|'));
    return more.ok() ? Result<TownFeed>(feed) : more.error();
}

} // namespace

QString weekStation(int nth)
{
    return u"B%1"_s.arg(nth + 1, 2, 10, '0'_L1);
}

Result<TownFeed> playedFeed(const QString &folder)
{
    const QString marker = folder + u"/complete"_s;
    const bool isPlayed = QFile::exists(marker);
    if (!isPlayed)
        QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    FixedClock clock(hallInstant(reportDate().addDays(-7), QTime(8, 30)));
    RandomIds ids;
    const Result<std::unique_ptr<Store>> store
        = Store::open({.folder = folder, .station = dayStation}, clock);
    if (!store.ok())
        return store.error();
    if (!isPlayed) {
        const Result<Done> played = play(*store.value(), clock, ids);
        QFile file(marker);
        if (!played.ok() || !file.open(QIODevice::WriteOnly))
            return played.ok() ? Error{ErrorKind::StoreFailed, marker} : played.error();
    }
    return awaited(store.value()->report([](ReadTx &tx) { return readFeed(tx); }));
}

QList<Event> scattered(const QList<Event> &events)
{
    QHash<StreamId, qsizetype> seen;
    QList<QList<Event>> rounds;
    for (const Event &event : events) {
        const qsizetype nth = seen[event.stream]++;
        if (nth == rounds.size())
            rounds.append(QList<Event>());
        rounds[nth].append(event);
    }
    QList<Event> list;
    for (const QList<Event> &round : std::as_const(rounds))
        list += round;
    return list;
}

qsizetype casesIn(const QList<Event> &events)
{
    QSet<StreamId> streams;
    for (const Event &event : events)
        streams.insert(event.stream);
    return streams.size();
}

/// The number that an event gives, not one that it names: as the outbox tells them apart.
static QString givenBy(const TownFeed &feed, const Event &event)
{
    const CarriedThings carried = carriedBy(event);
    const QString number = feed.numbers.value(carried.number);
    const QString series = number.section(u'|', 0, 0);
    const bool isGiver = carried.series.endsWith(u'/') ? series.startsWith(carried.series)
                                                       : series == carried.series;
    return isGiver ? number : QString();
}

QList<OfferedEvent> offersOf(const TownFeed &feed, const QList<Event> &events,
                             const MacSource &macs, const QString &station)
{
    QList<OfferedEvent> offers;
    qint64 serial = 0;
    for (const Event &event : events) {
        OfferedEvent offer{.id = event.id,
                           .stream = event.stream,
                           .serial = event.station == station ? ++serial : 0,
                           .envelope = canonicalEnvelope(event),
                           .body = event.body,
                           .mac = macs.mac(event.actor, event.station, event.hash)};
        const QString number = givenBy(feed, event);
        if (!number.isEmpty())
            offer.numbers = {number};
        offers.append(offer);
    }
    return offers;
}

PullReply pulledForm(const QList<Event> &events, qint64 first)
{
    PullReply reply;
    QHash<StreamId, QByteArray> chains;
    for (const Event &event : events) {
        QByteArray &chain = chains[event.stream];
        chain = chainAfter(chain, event.hash);
        reply.entries.append({.pos = first++,
                              .stream = event.stream,
                              .streamKind = event.kind,
                              .chain = chain,
                              .envelope = canonicalEnvelope(event),
                              .body = event.body,
                              .mac = QByteArray(32, 'm')});
    }
    reply.upto = {.pos = first - 1, .chain = QByteArray(32, 't')};
    return reply;
}

} // namespace hall::bench

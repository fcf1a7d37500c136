#include "tests/bench/centre/townbench.h"

#include "sync/engine/pushpace.h"
#include "sync/postgres/wireform.h"
#include "tests/bench/centre/joinedstore.h"
#include "tests/bench/centre/rates.h"
#include "tests/bench/centre/rawstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

#include <barrier>
#include <thread>
#include <unistd.h>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 500;
constexpr int naturalCases = 950;
constexpr int singleCases = 50;
constexpr int rounds = 3;

constexpr auto uncheckedSql = "insert into bench.event (id, mac, envelope, body) select "
                              "gen_random_uuid(), x ->> 'm', x ->> "
                              "'e', x ->> 'b' from jsonb_array_elements($1::jsonb) x";

struct Parts
{
    QList<Event> natural = {};
    QList<Event> singles = {};
    QList<Event> scattered = {};
};

Parts partsOf(const QList<Event> &day)
{
    Parts parts;
    QHash<StreamId, qsizetype> cases;
    for (const Event &event : day) {
        const qsizetype nth = *cases.insert(event.stream, cases.value(event.stream, cases.size()));
        if (nth < naturalCases)
            parts.natural.append(event);
        else if (nth < naturalCases + singleCases)
            parts.singles.append(event);
        else
            parts.scattered.append(event);
    }
    parts.scattered = scattered(parts.scattered);
    return parts;
}

bool isAccepted(const Result<PushReply> &reply)
{
    if (!reply.ok()) {
        qWarning("push: %d %s", int(reply.error().kind), qPrintable(reply.error().detail));
        return false;
    }
    for (const PushAnswer &answer : reply.value().answers) {
        if (answer.code != PushCode::Accepted && answer.code != PushCode::Here) {
            qWarning("refused: %d %s", int(answer.code), qPrintable(answer.reason));
            return false;
        }
    }
    return true;
}

/// Official numbers stand in blocks that the centre has given out, as in a hall at work.
bool lease(const DemoTown &town, const QList<OfferedEvent> &offers, const QString &station)
{
    QMap<QStringList, std::pair<int, int>> blocks; // series, organ, year → first and last
    for (const OfferedEvent &offer : offers) {
        for (const QString &number : offer.numbers) {
            const QStringList parts = number.split(u'|');
            const int serial = parts.value(3).toInt();
            const auto block = blocks.find(parts.first(3)) == blocks.end()
                ? blocks.insert(parts.first(3), {serial, serial})
                : blocks.find(parts.first(3));
            block->first = std::min(block->first, serial);
            block->second = std::max(block->second, serial);
        }
    }
    bool isGood = true;
    for (auto block = blocks.cbegin(); block != blocks.cend() && isGood; ++block)
        isGood = town.sql(u"insert into app.number_lease select town, '%1', '%2', %3, %4, %5, "
                          "'%6', 0, null from app.town on conflict do nothing"_s
                              .arg(block.key().value(0), block.key().value(1), block.key().value(2))
                              .arg(block->first)
                              .arg(block->second)
                              .arg(station)
                              .toUtf8());
    return isGood;
}

/// In calls as long as the engine would make them; what is not answered is offered again.
bool offerAll(PostgresCentre &line, const QList<OfferedEvent> &offers)
{
    constexpr int mostLost = 20;
    PushPace pace(batch);
    int lost = 0;
    for (qsizetype at = 0; at < offers.size();) {
        const QList<OfferedEvent> some = offers.mid(at, pace.events());
        QElapsedTimer waited;
        waited.start();
        const Result<PushReply> reply = line.push(some);
        if (!reply.ok() && reply.error().kind == ErrorKind::CentreUnreachable
            && ++lost <= mostLost) {
            pace.lost();
            continue;
        }
        if (!isAccepted(reply))
            return false;
        pace.answered(waited.elapsed());
        at += some.size();
    }
    return true;
}

/// What a disk takes for one small thing that is to stay.
class Probe
{
public:
    Probe()
        : m_file(m_folder.filePath(u"probe"_s))
        , m_isReady(m_file.open(QIODevice::ReadWrite) && m_file.resize(16 * 1024 * 1024))
    {
    }
    void once()
    {
        m_file.write(QByteArray(8192, 'x'));
        m_file.flush();
        ::fdatasync(m_file.handle());
    }

private:
    QTemporaryDir m_folder; // where the private centre lies too
    QFile m_file;
    bool m_isReady = false;
};

class TownBench
{
public:
    TownBench(DemoTown &town, const TownFeed &feed, const QString &scratch)
        : m_town(town)
        , m_feed(feed)
        , m_scratch(scratch)
        , m_parts(partsOf(feed.day))
        , m_line(town.line(u"A01"_s))
        , m_bare(town.bare())
    {
    }

    QList<Row> measure()
    {
        const std::shared_ptr<MacSource> macs = m_town.macs();
        // One run of serials: a serial that comes twice is a clone's.
        const QList<OfferedEvent> offers = offersOf(
            m_feed, m_parts.natural + m_parts.singles + m_parts.scattered, *macs, u"A01"_s);
        const qsizetype behindNatural = m_parts.natural.size();
        const qsizetype behindSingles = behindNatural + m_parts.singles.size();
        QList<Row> rows;
        if (!lease(m_town, offers, u"A01"_s))
            return {failed(u"leases of the town"_s)};
        const qint64 start = m_town.head();
        rows += pushed(offers.first(behindNatural),
                       u"push of 500, all checks / unchecked inserts (processor)"_s, u"≥ 0.55"_s);
        rows += one(offers.sliced(behindNatural, m_parts.singles.size()));
        rows += pulled(u"pull and apply, natural order / bare inserts"_s, start,
                       m_parts.natural + m_parts.singles, u"≥ 0.55"_s);
        const qint64 middle = m_town.head();
        rows += pushed(offers.sliced(behindSingles), u"… each event of another case (processor)"_s,
                       {});
        rows += pulled(u"pull and apply, each event another case"_s, middle, m_parts.scattered,
                       u"≥ 0.35"_s);
        rows += week(*macs);
        return rows;
    }

private:
    static Row failed(const QString &name) { return {.name = name, .ours = u"failed"_s}; }

    Row pushed(const QList<OfferedEvent> &offers, const QString &name, const QString &goal)
    {
        Samples ours;
        Samples limit;
        bool isGood = m_line->pagesThere({}).ok(); // signs in
        const QByteArray own = m_town.ask(
            "select pid from pg_stat_activity where usename like 's\\_%\\_a01' order by 1 limit 1");
        const QByteArray bare = m_bare->ask("select pg_backend_pid()");
        for (qsizetype from = 0; from + batch <= offers.size() && isGood; from += batch) {
            const QList<OfferedEvent> some = offers.mid(from, batch);
            const QByteArray form = offersForm(some);
            ours.add(serverWorked(own, [&] { isGood = isAccepted(m_line->push(some)); }));
            limit.add(
                serverWorked(bare, [&] { isGood = isGood && m_bare->run(uncheckedSql, {form}); }));
        }
        const qsizetype rest = offers.size() % batch;
        isGood = isGood && (rest == 0 || isAccepted(m_line->push(offers.last(rest))));
        return isGood ? rateRow(name, batch, ours, limit, goal) : failed(name);
    }

    Row one(const QList<OfferedEvent> &offers)
    {
        Samples ours;
        Samples limit;
        Probe disk;
        bool isGood = true;
        for (const OfferedEvent &offer : offers) {
            ours.add(timed([&] { isGood = isGood && isAccepted(m_line->push({offer})); }));
            limit.add(timed([&] {
                m_bare->run("select 1");
                disk.once();
            }));
        }
        const QString name = u"push of one to its ack / round trip + fdatasync"_s;
        return isGood ? ratioRow(name, ours, limit, u"≤ 1.10"_s) : failed(name);
    }

    Row pulled(const QString &name, qint64 from, const QList<Event> &events, const QString &goal)
    {
        Samples ours;
        Samples limit;
        const PullReply form = pulledForm(events, from + 1);
        for (int round = 0; round < rounds; ++round) {
            const QTemporaryDir folder(m_scratch + u"/pull-XXXXXX"_s);
            JoinedStore joined(m_town, folder.path(), u"A02"_s);
            int came = 0;
            if (!joined.open())
                return failed(name);
            ours.add(worked([&] { came = joined.pullFrom(from); }));
            if (came != events.size()) {
                qWarning("%d events of %lld came", came, qint64(events.size()));
                return failed(name);
            }
            RawStore raw(folder.filePath(u"raw.sqlite"_s), joined.database());
            raw.prepare(form.entries);
            limit.add(worked([&raw] {
                for (qsizetype at = 0; at < raw.size(); at += Exchange::pullLimit)
                    raw.insert(at, Exchange::pullLimit);
            }));
        }
        return rateRow(name, double(events.size()), ours, limit, goal);
    }

    /// `each` once for every station, all at the same moment.
    template <class Each> double together(Each each)
    {
        std::barrier gate(weekStations + 1);
        std::vector<std::thread> windows;
        windows.reserve(weekStations);
        for (int i = 0; i < weekStations; ++i) {
            windows.emplace_back([&gate, &each, i] {
                gate.arrive_and_wait();
                each(i);
            });
        }
        gate.arrive_and_wait();
        return timed([&windows] {
            for (std::thread &window : windows)
                window.join();
        });
    }

    Row week(const MacSource &macs)
    {
        const QString name = u"a week of 33 PCs at once / unchecked inserts"_s;
        QList<QList<OfferedEvent>> offers;
        qsizetype count = 0;
        for (int i = 0; i < weekStations; ++i) {
            const QList<Event> events = m_feed.week.value(weekStation(i));
            offers.append(offersOf(m_feed, events, macs, weekStation(i)));
            count += events.size();
            if (!lease(m_town, offers.last(), weekStation(i)))
                return failed(name);
        }
        Samples limit;
        {
            std::vector<std::unique_ptr<Bare>> lines;
            lines.reserve(weekStations);
            for (int i = 0; i < weekStations; ++i)
                lines.push_back(m_town.bare());
            limit.add(together([&](int i) {
                for (qsizetype at = 0; at < offers.at(i).size(); at += batch)
                    lines[size_t(i)]->run(uncheckedSql, {offersForm(offers.at(i).mid(at, batch))});
            }));
        }
        std::vector<std::unique_ptr<PostgresCentre>> lines;
        lines.reserve(weekStations);
        for (int i = 0; i < weekStations; ++i) {
            lines.push_back(m_town.line(weekStation(i)));
            if (!lines.back()->pagesThere({}).ok()) // signs in
                return failed(name);
        }
        const qint64 before = m_town.head();
        std::atomic_bool isGood = true;
        Samples ours;
        ours.add(together([&](int i) {
            if (!offerAll(*lines[size_t(i)], offers.at(i)))
                isGood = false;
        }));
        if (!isGood || m_town.head() != before + count)
            return failed(name);
        return ratioRow(u"%1 (%2 events)"_s.arg(name).arg(count), ours, limit, u"≤ 4, ≤ 5 s"_s);
    }

    DemoTown &m_town;
    const TownFeed &m_feed;
    QString m_scratch;
    Parts m_parts;
    std::unique_ptr<PostgresCentre> m_line;
    std::unique_ptr<Bare> m_bare;
};

} // namespace

QList<Row> measureTown(DemoTown &town, const TownFeed &feed, const QString &scratch)
{
    return TownBench(town, feed, scratch).measure();
}

} // namespace hall::bench

#include "tests/bench/centre/linkbench.h"

#include "domain/sha256.h"
#include "tests/bench/centre/rates.h"

#include <QRandomGenerator>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int eventCount = 50'000;
constexpr int pageCount = 40;
constexpr int pageBytes = 300 * 1024;
constexpr int rounds = 5;
constexpr int pullPage = 5000;

/// One of the hall's events many times over: what is measured is the way, not the chains.
constexpr auto fillSql = R"(
set session_replication_role = replica;
insert into app.event
select e.town, 100000 + g, null, e.acted_at, e.server_at, gen_random_uuid(), e.stream, null, 100000 + g,
       e.kind, false, e.type, e.station, e.mac, e.chain, e.town_chain, e.envelope,
       rpad('{"text":"大朗镇行政服务中心', 330, 'x') || '"}'
  from generate_series(1, 50000) g, (select * from app.event order by pos limit 1) e;
insert into app.feed select town, 'hall', pos, 1, stream from app.event where pos > 100000;
update app.town set pos = 150000;
)";
constexpr auto emptySql = R"(
set session_replication_role = replica;
delete from app.event where pos > 100000;
delete from app.feed where pos > 100000;
truncate app.page_piece, app.page, app.stream_page, app.ready, bench.piece;
)";
constexpr auto forgetSql = "truncate app.page_piece, bench.piece, app.ready; "
                           "update app.page set is_complete = false;"
                           "update app.station set page_bytes = 0, day_bytes = 0;"
                           "delete from app.feed where kind = 4; update app.town set pos = 150000;";
constexpr auto rowsSql
    = "select pos, 1::smallint, stream, kind, 'hall', chain, envelope, body, mac from app.event "
      "where pos > 100000 order by pos";

struct Page
{
    QByteArray sha = {};
    QByteArray bytes = {};
};

QList<Page> randomPages()
{
    QRandomGenerator random(7);
    QList<Page> pages;
    for (int i = 0; i < pageCount; ++i) {
        Page page{.bytes = QByteArray(pageBytes, Qt::Uninitialized)};
        random.fillRange(reinterpret_cast<quint32 *>(page.bytes.data()), pageBytes / 4);
        page.sha = sha256(page.bytes);
        pages.append(page);
    }
    return pages;
}

template <class Each> bool eachPiece(const QList<Page> &pages, Each each)
{
    for (const Page &page : pages) {
        for (int n = 0; n * pagePiece < page.bytes.size(); ++n) {
            if (!each(page, n, page.bytes.mid(n * pagePiece, pagePiece)))
                return false;
        }
    }
    return true;
}

/// Both ways into one town.
class LinkBench
{
public:
    explicit LinkBench(DemoTown &town)
        : m_town(town)
        , m_centre(town.line(u"A01"_s))
        , m_bare(town.bare())
    {
    }

    bool prepare()
    {
        m_head = m_town.head();
        QByteArray text(fillSql);
        for (const Page &page : m_pages) {
            text += "insert into app.page select town, '\\x" + page.sha.toHex() + "', "
                + QByteArray::number(page.bytes.size()) + " from app.town;"
                + "insert into app.stream_page select town, stream, '\\x" + page.sha.toHex()
                + "' from app.stream order by pos limit 1;";
        }
        return m_town.sql(text) && m_town.sql("vacuum analyze app.event")
            && m_town.sql("vacuum analyze app.feed") && m_bare->isOpen()
            && m_own.open(m_town.ownAccess()).ok()
            && m_centre->signIn(u"cz01"_s, DemoTown::password(), u"A01"_s).ok();
    }

    QList<Row> measure()
    {
        Samples put, barePut, get, bareGet, pull, copy, ownPull;
        bool isGood = true;
        for (int round = 0; round < rounds && isGood; ++round) {
            isGood = m_town.sql(forgetSql);
            put.add(timed([&] { isGood = isGood && putAll(); }));
            barePut.add(timed([&] { isGood = isGood && barePutAll(); }));
            get.add(timed([&] { isGood = isGood && getAll(); }));
            bareGet.add(timed([&] { isGood = isGood && bareGetAll(); }));
            ownPull.add(timed([&] { isGood = isGood && ownPullAll() == eventCount; }));
            pull.add(timed([&] { isGood = isGood && pullAll() == eventCount; }));
            copy.add(timed([&] {
                m_bare->copy("copy (" + QByteArray(rowsSql) + ") to stdout (format binary)");
            }));
        }
        if (!isGood)
            return {{.name = u"the link"_s, .ours = u"failed"_s}};
        return {rateRow(u"pull of 50,000 events into memory / COPY binary"_s, eventCount, pull,
                        copy, u"≥ 0.90"_s),
                rateRow(u"… bare select by our session"_s, eventCount, ownPull, copy, {}),
                rateRow(u"page of 300 KB up, verified / bare libpq"_s, pageCount, put, barePut,
                        u"≥ 0.90"_s),
                rateRow(u"the same down / bare libpq"_s, pageCount, get, bareGet, u"≥ 0.90"_s)};
    }

    void restore()
    {
        m_town.sql(emptySql + ("update app.town set pos = " + QByteArray::number(m_head)));
    }

private:
    bool putAll()
    {
        for (const Page &page : m_pages) {
            const CarriedPage carried{.sha = page.sha, .size = page.bytes.size()};
            const int last = static_cast<int>((page.bytes.size() - 1) / pagePiece);
            for (int n = 0; n < last; ++n) {
                if (!m_centre->putPiece(carried, n, page.bytes.mid(n * pagePiece, pagePiece)).ok())
                    return false;
            }
            if (!m_centre->putLast(carried, last, page.bytes.mid(last * pagePiece)).valueOr(false))
                return false;
        }
        return true;
    }
    bool barePutAll()
    {
        return eachPiece(m_pages, [this](const Page &page, int n, const QByteArray &piece) {
            return m_bare->run("insert into bench.piece values ($1, $2::int, $3)",
                               {page.sha, QByteArray::number(n), piece}, true);
        });
    }
    bool getAll()
    {
        for (const Page &page : m_pages) {
            QByteArray bytes;
            while (bytes.size() < page.bytes.size()) {
                const Result<QByteArray> got = m_centre->getPieces(
                    u"A01"_s, page.sha, static_cast<int>(bytes.size() / pagePiece));
                if (!got.ok())
                    return false;
                bytes += got.value();
            }
        }
        return true;
    }
    bool bareGetAll()
    {
        return eachPiece(m_pages, [this](const Page &page, int n, const QByteArray &) {
            return m_bare->run("select bytes from bench.piece where sha = $1 and n = $2::int",
                               {page.sha, QByteArray::number(n)}, true);
        });
    }
    qsizetype ownPullAll()
    {
        const Result<Rows> rows = m_own.call(rowsSql);
        return rows.ok() ? rows.value().count() : -1;
    }
    qsizetype pullAll()
    {
        ScopeCursors after{{u"hall"_s, 100'000}};
        QList<PullReply> kept;
        qsizetype events = 0;
        while (after.first() < 150'000) {
            Result<PullReply> reply = m_centre->pull(Party::Person, u"A01"_s, after, pullPage);
            if (!reply.ok() || reply.value().upto.pos <= after.first())
                return -1;
            events += reply.value().entries.size();
            after.first() = reply.value().upto.pos;
            kept.append(std::move(reply).value());
        }
        return events;
    }

    DemoTown &m_town;
    qint64 m_head = 0;
    QList<Page> m_pages = randomPages();
    std::unique_ptr<PostgresCentre> m_centre;
    std::unique_ptr<Bare> m_bare;
    std::atomic_bool m_stop = false;
    ServerSession m_own{LinkTimes{}, m_stop};
};

} // namespace

QList<Row> measureLink(DemoTown &town)
{
    LinkBench bench(town);
    if (!bench.prepare())
        return {{.name = u"the link"_s, .ours = u"not prepared"_s}};
    const QList<Row> rows = bench.measure();
    bench.restore();
    return rows;
}

} // namespace hall::bench

#include "linkbench.h"

#include "main/centre/centretool.h"
#include "main/centre/invocation.h"
#include "sync/postgres/postgrescentre.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QTextStream>

#include <libpq-fe.h>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int eventCount = 50'000;
constexpr int pageCount = 40;
constexpr int pageBytes = 300 * 1024;
constexpr int rounds = 5;
constexpr int pullPage = 5000;

/// The events of the hall's stream many times over: what is measured is the way, not the chains.
constexpr auto fillSql = R"(
set session_replication_role = replica;
insert into app.event
select e.town, 100000 + g, null, e.acted_at, e.server_at, gen_random_uuid(), e.stream, null, 100000 + g,
       e.kind, false, e.type, e.station, e.mac, e.chain, e.town_chain, e.envelope,
       rpad('{"text":"大朗镇行政服务中心', 330, 'x') || '"}'
  from generate_series(1, 50000) g, (select * from app.event order by pos limit 1) e;
insert into app.feed select town, 'hall', pos, 1, stream from app.event where pos > 100000;
update app.town set pos = 150000;
create schema bench;
create table bench.piece (sha bytea, n int, bytes bytea, primary key (sha, n));
alter table bench.piece alter column bytes set storage external;
create role a_441900113_bench login superuser password 'bench' in role onehall_admin;
vacuum analyze app.event;
vacuum analyze app.feed;
)";

constexpr auto rowsSql
    = "select pos, 1::smallint, stream, kind, 'hall', chain, envelope, body, mac from app.event "
      "where pos > 100000 order by pos";

Exit quietly(const QStringList &arguments)
{
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Console console(in, out, err);
    return CentreTool(console).run(arguments);
}

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
        page.sha = QCryptographicHash::hash(page.bytes, QCryptographicHash::Sha256);
        pages.append(page);
    }
    return pages;
}

/// Bare libpq over the same TLS, blocking, without a thought.
class Bare
{
public:
    Bare(const CentrePlace &place, const QString &folder)
    {
        const QByteArray words
            = u"host=localhost hostaddr=127.0.0.1 port=%1 dbname=%2 user=a_441900113_bench "
              "password=bench sslmode=verify-full sslrootcert=%3/authority.crt "
              "sslcert=%3/bench.crt sslkey=%3/bench.key"_s.arg(place.port)
                  .arg(place.database, folder)
                  .toUtf8();
        m_connection.reset(PQconnectdb(words.constData()));
    }
    [[nodiscard]] bool isOpen() const { return PQstatus(m_connection.get()) == CONNECTION_OK; }

    bool put(const QByteArray &sha, int n, const QByteArray &piece)
    {
        const QByteArray number = QByteArray::number(n);
        const char *values[]{sha.constData(), number.constData(), piece.constData()};
        const int lengths[]{static_cast<int>(sha.size()), 0, static_cast<int>(piece.size())};
        const int formats[]{1, 0, 1};
        return ok(PQexecParams(m_connection.get(),
                               "insert into bench.piece values ($1, $2::int, $3)", 3, nullptr,
                               values, lengths, formats, 1));
    }
    bool get(const QByteArray &sha, int n)
    {
        const QByteArray number = QByteArray::number(n);
        const char *values[]{sha.constData(), number.constData()};
        const int lengths[]{static_cast<int>(sha.size()), 0};
        const int formats[]{1, 0};
        return ok(PQexecParams(m_connection.get(),
                               "select bytes from bench.piece where sha = $1 and n = $2::int", 2,
                               nullptr, values, lengths, formats, 1));
    }
    qint64 copy(const QByteArray &sql)
    {
        PQclear(PQexec(m_connection.get(), sql.constData()));
        qint64 bytes = 0;
        char *row = nullptr;
        for (int got = PQgetCopyData(m_connection.get(), &row, 0); got > 0;
             got = PQgetCopyData(m_connection.get(), &row, 0)) {
            bytes += got;
            PQfreemem(row);
        }
        PQclear(PQgetResult(m_connection.get()));
        return bytes;
    }

private:
    static bool ok(PGresult *result)
    {
        const ExecStatusType status = PQresultStatus(result);
        PQclear(result);
        return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    }
    struct Finish
    {
        void operator()(PGconn *connection) const { PQfinish(connection); }
    };
    std::unique_ptr<PGconn, Finish> m_connection;
};

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

/// One private centre, and both ways into it.
class LinkBench
{
public:
    explicit LinkBench(const QString &folder)
        : m_folder(folder)
    {
    }
    ~LinkBench()
    {
        quietly({u"demo"_s, u"--stop"_s, u"--folder"_s, m_folder});
        QDir(m_folder).removeRecursively();
    }
    Q_DISABLE_COPY_MOVE(LinkBench)

    bool prepare()
    {
        if (quietly({u"demo"_s, u"--folder"_s, m_folder}) != Exit::Done)
            return false;
        m_place = CentrePlace::read(m_folder);
        const Result<ConnectionFile> file = ConnectionFile::read(m_folder + u"/A01.onehall"_s);
        if (!file.ok() || !writePrivately(m_folder + u"/bench.crt"_s, file.value().certificate).ok()
            || !writePrivately(m_folder + u"/bench.key"_s, file.value().key).ok())
            return false;
        for (const QByteArray &statement : QByteArray(fillSql).split(';')) {
            if (!statement.trimmed().isEmpty() && !sql(statement))
                return false;
        }
        m_centre = std::make_unique<PostgresCentre>(file.value());
        m_bare = std::make_unique<Bare>(m_place, m_folder);
        return m_bare->isOpen() && m_own.open(ownAccess()).ok()
            && m_centre->signIn(u"cz01"_s, u"dalang2026"_s, u"A01"_s).ok() && namePages();
    }

    QList<Row> measure()
    {
        Samples put;
        Samples barePut;
        Samples get;
        Samples bareGet;
        Samples pull;
        Samples copy;
        Samples ownGet;
        Samples ownPull;
        bool isGood = true;
        for (int round = 0; round < rounds && isGood; ++round) {
            isGood = forgetPages();
            put.add(timed([&] { isGood = isGood && putAll(); }));
            barePut.add(timed([&] { isGood = isGood && barePutAll(); }));
            get.add(timed([&] { isGood = isGood && getAll(); }));
            bareGet.add(timed([&] { isGood = isGood && bareGetAll(); }));
            ownGet.add(timed([&] { isGood = isGood && ownGetAll(); }));
            ownPull.add(timed([&] { isGood = isGood && ownPullAll() == eventCount; }));
            pull.add(timed([&] { isGood = isGood && pullAll() == eventCount; }));
            copy.add(timed([&] {
                m_bare->copy("copy (" + QByteArray(rowsSql) + ") to stdout (format binary)");
            }));
        }
        if (!isGood)
            return {{.name = u"the link"_s, .ours = u"failed"_s}};
        return {
            ratioRow(u"40 pages of 300 KB up, verified / bare libpq"_s, put, barePut, u"≤ 1.11"_s),
            ratioRow(u"the same down / bare libpq"_s, get, bareGet, u"≤ 1.11"_s),
            ratioRow(u"… our session, without the centre's checks"_s, ownGet, bareGet, u""_s),
            ratioRow(u"50,000 events by our session / COPY binary"_s, ownPull, copy, u""_s),
            ratioRow(u"pull of 50,000 events / COPY binary"_s, pull, copy, u"≤ 1.11"_s)};
    }

private:
    [[nodiscard]] Access ownAccess() const
    {
        return {.host = u"localhost"_s,
                .address = u"127.0.0.1"_s,
                .port = m_place.port,
                .database = m_place.database,
                .user = u"a_441900113_bench"_s,
                .password = u"bench"_s,
                .authorityFile = m_folder + u"/authority.crt"_s,
                .certificateFile = m_folder + u"/bench.crt"_s,
                .keyFile = m_folder + u"/bench.key"_s};
    }

    bool sql(const QByteArray &text)
    {
        CentreDatabase centre;
        return centre
                   .open({.host = m_place.socket,
                          .port = m_place.port,
                          .database = m_place.database,
                          .user = u"postgres"_s})
                   .ok()
            && centre.session().script("set session_replication_role = replica").ok()
            && centre.session().script(text).ok();
    }

    bool namePages()
    {
        QByteArray text;
        for (const Page &page : m_pages) {
            text += "insert into app.page select town, '\\x" + page.sha.toHex() + "', "
                + QByteArray::number(page.bytes.size()) + " from app.town;"
                + "insert into app.stream_page select town, stream, '\\x" + page.sha.toHex()
                + "' from app.stream;";
        }
        return sql(text);
    }

    bool forgetPages()
    {
        return sql("truncate app.page_piece, bench.piece, app.ready; "
                   "update app.page set is_complete = false;"
                   "update app.station set page_bytes = 0, day_bytes = 0;"
                   "delete from app.feed where kind = 4; update app.town set pos = 150000;");
    }

    bool putAll()
    {
        for (const Page &page : m_pages) {
            const CarriedPage carried{.sha = page.sha, .size = page.bytes.size()};
            for (int n = 0; n * pagePiece < page.bytes.size(); ++n) {
                if (!m_centre->putPiece(carried, n, page.bytes.mid(n * pagePiece, pagePiece)).ok())
                    return false;
            }
            if (!m_centre->commitPage(page.sha).valueOr(false))
                return false;
        }
        return true;
    }
    bool barePutAll()
    {
        return eachPiece(m_pages, [this](const Page &page, int n, const QByteArray &piece) {
            return m_bare->put(page.sha, n, piece);
        });
    }
    bool getAll()
    {
        return eachPiece(m_pages, [this](const Page &page, int n, const QByteArray &piece) {
            return m_centre->getPiece(u"A01"_s, page.sha, n).valueOr({}).size() == piece.size();
        });
    }
    bool bareGetAll()
    {
        return eachPiece(m_pages, [this](const Page &page, int n, const QByteArray &) {
            return m_bare->get(page.sha, n);
        });
    }
    bool ownGetAll()
    {
        return eachPiece(m_pages, [this](const Page &page, int n, const QByteArray &piece) {
            const Result<Rows> rows
                = m_own.call("select bytes from bench.piece where sha = $1 and n = $2",
                             Parameters().bytes(page.sha).int4(n));
            return rows.ok() && rows.value().bytes(0, 0).size() == piece.size();
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
            for (const FeedEntry &entry : reply.value().entries)
                events += entry.kind == FeedKind::Event ? 1 : 0;
            after.first() = reply.value().upto.pos;
            kept.append(std::move(reply).value());
        }
        return events;
    }

    QString m_folder;
    CentrePlace m_place;
    QList<Page> m_pages = randomPages();
    std::unique_ptr<PostgresCentre> m_centre;
    std::unique_ptr<Bare> m_bare;
    std::atomic_bool m_stop = false;
    Session m_own{LinkTimes{}, m_stop};
};

} // namespace

QList<Row> measureLink(const QString &folder)
{
    LinkBench bench(folder);
    if (!bench.prepare())
        return {{.name = u"the link"_s, .ours = u"no private centre could be made"_s}};
    return bench.measure();
}

} // namespace hall::bench

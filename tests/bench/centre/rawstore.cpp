#include "tests/bench/centre/rawstore.h"

#include "store/journal.h"

#include <QHash>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sqlite3.h>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr auto insertSql
    = "insert into event (key, type, branch, action, from_, to_, actor, post, station, gained, "
      "lost,"
      " head, body, id, expects, replaces, saw, body_hash, hash, chain, mac, version, acted_at, "
      "pos)"
      " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// The journal's table and indexes, in the words that made them.
QByteArray schemaOf(const QString &like)
{
    QByteArray schema;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw-schema"_s);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        database.setDatabaseName(like);
        if (database.open()) {
            QSqlQuery query(u"select sql from sqlite_master where tbl_name = 'event' and sql is not"
                            u" null order by rowid"_s,
                            database);
            while (query.next())
                schema += query.value(0).toByteArray() + ';';
        }
    }
    QSqlDatabase::removeDatabase(u"raw-schema"_s);
    return schema;
}

} // namespace

RawStore::RawStore(const QString &file, const QString &like, const char *sync)
{
    const QByteArray schema = schemaOf(like);
    const QByteArray strict = QByteArray("pragma synchronous = ") + sync;
    if (schema.isEmpty() || sqlite3_open(file.toUtf8().constData(), &m_database) != SQLITE_OK)
        return;
    for (const char *sql :
         {"pragma mmap_size = 67108864", "pragma cache_size = -16384", "pragma temp_store = memory",
          "pragma journal_mode = wal", strict.constData(), "pragma secure_delete = fast",
          "pragma wal_autocheckpoint = 2000",
          "create table one (id integer primary key, bytes blob)", schema.constData()}) {
        if (!run(sql))
            return;
    }
    sqlite3_prepare_v2(m_database, "insert into one (bytes) values (?)", -1, &m_one, nullptr);
    sqlite3_prepare_v2(m_database, insertSql, -1, &m_insert, nullptr);
}

RawStore::~RawStore()
{
    sqlite3_finalize(m_insert);
    sqlite3_finalize(m_one);
    sqlite3_close(m_database);
}

bool RawStore::run(const char *sql)
{
    return sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

void RawStore::prepare(const QList<FeedEntry> &entries)
{
    QHash<StreamId, std::pair<qint64, qint64>> streams; // key, events so far
    for (const FeedEntry &entry : entries) {
        const Event event = *eventFromCanonical(entry.envelope, entry.body);
        auto &[key, count] = streams[entry.stream];
        key = key == 0 ? streams.size() : key;
        const auto list = [](const QStringList &values) {
            return values.isEmpty() ? QByteArray() : '[' + values.join(u',').toUtf8() + ']';
        };
        const auto id
            = [](const EventId &value) { return value.isNull() ? QByteArray() : value.bytes(); };
        m_rows.append(
            {.key = eventKey(key, ++count),
             .texts
             = {event.type.toUtf8(), event.branch.toUtf8(), event.action.toUtf8(),
                event.from.toUtf8(), event.to.toUtf8(), event.actor.toUtf8(), event.post.toUtf8(),
                event.station.toUtf8(), list(event.scopesGained), list(event.scopesLost),
                QJsonDocument(event.head).toJson(QJsonDocument::Compact), event.body},
             .blobs = {event.id.bytes(),
                       id(event.expects),
                       id(event.replaces),
                       {},
                       event.bodyHash,
                       event.hash,
                       entry.chain,
                       entry.mac},
             .version = event.version,
             .actedAt = event.actedAt,
             .pos = entry.pos});
    }
}

bool RawStore::bind(const RawRow &row)
{
    int at = 1;
    sqlite3_bind_int64(m_insert, at++, row.key);
    for (const QByteArray &text : row.texts)
        sqlite3_bind_text(m_insert, at++, text.isNull() ? "" : text.constData(),
                          static_cast<int>(text.size()), SQLITE_STATIC);
    for (const QByteArray &blob : row.blobs) {
        if (blob.isEmpty())
            sqlite3_bind_null(m_insert, at++);
        else
            sqlite3_bind_blob(m_insert, at++, blob.constData(), static_cast<int>(blob.size()),
                              SQLITE_STATIC);
    }
    for (const qint64 number : {row.version, row.actedAt, row.pos})
        sqlite3_bind_int64(m_insert, at++, number);
    const bool done = sqlite3_step(m_insert) == SQLITE_DONE;
    sqlite3_reset(m_insert);
    return done;
}

bool RawStore::insert(qsizetype from, qsizetype count)
{
    if (!run("begin immediate"))
        return false;
    for (qsizetype i = from; i < std::min(m_rows.size(), from + count); ++i) {
        if (!bind(m_rows.at(i)))
            return false;
    }
    return run("commit");
}

bool RawStore::commitOne(const QByteArray &bytes)
{
    sqlite3_bind_blob(m_one, 1, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    const bool done = sqlite3_step(m_one) == SQLITE_DONE;
    sqlite3_reset(m_one);
    return done;
}

bool RawStore::commitMany(const QByteArray &bytes, int count)
{
    if (!run("begin immediate"))
        return false;
    for (int i = 0; i < count; ++i) {
        if (!commitOne(bytes))
            return false;
    }
    return run("commit");
}

} // namespace hall::bench

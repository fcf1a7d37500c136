#include "store/connection.h"

#include "store/sqlscript.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace hall {

using namespace Qt::StringLiterals;

struct Connection::Statement
{
    QSqlQuery query;
    QStringList places = {};  ///< names of the parameters; empty = one stands twice
    qsizetype lastPlace = 0;  ///< values are mostly bound in order: look there first
    QStringList columns = {}; ///< of the last execution
    qsizetype lastColumn = 0; ///< rows are mostly read in order: look there first
    bool isPrepared = false;
    bool isBusy = false;
    qint64 insertedKey = 0;
    int affected = 0;
};

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); the extended ones stand above bit 8.
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteIoError = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteNotADatabase = 26;
constexpr int sqliteIoShortRead = 522;
constexpr int sqliteIoWrite = 778;

Error injectedFault()
{
    return {ErrorKind::StoreFailed, u"injected fault"_s};
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// SQLite numbers named parameters in their order. Values are bound by these numbers: Qt's own way
/// from a name to its place costs more than many a statement. Where a name stands twice only Qt's
/// way works: nothing.
QStringList placesIn(const QString &sql)
{
    QStringList places;
    bool isText = false;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        if (sql.at(i) == u'\'')
            isText = !isText;
        if (isText || sql.at(i) != u':')
            continue;
        qsizetype end = i + 1;
        while (end < sql.size() && isNameCharacter(sql.at(end)))
            ++end;
        const QString name = sql.mid(i, end - i);
        if (places.contains(name))
            return {};
        if (name.size() > 1)
            places.append(name);
        i = end - 1;
    }
    return places;
}

} // namespace

Error storeError(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    // A header that SQLite cannot make sense of is an ordinary error to it.
    if (code == sqliteIoShortRead || detail.contains("unsupported file format"_L1))
        return {ErrorKind::StoreDamaged, detail};
    // Past a limit of file size the system answers EFBIG, which SQLite passes on as a write error.
    if (code == sqliteIoWrite)
        return {ErrorKind::DiskFull, detail};
    switch (code & 0xff) {
    case sqliteBusy:
    case sqliteLocked:
        return {ErrorKind::StoreBusy, detail};
    case sqliteFull:
        return {ErrorKind::DiskFull, detail};
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return {ErrorKind::StoreDamaged, detail};
    case sqliteCannotOpen:
        return {ErrorKind::StoreOpen, detail};
    case sqliteIoError:
        return {ErrorKind::StoreFailed, u"disk: "_s + detail};
    default:
        return {ErrorKind::StoreFailed, detail};
    }
}

Connection::Connection(FaultPlan *faults)
    : m_faults(faults)
{
    static std::atomic<int> number{0};
    m_name = u"hall-%1"_s.arg(++number);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Sync sync,
                                                     FaultPlan *faults)
{
    std::unique_ptr<Connection> connection(new Connection(faults));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    database.setDatabaseName(file);
    database.setConnectOptions(sync == Sync::ReadOnly
                                   ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                   : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (faults && faults->strikes())
        return injectedFault();
    if (!database.open())
        return storeError(database.lastError());
    connection->m_sync = sync;
    const Result<Done> configured = connection->configure(sync);
    if (!configured.ok())
        return configured.error();
    return connection;
}

Result<Done> Connection::configure(Sync sync)
{
    QStringList pragmas = {u"pragma foreign_keys = on"_s, u"pragma mmap_size = 67108864"_s,
                           u"pragma cache_size = -16384"_s, u"pragma temp_store = memory"_s};
    if (sync == Sync::ReadOnly) {
        pragmas.append(u"pragma query_only = on"_s);
    } else {
        pragmas.append(u"pragma journal_mode = wal"_s);
        pragmas.append(sync == Sync::Full ? u"pragma synchronous = full"_s
                                          : u"pragma synchronous = normal"_s);
        // What leaves this machine's scope must not stay readable in free pages (design.md section
        // 6).
        pragmas.append(u"pragma secure_delete = fast"_s);
        // A row that OR REPLACE puts away counts as deleted for the day's sums (0003).
        pragmas.append(u"pragma recursive_triggers = on"_s);
        pragmas.append(u"pragma wal_autocheckpoint = 2000"_s);
        pragmas.append(u"pragma journal_size_limit = 67108864"_s);
    }
    for (const QString &pragma : pragmas) {
        const Result<Done> done = execute(pragma);
        if (!done.ok())
            return done.error();
    }
    return Done{};
}

Connection::~Connection()
{
    m_statements.clear();
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<Done> Connection::execute(const QString &sql)
{
    if (m_faults && m_faults->strikes())
        return injectedFault();
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return storeError(query.lastError());
    return Done{};
}

Result<Done> Connection::begin()
{
    return execute(m_sync == Sync::ReadOnly ? u"begin"_s : u"begin immediate"_s);
}

Result<Done> Connection::commit()
{
    return execute(u"commit"_s);
}

void Connection::rollback()
{
    // Never failed by a fault plan: it is what follows a fault. SQLite may have rolled back by
    // itself.
    QSqlQuery query(database());
    query.exec(u"rollback"_s);
}

Result<Done> Connection::script(const QString &sql)
{
    for (const QString &statement : sqlStatements(sql)) {
        const Result<Done> done = execute(statement);
        if (!done.ok())
            return done.error();
    }
    return Done{};
}

std::shared_ptr<Connection::Statement> Connection::prepared(const QString &sql)
{
    std::shared_ptr<Statement> &kept = m_statements[sql];
    if (kept && !kept->isBusy)
        return kept;
    // The same statement is still being read further up: this use gets one of its own.
    auto fresh = std::make_shared<Statement>(Statement{.query = QSqlQuery(database())});
    fresh->query.setForwardOnly(true);
    fresh->isPrepared = fresh->query.prepare(sql);
    fresh->places = placesIn(sql);
    if (!kept && fresh->isPrepared)
        kept = fresh;
    else if (!kept)
        m_statements.remove(sql);
    return fresh;
}

Query::Query(Connection &connection, const QString &sql)
    : m_connection(connection)
    , m_statement(connection.prepared(sql))
{
    m_statement->isBusy = true;
}

Query::~Query()
{
    m_statement->query.finish();
    m_statement->isBusy = false;
}

Query &Query::bind(QLatin1StringView name, const QVariant &value)
{
    // A null QString is an empty text here; what is to be NULL is bound as QVariant().
    const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    const QVariant bound = isNullText ? QVariant(u""_s) : value;
    const QStringList &places = m_statement->places;
    const qsizetype count = places.size();
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype place = (m_statement->lastPlace + i) % count;
        if (places.at(place) == name) {
            m_statement->lastPlace = (place + 1) % count;
            m_statement->query.bindValue(int(place), bound);
            return *this;
        }
    }
    m_statement->query.bindValue(QString(name), bound);
    return *this;
}

Result<Done> Query::execute()
{
    if (m_connection.m_faults && m_connection.m_faults->strikes())
        return injectedFault();
    if (!m_statement->isPrepared || !m_statement->query.exec())
        return storeError(m_statement->query.lastError());
    m_executed = true;
    return Done{};
}

Result<Done> Query::run()
{
    const Result<Done> done = execute();
    if (!done.ok())
        return done.error();
    // Asked for now: a finished query no longer answers.
    m_statement->insertedKey = m_statement->query.lastInsertId().toLongLong();
    m_statement->affected = m_statement->query.numRowsAffected();
    m_statement->query.finish();
    return Done{};
}

Result<bool> Query::next()
{
    if (!m_executed) {
        const Result<Done> done = execute();
        if (!done.ok())
            return done.error();
        if (m_statement->columns.isEmpty()) {
            const QSqlRecord record = m_statement->query.record();
            for (int i = 0; i < record.count(); ++i)
                m_statement->columns.append(record.fieldName(i));
        }
    }
    if (m_statement->query.next())
        return true;
    const QSqlError error = m_statement->query.lastError();
    if (error.type() != QSqlError::NoError)
        return storeError(error);
    return false;
}

QVariant Query::value(QLatin1StringView column) const
{
    const QStringList &columns = m_statement->columns;
    const qsizetype count = columns.size();
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype index = (m_statement->lastColumn + i) % count;
        if (columns.at(index) == column) {
            m_statement->lastColumn = (index + 1) % count;
            return m_statement->query.value(int(index));
        }
    }
    Q_ASSERT_X(false, "Query::value", column.data());
    return {};
}

qint64 Query::insertedKey() const
{
    return m_statement->insertedKey;
}

int Query::affected() const
{
    return m_statement->affected;
}

} // namespace hall

#include "accept.h"

#include "desk/routing/caseacts.h"
#include "store/freshgrams.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <unistd.h>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

/// The least that a promise on disk costs: a commit with synchronous=FULL and an append with
/// fdatasync to a file that is preallocated.
class RawPromise
{
public:
    explicit RawPromise(const QString &scratch)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s))
        , m_file(scratch + u"/raw.log"_s)
    {
        m_database.setDatabaseName(scratch + u"/raw.sqlite"_s);
        m_isReady = m_database.open() && m_file.open(QIODevice::ReadWrite)
            && m_file.resize(64 * 1024 * 1024);
        QSqlQuery query(m_database);
        m_isReady = m_isReady && query.exec(u"PRAGMA journal_mode=WAL"_s)
            && query.exec(u"PRAGMA synchronous=FULL"_s)
            && query.exec(u"CREATE TABLE IF NOT EXISTS raw(id INTEGER PRIMARY KEY, bytes BLOB)"_s);
    }

    [[nodiscard]] bool isReady() const { return m_isReady; }

    void once(const QByteArray &bytes)
    {
        QSqlQuery query(m_database);
        m_database.transaction();
        query.prepare(u"INSERT INTO raw(bytes) VALUES (?)"_s);
        query.addBindValue(bytes);
        query.exec();
        m_database.commit();
        m_file.write(bytes);
        m_file.flush();
        ::fdatasync(m_file.handle());
    }

private:
    QSqlDatabase m_database;
    QFile m_file;
    bool m_isReady = false;
};

Result<Done> acceptOne(WriteTx &tx, const Registration &registration, const Session &clerk,
                       IdSource &ids, qint64 &bytes)
{
    const Result<ActResult> opened = CaseActs::openIn(tx, registration, clerk, ids);
    if (!opened.ok())
        return opened.error();
    const Result<ActResult> accepted
        = CaseActs::runIn(tx, registration.stream, clerk, Act{.action = u"accept"_s}, ids);
    if (!accepted.ok())
        return accepted.error();
    for (const PlacedEvent &placed : tx.appended())
        bytes += placed.event.body.size() + canonicalEnvelope(placed.event).size();
    return Done{};
}

/// What the acceptances left for a quiet moment and nobody has done meanwhile: the figure above
/// hides nothing.
Row sortedLater(Store &store)
{
    double ms = 0;
    qint64 cases = 0;
    QFuture<Result<Done>> sorted = store.write([&](WriteTx &tx) -> Result<Done> {
        Query waiting(tx.connection(), u"SELECT count(*) AS n FROM gram_fresh"_s);
        const Result<bool> row = waiting.next();
        if (!row.ok())
            return row.error();
        cases = waiting.number("n"_L1);
        Result<Done> done = Done{};
        ms = timed([&] { done = sortInAll(tx.connection()); });
        return done;
    });
    sorted.waitForFinished();
    if (!sorted.result().ok() || cases == 0)
        return {.name = u"… nothing left to sort in"_s};
    return {.name = u"… its search entries sorted in later"_s,
            .ours = u"%1 ms (mean of %2)"_s.arg(ms / double(cases), 0, 'f', 3).arg(cases)};
}

} // namespace

QList<Row> measureAccept(Store &store, const QString &scratch, IdSource &ids)
{
    RawPromise raw(scratch);
    const ReferencePtr reference = store.reference();
    const ItemDef *item = nullptr;
    for (const ItemDef &candidate : reference->items) {
        if (candidate.workflow == "W2"_L1 && !clerkFor(candidate, *reference).member.code.isEmpty())
            item = &candidate;
    }
    if (!raw.isReady() || !item)
        return {{.name = u"accept: could not be set up"_s}};
    const Session clerk = clerkFor(*item, *reference);
    People people(11);
    Samples ours;
    Samples limit;
    qint64 bytes = 0;
    constexpr int turns = 200;
    for (int turn = 0; turn < turns; ++turn) {
        const Registration registration = randomRegistration(*item, people, ids);
        bytes = 0;
        Result<Done> done = Done{};
        ours.add(timed([&] {
            QFuture<Result<Done>> accepted = store.write(
                [&](WriteTx &tx) { return acceptOne(tx, registration, clerk, ids, bytes); });
            accepted.waitForFinished();
            done = accepted.result();
        }));
        if (!done.ok())
            return {{.name = u"accept: refused with kind %1 %2"_s.arg(int(done.error().kind))
                                 .arg(done.error().detail)}};
        const QByteArray same(bytes, 'x');
        limit.add(timed([&] { raw.once(same); }));
    }
    Row row = ratioRow(u"accept one case, %1 bytes"_s.arg(bytes), ours, limit, u"≤ 2"_s);
    return {row, sortedLater(store)};
}

} // namespace hall::bench

#include "store/applicants.h"
#include "store/casecard.h"
#include "store/milestones.h"
#include "store/rowvalues.h"
#include "store/searchindex.h"

#include <QSet>
#include <QSqlError>
#include <QSqlQuery>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString newestSql = u"SELECT max((SELECT coalesce(max(key), 0) FROM stream), "
                          "(SELECT coalesce(max(key), 0) FROM case_row)) AS newest"_s;
// By position, against the rule of the house: binding by name takes three times as long, and a
// million rows come this way. The order is that of bindCold().
const QString insertSql
    = u"INSERT INTO case_row (key, id, number, is_folded, version, item_code, item_name, dept, "
      "window, clerk, accepted_by, applicant, applicant_name, applicant_number, phone, legal_name, "
      "agent_name, summary, phase, state, case_type, finish, is_stopped, is_paid, started_day, "
      "promise_due, legal_due, registered_at, accepted_at, closed_at, changed_at, registered_day, "
      "accepted_day, closed_day, said_at, applicant_kind, id_kind, address, legal_number, "
      "override_reason, is_deemed, corrections, fee_total, days_used, legal_days, promised_days) "
      "VALUES (?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, "
      "?, "
      "?, ?, ?, ?, ?, ?, ?, 1, '', '', '', '', 0, 0, 0, 0, 0, 0)"_s;
// What follows from the rows is made from them in one step a batch.
const QString streamsSql
    = u"INSERT INTO stream (key, kind, id, count) SELECT key, :kind, id, 0 FROM case_row "
      "WHERE key BETWEEN :first AND :last"_s;
const QString milesSql
    = u"INSERT OR IGNORE INTO mile (day, kind, key, nth, is_folded, minute, window, dept, item, "
      u"actor, "
      "case_type, finish, grade, days_used, legal_days) "
      "SELECT %1_day, %2, key, 0, 0, (%1_at / 60000 + 480) % 1440, window, dept, item_code, %3, "
      "case_type, %4, %5, 0, 0 FROM case_row "
      "WHERE key BETWEEN :first AND :last AND %1_day IS NOT NULL ORDER BY 1, key"_s;
const QString gradeSql
    = u"CASE WHEN promise_due IS NULL OR accepted_at = 0 THEN 0 "
      "WHEN closed_day < promise_due THEN 1 WHEN closed_day = promise_due THEN 2 "
      "ELSE 3 END"_s;

static_assert(hallOffsetSeconds / 60 == 480);
static_assert(static_cast<int>(Milestone::Received) == 1
              && static_cast<int>(Milestone::Accepted) == 2
              && static_cast<int>(Milestone::Ended) == 9);

void bindCold(QSqlQuery &query, qint64 key, const CaseRow &row)
{
    int at = 0;
    const auto add = [&query, &at](const QVariant &value) { query.bindValue(at++, value); };
    add(key);
    add(idValue(row.id));
    for (const QString *text : {&row.number, &row.itemCode, &row.itemName, &row.dept, &row.window,
                                &row.clerk, &row.acceptedBy})
        add(textValue(*text));
    add(row.applicant.isNull() ? QVariant() : idValue(row.applicant));
    for (const QString *text :
         {&row.applicantName, &row.applicantNumber, &row.phone, &row.agentName, &row.summary})
        add(textValue(*text));
    add(static_cast<int>(row.phase));
    add(textValue(row.state));
    add(static_cast<int>(row.caseType));
    add(textValue(row.finish));
    add(row.isPaid ? 1 : 0);
    for (const QDate &day : {row.light.started, row.light.promiseDue, row.light.legalDue})
        add(dayValue(day));
    for (const qint64 ms : {row.registeredAt, row.acceptedAt, row.closedAt, row.changedAt})
        add(ms);
    for (const qint64 ms : {row.registeredAt, row.acceptedAt, row.closedAt})
        add(dayValue(ms));
    add(row.registeredAt);
}

/// A big batch touches most pages of the indexes: with the everyday cache each would be written and
/// read again several times. A pragma that fails only makes it slower.
class WideCache
{
public:
    explicit WideCache(Connection &connection)
        : m_query(connection.database())
    {
        if (m_query.exec(u"PRAGMA cache_size"_s) && m_query.next())
            m_before = m_query.value(0).toInt();
        m_query.exec(u"PRAGMA cache_size = -400000"_s);
    }
    ~WideCache() { m_query.exec(u"PRAGMA cache_size = %1"_s.arg(m_before)); }
    WideCache(const WideCache &) = delete;
    WideCache &operator=(const WideCache &) = delete;

private:
    QSqlQuery m_query;
    int m_before = -16384;
};

Result<qint64> newestKey(const ReadTx &tx)
{
    Query query(tx.connection(), newestSql);
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    return query.number("newest"_L1);
}

Result<Done> insertRows(WriteTx &tx, qint64 first, const QList<CaseRow> &rows)
{
    QSqlQuery query(tx.connection().database());
    if (!query.prepare(insertSql))
        return storeError(query.lastError());
    qint64 key = first;
    for (const CaseRow &row : rows) {
        bindCold(query, key++, row);
        if (!query.exec())
            return storeError(query.lastError());
    }
    return Done{};
}

Result<Done> insertDerived(WriteTx &tx, qint64 first, qint64 last)
{
    Query streams(tx.connection(), streamsSql);
    const Result<Done> done = bindAll(streams,
                                      {{":kind"_L1, static_cast<int>(StreamKind::Case)},
                                       {":first"_L1, first},
                                       {":last"_L1, last}})
                                  .run();
    if (!done.ok())
        return done;
    for (const QString &sql :
         {milesSql.arg(u"registered"_s, u"1"_s, u"clerk"_s, u"''"_s, u"0"_s),
          milesSql.arg(u"accepted"_s, u"2"_s, u"accepted_by"_s, u"''"_s, u"0"_s),
          milesSql.arg(u"closed"_s, u"9"_s, u"clerk"_s, u"finish"_s, gradeSql)}) {
        Query miles(tx.connection(), sql);
        const Result<Done> written
            = bindAll(miles, {{":first"_L1, first}, {":last"_L1, last}}).run();
        if (!written.ok())
            return written;
    }
    return Done{};
}

Result<Done> insertSearch(WriteTx &tx, qint64 first, const QList<CaseRow> &rows)
{
    QList<std::pair<qint64, SearchTexts>> texts;
    QSet<ApplicantId> applicants;
    qint64 key = first;
    for (const CaseRow &row : rows) {
        texts.append({key++, searchTextsOf({.row = row})});
        if (!row.applicant.isNull())
            applicants.insert(row.applicant);
    }
    const Result<Done> indexed = indexMany(tx, GramTable::Cases, texts);
    if (!indexed.ok())
        return indexed;
    for (const ApplicantId &id : std::as_const(applicants)) {
        const Result<Done> done = refreshApplicant(tx, id);
        if (!done.ok())
            return done;
    }
    return Done{};
}

} // namespace

Result<Done> insertColdRows(WriteTx &tx, const QList<CaseRow> &rows)
{
    constexpr qsizetype bigBatch = 10000;
    std::optional<WideCache> cache;
    if (rows.size() >= bigBatch)
        cache.emplace(tx.connection());
    const Result<qint64> newest = newestKey(tx);
    if (!newest.ok())
        return newest.error();
    const qint64 first = newest.value() + 1;
    const Result<Done> inserted = insertRows(tx, first, rows);
    if (!inserted.ok())
        return inserted;
    const Result<Done> derived = insertDerived(tx, first, first + rows.size() - 1);
    if (!derived.ok())
        return derived;
    return insertSearch(tx, first, rows);
}

} // namespace hall

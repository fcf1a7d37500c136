#include "store/opencases.h"

#include "store/connection.h"
#include "store/rowvalues.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// `phase < 6` is what the partial index of open cases says, word for word.
const QString dueFromSql
    = u"select id from case_row where phase < 6 and is_folded = 1 and (is_stopped = 1 "
      "or max(coalesce(promise_due, 0), coalesce(legal_due, 0), coalesce(receipt_due, 0), "
      "coalesce(step_due, 0), coalesce(correction_due, 0), coalesce(delivery_due, 0)) >= :day) "
      "order by key"_s;
const QString byItemSql = u"select item_code, count(*) as cases from case_row where phase < 6"
                          u" group by item_code"_s;

StreamId idFrom(const Query &query)
{
    return StreamId::fromBytes(query.bytes("id"_L1));
}

} // namespace

Result<QList<StreamId>> casesDueFrom(const ReadTx &tx, const QDate &day)
{
    Query query(tx.connection(), dueFromSql);
    query.bind(":day"_L1, dayValue(day));
    return rowsOf(query, idFrom);
}

Result<QHash<QString, int>> openCasesByItem(const ReadTx &tx)
{
    QHash<QString, int> counts;
    Query query(tx.connection(), byItemSql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        counts.insert(query.text("item_code"_L1), int(query.number("cases"_L1)));
    if (!more.ok())
        return more.error();
    return counts;
}

} // namespace hall

#include "store/opencases.h"

#include "store/connection.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// `phase < 6` is what the partial index of open cases says, word for word.
const QString byItemSql = u"select item_code, count(*) as cases from case_row where phase < 6"
                          u" group by item_code"_s;

} // namespace

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

#include "store/leases.h"

#include "store/referencerows.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString lastLeasedSql = u"select coalesce(max(last), 0) as last from number_lease"
                              u" where series = :series and organ = :organ and year = :year"_s;

} // namespace

Result<NumberBlock> LocalLeases::lease(WriteTx &tx, const NumberSequence &sequence)
{
    Query query(tx.connection(), lastLeasedSql);
    query.bind(":series"_L1, sequence.series)
        .bind(":organ"_L1, sequence.organ)
        .bind(":year"_L1, sequence.year);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    const Result<QJsonObject> setting = publishedSetting(tx.connection(), u"number-block"_s);
    if (!setting.ok())
        return setting.error();
    const int size = qMax(1, setting.value().value("size"_L1).toInt(defaultBlock));
    const int last = int(query.number("last"_L1));
    return NumberBlock{last + 1, last + size};
}

} // namespace hall

#include "sync/engine/leasebook.h"

#include "store/ownrows.h"
#include "store/referencerows.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString leftSql
    = u"select series, organ, sum(case when returned = 0 then last - next + 1 else 0 end) as left_"
      u" from number_lease where year = :year group by series, organ"_s;
const QString hereSql = u"select 1 as here from number_lease where series = :series"
                        u" and organ = :organ and year = :year and first = :first"_s;

// What every hall gives in its first hour; receipts are numbered per window.
const QStringList &usualSeries()
{
    static const QStringList series{
        u"acceptance-notice"_s, u"correction-notice"_s, u"refusal-notice"_s, u"grant-decision"_s,
        u"denial-decision"_s,   u"delivery-receipt"_s,  u"payment-notice"_s, u"slip"_s,
        u"not-needed-notice"_s};
    return series;
}

Result<int> blockSize(const ReadTx &tx)
{
    const Result<QJsonObject> setting = publishedSetting(tx.connection(), u"number-block"_s);
    if (!setting.ok())
        return setting.error();
    return qMax(1, setting.value().value("size"_L1).toInt(LocalLeases::defaultBlock));
}

} // namespace

Result<NumberBlock> LeaseBook::lease(WriteTx &, const NumberSequence &sequence)
{
    const std::lock_guard guard(m_mutex);
    const auto isSame = [&sequence](const NumberSequence &other) {
        return other.series == sequence.series && other.organ == sequence.organ
            && other.year == sequence.year;
    };
    if (std::ranges::none_of(m_missing, isSame))
        m_missing.append(sequence);
    return Error{ErrorKind::OnlineOnly, sequence.series};
}

Result<QList<LeaseAsk>> LeaseBook::needs(const ReadTx &tx, int year)
{
    const Result<int> size = blockSize(tx);
    if (!size.ok())
        return size.error();
    QList<LeaseAsk> asks;
    {
        const std::lock_guard guard(m_mutex);
        for (const NumberSequence &missing : std::as_const(m_missing))
            asks.append({missing.series, missing.organ, missing.year, size.value()});
    }
    const QString organ = tx.reference().hall.organWord;
    QStringList known;
    Query query(tx.connection(), leftSql);
    query.bind(":year"_L1, year);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        if (query.text("organ"_L1) == organ)
            known.append(query.text("series"_L1));
        if (query.number("left_"_L1) * 2 <= size.value())
            asks.append({query.text("series"_L1), query.text("organ"_L1), year, size.value()});
    }
    if (!more.ok())
        return more.error();
    for (const QString &series : usualSeries()) {
        if (!organ.isEmpty() && !known.contains(series))
            asks.append({series, organ, year, size.value()});
    }
    return asks;
}

Result<Done> LeaseBook::store(WriteTx &tx, const LeaseAsk &ask, const LeasedBlock &block)
{
    const QString organ = ask.organ.isNull() ? u""_s : ask.organ;
    {
        Query query(tx.connection(), hereSql);
        query.bind(":series"_L1, ask.series)
            .bind(":organ"_L1, organ)
            .bind(":year"_L1, ask.year)
            .bind(":first"_L1, block.first);
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        if (row.value())
            return Done{};
    }
    {
        const std::lock_guard guard(m_mutex);
        m_missing.removeIf([&ask](const NumberSequence &missing) {
            return missing.series == ask.series && missing.organ == ask.organ
                && missing.year == ask.year;
        });
    }
    return putRow(tx, u"number_lease"_s,
                  {{u"series"_s, ask.series},
                   {u"organ"_s, organ},
                   {u"year"_s, ask.year},
                   {u"first"_s, block.first}},
                  {{u"last"_s, block.last}, {u"next"_s, block.first}, {u"returned"_s, 0}});
}

} // namespace hall

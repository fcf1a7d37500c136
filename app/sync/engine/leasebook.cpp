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

const QString spentSql = u"select series, organ, year, first, last, next from number_lease"
                         u" where year < :year and returned = 0 and next <= last"
                         u" order by year, series, organ, first limit 1"_s;
const QString lastSql = u"select last, next from number_lease where series = :series"
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
    if (m_tell)
        m_tell();
    return Error{ErrorKind::OnlineOnly, u"number"_s};
}

void LeaseBook::whenMissing(std::function<void()> tell)
{
    const std::lock_guard guard(m_mutex);
    m_tell = std::move(tell);
}

bool LeaseBook::hasMissing() const
{
    const std::lock_guard guard(m_mutex);
    return !m_missing.isEmpty();
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

Result<std::optional<LeaseBook::SpentBlock>> LeaseBook::spent(const ReadTx &tx, int year)
{
    Query query(tx.connection(), spentSql);
    const Result<bool> row = query.bind(":year"_L1, year).next();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<SpentBlock>();
    return std::optional(SpentBlock{.ask = {.series = query.text("series"_L1),
                                            .organ = query.text("organ"_L1),
                                            .year = int(query.number("year"_L1))},
                                    .first = int(query.number("first"_L1)),
                                    .from = int(query.number("next"_L1))});
}

Result<Done> LeaseBook::giveBack(WriteTx &tx, const SpentBlock &block)
{
    int last = 0;
    {
        Query query(tx.connection(), lastSql);
        query.bind(":series"_L1, block.ask.series)
            .bind(":organ"_L1, block.ask.organ)
            .bind(":year"_L1, block.ask.year)
            .bind(":first"_L1, block.first);
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        // A number that was given in the meantime stays this station's.
        if (!row.value() || query.number("next"_L1) != block.from)
            return Error{ErrorKind::StateMoved, u"number"_s};
        last = int(query.number("last"_L1));
    }
    return putRow(
        tx, u"number_lease"_s,
        {{u"series"_s, block.ask.series},
         {u"organ"_s, block.ask.organ},
         {u"year"_s, block.ask.year},
         {u"first"_s, block.first}},
        {{u"last"_s, last}, {u"next"_s, block.from}, {u"returned"_s, last - block.from + 1}});
}

} // namespace hall

#include "store/clockrows.h"

#include "store/rowvalues.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

// The columns of units and rolls hold these numbers.
static_assert(static_cast<int>(DayUnit::Workday) == 0 && static_cast<int>(Roll::Next) == 0);

namespace {

const QString insertSql
    = u"INSERT INTO case_clock (key, registered_day, corrected_day, accepted_day, ready_day, "
      "step_day, step_days, promised_days, promised_unit, promised_roll, legal_days, legal_unit, "
      "legal_roll) VALUES (:key, :registered_day, :corrected_day, :accepted_day, :ready_day, "
      ":step_day, :step_days, :promised_days, :promised_unit, :promised_roll, :legal_days, "
      ":legal_unit, :legal_roll)"_s;
const QString deleteSql = u"DELETE FROM case_clock WHERE key = :key"_s;

// In the order in which rowFrom() asks: Query looks for the next column first.
const QString selectSql
    = u"SELECT case_row.key, id, number, item_code, item_name, phase, changed_at, "
      "case_clock.registered_day, corrected_day, case_clock.accepted_day, case_clock.ready_day, "
      "step_day, step_days, case_clock.promised_days, promised_unit, promised_roll, "
      "case_clock.legal_days AS limit_days, legal_unit, legal_roll "
      "FROM case_clock CROSS JOIN case_row ON case_row.key = case_clock.key WHERE "_s;
const QString dueSql
    = u"(is_stopped = 1 OR max(coalesce(promise_due, 0), coalesce(legal_due, 0), "
      "coalesce(receipt_due, 0), coalesce(step_due, 0), coalesce(correction_due, 0), "
      "coalesce(delivery_due, 0)) >= :day) ORDER BY case_clock.key"_s;
const QString betweenSql = u"case_clock.key > :after AND case_clock.key <= :last "
                           "ORDER BY case_clock.key"_s;
const QString stopsSql = u"SELECT stop.key, from_day, to_day FROM case_clock CROSS JOIN stop "
                         "ON stop.key = case_clock.key WHERE case_clock.key > :after "
                         "AND case_clock.key <= :last ORDER BY stop.key, nth"_s;

// `IS NOT` knows NULL: only a row that differs is written.
const QString moveSql
    = u"UPDATE case_row SET promise_due = :promise, legal_due = :legal, receipt_due = :receipt, "
      "step_due = :step, correction_due = :correction, delivery_due = :delivery "
      "WHERE key = :key AND (promise_due IS NOT :promise OR legal_due IS NOT :legal "
      "OR receipt_due IS NOT :receipt OR step_due IS NOT :step "
      "OR correction_due IS NOT :correction OR delivery_due IS NOT :delivery)"_s;
const QString movePileSql = u"UPDATE pile SET due = :due WHERE key = :key"_s;

QDate dayOf(const Query &query, QLatin1StringView column)
{
    return dayFrom(query.number(column));
}

ClockRow rowFrom(const Query &query)
{
    ClockRow row{.key = query.number("key"_L1),
                 .id = StreamId::fromBytes(query.bytes("id"_L1)),
                 .number = query.text("number"_L1),
                 .itemCode = query.text("item_code"_L1),
                 .itemName = query.text("item_name"_L1),
                 .phase = static_cast<Phase>(query.number("phase"_L1)),
                 .changedAt = query.number("changed_at"_L1)};
    ClockInputs &inputs = row.inputs;
    inputs.registered = dayOf(query, "registered_day"_L1);
    inputs.corrected = dayOf(query, "corrected_day"_L1);
    inputs.accepted = dayOf(query, "accepted_day"_L1);
    inputs.ready = dayOf(query, "ready_day"_L1);
    inputs.stepSince = dayOf(query, "step_day"_L1);
    inputs.stepDays = int(query.number("step_days"_L1));
    inputs.promised = {.days = int(query.number("promised_days"_L1)),
                       .unit = static_cast<DayUnit>(query.number("promised_unit"_L1)),
                       .roll = static_cast<Roll>(query.number("promised_roll"_L1))};
    const QVariant days = query.value("limit_days"_L1);
    if (!days.isNull())
        inputs.legal = Limit{.days = days.toInt(),
                             .unit = static_cast<DayUnit>(query.number("legal_unit"_L1)),
                             .roll = static_cast<Roll>(query.number("legal_roll"_L1))};
    return row;
}

/// Adds the stops of the cases, which are in the order of their keys.
Result<Done> readStops(const ReadTx &tx, QList<ClockRow> &rows)
{
    if (rows.isEmpty())
        return Done{};
    Query query(tx.connection(), stopsSql);
    query.bind(":after"_L1, rows.first().key - 1).bind(":last"_L1, rows.last().key);
    auto row = rows.begin();
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        const qint64 key = query.number("key"_L1);
        while (row != rows.end() && row->key < key)
            ++row;
        if (row != rows.end() && row->key == key)
            row->inputs.stops.append(
                {.from = dayOf(query, "from_day"_L1), .to = dayOf(query, "to_day"_L1)});
    }
    if (!more.ok())
        return more.error();
    return Done{};
}

Result<QList<ClockRow>> rowsWith(const ReadTx &tx, Query &query)
{
    Result<QList<ClockRow>> rows = rowsOf(query, rowFrom);
    if (!rows.ok())
        return rows;
    const Result<Done> stops = readStops(tx, rows.value());
    if (!stops.ok())
        return stops.error();
    return rows;
}

} // namespace

Result<QList<ClockRow>> clocksDueFrom(const ReadTx &tx, const QDate &day)
{
    Query query(tx.connection(), selectSql + dueSql);
    query.bind(":day"_L1, dayValue(day));
    return rowsWith(tx, query);
}

Result<QList<ClockRow>> clocksBetween(const ReadTx &tx, qint64 after, qint64 last)
{
    Query query(tx.connection(), selectSql + betweenSql);
    query.bind(":after"_L1, after).bind(":last"_L1, last);
    return rowsWith(tx, query);
}

Result<Done> removeClock(WriteTx &tx, qint64 key)
{
    return Query(tx.connection(), deleteSql).bind(":key"_L1, key).run();
}

Result<Done> writeClock(WriteTx &tx, qint64 key, const CaseFile &file)
{
    if (file.isClosed())
        return Done{};
    const ClockInputs inputs = clockInputsOf(file, tx.reference().definitions);
    const auto legal = [&inputs](auto part) {
        return inputs.legal ? QVariant(part(*inputs.legal)) : QVariant();
    };
    Query query(tx.connection(), insertSql);
    return bindAll(query,
                   {{":key"_L1, key},
                    {":registered_day"_L1, dayValue(inputs.registered)},
                    {":corrected_day"_L1, dayValue(inputs.corrected)},
                    {":accepted_day"_L1, dayValue(inputs.accepted)},
                    {":ready_day"_L1, dayValue(inputs.ready)},
                    {":step_day"_L1, dayValue(inputs.stepSince)},
                    {":step_days"_L1, inputs.stepDays},
                    {":promised_days"_L1, inputs.promised.days},
                    {":promised_unit"_L1, static_cast<int>(inputs.promised.unit)},
                    {":promised_roll"_L1, static_cast<int>(inputs.promised.roll)},
                    {":legal_days"_L1, legal([](const Limit &limit) { return limit.days; })},
                    {":legal_unit"_L1,
                     legal([](const Limit &limit) { return static_cast<int>(limit.unit); })},
                    {":legal_roll"_L1,
                     legal([](const Limit &limit) { return static_cast<int>(limit.roll); })}})
        .run();
}

Result<bool> moveDates(WriteTx &tx, const ClockRow &row, DueReckoner &reckoner)
{
    // As project() does: the newest event stands for "now".
    const Deadlines dates = reckoner.datesOf(row.inputs, hallDate(instantOf(row.changedAt)));
    const ShownDues shown = shownDues(row.phase, dates);
    Query move(tx.connection(), moveSql);
    bindAll(move,
            {{":key"_L1, row.key},
             {":promise"_L1, dayValue(shown.promise)},
             {":legal"_L1, dayValue(shown.legal)},
             {":receipt"_L1, dayValue(dates.receipt.date)},
             {":step"_L1, dayValue(dates.step.date)},
             {":correction"_L1, dayValue(dates.correction.date)},
             {":delivery"_L1, dayValue(dates.delivery.date)}});
    const Result<Done> moved = move.run();
    if (!moved.ok())
        return moved.error();
    if (move.affected() == 0)
        return false;
    Query pile(tx.connection(), movePileSql);
    pile.bind(":key"_L1, row.key).bind(":due"_L1, dayValue(shown.pile));
    const Result<Done> piled = pile.run();
    if (!piled.ok())
        return piled.error();
    return true;
}

} // namespace hall

#include "store/moneyrows.h"

#include "store/paymentmap.h"
#include "store/rowvalues.h"

#include <array>

namespace hall {

using namespace Qt::StringLiterals;

static_assert(static_cast<int>(Instrument::Cash) == 0 && static_cast<int>(Instrument::Qr) == 3);

namespace {

const QString slipSql
    = u"SELECT case_row.id AS case_id, case_row.number AS case_number, "
      u"slip.number, applicant_name, "
      "item_code, item_name, slip.dept, slip.window, total, paid, slip.state, demanded_at "
      "FROM slip JOIN case_row ON case_row.key = slip.key WHERE "_s;
const QString slipByNumberSql = slipSql + u"slip.number = :number"_s;
const QString openSlipsSql
    = slipSql + u"slip.state = 0 ORDER BY demanded_at, slip.key, nth LIMIT :limit"_s;
const QString paidTwiceSql = slipSql + u"slip.state = 2 ORDER BY demanded_at, slip.key, nth"_s;
const QString ofTillSql = paymentSelect() + u"till = :till ORDER BY at, payment.key, event"_s;
const QString refundsSql
    = paymentSelect() + u"void_till = :till ORDER BY void_at, payment.key, event"_s;
const QString byReceiptSql = paymentSelect() + u"receipt = :receipt ORDER BY at LIMIT 1"_s;
const QString sumsSql
    = u"SELECT instrument, sum(taken) AS live, sum(taken * amount) AS amount, "
      "sum(struck) AS voids, sum(struck * amount) AS void_amount, sum(back) AS refunds, "
      "sum(back * amount) AS refund_amount FROM ("
      "SELECT instrument, amount, is_void = 0 OR void_till IS NOT NULL AS taken, "
      "is_void = 1 AND void_till IS NULL AS struck, 0 AS back "
      "FROM payment LEFT JOIN refund ON refund.key = payment.key "
      "AND refund.payment = payment.event WHERE till = :till "
      "UNION ALL SELECT instrument, amount, 0, 0, 1 FROM refund JOIN payment "
      "ON payment.key = refund.key AND payment.event = refund.payment WHERE void_till = :till"
      ") GROUP BY instrument"_s;
const QString tillSql = u"SELECT id, window, day, cashier, opened_at, closed_at, closed_by, cash, "
                        "card, transfer, qr, note FROM till WHERE "_s;
const QString tillByIdSql = tillSql + u"id = :id"_s;
const QString tillsOfSql
    = tillSql + u"window = :window AND day = :day ORDER BY opened_at DESC, id"_s;

constexpr std::array instruments{Instrument::Cash, Instrument::Card, Instrument::Transfer,
                                 Instrument::Qr};

SlipRow slipFrom(const Query &query)
{
    return {.caseId = StreamId::fromBytes(query.bytes("case_id"_L1)),
            .caseNumber = query.text("case_number"_L1),
            .number = query.text("number"_L1),
            .applicantName = query.text("applicant_name"_L1),
            .itemCode = query.text("item_code"_L1),
            .itemName = query.text("item_name"_L1),
            .dept = query.text("dept"_L1),
            .window = query.text("window"_L1),
            .total = Money(query.number("total"_L1)),
            .paid = Money(query.number("paid"_L1)),
            .state = static_cast<SlipState>(query.number("state"_L1)),
            .demandedAt = query.number("demanded_at"_L1)};
}

TillRow tillFrom(const Query &query)
{
    TillRow till{.id = StreamId::fromBytes(query.bytes("id"_L1)),
                 .window = query.text("window"_L1),
                 .day = dayFrom(query.number("day"_L1)),
                 .cashier = query.text("cashier"_L1),
                 .openedAt = query.number("opened_at"_L1),
                 .closedAt = query.number("closed_at"_L1),
                 .closedBy = query.text("closed_by"_L1)};
    static constexpr std::array columns{"cash"_L1, "card"_L1, "transfer"_L1, "qr"_L1};
    for (size_t i = 0; i < columns.size(); ++i) {
        const QVariant counted = query.value(columns[i]);
        if (!counted.isNull())
            till.counted.insert(instruments[i], Money(counted.toLongLong()));
    }
    till.note = query.text("note"_L1);
    return till;
}

template <class Map>
auto oneRow(Query &query, QLatin1StringView what, Map map)
    -> Result<std::invoke_result_t<Map, Query &>>
{
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    if (!more.value())
        return Error{ErrorKind::NotFound, QString(what)};
    return map(query);
}

} // namespace

Result<SlipRow> slipByNumber(const ReadTx &tx, const QString &number)
{
    Query query(tx.connection(), slipByNumberSql);
    query.bind(":number"_L1, textValue(number));
    return oneRow(query, "slip"_L1, slipFrom);
}

Result<QList<SlipRow>> openSlips(const ReadTx &tx, int limit)
{
    Query query(tx.connection(), openSlipsSql);
    query.bind(":limit"_L1, limit);
    return rowsOf(query, slipFrom);
}

Result<QList<SlipRow>> slipsPaidTwice(const ReadTx &tx)
{
    Query query(tx.connection(), paidTwiceSql);
    return rowsOf(query, slipFrom);
}

Result<QList<PaymentRow>> paymentsOfTill(const ReadTx &tx, const StreamId &till)
{
    Query query(tx.connection(), ofTillSql);
    query.bind(":till"_L1, idValue(till));
    return rowsOf(query, paymentRowFrom);
}

Result<QList<PaymentRow>> refundsOfTill(const ReadTx &tx, const StreamId &till)
{
    Query query(tx.connection(), refundsSql);
    query.bind(":till"_L1, idValue(till));
    return rowsOf(query, paymentRowFrom);
}

Result<PaymentRow> paymentByReceipt(const ReadTx &tx, const QString &receipt)
{
    Query query(tx.connection(), byReceiptSql);
    query.bind(":receipt"_L1, textValue(receipt));
    return oneRow(query, "receipt"_L1, paymentRowFrom);
}

Result<QList<InstrumentSum>> tillSums(const ReadTx &tx, const StreamId &till)
{
    QList<InstrumentSum> sums;
    for (const Instrument instrument : instruments)
        sums.append({.instrument = instrument});
    Query query(tx.connection(), sumsSql);
    query.bind(":till"_L1, idValue(till));
    const auto found = rowsOf(query, [&sums](Query &row) {
        const qsizetype index = row.number("instrument"_L1);
        if (index < 0 || index >= sums.size())
            return false;
        InstrumentSum &sum = sums[index];
        sum.count = int(row.number("live"_L1));
        sum.voidCount = int(row.number("voids"_L1));
        sum.voidAmount = Money(row.number("void_amount"_L1));
        sum.refundCount = int(row.number("refunds"_L1));
        sum.refundAmount = Money(row.number("refund_amount"_L1));
        sum.amount = Money(row.number("amount"_L1)) - sum.refundAmount;
        return true;
    });
    if (!found.ok())
        return found.error();
    return sums;
}

Result<TillRow> tillRow(const ReadTx &tx, const StreamId &id)
{
    Query query(tx.connection(), tillByIdSql);
    query.bind(":id"_L1, idValue(id));
    return oneRow(query, "till"_L1, tillFrom);
}

Result<QList<TillRow>> tillsOf(const ReadTx &tx, const QString &window, const QDate &day)
{
    Query query(tx.connection(), tillsOfSql);
    query.bind(":window"_L1, textValue(window)).bind(":day"_L1, dayValue(day));
    return rowsOf(query, tillFrom);
}

} // namespace hall

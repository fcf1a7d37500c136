#include "store/figurerows.h"

#include "store/casecard.h"
#include "store/paymentmap.h"
#include "store/rowvalues.h"

#include <QSet>

namespace hall {

using namespace Qt::StringLiterals;

static_assert(static_cast<int>(Milestone::Ended) == 9);

namespace {

// %1 = the group's expression. A narrowing that is not wanted is bound as ''.
const QString sumsSql
    = u"SELECT dept, %1 AS grp, kind, case_type, finish, grade, count(*) AS n, "
      "sum(days_used) AS used, sum(legal_days > 0) AS with_legal, sum(legal_days) AS legal, "
      "sum(CASE WHEN legal_days > 0 THEN days_used ELSE 0 END) AS legal_used FROM mile "
      "WHERE day BETWEEN :from AND :to AND (:dept = '' OR dept = :dept) "
      "AND (:window = '' OR window = :window) AND (:item = '' OR item = :item) "
      "AND (:clerk = '' OR actor = :clerk) "
      "GROUP BY dept, grp, kind, case_type, finish, grade "
      "ORDER BY dept, grp, kind, case_type, finish, grade"_s;
// The same from the sums of the days: no item, person or hour in it, but a year in no time.
const QString daySumsSql
    = u"SELECT dept, %1 AS grp, kind, case_type, finish, grade, sum(n) AS n, "
      "sum(n * days_used) AS used, sum(n * (legal_days > 0)) AS with_legal, "
      "sum(n * legal_days) AS legal, "
      "sum(CASE WHEN legal_days > 0 THEN n * days_used ELSE 0 END) AS legal_used FROM mile_day "
      "WHERE day BETWEEN :from AND :to AND (:dept = '' OR dept = :dept) "
      "AND (:window = '' OR window = :window) "
      "GROUP BY dept, grp, kind, case_type, finish, grade "
      "ORDER BY dept, grp, kind, case_type, finish, grade"_s;
const QString dayNetSql
    = u"SELECT days_used AS used, sum(n) AS n FROM mile_day WHERE day BETWEEN :from AND :to "
      "AND kind = :kind AND (:dept = '' OR dept = :dept) AND (:window = '' OR window = :window) "
      "AND (:type = 0 OR case_type = :type) AND (:grade < 0 OR grade = :grade) "
      "AND (:finishes = '' OR instr(:finishes, ' ' || finish || ' ') > 0) "
      "GROUP BY days_used ORDER BY days_used"_s;
const QString chosenSql
    = u" FROM mile CROSS JOIN case_row ON case_row.key = mile.key "
      "WHERE mile.day BETWEEN :from AND :to AND mile.kind = :kind "
      "AND (:dept = '' OR mile.dept = :dept) AND (:window = '' OR mile.window = :window) "
      "AND (:item = '' OR mile.item = :item) AND (:clerk = '' OR mile.actor = :clerk) "
      "AND (:type = 0 OR mile.case_type = :type) AND (:grade < 0 OR mile.grade = :grade) "
      "AND (:finishes = '' OR instr(:finishes, ' ' || mile.finish || ' ') > 0) "_s;
const QString rowsSql = u"SELECT %1"_s + chosenSql
    + u"ORDER BY mile.day DESC, mile.key DESC, mile.nth LIMIT :limit"_s;
const QString daysSql
    = u"SELECT mile.days_used AS used"_s + chosenSql + u"ORDER BY mile.days_used"_s;
// Covered by the index case_row_open.
const QString inHandSql
    = u"SELECT key, dept, window, item_code, clerk, phase, is_stopped, case_type, started_day, "
      "promise_due, legal_due FROM case_row INDEXED BY case_row_open WHERE phase < 6 "
      "AND (:dept = '' OR dept = :dept) AND (:window = '' OR window = :window) "
      "AND (:item = '' OR item_code = :item) AND (:clerk = '' OR clerk = :clerk) "_s;
const QString inHandNowSql = inHandSql + u"ORDER BY key"_s;
const QString inHandThenSql = inHandSql + u"AND accepted_day <= :day ORDER BY key"_s;
const QString endedLaterSql
    = u"SELECT case_row.key AS key, case_row.dept AS dept, case_row.window AS window, item_code, "
      "clerk, 2 AS phase, 0 AS is_stopped, case_row.case_type AS case_type, started_day, "
      "promise_due, legal_due FROM mile CROSS JOIN case_row ON case_row.key = mile.key "
      "WHERE mile.day > :day AND mile.kind = 9 AND accepted_day <= :day "
      "AND (:dept = '' OR mile.dept = :dept) AND (:window = '' OR mile.window = :window) "
      "AND (:item = '' OR mile.item = :item) AND (:clerk = '' OR clerk = :clerk) "
      "ORDER BY case_row.key"_s;
// Stopped on the day or before, and not started again by its end.
const QString stoppedSql = u"SELECT DISTINCT key FROM stop WHERE from_day <= :day "
                           "AND (to_day IS NULL OR to_day > :day)"_s;
const QString feePlace
    = u"AND (:dept = '' OR payment.dept = :dept) "
      "AND (:window = '' OR payment.window = :window) AND (:item = '' OR payment.item = :item) "_s;
const QString takenScope = u"payment.day BETWEEN :from AND :to "_s + feePlace
    + u"AND (:clerk = '' OR payment.cashier = :clerk) "_s;
const QString backScope = u"void_day BETWEEN :from AND :to "_s + feePlace
    + u"AND (:clerk = '' OR payment.voided_by = :clerk) "_s;
// What a later till gave back counts on that later day: the sums of a day that is over stay.
const QString feesSql
    = u"SELECT dept, %1 AS grp, instrument, sum(taken) AS live, sum(taken * amount) AS amount, "
      "sum(struck) AS voids, sum(struck * amount) AS void_amount, sum(back) AS refunds, "
      "sum(back * amount) AS refund_amount FROM ("
      "SELECT payment.*, is_void = 0 OR void_till IS NOT NULL AS taken, "
      "is_void = 1 AND void_till IS NULL AS struck, 0 AS back "
      "FROM payment LEFT JOIN refund ON refund.key = payment.key "
      "AND refund.payment = payment.event WHERE "_s
    + takenScope
    + u"UNION ALL SELECT payment.key, event, slip, receipt, void_till, instrument, amount, "
      "tendered, reference, voided_by, void_at, void_day, is_void, void_reason, voided_by, "
      "void_witness, dept, window, item, 0, 0, 1 FROM refund JOIN payment "
      "ON payment.key = refund.key AND payment.event = refund.payment WHERE "_s
    + backScope + u") GROUP BY dept, grp, instrument ORDER BY dept, grp, instrument"_s;
const QString paymentsSql = paymentSelect() + takenScope + u"ORDER BY at, payment.key, event"_s;
const QString refundsSql = paymentSelect() + backScope + u"ORDER BY void_at, payment.key, event"_s;

QString groupOfMiles(FigureGroup group)
{
    switch (group) {
    case FigureGroup::Hall:
        return u"''"_s;
    case FigureGroup::Department:
        return u"dept"_s;
    case FigureGroup::Window:
        return u"window"_s;
    case FigureGroup::Item:
        return u"item"_s;
    case FigureGroup::Clerk:
        return u"actor"_s;
    case FigureGroup::Hour:
        return u"substr('0' || (minute / 60), -2)"_s;
    case FigureGroup::Day:
        return u"CAST(day AS TEXT)"_s;
    case FigureGroup::Month:
        return u"CAST(day / 100 AS TEXT)"_s;
    }
    return u"''"_s;
}

QString groupOfFees(FigureGroup group)
{
    // Instants are UTC; the hall's hour is eight hours on.
    if (group == FigureGroup::Hour)
        return u"substr('0' || ((at / 3600000 + 8) % 24), -2)"_s;
    return group == FigureGroup::Clerk ? u"cashier"_s : groupOfMiles(group);
}

/// Whether the sums of days can say it: they know neither item nor person.
bool isOfDays(const FigureScope &scope)
{
    return scope.item.isEmpty() && scope.clerk.isEmpty();
}

bool isOfRows(FigureGroup group)
{
    return group == FigureGroup::Item || group == FigureGroup::Clerk || group == FigureGroup::Hour;
}

void bindDays(Query &query, const FigureScope &scope)
{
    bindAll(query,
            {{":dept"_L1, textValue(scope.dept)},
             {":window"_L1, textValue(scope.window)},
             {":from"_L1, dayValue(scope.from)},
             {":to"_L1, dayValue(scope.to)}});
}

void bindNarrowing(Query &query, const FigureScope &scope)
{
    bindAll(query,
            {{":dept"_L1, textValue(scope.dept)},
             {":window"_L1, textValue(scope.window)},
             {":item"_L1, textValue(scope.item)},
             {":clerk"_L1, textValue(scope.clerk)}});
}

void bindScope(Query &query, const FigureScope &scope)
{
    bindNarrowing(query, scope);
    query.bind(":from"_L1, dayValue(scope.from)).bind(":to"_L1, dayValue(scope.to));
}

void bindChoice(Query &query, const MilestoneChoice &choice)
{
    const QString finishes
        = choice.finishes.isEmpty() ? u""_s : u' ' + choice.finishes.join(u' ') + u' ';
    bindAll(query,
            {{":kind"_L1, static_cast<int>(choice.kind)},
             {":type"_L1, choice.caseType ? static_cast<int>(*choice.caseType) : 0},
             {":grade"_L1, choice.grade ? static_cast<int>(*choice.grade) : -1},
             {":finishes"_L1, textValue(finishes)}});
}

MilestoneSum sumFrom(const Query &query)
{
    return {.dept = query.text("dept"_L1),
            .group = query.text("grp"_L1),
            .kind = static_cast<Milestone>(query.number("kind"_L1)),
            .caseType = static_cast<CaseType>(query.number("case_type"_L1)),
            .finish = query.text("finish"_L1),
            .grade = static_cast<ClosingGrade>(query.number("grade"_L1)),
            .count = int(query.number("n"_L1)),
            .daysUsed = query.number("used"_L1),
            .withLegalLimit = int(query.number("with_legal"_L1)),
            .legalDays = query.number("legal"_L1),
            .legalDaysUsed = query.number("legal_used"_L1)};
}

InHand inHandFrom(const Query &query)
{
    InHand row{.key = query.number("key"_L1),
               .dept = query.text("dept"_L1),
               .window = query.text("window"_L1),
               .item = query.text("item_code"_L1),
               .clerk = query.text("clerk"_L1)};
    row.light.phase = static_cast<Phase>(query.number("phase"_L1));
    row.light.isStopped = query.number("is_stopped"_L1) != 0;
    row.light.isSameDay = static_cast<CaseType>(query.number("case_type"_L1)) == CaseType::SameDay;
    row.light.started = dayFrom(query.number("started_day"_L1));
    row.light.promiseDue = dayFrom(query.number("promise_due"_L1));
    row.light.legalDue = dayFrom(query.number("legal_due"_L1));
    return row;
}

Result<QList<int>> netDaysOfDays(const ReadTx &tx, const MilestoneChoice &choice,
                                 const FigureScope &scope)
{
    Query query(tx.connection(), dayNetSql);
    bindDays(query, scope);
    bindChoice(query, choice);
    QList<int> days;
    const auto found = rowsOf(query, [&days](Query &row) {
        days.insert(days.size(), row.number("n"_L1), int(row.number("used"_L1)));
        return true;
    });
    if (!found.ok())
        return found.error();
    return days;
}

FeeSum feeFrom(const Query &query)
{
    return {.dept = query.text("dept"_L1),
            .group = query.text("grp"_L1),
            .sum = {.instrument = static_cast<Instrument>(query.number("instrument"_L1)),
                    .count = int(query.number("live"_L1)),
                    .amount = Money(query.number("amount"_L1) - query.number("refund_amount"_L1)),
                    .voidCount = int(query.number("voids"_L1)),
                    .voidAmount = Money(query.number("void_amount"_L1)),
                    .refundCount = int(query.number("refunds"_L1)),
                    .refundAmount = Money(query.number("refund_amount"_L1))}};
}

} // namespace

Result<QList<MilestoneSum>> milestoneSums(const ReadTx &tx, const FigureScope &scope,
                                          FigureGroup group)
{
    if (!isOfDays(scope) || isOfRows(group)) {
        Query query(tx.connection(), sumsSql.arg(groupOfMiles(group)));
        bindScope(query, scope);
        return rowsOf(query, sumFrom);
    }
    Query query(tx.connection(), daySumsSql.arg(groupOfMiles(group)));
    bindDays(query, scope);
    return rowsOf(query, sumFrom);
}

Result<QList<CaseRow>> rowsBehind(const ReadTx &tx, const MilestoneChoice &choice,
                                  const FigureScope &scope, int limit)
{
    Query query(tx.connection(), rowsSql.arg(caseRowColumns()));
    bindScope(query, scope);
    bindChoice(query, choice);
    query.bind(":limit"_L1, limit);
    return rowsOf(query, caseRowFrom);
}

Result<QList<int>> netDays(const ReadTx &tx, const MilestoneChoice &choice,
                           const FigureScope &scope)
{
    if (isOfDays(scope))
        return netDaysOfDays(tx, choice, scope);
    Query query(tx.connection(), daysSql);
    bindScope(query, scope);
    bindChoice(query, choice);
    return rowsOf(query, [](Query &row) { return int(row.number("used"_L1)); });
}

Result<QList<InHand>> casesInHand(const ReadTx &tx, const FigureScope &scope)
{
    Query query(tx.connection(), inHandNowSql);
    bindNarrowing(query, scope);
    return rowsOf(query, inHandFrom);
}

Result<QList<InHand>> casesInHandAt(const ReadTx &tx, const FigureScope &scope, const QDate &day)
{
    QList<InHand> all;
    for (const QString &sql : {inHandThenSql, endedLaterSql}) {
        Query query(tx.connection(), sql);
        bindNarrowing(query, scope);
        query.bind(":day"_L1, dayValue(day));
        const Result<QList<InHand>> rows = rowsOf(query, inHandFrom);
        if (!rows.ok())
            return rows;
        all += rows.value();
    }
    Query query(tx.connection(), stoppedSql);
    query.bind(":day"_L1, dayValue(day));
    const Result<QList<qint64>> stopped
        = rowsOf(query, [](Query &row) { return row.number("key"_L1); });
    if (!stopped.ok())
        return stopped.error();
    const QSet<qint64> keys(stopped.value().begin(), stopped.value().end());
    for (InHand &hand : all)
        hand.light.isStopped = keys.contains(hand.key);
    return all;
}

Result<QList<CaseRow>> rowsOfKeys(const ReadTx &tx, const QList<qint64> &keys)
{
    const auto rows = rowsByKey(tx, keys);
    if (!rows.ok())
        return rows.error();
    QList<CaseRow> list;
    for (const auto &[key, row] : rows.value())
        list.append(row);
    return list;
}

Result<QList<FeeSum>> feeSums(const ReadTx &tx, const FigureScope &scope, FigureGroup group)
{
    Query query(tx.connection(), feesSql.arg(groupOfFees(group)));
    bindScope(query, scope);
    return rowsOf(query, feeFrom);
}

Result<QList<PaymentRow>> paymentsBehind(const ReadTx &tx, const FigureScope &scope)
{
    Query query(tx.connection(), paymentsSql);
    bindScope(query, scope);
    return rowsOf(query, paymentRowFrom);
}

Result<QList<PaymentRow>> refundsBehind(const ReadTx &tx, const FigureScope &scope)
{
    Query query(tx.connection(), refundsSql);
    bindScope(query, scope);
    return rowsOf(query, paymentRowFrom);
}

} // namespace hall

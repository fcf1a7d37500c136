#include "store/figurerows.h"

#include "store/casecard.h"
#include "store/paymentmap.h"
#include "store/rowvalues.h"

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
const QString feeScope
    = u"payment.day BETWEEN :from AND :to AND (:dept = '' OR payment.dept = :dept) "
      "AND (:window = '' OR payment.window = :window) AND (:item = '' OR payment.item = :item) "
      "AND (:clerk = '' OR payment.cashier = :clerk) "_s;
const QString feesSql
    = u"SELECT dept, %1 AS grp, instrument, sum(is_void = 0) AS live, "
      "sum(CASE WHEN is_void = 0 THEN amount ELSE 0 END) AS amount, sum(is_void) AS voids, "
      "sum(CASE WHEN is_void THEN amount ELSE 0 END) AS void_amount FROM payment WHERE "_s
    + feeScope + u"GROUP BY dept, grp, instrument ORDER BY dept, grp, instrument"_s;
const QString paymentsSql = paymentSelect() + feeScope + u"ORDER BY at, payment.key, event"_s;

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

FeeSum feeFrom(const Query &query)
{
    return {.dept = query.text("dept"_L1),
            .group = query.text("grp"_L1),
            .sum = {.instrument = static_cast<Instrument>(query.number("instrument"_L1)),
                    .count = int(query.number("live"_L1)),
                    .amount = Money(query.number("amount"_L1)),
                    .voidCount = int(query.number("voids"_L1)),
                    .voidAmount = Money(query.number("void_amount"_L1))}};
}

} // namespace

Result<QList<MilestoneSum>> milestoneSums(const ReadTx &tx, const FigureScope &scope,
                                          FigureGroup group)
{
    Query query(tx.connection(), sumsSql.arg(groupOfMiles(group)));
    bindScope(query, scope);
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

} // namespace hall

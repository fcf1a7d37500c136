#include "store/caserows.h"

#include "store/casecard.h"
#include "store/milestones.h"
#include "store/rowvalues.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// %1 = caseRowColumns(), %2 = a condition on departments or 1.
const QString byIdSql
    = u"SELECT %1 FROM stream CROSS JOIN case_row ON case_row.key = stream.key WHERE stream.id = :id"_s;
const QString byNumberSql
    = u"SELECT id FROM case_row WHERE number = :number ORDER BY key DESC LIMIT 1"_s;
const QString openListSql = u"SELECT %1 FROM case_row WHERE phase < 6 AND phase = :phase AND %2 "
                            "ORDER BY %3 IS NULL, %3, key LIMIT :limit"_s;
const QString acceptedSql = u"SELECT %1 FROM mile CROSS JOIN case_row ON case_row.key = mile.key "
                            u"WHERE mile.kind = 2 AND %2 "
                            "ORDER BY mile.day DESC, mile.key DESC LIMIT :limit"_s;
const QString acceptedAtSql
    = u"SELECT %1 FROM mile CROSS JOIN case_row ON case_row.key = mile.key WHERE mile.day = :day "
      "AND mile.kind = 2 AND (:window = '' OR mile.window = :window) "
      "ORDER BY mile.key DESC LIMIT :limit"_s;
const QString ofApplicantSql
    = u"SELECT %1 FROM case_row WHERE key IN ("
      "SELECT key FROM case_row WHERE applicant = :id UNION "
      "SELECT same.key FROM case_row AS same JOIN applicant ON applicant.id = :id "
      "AND same.applicant_number = applicant.number WHERE same.applicant_number <> '') "
      "ORDER BY key DESC"_s;

static_assert(static_cast<int>(Milestone::Accepted) == 2);

/// Department codes come from reference data and are bound one by one.
constexpr int mostDepts = 24;

QString deptCondition(const QString &column, const QStringList &depts)
{
    if (depts.isEmpty())
        return u"1"_s;
    QStringList names;
    for (qsizetype i = 0; i < std::min<qsizetype>(depts.size(), mostDepts); ++i)
        names.append(u":d%1"_s.arg(i));
    return u"%1 IN (%2)"_s.arg(column, names.join(u", "_s));
}

void bindDepts(Query &query, const QStringList &depts)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(depts.size(), mostDepts); ++i) {
        const QByteArray name = ":d" + QByteArray::number(i);
        query.bind(QLatin1StringView(name), depts.at(i));
    }
}

QString dueColumn(CaseList list)
{
    switch (list) {
    case CaseList::WaitingApplicant:
        return u"correction_due"_s;
    case CaseList::Ready:
        return u"delivery_due"_s;
    case CaseList::ReceivedHere:
    case CaseList::AcceptedHere:
        break;
    }
    return u"receipt_due"_s;
}

Phase phaseOf(CaseList list)
{
    switch (list) {
    case CaseList::WaitingApplicant:
        return Phase::Correction;
    case CaseList::Ready:
        return Phase::Delivery;
    case CaseList::ReceivedHere:
    case CaseList::AcceptedHere:
        break;
    }
    return Phase::Received;
}

} // namespace

Result<CaseRow> caseRow(const ReadTx &tx, const StreamId &id)
{
    Query query(tx.connection(), byIdSql.arg(caseRowColumns()));
    query.bind(":id"_L1, idValue(id));
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    if (!more.value())
        return Error{ErrorKind::NotFound, u"case"_s};
    return caseRowFrom(query);
}

Result<StreamId> caseByNumber(const ReadTx &tx, const QString &number)
{
    Query query(tx.connection(), byNumberSql);
    query.bind(":number"_L1, textValue(number));
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    if (!more.value())
        return Error{ErrorKind::NotFound, u"case"_s};
    return StreamId::fromBytes(query.bytes("id"_L1));
}

Result<QList<CaseRow>> casesIn(const ReadTx &tx, CaseList list, const QStringList &depts, int limit)
{
    const bool isAccepted = list == CaseList::AcceptedHere;
    const QString condition
        = deptCondition(isAccepted ? u"mile.dept"_s : u"case_row.dept"_s, depts);
    const QString sql = isAccepted ? acceptedSql.arg(caseRowColumns(), condition)
                                   : openListSql.arg(caseRowColumns(), condition, dueColumn(list));
    Query query(tx.connection(), sql);
    bindDepts(query, depts);
    query.bind(":limit"_L1, limit);
    if (!isAccepted)
        query.bind(":phase"_L1, static_cast<int>(phaseOf(list)));
    return rowsOf(query, caseRowFrom);
}

Result<QList<CaseRow>> acceptedAt(const ReadTx &tx, const QString &window, const QDate &day,
                                  int limit)
{
    Query query(tx.connection(), acceptedAtSql.arg(caseRowColumns()));
    bindAll(query,
            {{":day"_L1, dayValue(day)}, {":window"_L1, textValue(window)}, {":limit"_L1, limit}});
    return rowsOf(query, caseRowFrom);
}

Result<QList<CaseRow>> casesOfApplicant(const ReadTx &tx, const ApplicantId &id)
{
    Query query(tx.connection(), ofApplicantSql.arg(caseRowColumns()));
    query.bind(":id"_L1, idValue(id));
    return rowsOf(query, caseRowFrom);
}

} // namespace hall

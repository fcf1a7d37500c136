#include "store/casecard.h"

#include "store/rowvalues.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

// Phases, case types and roles stand in rows as numbers: a changed order needs a migration.
static_assert(static_cast<int>(Phase::Received) == 0 && static_cast<int>(Phase::Delivery) == 5
              && static_cast<int>(Phase::Closed) == 6 && static_cast<int>(Phase::Void) == 10);

namespace {

// The first part of the list is what a CaseRow needs.
const QStringList &rowColumns()
{
    static const QStringList columns{u"id"_s,
                                     u"number"_s,
                                     u"is_folded"_s,
                                     u"version"_s,
                                     u"item_code"_s,
                                     u"item_name"_s,
                                     u"dept"_s,
                                     u"window"_s,
                                     u"clerk"_s,
                                     u"accepted_by"_s,
                                     u"applicant"_s,
                                     u"applicant_name"_s,
                                     u"applicant_number"_s,
                                     u"phone"_s,
                                     u"agent_name"_s,
                                     u"summary"_s,
                                     u"phase"_s,
                                     u"state"_s,
                                     u"case_type"_s,
                                     u"finish"_s,
                                     u"is_stopped"_s,
                                     u"is_paid"_s,
                                     u"started_day"_s,
                                     u"promise_due"_s,
                                     u"legal_due"_s,
                                     u"receipt_due"_s,
                                     u"step_due"_s,
                                     u"correction_due"_s,
                                     u"delivery_due"_s,
                                     u"registered_at"_s,
                                     u"accepted_at"_s,
                                     u"closed_at"_s,
                                     u"changed_at"_s};
    return columns;
}

const QStringList &cardColumns()
{
    static const QStringList columns = rowColumns()
        + QStringList{u"legal_name"_s,    u"applicant_kind"_s,  u"id_kind"_s,      u"address"_s,
                      u"legal_number"_s,  u"override_reason"_s, u"said_at"_s,      u"is_deemed"_s,
                      u"corrections"_s,   u"fee_total"_s,       u"days_used"_s,    u"legal_days"_s,
                      u"promised_days"_s, u"registered_day"_s,  u"accepted_day"_s, u"decided_day"_s,
                      u"ready_day"_s,     u"closed_day"_s};
    return columns;
}

QString insertSql()
{
    static const QString sql = u"INSERT INTO case_row (key, "_s + cardColumns().join(u", "_s)
        + u") VALUES (:key, :"_s + cardColumns().join(u", :"_s) + u')';
    return sql;
}

// Who and which case it is: nearly never written again.
const QStringList &identityColumns()
{
    static const QStringList columns{u"id"_s,
                                     u"number"_s,
                                     u"applicant"_s,
                                     u"applicant_name"_s,
                                     u"phone"_s,
                                     u"applicant_number"_s,
                                     u"id_kind"_s,
                                     u"applicant_kind"_s,
                                     u"address"_s,
                                     u"legal_name"_s,
                                     u"said_at"_s,
                                     u"legal_number"_s,
                                     u"override_reason"_s};
    return columns;
}

QString updateSqlOf(const QStringList &left)
{
    QStringList sets;
    for (const QString &column : cardColumns()) {
        if (!left.contains(column))
            sets.append(column + u" = :"_s + column);
    }
    return u"UPDATE case_row SET "_s + sets.join(u", "_s) + u" WHERE key = :key"_s;
}

const QString storedSql
    = u"SELECT number, applicant, applicant_kind, applicant_name, id_kind, applicant_number, "
      u"phone, "
      u"address, "
      "legal_name, legal_number, override_reason, said_at, agent_name FROM case_row WHERE key = :key"_s;

// json_each gives its members in order; SQLite walks it as the outer loop.
const QString byKeysSql = u"SELECT case_row.key AS row_key, %1 FROM json_each(:keys) AS wanted "
                          "CROSS JOIN case_row ON case_row.key = wanted.value"_s;

SearchTexts textsOf(const QString &applicant, const QString &legal, const QString &agent,
                    const QString &address)
{
    QStringList names{applicant, legal, agent};
    names.removeAll(QString());
    return {.names = names, .address = address};
}

void bindRow(Query &query, const CaseRow &row)
{
    bindAll(query,
            {{":is_folded"_L1, row.isFolded ? 1 : 0},
             {":version"_L1, row.version},
             {":item_code"_L1, textValue(row.itemCode)},
             {":item_name"_L1, textValue(row.itemName)},
             {":dept"_L1, textValue(row.dept)},
             {":window"_L1, textValue(row.window)},
             {":clerk"_L1, textValue(row.clerk)},
             {":accepted_by"_L1, textValue(row.acceptedBy)},
             {":agent_name"_L1, textValue(row.agentName)},
             {":summary"_L1, textValue(row.summary)},
             {":phase"_L1, static_cast<int>(row.phase)},
             {":state"_L1, textValue(row.state)},
             {":case_type"_L1, static_cast<int>(row.caseType)},
             {":finish"_L1, textValue(row.finish)}});
}

void bindDates(Query &query, const CaseRow &row)
{
    bindAll(query,
            {{":is_stopped"_L1, row.light.isStopped ? 1 : 0},
             {":is_paid"_L1, row.isPaid ? 1 : 0},
             {":started_day"_L1, dayValue(row.light.started)},
             {":promise_due"_L1, dayValue(row.light.promiseDue)},
             {":legal_due"_L1, dayValue(row.light.legalDue)},
             {":receipt_due"_L1, dayValue(row.receiptDue)},
             {":step_due"_L1, dayValue(row.stepDue)},
             {":correction_due"_L1, dayValue(row.correctionDue)},
             {":delivery_due"_L1, dayValue(row.deliveryDue)},
             {":registered_at"_L1, row.registeredAt},
             {":accepted_at"_L1, row.acceptedAt},
             {":closed_at"_L1, row.closedAt},
             {":changed_at"_L1, row.changedAt},
             {":registered_day"_L1, dayValue(row.registeredAt)},
             {":accepted_day"_L1, dayValue(row.acceptedAt)},
             {":closed_day"_L1, dayValue(row.closedAt)}});
}

void bindIdentity(Query &query, const CaseCard &card)
{
    const CaseRow &row = card.row;
    bindAll(query,
            {{":id"_L1, idValue(row.id)},
             {":number"_L1, textValue(row.number)},
             {":applicant"_L1, row.applicant.isNull() ? QVariant() : idValue(row.applicant)},
             {":applicant_name"_L1, textValue(row.applicantName)},
             {":applicant_number"_L1, textValue(row.applicantNumber)},
             {":phone"_L1, textValue(row.phone)},
             {":legal_name"_L1, textValue(card.applicant.legalName)},
             {":applicant_kind"_L1, card.applicant.kind},
             {":id_kind"_L1, textValue(card.applicant.idKind)},
             {":address"_L1, textValue(card.applicant.address)},
             {":legal_number"_L1, textValue(card.applicant.legalIdNumber)},
             {":override_reason"_L1, textValue(card.applicant.overrideReason)},
             {":said_at"_L1, card.saidAt}});
}

bool isIdentical(const CaseCard &card, const StoredTexts &before)
{
    const CaseRow &row = card.row;
    return before.number == row.number && before.applicant == row.applicant
        && before.said == card.applicant && before.saidAt == card.saidAt
        && before.said.name == row.applicantName && before.said.idNumber == row.applicantNumber
        && before.said.phone == row.phone;
}

Result<Done> writeCard(Query &query, qint64 key, const CaseCard &card)
{
    query.bind(":key"_L1, key);
    bindRow(query, card.row);
    bindDates(query, card.row);
    bindAll(query,
            {{":is_deemed"_L1, card.isDeemed ? 1 : 0},
             {":corrections"_L1, card.corrections},
             {":fee_total"_L1, card.feeTotal.fen()},
             {":days_used"_L1, card.daysUsed},
             {":legal_days"_L1, card.legalDays},
             {":promised_days"_L1, card.promisedDays},
             {":decided_day"_L1, dayValue(card.decidedAt)},
             {":ready_day"_L1, dayValue(card.readyAt)}});
    return query.run();
}

} // namespace

const QString &caseRowColumns()
{
    static const QString columns = u"case_row."_s + rowColumns().join(u", case_row."_s);
    return columns;
}

CaseRow caseRowFrom(const Query &query)
{
    // In the order of rowColumns(): Query looks for the next column first.
    CaseRow row;
    row.id = StreamId::fromBytes(query.bytes("id"_L1));
    row.number = query.text("number"_L1);
    row.isFolded = query.number("is_folded"_L1) != 0;
    row.version = int(query.number("version"_L1));
    row.itemCode = query.text("item_code"_L1);
    row.itemName = query.text("item_name"_L1);
    row.dept = query.text("dept"_L1);
    row.window = query.text("window"_L1);
    row.clerk = query.text("clerk"_L1);
    row.acceptedBy = query.text("accepted_by"_L1);
    row.applicant = ApplicantId::fromBytes(query.bytes("applicant"_L1));
    row.applicantName = query.text("applicant_name"_L1);
    row.applicantNumber = query.text("applicant_number"_L1);
    row.phone = query.text("phone"_L1);
    row.agentName = query.text("agent_name"_L1);
    row.summary = query.text("summary"_L1);
    row.phase = static_cast<Phase>(query.number("phase"_L1));
    row.state = query.text("state"_L1);
    row.caseType = static_cast<CaseType>(query.number("case_type"_L1));
    row.finish = query.text("finish"_L1);
    row.light.phase = row.phase;
    row.light.isSameDay = row.caseType == CaseType::SameDay;
    row.light.isStopped = query.number("is_stopped"_L1) != 0;
    row.isPaid = query.number("is_paid"_L1) != 0;
    row.light.started = dayFrom(query.number("started_day"_L1));
    row.light.promiseDue = dayFrom(query.number("promise_due"_L1));
    row.light.legalDue = dayFrom(query.number("legal_due"_L1));
    row.receiptDue = dayFrom(query.number("receipt_due"_L1));
    row.stepDue = dayFrom(query.number("step_due"_L1));
    row.correctionDue = dayFrom(query.number("correction_due"_L1));
    row.deliveryDue = dayFrom(query.number("delivery_due"_L1));
    row.registeredAt = query.number("registered_at"_L1);
    row.acceptedAt = query.number("accepted_at"_L1);
    row.closedAt = query.number("closed_at"_L1);
    row.changedAt = query.number("changed_at"_L1);
    return row;
}

Result<QList<std::pair<qint64, CaseRow>>> rowsByKey(const ReadTx &tx, const QList<qint64> &keys)
{
    QByteArray list;
    for (const qint64 key : keys)
        list += (list.isEmpty() ? "[" : ",") + QByteArray::number(key);
    if (list.isEmpty())
        return QList<std::pair<qint64, CaseRow>>{};
    static const QString sql = byKeysSql.arg(caseRowColumns());
    Query query(tx.connection(), sql);
    query.bind(":keys"_L1, QString::fromLatin1(list + ']'));
    return rowsOf(query, [](Query &row) {
        const qint64 key = row.number("row_key"_L1);
        return std::pair{key, caseRowFrom(row)};
    });
}

Result<StoredTexts> storedTexts(const ReadTx &tx, qint64 key)
{
    Query query(tx.connection(), storedSql);
    query.bind(":key"_L1, key);
    const Result<bool> more = query.next();
    if (!more.ok())
        return more.error();
    StoredTexts stored;
    if (!more.value())
        return stored;
    stored.isThere = true;
    stored.number = query.text("number"_L1);
    stored.applicant = ApplicantId::fromBytes(query.bytes("applicant"_L1));
    stored.said = {.id = stored.applicant,
                   .kind = int(query.number("applicant_kind"_L1)),
                   .name = query.text("applicant_name"_L1),
                   .idKind = query.text("id_kind"_L1),
                   .idNumber = query.text("applicant_number"_L1),
                   .phone = query.text("phone"_L1),
                   .address = query.text("address"_L1),
                   .legalName = query.text("legal_name"_L1),
                   .legalIdNumber = query.text("legal_number"_L1),
                   .overrideReason = query.text("override_reason"_L1)};
    stored.saidAt = query.number("said_at"_L1);
    stored.texts = textsOf(stored.said.name, stored.said.legalName, query.text("agent_name"_L1),
                           stored.said.address);
    return stored;
}

SearchTexts searchTextsOf(const CaseCard &card)
{
    return textsOf(card.row.applicantName, card.applicant.legalName, card.row.agentName,
                   card.applicant.address);
}

Result<Done> insertCard(WriteTx &tx, qint64 key, const CaseCard &card)
{
    Query query(tx.connection(), insertSql());
    bindIdentity(query, card);
    return writeCard(query, key, card);
}

// SQLite writes an index anew when one of its columns is named, changed or not: seven of the eight
// are over what identifies a case.
Result<Done> updateCard(WriteTx &tx, qint64 key, const CaseCard &card, const StoredTexts &before)
{
    static const QString rest = updateSqlOf(identityColumns());
    static const QString whole = updateSqlOf({});
    const bool isSame = isIdentical(card, before);
    Query query(tx.connection(), isSame ? rest : whole);
    if (!isSame)
        bindIdentity(query, card);
    return writeCard(query, key, card);
}

} // namespace hall

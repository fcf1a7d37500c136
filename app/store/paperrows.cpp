#include "store/paperrows.h"

#include "store/rowvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

// The partial index paper_waiting names the states by number.
static_assert(static_cast<int>(PaperState::Wanted) == 0 && static_cast<int>(PaperState::Sent) == 1);

namespace {

const QString selectSql
    = u"SELECT case_row.id AS case_id, case_row.number AS case_number, applicant_name, item_name, "
      "paper.id, kind, paper.number, paper.state, copies, at, paper.dept, paper.window "
      "FROM paper JOIN case_row ON case_row.key = paper.key WHERE "_s;
const QString waitingSql
    = selectSql + u"paper.state IN (0, 1) ORDER BY at, paper.key, paper.id LIMIT :limit"_s;
const QString waitingHereSql = selectSql
    + u"paper.window = :window AND paper.state IN (0, 1) ORDER BY at, paper.key, paper.id LIMIT :limit"_s;
// Bound as one JSON array; '[]' asks for every department.
const QString waitingInSql = selectSql
    + u"paper.state IN (0, 1) AND (:depts = '[]' OR paper.dept IN (SELECT value FROM "
      u"json_each(:depts)))"
      " ORDER BY at DESC, paper.key, paper.id LIMIT :limit"_s;
const QString wantedBySql = u"SELECT actor, post FROM event WHERE id = :id"_s;
const QString withoutNoticeSql
    = u"SELECT id FROM case_row WHERE phase < 6 AND window = :window AND is_deemed = 1 AND NOT "
      "EXISTS (SELECT 1 FROM paper WHERE paper.key = case_row.key AND kind = 'acceptance-notice') "
      "ORDER BY key"_s;
const QString byNumberSql
    = selectSql + u"paper.number = :number AND paper.number <> '' ORDER BY at, paper.key"_s;
const QString deleteSql = u"DELETE FROM paper WHERE key = :key"_s;
const QString insertSql
    = u"INSERT OR REPLACE INTO paper (key, id, kind, number, state, copies, at, dept, window) "
      "VALUES (:key, :id, :kind, :number, :state, :copies, :at, :dept, :window)"_s;

PaperRow paperFrom(const Query &query)
{
    return {.caseId = StreamId::fromBytes(query.bytes("case_id"_L1)),
            .caseNumber = query.text("case_number"_L1),
            .applicantName = query.text("applicant_name"_L1),
            .itemName = query.text("item_name"_L1),
            .id = query.text("id"_L1),
            .kind = query.text("kind"_L1),
            .number = query.text("number"_L1),
            .state = static_cast<PaperState>(query.number("state"_L1)),
            .copies = int(query.number("copies"_L1)),
            .at = query.number("at"_L1),
            .dept = query.text("dept"_L1),
            .window = query.text("window"_L1)};
}

} // namespace

Result<QList<PaperRow>> papersWaiting(const ReadTx &tx, const QString &window, int limit)
{
    Query query(tx.connection(), window.isEmpty() ? waitingSql : waitingHereSql);
    query.bind(":limit"_L1, limit);
    if (!window.isEmpty())
        query.bind(":window"_L1, window);
    return rowsOf(query, paperFrom);
}

Result<QList<PaperRow>> papersWaitingIn(const ReadTx &tx, const QStringList &depts, int limit)
{
    Query query(tx.connection(), waitingInSql);
    const QJsonDocument asked(QJsonArray::fromStringList(depts));
    query.bind(":depts"_L1, QString::fromUtf8(asked.toJson(QJsonDocument::Compact)));
    query.bind(":limit"_L1, limit);
    Result<QList<PaperRow>> rows = rowsOf(query, paperFrom);
    if (!rows.ok())
        return rows;
    for (PaperRow &row : rows.value()) {
        Query wanted(tx.connection(), wantedBySql);
        wanted.bind(":id"_L1, EventId::fromText(row.id).bytes());
        const Result<bool> found = wanted.next();
        if (!found.ok())
            return found.error();
        if (found.value()) {
            row.wantedBy = wanted.text("actor"_L1);
            row.wantedPost = wanted.text("post"_L1);
        }
    }
    return rows;
}

Result<QList<StreamId>> deemedWithoutNotice(const ReadTx &tx, const QString &window)
{
    Query query(tx.connection(), withoutNoticeSql);
    query.bind(":window"_L1, window);
    QList<StreamId> ids;
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        ids.append(StreamId::fromBytes(query.bytes("id"_L1)));
    if (!more.ok())
        return more.error();
    return ids;
}

Result<QList<PaperRow>> papersByNumber(const ReadTx &tx, const QString &number)
{
    Query query(tx.connection(), byNumberSql);
    query.bind(":number"_L1, textValue(number));
    return rowsOf(query, paperFrom);
}

Result<Done> writePapers(WriteTx &tx, qint64 key, const CaseFile &file)
{
    Query query(tx.connection(), insertSql);
    for (const CasePaper &paper : file.papers) {
        bindAll(query,
                {{":key"_L1, key},
                 {":id"_L1, textValue(paper.id)},
                 {":kind"_L1, textValue(paper.kind)},
                 {":number"_L1, textValue(paper.number)},
                 {":state"_L1, static_cast<int>(paper.state)},
                 {":copies"_L1, paper.copies},
                 {":at"_L1, paper.at},
                 {":dept"_L1, textValue(file.item.dept)},
                 {":window"_L1, textValue(file.window)}});
        const Result<Done> written = query.run();
        if (!written.ok())
            return written;
    }
    return Done{};
}

Result<Done> removePapers(WriteTx &tx, qint64 key)
{
    return Query(tx.connection(), deleteSql).bind(":key"_L1, key).run();
}

} // namespace hall

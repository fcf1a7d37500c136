#include "sync/local/coldfilling.h"

#include "store/caserows.h"
#include "store/journal.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString newestStreamSql = u"select coalesce(max(key), 0) as newest from stream"_s;
const QString coldScopesSql = u"insert or ignore into stream_scope (stream_key, scope)"
                              u" select key, :scope from stream where key > :newest"_s;
const QString nameSql = u"insert or ignore into stream_scope (stream_key, scope)"
                        u" select key, :scope from stream where id = :stream"_s;
const QString isColdSql = u"select 1 as here from case_row where key = :stream"_s;
const QString coldStateSql = u"update case_row set state = :state where key = :stream"_s;
const QString wantSql = u"insert or ignore into want_history (stream) values (:stream)"_s;

CaseRow coldRow(const WriteTx &tx, const SnapshotRow &row)
{
    const QJsonObject &head = row.head;
    const auto text = [&head](QLatin1StringView name) { return head.value(name).toString(); };
    CaseRow cold{.id = row.stream,
                 .number = text("number"_L1),
                 .itemCode = text("item"_L1),
                 .dept = text("dept"_L1),
                 .window = text("window"_L1),
                 .applicantName = text("name"_L1),
                 .applicantNumber = text("idNumber"_L1),
                 .phone = text("phone"_L1),
                 .phase = Phase::Closed,
                 .state = row.state,
                 .registeredAt = head.value("registeredAt"_L1).toInteger(),
                 .isFolded = false};
    cold.applicant = ApplicantId::fromText(text("applicant"_L1));
    if (const ItemDef *item = tx.reference().item(cold.itemCode))
        cold.itemName = item->name.zh;
    return cold;
}

/// It is here already: held through another scope, or it closed while the walk was on its way.
Result<Done> meet(WriteTx &tx, const StreamHead &head, const SnapshotRow &row)
{
    Query cold(tx.connection(), isColdSql);
    const Result<bool> found = cold.bind(":stream"_L1, head.key).next();
    if (!found.ok())
        return found.error();
    if (head.count == 0 && found.value()) {
        return Query(tx.connection(), coldStateSql)
            .bind(":state"_L1, row.state)
            .bind(":stream"_L1, head.key)
            .run();
    }
    if (head.count > 0 && head.settledPos >= row.pos)
        return Done{};
    return Query(tx.connection(), wantSql).bind(":stream"_L1, row.stream.bytes()).run();
}

} // namespace

Result<Done> nameScope(WriteTx &tx, const QString &scope, const QList<SnapshotRow> &rows)
{
    StreamId last;
    for (const SnapshotRow &row : rows) {
        if (row.stream == std::exchange(last, row.stream) || row.streamKind != StreamKind::Case)
            continue;
        const Result<Done> done = Query(tx.connection(), nameSql)
                                      .bind(":scope"_L1, scope)
                                      .bind(":stream"_L1, row.stream.bytes())
                                      .run();
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> insertCold(WriteTx &tx, const QString &scope, const QList<SnapshotRow> &rows)
{
    QList<CaseRow> cold;
    for (const SnapshotRow &row : rows) {
        if (row.streamKind != StreamKind::Case || !row.envelope.isEmpty())
            continue;
        const Result<StreamHead> head = streamHead(tx.connection(), row.stream);
        if (head.ok()) {
            const Result<Done> met = meet(tx, head.value(), row);
            if (!met.ok())
                return met;
            continue;
        }
        if (head.error().kind != ErrorKind::NotFound)
            return head.error();
        cold.append(coldRow(tx, row));
    }
    if (cold.isEmpty())
        return Done{};
    qint64 newest = 0;
    {
        Query query(tx.connection(), newestStreamSql);
        const Result<bool> row = query.next();
        if (!row.ok())
            return row.error();
        newest = query.number("newest"_L1);
    }
    const Result<Done> done = insertColdRows(tx, cold);
    if (!done.ok())
        return done;
    return Query(tx.connection(), coldScopesSql)
        .bind(":scope"_L1, scope)
        .bind(":newest"_L1, newest)
        .run();
}

} // namespace hall

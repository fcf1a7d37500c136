#include "sync/local/coldfilling.h"

#include "store/caserows.h"
#include "store/journal.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString newestStreamSql = u"select coalesce(max(key), 0) as newest from stream"_s;
const QString coldScopesSql = u"insert or ignore into stream_scope (stream_key, scope)"
                              u" select key, :scope from stream where key > :newest"_s;

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

} // namespace

Result<Done> insertCold(WriteTx &tx, const QString &scope, const QList<SnapshotRow> &rows)
{
    QList<CaseRow> cold;
    for (const SnapshotRow &row : rows) {
        if (row.streamKind != StreamKind::Case || !row.envelope.isEmpty())
            continue;
        const Result<StreamHead> head = streamHead(tx.connection(), row.stream);
        if (head.ok()) // it closed while the walk was on its way
            continue;
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

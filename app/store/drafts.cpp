#include "store/drafts.h"

#include "store/ownrows.h"
#include "store/settings.h"

#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString byIdSql
    = u"select id, station, staff, kind, json, updated_at from draft where id = :id"_s;
const QString byOwnerSql
    = u"select id, station, staff, kind, json, updated_at from draft where station = :station"
      u" and staff = :staff and (:kind = '' or kind = :kind) order by updated_at desc, id"_s;

Draft draftFrom(const Query &row)
{
    return {.id = row.text("id"_L1),
            .station = row.text("station"_L1),
            .staff = row.text("staff"_L1),
            .kind = row.text("kind"_L1),
            .data = QJsonDocument::fromJson(row.text("json"_L1).toUtf8()).object(),
            .updatedAt = row.number("updated_at"_L1)};
}

} // namespace

Result<Done> saveDraft(WriteTx &tx, const Draft &draft)
{
    const QByteArray json = QJsonDocument(draft.data).toJson(QJsonDocument::Compact);
    const QString station = draft.station.isEmpty() ? tx.station() : draft.station;
    tx.changes().hasDrafts = true;
    return putRow(tx, u"draft"_s, {{u"id"_s, draft.id}},
                  {{u"station"_s, station},
                   {u"staff"_s, draft.staff},
                   {u"kind"_s, draft.kind},
                   {u"json"_s, QString::fromUtf8(json)},
                   {u"updated_at"_s, tx.clock().now().toMSecsSinceEpoch()}});
}

Result<Done> removeDraft(WriteTx &tx, const QString &id)
{
    tx.changes().hasDrafts = true;
    return removeRow(tx, u"draft"_s, {{u"id"_s, id}});
}

Result<Draft> loadDraft(const ReadTx &tx, const QString &id)
{
    Query query(tx.connection(), byIdSql);
    query.bind(":id"_L1, id);
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, u"draft"_s};
    return draftFrom(query);
}

Result<QList<Draft>> draftsOf(const ReadTx &tx, const QString &staff, const QString &kind)
{
    QList<Draft> drafts;
    const Result<QString> station = setting(tx.connection(), u"store.station"_s);
    if (!station.ok())
        return station.error();
    Query query(tx.connection(), byOwnerSql);
    query.bind(":station"_L1, station.value()).bind(":staff"_L1, staff).bind(":kind"_L1, kind);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        drafts.append(draftFrom(query));
    if (!more.ok())
        return more.error();
    return drafts;
}

} // namespace hall

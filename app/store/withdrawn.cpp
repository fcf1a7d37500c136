#include "store/withdrawn.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString withdrawnSql
    = u"select exists (select 1 from attention where event = :event)"
      u" or exists (select 1 from gone_event where event = :event) as gone"_s;

} // namespace

QSet<EventId> withdrawnIn(const QList<OwnRow> &rows)
{
    // The two tables one after the other: an event leaves one for the journal or for the other.
    QSet<QString> attention;
    QSet<QString> gone;
    for (const OwnRow &row : rows) {
        if (row.table != "attention"_L1 && row.table != "gone_event"_L1)
            continue;
        QSet<QString> &ids = row.table == "attention"_L1 ? attention : gone;
        const QString id = row.key.value("event"_L1).toString().mid(2); // kept as "t:…"
        if (row.row.isEmpty())
            ids.remove(id);
        else
            ids.insert(id);
    }
    QSet<EventId> withdrawn;
    for (const QString &id : std::as_const(attention))
        withdrawn.insert(EventId::fromText(id));
    for (const QString &id : std::as_const(gone))
        withdrawn.insert(EventId::fromText(id));
    return withdrawn;
}

Result<bool> isWithdrawn(Connection &connection, const EventId &id)
{
    Query query(connection, withdrawnSql);
    query.bind(":event"_L1, id.text());
    const Result<bool> row = query.next();
    if (!row.ok())
        return row.error();
    return query.number("gone"_L1) != 0;
}

} // namespace hall

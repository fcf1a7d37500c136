#include "desk/admin/lookdesk.h"

#include "desk/admin/hallpublisher.h"
#include "store/store.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 2000;

} // namespace

ReferencePtr LookDesk::reference() const
{
    return m_place.store.reference();
}

QFuture<Result<QList<LookLine>>> LookDesk::looks(const Session &session, int days) const
{
    const Role role = session.post.role;
    if (role != Role::Administrator && role != Role::Manager)
        return answered<QList<LookLine>>(Error{ErrorKind::NotYourPost, u"looks"_s});
    const qint64 from = m_place.clock.now().addDays(-days).toMSecsSinceEpoch();
    return m_place.store.report([from](ReadTx &tx) -> Result<QList<LookLine>> {
        const Result<QList<LookRow>> rows = hall::looks(tx, from, mostRows);
        if (!rows.ok())
            return rows.error();
        QList<LookLine> lines;
        for (const LookRow &row : rows.value()) {
            const ItemDef *item = tx.reference().item(row.itemCode);
            lines.append(
                {.row = row, .itemName = item ? item->name : LocalText{.zh = row.itemCode}});
        }
        return lines;
    });
}

} // namespace hall

#include "store/refolding.h"

#include "store/journal.h"
#include "store/projection.h"
#include "store/settings.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString refoldKey = u"store.refold"_s; // ids with spaces between

Result<Done> refoldOne(WriteTx &tx, const StreamId &id)
{
    const Result<StreamHead> head = streamHead(tx.connection(), id);
    if (!head.ok()) // it has left again
        return head.error().kind == ErrorKind::NotFound ? Result<Done>(Done{}) : head.error();
    const Result<CaseFile> file = tx.caseFile(id);
    if (!file.ok())
        return file.error().kind == ErrorKind::NotFound ? Result<Done>(Done{}) : file.error();
    tx.changes().cases.insert(id);
    return project(tx, file.value(), head.value().key, false);
}

} // namespace

Result<Done> noteToRefold(Connection &connection, const QList<StreamId> &cases)
{
    if (cases.isEmpty())
        return Done{};
    const Result<QString> before = setting(connection, refoldKey);
    if (!before.ok())
        return before.error();
    QStringList ids = before.value().split(u' ', Qt::SkipEmptyParts);
    for (const StreamId &id : cases)
        ids.append(id.text());
    ids.removeDuplicates();
    return setOwnSetting(connection, refoldKey, ids.join(u' '));
}

Result<Done> refold(WriteTx &tx)
{
    const Result<QString> ids = setting(tx.connection(), refoldKey);
    if (!ids.ok())
        return ids.error();
    if (ids.value().isEmpty())
        return Done{};
    for (const QString &id : ids.value().split(u' ')) {
        const Result<Done> done = refoldOne(tx, StreamId::fromText(id));
        if (!done.ok())
            return done;
    }
    return setOwnSetting(tx.connection(), refoldKey, {});
}

} // namespace hall

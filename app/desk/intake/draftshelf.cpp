#include "desk/intake/draftshelf.h"

#include "store/drafts.h"
#include "store/store.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString draftKind = u"intake"_s;

} // namespace

QString DraftShelf::newId() const
{
    return m_place.ids.next().toString(QUuid::WithoutBraces);
}

QFuture<Result<Done>> DraftShelf::put(const QString &id, const CounterWork &work,
                                      const Session &session) const
{
    return m_place.store.write(
        [id, work, session](WriteTx &tx) { return putIn(tx, id, work, session); });
}

QFuture<Result<QList<KeptWork>>> DraftShelf::list(const Session &session) const
{
    // On the writer: what was just put is there.
    return m_place.store.write([session](WriteTx &tx) -> Result<QList<KeptWork>> {
        const Result<QList<Draft>> drafts = draftsOf(tx, session.member.code, draftKind);
        if (!drafts.ok())
            return drafts.error();
        QList<KeptWork> kept;
        for (const Draft &draft : drafts.value())
            kept.append({draft.id, CounterWork::fromJson(draft.data), draft.updatedAt});
        return kept;
    });
}

Result<Done> DraftShelf::putIn(WriteTx &tx, const QString &id, const CounterWork &work,
                               const Session &session)
{
    if (id.isEmpty())
        return Done{};
    if (work.isEmpty())
        return removeDraft(tx, id);
    return saveDraft(
        tx, {.id = id, .staff = session.member.code, .kind = draftKind, .data = work.json()});
}

} // namespace hall

#include "desk/routing/caseacts.h"

#include "store/store.h"
#include "store/transaction.h"

namespace hall {

namespace {

ActResult resultOf(CaseFile file, const QList<Event> &events, const Definitions &definitions)
{
    const qsizetype before = file.papers.size();
    for (const Event &event : events)
        apply(file, event, definitions);
    ActResult result{.file = std::move(file)};
    result.wanted = result.file.papers.sliced(before);
    return result;
}

Context contextOf(WriteTx &tx, const Session &session, IdSource &ids)
{
    Actor actor = session.actor();
    actor.station = tx.station();
    return {tx.reference(), actor, tx.clock().now(), ids, tx.numbers()};
}

} // namespace

QFuture<Result<CaseFile>> CaseActs::load(const StreamId &stream) const
{
    return m_place.store.read([stream](ReadTx &tx) { return tx.caseFile(stream); });
}

QFuture<Result<ActResult>> CaseActs::run(const StreamId &stream, const Session &session,
                                         const Command &command) const
{
    return m_place.store.write([stream, session, command, &ids = m_place.ids](WriteTx &tx) {
        return runIn(tx, stream, session, command, ids);
    });
}

// NOLINTNEXTLINE(readability-function-size)
Result<ActResult> CaseActs::runIn(WriteTx &tx, const StreamId &stream, const Session &session,
                                  const Command &command, IdSource &ids)
{
    Result<CaseFile> file = tx.caseFile(stream);
    if (!file.ok())
        return file.error();
    Command complete = command;
    if (Act *act = std::get_if<Act>(&complete); act && act->manifest.isEmpty())
        act->manifest = manifestOf(tx, file.value(), act->opinion);
    const Result<QList<Event>> events = decide(file.value(), complete, contextOf(tx, session, ids));
    if (!events.ok())
        return events.error();
    if (const Result<Done> appended = tx.append(events.value()); !appended.ok())
        return appended.error();
    return resultOf(std::move(file).value(), events.value(), tx.reference().definitions);
}

Result<ActResult> CaseActs::openIn(WriteTx &tx, const Registration &registration,
                                   const Session &session, IdSource &ids)
{
    const Result<QList<Event>> events = openCase(registration, contextOf(tx, session, ids));
    if (!events.ok())
        return events.error();
    if (const Result<Done> appended = tx.append(events.value()); !appended.ok())
        return appended.error();
    return resultOf({}, events.value(), tx.reference().definitions);
}

QByteArray CaseActs::manifestOf(const ReadTx &tx, const CaseFile &file, const QString &opinion)
{
    QList<QByteArray> hashes;
    const Result<QList<Event>> journal = tx.journal(file.id);
    if (journal.ok()) {
        for (const Event &event : journal.value())
            hashes.append(event.hash);
    }
    return manifestText(file, hashes, opinion);
}

} // namespace hall

#include "deskwork.h"

#include <algorithm>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

Act filledAct(const QString &action, const QString &branch, const QString &back = {})
{
    Act act{.action = action,
            .branch = branch,
            .opinion = u"同意"_s,
            .reason = u"理由"_s,
            .manifest = "{}"};
    act.details = {.returnTo = back,
                   .ground = u"理由"_s,
                   .findings = Findings{.place = u"现场"_s, .text = u"相符"_s},
                   .collector = Collector{.name = u"王"_s, .relation = u"本人"_s},
                   .certificate = u"证0001"_s};
    return act;
}

} // namespace

DeskWork::DeskWork(const Parts &parts)
    : m_parts(parts)
{
}

Actor DeskWork::actor() const
{
    Actor actor = m_hall.actor(m_parts.staff);
    actor.station = m_parts.store.station();
    return actor;
}

/// The paper comes out of the printer only after the commit; the oracle is told then.
Result<Done> DeskWork::told(const Result<QList<Event>> &events)
{
    if (!events.ok())
        return events.error();
    if (m_parts.tamper.takes(KillPoint::BeforePaper))
        dieHere();
    if (!m_parts.promises.print(events.value()))
        return Error{ErrorKind::FileNotWritten, u"promises"_s};
    if (m_parts.tamper.takes(KillPoint::LocalCommit))
        dieHere();
    return Done{};
}

Result<StreamId> DeskWork::registerCase(const QString &name)
{
    const Registration opening{.stream = m_parts.ids.make<StreamId>(),
                               .item = below(4) == 0 ? u"W1"_s : u"W2"_s,
                               .applicant = {.id = m_parts.ids.make<ApplicantId>(),
                                             .name = name,
                                             .idKind = u"111"_s,
                                             .idNumber = u"441900199001019997"_s,
                                             .phone = u"13812345678"_s},
                               .summary = u"试验"_s,
                               .visit = m_parts.ids.make<VisitId>(),
                               .lines = {{.line = 1, .originals = 1, .verdict = LineVerdict::Right},
                                         {.line = 2, .copies = 1, .verdict = LineVerdict::Right}}};
    const Result<Done> done = told(awaited(m_parts.store.write([&](WriteTx &tx)
                                                                   -> Result<QList<Event>> {
        const Context context{tx.reference(), actor(), tx.clock().now(), m_parts.ids, tx.numbers()};
        const Result<QList<Event>> events = openCase(opening, context);
        if (!events.ok())
            return events;
        const Result<Done> appended = tx.append(events.value());
        return appended.ok() ? events : appended.error();
    })));
    return done.ok() ? Result<StreamId>(opening.stream) : done.error();
}

Result<Done> DeskWork::run(const StreamId &stream, const Command &command)
{
    return told(awaited(m_parts.store.write([&](WriteTx &tx) -> Result<QList<Event>> {
        const Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        const Context context{tx.reference(), actor(), tx.clock().now(), m_parts.ids, tx.numbers()};
        const Result<QList<Event>> events = decide(file.value(), command, context);
        if (!events.ok())
            return events;
        const Result<Done> appended = tx.append(events.value());
        return appended.ok() ? events : appended.error();
    })));
}

Result<Done> DeskWork::act(const StreamId &stream, const QString &action, const QString &branch)
{
    return run(stream, filledAct(action, branch));
}

Result<Done> DeskWork::note(const StreamId &stream)
{
    return run(stream, AddNote{.text = u"备注%1"_s.arg(below(1000))});
}

Result<QByteArray> DeskWork::attach(const StreamId &stream, qsizetype bytes)
{
    QByteArray page(bytes, Qt::Uninitialized);
    std::ranges::generate(page, [this] { return char(m_random()); });
    const Result<QByteArray> sha = m_parts.pages.put(page);
    if (!sha.ok())
        return sha;
    const Result<Done> done = run(
        stream,
        AttachPages{
            .pages = {{.id = m_parts.ids.make<PageId>(), .sha = sha.value(), .format = u"png"_s}}});
    return done.ok() ? sha : done.error();
}

Result<QList<StreamId>> DeskWork::cases()
{
    return awaited(m_parts.store.report([](ReadTx &tx) -> Result<QList<StreamId>> {
        QList<StreamId> all;
        Query query(tx.connection(), u"select id from stream where kind = 1 order by id"_s);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            all.append(StreamId::fromBytes(query.bytes("id"_L1)));
        return more.ok() ? Result<QList<StreamId>>(all) : more.error();
    }));
}

Result<Done> DeskWork::anyAction()
{
    const Result<QList<StreamId>> all = cases();
    if (!all.ok())
        return all.error();
    for (int tries = 0; tries < 12 && !all.value().isEmpty(); ++tries) {
        const StreamId stream = all.value().at(below(int(all.value().size())));
        const Result<CaseFile> file
            = awaited(m_parts.store.read([stream](ReadTx &tx) { return tx.caseFile(stream); }));
        if (!file.ok())
            continue;
        const Definition *definition = m_hall.reference.definitions.find(
            file.value().item.workflow, file.value().definitionVersion);
        for (const Branch &branch : file.value().openBranches()) {
            const QList<const ActionDef *> actions
                = possibleActions(file.value(), branch.id, actor(), m_hall.reference);
            if (actions.isEmpty())
                continue;
            const ActionDef *action = actions.at(below(int(actions.size())));
            if (action->sort != ActionSort::Forward && below(4) != 0)
                continue;
            return run(
                stream,
                filledAct(action->id, branch.id, definition->earlierStates(branch.state).value(0)));
        }
    }
    return Error{ErrorKind::NotFound, u"action"_s};
}

Result<Done> DeskWork::step()
{
    const int die = below(10);
    if (die < 3 && m_hall.posts.value(m_parts.staff).second.role == Role::Clerk) {
        const Result<StreamId> opened = registerCase(u"单%1"_s.arg(below(100'000)));
        return opened.ok() ? Result<Done>(Done{}) : opened.error();
    }
    if (die < 8)
        return anyAction();
    const Result<QList<StreamId>> all = cases();
    if (!all.ok() || all.value().isEmpty())
        return Error{ErrorKind::NotFound, u"case"_s};
    const StreamId stream = all.value().at(below(int(all.value().size())));
    if (die == 8)
        return note(stream);
    const Result<QByteArray> page = attach(stream, 2000 + below(60'000));
    return page.ok() ? Result<Done>(Done{}) : page.error();
}

} // namespace hall::test

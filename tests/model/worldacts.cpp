// What people and timers write.
#include "world.h"

#include <QJsonObject>

namespace hall::model {

using namespace Qt::StringLiterals;

QStringList World::postsOf(const QString &person) const
{
    return m_server->town().posts.value(
        person); // published: every PC knows them, in this model at once
}

std::optional<Draft> World::registration(Pc &pc)
{
    const QStringList posts = postsOf(pc.client->person());
    if (posts.isEmpty())
        return {};
    Draft draft{.stream = m_ids.make<StreamId>(), .type = u"registered"_s};
    const QString item = oneOf(QStringList(m_items.keys()));
    const QString dept = m_items.value(item).dept;
    const QString own = deptOf(posts.constFirst());
    draft.to = u"received"_s;
    draft.actor = pc.client->person();
    draft.post = posts.constFirst();
    draft.at = m_now;
    draft.gained = {dept};
    if (isHall()) {
        if (own != dept && own != "*"_L1)
            return {};
        draft.action = u"register"_s;
    } else if (own != dept && own != "*"_L1 && chance(60)) {
        draft.gained.append(own);
    }
    draft.head = {{u"number"_s, pc.client->newNumber()}, {u"item"_s, item}, {u"dept"_s, dept}};
    if (isHall()) {
        draft.head.insert(u"itemVersion"_s, 1);
        draft.head.insert(u"workflow"_s, u"lockstep"_s);
        draft.head.insert(u"definition"_s, 1);
    }
    return draft;
}

void World::addMoves(Pc &pc, const CaseState &state, const Draft &base, QList<Draft> &drafts)
{
    const QStringList posts = postsOf(pc.client->person());
    for (auto branch = state.branches.cbegin(); branch != state.branches.cend(); ++branch) {
        const QString member = branch.key().section(u'/', 1, 1);
        const QString needed = member.isEmpty() ? state.dept : member;
        for (const MoveRow &row : moveRows()) {
            if (row.isTimer || branch->isEnded || row.line != branch.key().section(u'/', 0, 0)
                || row.from != branch->state)
                continue;
            for (const QString &post : posts) {
                const QString dept = deptOf(post);
                if (dept != needed && dept != "*"_L1)
                    continue;
                const bool isManagers = row.action == "route"_L1;
                if (isHall() && isManagers != (roleOf(post) == "manager"_L1))
                    continue;
                Draft draft = base;
                draft.type = u"moved"_s;
                draft.branch = branch.key();
                draft.action = row.action;
                draft.from = row.from;
                draft.to = row.to;
                draft.expects = state.expected(branch.key(), m_setting.rules);
                draft.post = post;
                drafts.append(draft);
            }
        }
    }
}

void World::addAppends(Pc &pc, const CaseState &state, const Draft &base, QList<Draft> &drafts)
{
    for (const QString &post : postsOf(pc.client->person())) {
        const QString dept = deptOf(post);
        if (dept != "*"_L1 && !state.scopes.contains(dept))
            continue;
        Draft draft = base;
        draft.post = post;
        draft.type = u"note"_s;
        drafts.append(draft);
        if (pc.client->store().nextLeased <= pc.client->store().lastLeased) {
            draft.type = u"paper"_s;
            draft.action = u"want"_s;
            drafts.append(draft);
        }
        if (!state.isClosed) {
            draft.type = u"page"_s;
            draft.action = u"attach"_s;
            drafts.append(draft);
        }
        return;
    }
}

QList<Draft> World::possible(Pc &pc, const StreamId &stream)
{
    const CaseState state = pc.client->view(stream);
    const QStringList seen = pc.client->store().personScopes.value(pc.client->person());
    if (!state.exists() || !isVisible(state.scopes, seen))
        return {};
    const Draft base{.stream = stream, .actor = pc.client->person(), .at = m_now};
    QList<Draft> drafts;
    if (!state.isClosed)
        addMoves(pc, state, base, drafts);
    addAppends(pc, state, base, drafts);
    return drafts;
}

/// What the act carries beside the move.
void World::complete(Draft &draft, const CaseState &state)
{
    if (draft.action == "consult"_L1)
        draft.gained = m_items.value(state.item).joint;
    if (draft.action == "route"_L1 && isHall()) {
        const ItemRow item = m_items.value(state.item);
        QStringList others = state.scopes;
        others.removeAll(item.dept);
        if (!others.isEmpty())
            draft.lost = {oneOf(others)};
        for (const QString &dept : item.joint) {
            if (!state.scopes.contains(dept) && chance(50))
                draft.gained.append(dept);
        }
    } else if (draft.action == "route"_L1) {
        QStringList others = {u"A"_s, u"B"_s, u"C"_s};
        others.removeAll(state.dept);
        const QString next = oneOf(others);
        draft.lost = {state.dept};
        draft.gained = {next};
        draft.head = {{u"dept"_s, next}};
    }
    if (draft.type == "page"_L1) {
        draft.page.resize(20 + dice(100));
        for (char &byte : draft.page)
            byte = static_cast<char>(dice(256));
    }
}

void World::act(Pc &pc)
{
    const QList<StreamId> streams = pc.client->inSight();
    if (streams.isEmpty() || chance(16)) {
        if (const auto draft = registration(pc))
            write(pc, *draft);
        return;
    }
    const StreamId stream = oneOf(streams);
    if (pc.client->store().hasParked(stream) || !pc.client->fits(stream))
        return;
    QList<Draft> drafts = possible(pc, stream);
    const QList<Draft> all = drafts;
    if (chance(50)) // the point of a case is that it moves
        drafts.removeIf([](const Draft &draft) { return draft.type != "moved"_L1; });
    if (isRestless() && chance(60)) {
        drafts = all;
        drafts.removeIf([](const Draft &draft) { return draft.action != "route"_L1; });
    }
    if (drafts.isEmpty())
        drafts = all;
    if (drafts.isEmpty())
        return;
    Draft draft = oneOf(drafts);
    complete(draft, pc.client->view(stream));
    write(pc, draft);
}

EventRef World::write(Pc &pc, const Draft &draft, const EventId &root)
{
    Draft full = draft;
    if (full.type == "paper"_L1)
        full.official = pc.client->store().nextLeased;
    if (!m_setting.rules.has(Rule::RedoReplaces))
        full.replaces = {};
    const EventRef event = pc.client->promise(full);
    remember(pc, event, root);
    return event;
}

void World::remember(Pc &pc, const EventRef &event, const EventId &root)
{
    const bool isRedo = !root.isNull();
    const EventId first = isRedo ? root : event->id;
    const int rank = isRedo ? m_promises.value(root).rank : static_cast<int>(m_roots.size()) + 1;
    say([&] {
        return u"%1 promises %2%3"_s.arg(
            named(pc), named(*event), isRedo ? u" as a redo of "_s + root.text().left(6) : u""_s);
    });
    m_roots.insert(event->id, first);
    if (event->actor.isEmpty()) {
        m_timers.insert(event->id, event);
        return; // nobody's promise
    }
    m_promises.insert(event->id,
                      {.event = event,
                       .root = first,
                       .madeOn = pc.disk,
                       .disk = pc.disk,
                       .rank = rank,
                       .isRedo = isRedo,
                       .isWithdrawal = event->action == "withdrawn"_L1});
    notePrinted(pc, event);
}

void World::notePrinted(const Pc &pc, const EventRef &event)
{
    QStringList numbers = numbersNamedIn(*event);
    if (event->head.contains("number"_L1))
        numbers.append(event->head.value("number"_L1).toString());
    for (const QString &number : std::as_const(numbers)) {
        const auto before = m_printed.constFind(number);
        const bool isTwin = pc.twinOf >= 0;
        if (before != m_printed.constEnd() && !before->second && !isTwin)
            violate(u"number"_s,
                    u"%1 is printed twice, the second time by %2"_s.arg(number, named(pc)));
        m_printed.insert(number, {event->id, isTwin});
    }
}

void World::resolve(Pc &pc)
{
    const QList<Parked> &items = pc.client->store().attention;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i).reason != "order"_L1) {
            resolveItem(pc, i);
            return;
        }
    }
}

void World::resolveItem(Pc &pc, qsizetype item)
{
    const EventRef event = pc.client->store().attention.at(item).offer.event;
    const bool isWithdrawn = chance(30);
    auto draft = isWithdrawn ? withdrawal(pc, *event) : redo(pc, *event);
    if (!draft)
        return; // stays in front of them
    const EventId root = m_roots.value(event->id, event->id);
    if (isWithdrawn)
        m_withdrawn.insert(root);
    if (isWithdrawn && !m_setting.rules.has(Rule::WithdrawalIsEvent)) {
        say([&] { return u"%1 withdraws %2"_s.arg(named(pc), named(*event)); });
        static_cast<void>(pc.client->resolve(item, {}));
        return;
    }
    draft->replaces = m_setting.rules.has(Rule::RedoReplaces) ? rootOf(*event) : EventId();
    if (draft->type == "paper"_L1)
        draft->official = pc.client->store().nextLeased;
    remember(pc, pc.client->resolve(item, draft), root);
}

std::optional<Draft> World::redo(Pc &pc, const Event &event)
{
    const CaseState state = pc.client->view(event.stream);
    if (event.type == "registered"_L1) {
        auto draft = state.exists() ? std::nullopt : registration(pc);
        if (draft) {
            const QString dept = event.head.value("dept"_L1).toString();
            if (isHall() && deptOf(draft->post) != "*"_L1 && deptOf(draft->post) != dept)
                return {};
            draft->stream = event.stream;
            draft->head = event.head;
            draft->head.insert("number"_L1, pc.client->newNumber());
            draft->gained = event.scopesGained;
        }
        return draft;
    }
    const bool isMove = event.type == "moved"_L1;
    QList<Draft> same;
    for (const Draft &draft : possible(pc, event.stream)) {
        if (isMove ? draft.type == "moved"_L1 : draft.type == event.type)
            same.append(draft);
    }
    if (same.isEmpty())
        return {};
    Draft draft = oneOf(same);
    complete(draft, state);
    if (event.type == "page"_L1) {
        const QByteArray sha = pagesNamedIn(event).constFirst().sha;
        const LocalPage page = pc.client->store().pages.value(sha);
        if (page.bytes.isEmpty())
            return {};
        draft.page = page.bytes;
    }
    return draft;
}

std::optional<Draft> World::withdrawal(Pc &pc, const Event &event)
{
    for (Draft &draft : possible(pc, event.stream)) {
        if (draft.type == "note"_L1) {
            draft.action = u"withdrawn"_s;
            return draft;
        }
    }
    return {};
}

/// Somebody at another PC takes refused work from the centre's tray.
void World::adoptElsewhere(Pc &pc)
{
    const Town &town = m_server->town();
    QList<EventRef> tray;
    for (const RefusedRow &row : town.refused) {
        const EventRef &event = row.event;
        if (row.reason == "pages"_L1 || row.reason == "order"_L1)
            continue; // these wait for something, nobody has to do them again
        const bool isOpen = !town.byRoot.contains(rootOf(*event)) && !event->actor.isEmpty();
        if (isOpen && event->type != "registered"_L1
            && !pc.client->store().hasParked(event->stream))
            tray.append(event);
    }
    std::ranges::sort(tray, {}, [](const EventRef &event) { return event->id; });
    if (tray.isEmpty())
        return;
    const EventRef event = oneOf(tray);
    auto draft = redo(pc, *event);
    if (!draft)
        return;
    const EventId root = m_roots.value(event->id, event->id);
    draft->replaces = rootOf(*event);
    write(pc, *draft, root);
}

void World::writeTimers(Pc &pc)
{
    for (const StreamId &stream : pc.client->inSight()) {
        const CaseState state = pc.client->view(stream);
        const qint64 due = state.registeredAt + m_items.value(state.item).timerAfter();
        if (state.mainState() != "received"_L1 || due > m_now
            || pc.client->store().hasParked(stream))
            continue;
        const bool isDerived = m_setting.rules.has(Rule::TimerIdFromDue);
        write(pc,
              {.stream = stream,
               .type = u"moved"_s,
               .action = u"deemedAccepted"_s,
               .from = u"received"_s,
               .to = u"review"_s,
               .expects = state.expected(u"main"_s, m_setting.rules),
               .at = due,
               .id = isDerived ? timerEventId(stream, u"deemed"_s, due) : EventId()});
    }
}

} // namespace hall::model

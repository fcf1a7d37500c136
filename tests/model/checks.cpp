// What must hold for every promise when everything has healed.
#include "world.h"

#include <QCryptographicHash>

namespace hall::model {

using namespace Qt::StringLiterals;

void World::checkPromises()
{
    QHash<EventId, qint64> done;
    const Town &town = m_server->town();
    for (qint64 pos = 1; pos <= town.head(); ++pos) {
        if (const EventRef &event = town.log.at(pos - 1).event)
            done.insert(m_roots.value(event->id, event->id), pos);
    }
    for (const Promise &promise : std::as_const(m_promises))
        checkPromise(promise, done);
}

void World::checkPromise(const Promise &promise, const QHash<EventId, qint64> &doneRoots)
{
    const bool isDone = doneRoots.contains(promise.root);
    if (m_withdrawn.contains(promise.root)) {
        const bool isTold = std::ranges::any_of(m_promises, [&promise](const Promise &other) {
            return other.isWithdrawal && other.root == promise.root;
        });
        if (isDone && !isTold)
            violate(u"withdrawn"_s,
                    u"%1 was withdrawn and is done all the same"_s.arg(named(*promise.event)));
        if (!isTold)
            return;
    }
    if (isDone || isInFrontOfSomebody(promise))
        return;
    bool isExcused = m_deadDisks.contains(promise.disk);
    for (const Pc &pc : m_pcs) {
        const CaseState state = pc.client->view(promise.event->stream);
        const bool mayHaveDropped
            = m_haveRightsChanged || !isVisible(state.scopes, pc.client->store().scopes);
        if (promise.witnesses.contains(pc.disk) && !mayHaveDropped)
            isExcused = false;
    }
    if (!isExcused)
        violate(u"lost"_s, u"%1 is nowhere"_s.arg(named(*promise.event)));
}

bool World::isInFrontOfSomebody(const Promise &promise) const
{
    if (m_server->town().refused.contains(promise.event->id))
        return true;
    const auto isIt
        = [&](const Offer &offer) { return m_roots.value(offer.event->id) == promise.root; };
    return std::ranges::any_of(m_pcs, [&](const Pc &pc) {
        const ClientStore &store = pc.client->store();
        const bool isParked = std::ranges::any_of(
            store.attention, [&isIt](const Parked &parked) { return isIt(parked.offer); });
        // A page of which no copy is left: the case says so until somebody attaches it again.
        const bool waits = std::ranges::any_of(store.outbox, [&](const Offer &offer) {
            return isIt(offer) && waitsForLostPage(offer);
        });
        return isParked || waits;
    });
}

void World::checkTwice()
{
    QHash<EventId, EventRef> done;
    for (const TownRow &row : m_server->town().log) {
        if (!row.event)
            continue;
        const EventId root = m_roots.value(row.event->id, row.event->id);
        if (done.contains(root))
            violate(u"twice"_s,
                    u"%1 and %2 are the same act, both done"_s.arg(named(*done.value(root)),
                                                                   named(*row.event)));
        done.insert(root, row.event);
    }
}

/// What one disk wrote about a case stands in the order in which it was written.
void World::checkOrder()
{
    QHash<EventId, QSet<int>> redoneOn;
    for (const Promise &promise : std::as_const(m_promises))
        redoneOn[promise.root].insert(promise.madeOn);
    QHash<QString, Promise> last;
    for (const TownRow &row : m_server->town().log) {
        if (!row.event || !m_promises.contains(row.event->id))
            continue;
        const EventId root = m_promises.value(row.event->id).root;
        const Promise promise = m_promises.value(root);
        if (m_deadDisks.contains(promise.madeOn) || redoneOn.value(root).size() > 1)
            continue; // its shelf is gone, or another PC brought its redo before it came itself
        const QString line = row.event->stream.text() + QString::number(promise.madeOn);
        if (last.contains(line) && last.value(line).rank > promise.rank)
            violate(u"order"_s,
                    u"%1 stands behind %2, which was written later"_s.arg(
                        named(*row.event), named(*last.value(line).event)));
        last.insert(line, promise);
    }
}

void World::checkChains()
{
    QHash<StreamId, QByteArray> chains;
    QByteArray town;
    for (const TownRow &row : m_server->town().log) {
        town = chainAfter(town, row.event ? row.event->hash : row.page);
        if (row.event) {
            QByteArray &chain = chains[row.event->stream];
            chain = chainAfter(chain, row.event->hash);
            if (chain != row.chain || !isIntact(*row.event))
                violate(u"chain"_s, u"the chain breaks at %1"_s.arg(named(*row.event)));
        }
        if (town != row.townChain)
            violate(u"chain"_s, u"the town's chain does not verify"_s);
    }
}

void World::checkPc(const Pc &pc)
{
    const QStringList kept = m_server->scopesKept(pc.login, pc.client->store().station);
    const Town &town = m_server->town();
    for (auto row = town.streams.cbegin(); row != town.streams.cend(); ++row) {
        if (isVisible(row->state.scopes, kept))
            checkStream(pc, row.key(), *row);
    }
    if (const QString disorder = pc.client->disorder(); !disorder.isEmpty())
        violate(u"disorder"_s, u"%1: %2"_s.arg(named(pc), disorder));
    checkLeaks(pc, kept);
    checkPcPages(pc, kept);
}

void World::checkStream(const Pc &pc, const StreamId &stream, const StreamRow &row)
{
    const LocalStream local = pc.client->store().streams.value(stream);
    const Town &town = m_server->town();
    if (local.isCold) {
        if (!row.state.isClosed || local.coldState != row.state.mainState()
            || (local.newestPos > 0 && local.newestPos != row.positions.constLast()))
            violate(u"incomplete"_s,
                    u"%1 shows an old state of the closed case %2"_s.arg(named(pc),
                                                                         stream.text().left(6)));
        return;
    }
    bool isSame = local.held.size() == row.positions.size() && local.chain == row.chain;
    for (qsizetype i = 0; isSame && i < local.held.size(); ++i) {
        const qint64 pos = row.positions.at(i);
        isSame = local.held.at(i).event->id == town.log.at(pos - 1).event->id
            && (local.held.at(i).pos == pos || !m_setting.rules.has(Rule::HistoryPositions));
    }
    if (!isSame)
        violate(u"incomplete"_s,
                u"%1 has %2 events of case %3, the centre has %4 (%5)"_s.arg(named(pc))
                    .arg(local.held.size())
                    .arg(stream.text().left(6))
                    .arg(row.positions.size())
                    .arg(row.state.scopes.join(u' ')));
}

namespace {

bool isWaiting(const ClientStore &store, const StreamId &stream)
{
    return std::ranges::any_of(
        store.outbox, [&stream](const Offer &offer) { return offer.event->stream == stream; });
}

} // namespace

void World::checkLeaks(const Pc &pc, const QStringList &kept)
{
    const Town &town = m_server->town();
    const ClientStore &store = pc.client->store();
    for (auto local = store.streams.cbegin(); local != store.streams.cend(); ++local) {
        const auto row = town.streams.constFind(local.key());
        if (row == town.streams.constEnd())
            violate(u"phantom"_s,
                    u"%1 shows case %2, which the centre does not know"_s.arg(
                        named(pc), local.key().text().left(6)));
        else if (!isVisible(row->state.scopes, kept) && !isWaiting(store, local.key()))
            violate(u"leak"_s,
                    u"%1 still holds case %2 of %3, it may hold %4"_s.arg(
                        named(pc), local.key().text().left(6), row->state.scopes.join(u' '),
                        kept.join(u' ')));
    }
    for (const Shelved &shelved : store.shelf) {
        const Event &event = *shelved.offer.event;
        if (!shelved.offer.isOwn && !isWaiting(store, event.stream)
            && !isVisible(town.streams.value(event.stream).state.scopes, kept))
            violate(u"leak"_s, u"%1 still keeps %2"_s.arg(named(pc), named(event)));
    }
}

namespace {

/// Named by work that is still to be settled here or stands in front of a person here.
bool isWaitedFor(const ClientStore &store, const QByteArray &sha)
{
    const auto names = [&sha](const Offer &offer) {
        return std::ranges::any_of(offer.pages,
                                   [&sha](const CarriedPage &page) { return page.sha == sha; });
    };
    return std::ranges::any_of(store.attention,
                               [&](const Parked &parked) { return names(parked.offer); })
        || std::ranges::any_of(store.outbox, names);
}

} // namespace

void World::checkPcPages(const Pc &pc, const QStringList &kept)
{
    const Town &town = m_server->town();
    const ClientStore &store = pc.client->store();
    for (const Parked &parked : store.attention) {
        const auto row = town.streams.constFind(parked.offer.event->stream);
        if (!parked.offer.isOwn && row != town.streams.constEnd()
            && !isVisible(row->state.scopes, kept))
            violate(u"leak"_s,
                    u"%1 shows %2 to people without a right"_s.arg(named(pc),
                                                                   named(*parked.offer.event)));
    }
    for (auto page = store.pages.cbegin(); page != store.pages.cend(); ++page) {
        if (QCryptographicHash::hash(page->bytes, QCryptographicHash::Sha256) != page.key())
            violate(u"page"_s, u"a page on %1 does not match its SHA"_s.arg(named(pc)));
        bool isNamed = page->isOwn || isWaitedFor(store, page.key());
        for (const StreamId &stream : town.pages.value(page.key()).streams)
            isNamed = isNamed || isVisible(town.streams.value(stream).state.scopes, kept);
        if (!isNamed)
            violate(u"leak"_s,
                    u"%1 holds the page %2 of a case outside its rights"_s.arg(
                        named(pc), QString::fromLatin1(page.key().toHex().left(6))));
    }
    for (const LocalStream &stream : store.streams) {
        for (const Held &held : stream.held) {
            for (const CarriedPage &page : held.pages) {
                if (town.pages.value(page.sha).isComplete && !store.pages.contains(page.sha))
                    violate(u"page"_s,
                            u"a page of %1 is not on %2"_s.arg(named(*held.event), named(pc)));
            }
        }
    }
}

void World::checkPages()
{
    const Town &town = m_server->town();
    for (auto page = town.pages.cbegin(); page != town.pages.cend(); ++page) {
        if (page->isComplete) {
            if (QCryptographicHash::hash(page->bytes(), QCryptographicHash::Sha256) != page.key())
                violate(u"page"_s, u"a page at the centre does not match its SHA"_s);
            continue;
        }
        for (const Pc &pc : m_pcs) {
            if (pc.client->store().pages.contains(page.key()))
                violate(u"page"_s, u"%1 has a page that never went up"_s.arg(named(pc)));
        }
    }
}

void World::checkNumbers()
{
    QHash<QString, StreamId> used;
    for (const TownRow &row : m_server->town().log) {
        if (!row.event)
            continue;
        QStringList numbers = numbersNamedIn(*row.event);
        if (row.event->head.contains("number"_L1))
            numbers.append(row.event->head.value("number"_L1).toString());
        for (const QString &number : std::as_const(numbers)) {
            if (used.contains(number))
                violate(u"number"_s, u"the centre holds the number %1 twice"_s.arg(number));
            used.insert(number, row.event->stream);
        }
    }
    QSet<QString> stations;
    for (const Pc &pc : m_pcs) {
        const QString code = pc.client->store().station;
        if (!m_probed.contains(pc.disk))
            continue; // who wrote nothing since is harmless under an old code
        if (stations.contains(code))
            violate(u"clone"_s, u"two PCs work under the code %1"_s.arg(code));
        stations.insert(code);
    }
}

bool World::waitsForLostPage(const Offer &offer) const
{
    const StreamRow row = m_server->town().streams.value(offer.event->stream);
    return std::ranges::any_of(row.pages, [this](const QByteArray &sha) {
        return !m_server->town().pages.value(sha).isComplete;
    });
}

void World::checkStuck()
{
    for (const Pc &pc : m_pcs) {
        for (const Offer &offer : pc.client->store().outbox) {
            if (!waitsForLostPage(offer))
                violate(u"stuck"_s, u"%1 never gets %2 away"_s.arg(named(pc), named(*offer.event)));
        }
    }
}

/// A refusal must have a cause that a person can see.
void World::judgeRefusal(const Refusal &refusal)
{
    const Event &event = *refusal.event;
    say([&] { return u"   refused (%1): %2"_s.arg(refusal.answer.reason, named(event)); });
    if (refusal.answer.reason == "mac"_L1)
        violate(u"mac"_s, u"%1 is refused as a forgery"_s.arg(named(event)));
    if (refusal.answer.reason != "state"_L1 || event.actor.isEmpty() || event.type != "moved"_L1)
        return;
    if (overtakesTimer(refusal.state, event)) {
        violate(u"timer"_s, u"a timer beats %1"_s.arg(named(event)));
        return;
    }
    const BranchState branch = refusal.state.branches.value(event.branch);
    if (!branch.isEnded && branch.state == event.from && branch.last == event.expects)
        violate(u"conflict"_s, u"%1 is refused without a cause"_s.arg(named(event)));
    if (m_timers.contains(event.expects) && m_timers.contains(branch.last)
        && event.expects != branch.last)
        violate(u"conflict"_s, u"%1 built on another's copy of the same timer"_s.arg(named(event)));
    const Promise mine = m_promises.value(event.id);
    const Promise before = m_promises.value(branch.last);
    const bool isOwn = before.event && before.madeOn == mine.madeOn && before.rank < mine.rank
        && !before.isRedo && !mine.isRedo && event.expects != branch.last
        && m_server->town().byId.contains(event.expects);
    if (isOwn)
        violate(u"conflict"_s,
                u"%1 meets the same person's own %2"_s.arg(named(event), named(*before.event)));
}

void World::judgeAccepted(const EventRef &event)
{
    const StreamRow row = m_server->town().streams.value(event->stream);
    say([&] { return u"   accepted at %1: %2"_s.arg(m_server->town().head()).arg(named(*event)); });
    if (event->type != "moved"_L1 || !row.state.isClosed)
        return;
    for (const QByteArray &sha : row.pages) {
        if (!m_server->town().pages.value(sha).isComplete)
            violate(u"closed"_s,
                    u"%1 closed the case while a page was missing"_s.arg(named(*event)));
    }
}

} // namespace hall::model

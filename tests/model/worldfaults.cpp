// What happens to disks, rights and the centre.
#include "world.h"

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

bool holds(const ClientStore &store, const Event &event)
{
    const auto isIt = [&event](const Offer &offer) { return offer.event->id == event.id; };
    const LocalStream stream = store.streams.value(event.stream);
    return store.shelf.contains(event.id) || std::ranges::any_of(store.outbox, isIt)
        || std::ranges::any_of(stream.held,
                               [&event](const Held &held) { return held.event->id == event.id; });
}

} // namespace

void World::changeRights()
{
    m_haveRightsChanged = true;
    if (chance(35)) {
        const Pc &pc = m_pcs[static_cast<size_t>(dice(static_cast<int>(m_pcs.size())))];
        const bool isCut = !m_server->town().stationScopes.value(pc.login).contains(u"*"_s);
        QStringList scopes = isCut ? QStringList{u"*"_s} : QStringList{u"A"_s, u"B"_s, u"C"_s};
        if (!isCut)
            scopes.removeAt(dice(3));
        setStationScopes(pc.login, scopes);
        say([&] { return u"station %1 may now hold %2"_s.arg(pc.login, scopes.join(u' ')); });
        return;
    }
    const QString person = oneOf(QStringList{u"pa"_s, u"pb"_s, u"pc"_s, u"pd"_s});
    QStringList posts = postsOf(person);
    const QString dept = oneOf(QStringList{u"A"_s, u"B"_s, u"C"_s});
    if (chance(60) && !posts.isEmpty()) {
        m_formerPosts[person] = posts;
        posts.removeAt(dice(static_cast<int>(posts.size())));
        if (chance(60)) // and soon back again
            m_plan[m_step + 2 + dice(10)].append(u"rightsBack"_s);
    } else {
        const QString post = dept + (isHall() ? u"/clerk"_s : u"/reviewer"_s);
        if (!posts.contains(post))
            posts.append(post);
    }
    setPosts(person, posts);
    say([&] { return u"%1 now has the posts %2"_s.arg(person, posts.join(u' ')); });
}

void World::giveRightsBack()
{
    for (auto former = m_formerPosts.cbegin(); former != m_formerPosts.cend(); ++former) {
        setPosts(former.key(), former.value());
        say([&] {
            return u"%1 has the posts %2 again"_s.arg(former.key(), former.value().join(u' '));
        });
    }
    m_formerPosts.clear();
}

void World::backUp()
{
    say([&] { return u"the centre is backed up at %1"_s.arg(m_server->town().head()); });
    m_backups.append({++m_backupNo, m_server->town()});
    if (m_setting.mirror)
        m_setting.mirror->backUp(m_backupNo);
    if (m_backups.size() > 4)
        m_backups.removeFirst();
}

void World::restore()
{
    if (m_backups.isEmpty())
        return;
    const auto [number, backup] = oneOf(m_backups);
    const qint64 head = backup.head();
    for (const TownRow &row : m_server->town().log) {
        if (!row.event || backup.byId.contains(row.event->id)
            || !m_promises.contains(row.event->id))
            continue;
        QSet<int> &witnesses = m_promises[row.event->id].witnesses;
        witnesses.clear();
        for (const Pc &pc : m_pcs) {
            if (holds(pc.client->store(), *row.event))
                witnesses.insert(pc.disk);
        }
    }
    say([&] {
        return u"THE CENTRE IS RESTORED from %1 to %2"_s.arg(m_server->town().head()).arg(head);
    });
    m_server->restore(backup);
    if (m_setting.mirror)
        m_setting.mirror->restore(number);
    m_late.clear();
    ++m_report.restores;
}

void World::moveTo(const ClientStore &store, int oldDisk, int newDisk)
{
    const auto move = [&](const EventId &id) {
        if (m_promises.contains(id) && m_promises[id].disk == oldDisk)
            m_promises[id].disk = newDisk;
    };
    for (const Offer &offer : store.outbox)
        move(offer.event->id);
    for (const Parked &parked : store.attention)
        move(parked.offer.event->id);
    for (const Shelved &shelved : store.shelf)
        move(shelved.offer.event->id);
}

void World::newDisk(Pc &pc)
{
    m_deadDisks.insert(pc.disk);
    moveTo(pc.client->store(), pc.disk, m_nextDisk);
    pc.disk = m_nextDisk++;
}

void World::reinstall(Pc &pc)
{
    say([&] { return u"%1 is installed anew"_s.arg(named(pc)); });
    pc.client->reinstall();
    pc.image.reset();
    newDisk(pc);
}

void World::cloneDisk(Pc &pc)
{
    if (pc.client->store().station.isEmpty() || m_pcs.size() > 4)
        return;
    const auto original = static_cast<int>(&pc - m_pcs.data());
    say([&] { return u"the disk of %1 is copied to a new PC"_s.arg(named(pc)); });
    const Disk copy = pc.client->copyDisk();
    const QString login = pc.login;
    const QStringList people = pc.people;
    const QStringList scopes = m_server->town().stationScopes.value(login);
    addPc(login, people); // `pc` is not valid any more
    setStationScopes(login, scopes);
    Pc &twin = m_pcs.back();
    twin.client->useDisk(copy);
    Pc &first = m_pcs[static_cast<size_t>(original)];
    for (Pc *one : {&first, &twin})
        one->twinStation = copy.store.station;
    first.twinOf = static_cast<int>(m_pcs.size()) - 1;
    twin.twinOf = original;
}

void World::restoreImage(Pc &pc)
{
    if (!pc.image || pc.image->store.station.isEmpty() || pc.twinOf >= 0)
        return;
    say([&] { return u"%1 goes back to an older image of its disk"_s.arg(named(pc)); });
    const Disk image = *std::exchange(pc.image, {});
    pc.twinOf = static_cast<int>(&pc - m_pcs.data());
    pc.twinStation = image.store.station;
    pc.client->goBackTo(image);
    newDisk(pc);
}

void World::deliverLate()
{
    const LatePush late = m_late.takeFirst();
    if (late.generation != m_server->generation())
        return;
    say([&] {
        return u"a push of %1 given up by %2 arrives after all"_s.arg(late.events.size())
            .arg(late.session.station);
    });
    static_cast<void>(m_server->push(late.session, late.events));
}

} // namespace hall::model

// The faults end, everybody comes back, everything is synchronised.
#include "world.h"

namespace hall::model {

using namespace Qt::StringLiterals;

void World::visit(Pc &pc, const QString &person, bool mayWork)
{
    Client &client = *pc.client;
    client.signOut();
    for (int i = 0; i < 4 && !client.connect(); ++i) { // a renewed PC says hello again
    }
    static_cast<void>(client.signIn(person));
    if (!client.push(500) && client.connect() && client.signIn(person)) // a clone was unmasked
        static_cast<void>(client.push(500));
    static_cast<void>(client.sendPages());
    static_cast<void>(client.push(500));
    for (int i = 0; i < 12; ++i) {
        const bool went = client.pull(50);
        const bool isThere = went && !client.store().trail.isEmpty()
            && client.store().trail.constFirst().pos == m_server->town().head();
        if (isThere)
            break;
    }
    static_cast<void>(client.fetchPages());
    for (int i = 0; mayWork && i < 4 && client.canWork(); ++i)
        resolve(pc);
    say([&] {
        return u"%1 is visited: %2 waiting, %3 to look at, head %4"_s.arg(named(pc))
            .arg(client.store().outbox.size())
            .arg(client.store().attention.size())
            .arg(m_server->town().head());
    });
    renewTwins();
    lookInMirror();
}

void World::settleRound(bool mayWork)
{
    if (m_setting.makeClient) { // what waits in the engine waits by the clock
        m_now += 120'000;
        setNow();
    }
    for (Pc &pc : m_pcs) {
        for (const QString &person : std::as_const(pc.people)) {
            if (!m_report.violation)
                visit(pc, person, mayWork);
        }
    }
}

/// Changes as long as anything moves.
qint64 World::stillness() const
{
    qint64 sum = m_server->town().head() * 1'000'000;
    for (const Pc &pc : m_pcs) {
        const ClientStore &store = pc.client->store();
        sum += store.outbox.size() * 1000 + store.attention.size();
        sum += store.trail.isEmpty() ? 0 : store.trail.constFirst().pos;
    }
    return sum;
}

/// One more case from every PC: two PCs under one code are found out now at the latest.
void World::probe()
{
    for (Pc &pc : m_pcs) {
        for (const QString &person : std::as_const(pc.people)) {
            static_cast<void>(pc.client->signIn(person));
            const auto draft = pc.client->canWork() ? registration(pc) : std::nullopt;
            if (!draft)
                continue;
            write(pc, *draft);
            m_probed.insert(pc.disk);
            break;
        }
    }
}

void World::heal()
{
    m_isHealed = true;
    m_now += 60 * 1000;
    setNow();
    say([&] { return u"everything heals"_s; });
    while (!m_late.isEmpty())
        deliverLate();
    m_server->releaseHidden();
    for (const bool isProbed : {false, true}) {
        if (isProbed)
            probe();
        qint64 before = -1;
        for (int round = 0; round < 14 && !m_report.violation; ++round) {
            settleRound(!isProbed && round < 3);
            m_server->releaseHidden();
            if (round >= (isProbed ? 1 : 4) && before == stillness())
                break;
            before = stillness();
        }
    }
}

} // namespace hall::model

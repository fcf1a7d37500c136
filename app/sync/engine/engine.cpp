#include "sync/engine/engine.h"

#include "store/settings.h"
#include "sync/local/joining.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leastPoll = 2'000;
constexpr qint64 longestPoll = 15'000;
constexpr qint64 lookPause = 30'000; ///< between two walks over the pages
constexpr int shelfDays = 30;
const QString seatKey = u"centre.seat"_s; ///< code under which somebody's sign-in is known
const QString installKey = u"centre.install"_s;

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

Engine::Engine(const EngineParts &parts)
    : m_parts(parts)
    , m_keys(std::make_shared<KeyRing>())
    , m_leases(std::make_shared<LeaseBook>())
    , m_forms(parts.forms ? parts.forms : std::make_shared<EventForms>())
    , m_exchange(parts.store, parts.pages, parts.centre, *m_keys)
    , m_traffic(parts.store, parts.pages, parts.centre)
    , m_backOff(parts.seed)
{
    // Without services nobody leases: the store goes on leasing to itself.
    m_parts.store.setHooks(
        {.macs = m_keys,
         .leases = m_parts.services ? std::shared_ptr<LeaseSource>(m_leases) : nullptr,
         .forms = m_forms});
    recallVersions();
    setState(LinkState::Connecting);
    refreshCounts();
}

Engine::~Engine()
{
    m_leases->whenMissing({}); // the store keeps the book longer than that
}

qint64 Engine::now() const
{
    return m_parts.clock.local().now().toMSecsSinceEpoch();
}

qint64 Engine::ticks() const
{
    return m_parts.ticks ? m_parts.ticks() : now();
}

void Engine::nudge()
{
    m_nextPoll = 0;
    m_isIdle = false;
}

void Engine::disconnect()
{
    m_isGreeted = false;
    m_isPersonGreeted = false;
    m_exchange.forgetCursors();
}

qint64 Engine::step()
{
    watchClock();
    const qint64 at = ticks();
    if (at < m_nextAttempt) {
        refreshCounts(); // work goes on without a line
        return m_nextAttempt - at;
    }
    const Outcome worked = work();
    if (!worked.ok())
        return failed(worked.error());
    m_isIdle = !worked.value();
    if (!m_isIdle)
        return 0;
    if (m_nextPoll <= ticks())
        m_nextPoll = ticks() + leastPoll;
    return m_nextPoll - ticks();
}

qint64 Engine::failed(const Error &error)
{
    m_isIdle = true;
    const bool isLink = error.kind == ErrorKind::CentreUnreachable;
    const bool isLogin
        = error.kind == ErrorKind::WrongPassword || error.kind == ErrorKind::AccountDisabled;
    // Before hello it is the station's login; later a person's, whom the next hello asks again.
    const bool isStation = isLogin && !m_isGreeted;
    if (isStation)
        m_status.trouble = Error{ErrorKind::CentreRefused, u"station"_s};
    else if (!isLink)
        m_status.trouble = error;
    disconnect();
    if (error.kind == ErrorKind::CentreTooOld)
        setState(LinkState::TooOld);
    else if (isStation)
        setState(LinkState::Closed);
    else
        setState(LinkState::Offline);
    const qint64 wait = m_backOff.next();
    m_nextAttempt = ticks() + wait;
    return wait;
}

/// The first thing that there is to do; what people wait for most stands first.
Engine::Outcome Engine::work()
{
    if (!m_isGreeted)
        return greet(Party::Station);
    if (m_status.state == LinkState::Closed)
        return false;
    if (!m_person.isEmpty() && !m_isPersonGreeted && m_status.state == LinkState::Online)
        return greetPerson();
    Outcome done = pullAsHinted();
    if (done.ok() && !done.value())
        done = push();
    if (!done.ok() || done.value() || m_status.state == LinkState::TooOld)
        return done;
    done = fetch();
    if (!done.ok() || done.value())
        return done;
    if (m_hasGone) {
        done = m_traffic.stepGone();
        if (!done.ok() || done.value())
            return done;
        m_hasGone = false;
    }
    if (m_hasPurged)
        m_hasPurged = !forgetLeft().valueOr(false);
    done = movePages();
    if (!done.ok() || done.value())
        return done;
    return lease();
}

/// Those of the cases go up, those of the piles come down.
Engine::Outcome Engine::movePages()
{
    if (ticks() >= m_nextLook) {
        m_traffic.lookAgain();
        m_nextLook = ticks() + lookPause;
    }
    const Outcome up = m_traffic.stepUp();
    if (m_traffic.takeLeft())
        m_hasGone = m_hasPurged = true;
    const bool isDone = !up.ok() || up.value() || !m_isPersonGreeted;
    return isDone ? up : m_traffic.stepDown(m_parts.store.station());
}

Result<HelloAsk> Engine::question()
{
    const Result<QUuid> install = awaited(m_parts.store.write([this](WriteTx &tx) -> Result<QUuid> {
        const Result<Done> prepared = prepareJoining(tx);
        if (!prepared.ok())
            return prepared.error();
        const Result<QString> known = setting(tx.connection(), installKey);
        if (!known.ok())
            return known.error();
        if (!known.value().isEmpty())
            return QUuid::fromString(known.value());
        const QUuid made = m_parts.ids.next();
        const Result<Done> kept = setSetting(tx, installKey, made.toString());
        return kept.ok() ? Result<QUuid>(made) : kept.error();
    }));
    if (!install.ok())
        return install.error();
    return awaited(m_parts.store.report([this, &install](ReadTx &tx) -> Result<HelloAsk> {
        const Result<qint64> serial = newestSerial(tx);
        if (!serial.ok())
            return serial.error();
        const Result<QList<Checkpoint>> confirmed = trail(tx);
        if (!confirmed.ok())
            return confirmed.error();
        return HelloAsk{.station = m_parts.store.station(),
                        .install = install.value(),
                        .program = m_parts.program,
                        .proto = protocolVersion,
                        .newestSerial = serial.value(),
                        .ownMs = now(),
                        .trail = confirmed.value()};
    }));
}

Engine::Outcome Engine::greet(Party party)
{
    m_exchange.forgetCursors();
    const Result<HelloAsk> ask = question();
    if (!ask.ok())
        return ask.error();
    const qint64 askedAt = now();
    const Result<HelloReply> reply = m_parts.centre.hello(party, ask.value());
    if (!reply.ok())
        return reply.error();
    return welcome(party, reply.value(), askedAt);
}

Engine::Outcome Engine::welcome(Party party, const HelloReply &reply, qint64 askedAt)
{
    measure(reply.centreMs, askedAt);
    m_backOff.reset();
    m_status.trouble.reset();
    switch (reply.status) {
    case HelloStatus::Ok:
        break;
    case HelloStatus::Fork: {
        const Result<Done> back = goBack(reply.common);
        return back.ok() ? Outcome(true) : back.error(); // and hello once more
    }
    case HelloStatus::Clone:
        return becomeAnother();
    case HelloStatus::Closed:
        m_isGreeted = true;
        setState(LinkState::Closed);
        m_nextPoll = ticks() + longestPoll;
        return false;
    case HelloStatus::TooOld:
        m_isGreeted = true;
        setState(LinkState::TooOld);
        return true;
    }
    const Result<Done> versions = keepVersions(reply);
    if (!versions.ok())
        return versions.error();
    setState(LinkState::Online);
    (party == Party::Station ? m_isGreeted : m_isPersonGreeted) = true;
    m_canPullMore = true;
    m_traffic.lookAgain();
    return keepScopes(party, reply);
}

/// The station's answer says what this PC may keep, the person's what may be read now.
Engine::Outcome Engine::keepScopes(Party party, const HelloReply &reply)
{
    const Result<Done> kept
        = awaited(m_parts.store.write([party, &reply](WriteTx &tx) -> Result<Done> {
              QStringList follow = reply.scopes;
              if (!follow.contains("hall"_L1))
                  follow.append(u"hall"_s);
              if (party == Party::Person)
                  return meetPerson(tx, follow, reply.head);
              Result<Done> done = meetCentre(tx, reply.epoch);
              if (done.ok())
                  done = dropOthers(tx, follow);
              if (done.ok())
                  done = clearShelf(tx, shelfDays);
              // It may have been upgraded since it did not know an event of ours.
              if (done.ok())
                  done = releaseHolds(tx, u"newer"_s);
              return done.ok() ? followScopes(tx, {u"hall"_s}, 0) : done;
          }));
    if (!kept.ok())
        return kept.error();
    m_hasGone = true;
    m_hasPurged = true; // a scope may have been emptied; also what an end in the middle left
    if (party == Party::Person)
        m_personScopes = reply.scopes + QStringList{u"hall"_s};
    if (m_parts.services && party == Party::Station) {
        const Result<QByteArray> key = m_parts.services->stationKey();
        if (!key.ok())
            return key.error();
        m_keys->unlock({}, m_parts.store.station(), key.value());
    }
    return true;
}

/// This disk is a copy of another that works too, or older than what the centre knows of it:
/// another code, the same data. Each ask names a fresh installation: one that is written down
/// before would be copied with the disk, and both would get the same code. A lost answer costs a
/// code.
Engine::Outcome Engine::becomeAnother()
{
    const QUuid next = m_parts.ids.next();
    Result<Done> done = openKept(); // by the key of the old code
    if (!done.ok())
        return done.error();
    const Result<QString> code = m_parts.centre.renewStation(next);
    if (!code.ok())
        return code.error();
    done = awaited(m_parts.store.renameStation(code.value()));
    if (done.ok())
        done = awaited(m_parts.store.write([&next](WriteTx &tx) -> Result<Done> {
            Result<Done> written = giveUpNumbers(tx);
            if (written.ok())
                written = setSetting(tx, installKey, next.toString());
            return written;
        }));
    if (!done.ok())
        return done.error();
    disconnect();
    return true;
}

Engine::Outcome Engine::note(const Result<ExchangeResult> &result)
{
    if (!result.ok())
        return result.error();
    const ExchangeResult &went = result.value();
    if (!went.hasWorked)
        return false;
    m_status.lastContact = now();
    m_hasGone = m_hasGone || went.hasPurged;
    m_hasPurged = m_hasPurged || went.hasPurged;
    if (went.hasFilled)
        m_isPersonGreeted = false;
    if (!went.broken.isEmpty())
        m_status.trouble = Error{ErrorKind::CentreRefused, u"chain"_s};
    if (went.came > 0 || went.sent > 0 || went.refused > 0)
        refreshCounts();
    return true;
}

Engine::Outcome Engine::push()
{
    const qint64 askedAt = now();
    const Result<ExchangeResult> result = m_exchange.push(m_parts.clock);
    if (result.ok() && result.value().isClone)
        return becomeAnother();
    if (result.ok() && result.value().hasWorked) {
        measure(result.value().centreMs, askedAt);
        m_canPullMore = true;  // own events come back at once
        m_traffic.lookAgain(); // their pages may follow now
        m_nextLease = 0;       // what went out may have used numbers
    }
    return note(result);
}

/// What comes down: streams that are wanted whole, open cases of a first filling, the feed, then
/// the closed ones, which nobody waits for.
Engine::Outcome Engine::fetch()
{
    if (m_isPersonGreeted) {
        Outcome done = note(m_exchange.history(m_personScopes));
        // Cases are folded with what the hall has published: that comes first.
        if (done.ok() && !done.value() && !m_hasPulled)
            done = pull();
        if (done.ok() && !done.value())
            done = fill(ScopeState::Fill::Open);
        if (!done.ok() || done.value())
            return done;
    }
    Outcome done = pull();
    if (done.ok() && !done.value() && m_isPersonGreeted)
        done = fill(ScopeState::Fill::Closed);
    return done;
}

Engine::Outcome Engine::pull()
{
    if (!m_canPullMore && ticks() < m_nextPoll)
        return false;
    const Party party = m_isPersonGreeted ? Party::Person : Party::Station;
    const QStringList readable = m_isPersonGreeted ? m_personScopes : QStringList{u"hall"_s};
    const Result<ExchangeResult> result = m_exchange.pull(party, readable);
    const Outcome noted = note(result);
    if (!noted.ok())
        return noted;
    m_canPullMore = result.value().hasMore;
    m_hasPulled = m_hasPulled || !m_canPullMore;
    // Nothing new: ask less and less often, up to the longest pause; a nudge asks at once.
    m_poll = result.value().came > 0 ? leastPoll : qBound(leastPoll, m_poll * 3 / 2, longestPoll);
    m_nextPoll = ticks() + m_poll;
    if (!m_canPullMore)
        refreshFreshness();
    // What came may want a history, a page, a removal: look again before resting.
    return result.value().entries > 0;
}

} // namespace hall

#pragma once

#include "domain/eventforms.h"
#include "sync/api/centreservices.h"
#include "sync/api/centrestatus.h"
#include "sync/engine/backoff.h"
#include "sync/engine/correctedclock.h"
#include "sync/engine/exchange.h"
#include "sync/engine/leasebook.h"
#include "sync/engine/pagetraffic.h"

#include <functional>
#include <memory>

namespace hall {

/// What an engine works with; all of it outlives the engine.
struct EngineParts
{
    Store &store;
    const PageStore &pages;
    Centre &centre;
    CentreServices *services = nullptr; ///< null: no sessions, leases and search (tests)
    CorrectedClock &clock;
    IdSource &ids;
    quint32 seed = 1; ///< of the back-off
    QString program = {};
    /// Older forms of events; null = those of this program (none yet: every form is the first).
    std::shared_ptr<EventForms> forms = {};
    /// Monotonic ms: pauses are counted by it, so that a clock that jumps stops nothing. Empty =
    /// the clock, for tests that move time.
    std::function<qint64()> ticks = {};
};

/// Store and centre kept together, one small step at a time: no thread, no timer and no sleep in
/// it, so that tests drive it. SyncRunner steps it in the program.
class Engine
{
public:
    explicit Engine(const EngineParts &parts);
    ~Engine();

    /// One round trip at most. Answers how many ms may pass before the next step; 0 = at once.
    [[nodiscard]] qint64 step();
    /// Something was appended here, or the centre has called: worth a look now.
    void nudge();
    /// The centre has something new: it is pulled before anything else.
    void hinted()
    {
        m_isHinted = true;
        nudge();
    }
    void wantPage(const QByteArray &sha) { m_traffic.want(sha); }
    /// A lost link: the next step begins with hello.
    void disconnect();

    /// The person's session beside the station's. Online: the centre checks the password.
    [[nodiscard]] Result<SignInReply> signInOnline(const QString &staff, const QString &password);
    /// Unlocks what an earlier sign-in left: SignInExpired, WrongPassword, NotFound.
    [[nodiscard]] Result<Done> signInOffline(const QString &staff, const QString &password);
    /// A second person's password; the session stays whose it is.
    [[nodiscard]] Result<Done> prove(const QString &staff, const QString &password);
    void signOut();
    /// At the centre; the key kept here is wrapped anew by it.
    [[nodiscard]] Result<Done> changePassword(const QString &password);
    /// At the centre, then brought back at once: what was published counts here when this answers.
    [[nodiscard]] Result<Done> publish(const QList<Event> &events);
    /// Whose session is open (tests without services set it by hand).
    void setPerson(const QString &staff);

    [[nodiscard]] const CentreStatus &status() const { return m_status; }
    [[nodiscard]] KeyRing &keys() { return *m_keys; }
    /// Called on any thread when an act lacked a number: step() fetches it at once.
    void whenNumberMissing(std::function<void()> tell) { m_leases->whenMissing(std::move(tell)); }
    [[nodiscard]] bool isIdle() const { return m_isIdle; }
    [[nodiscard]] QList<QByteArray> takeArrivedPages() { return m_traffic.takeArrived(); }
    [[nodiscard]] std::optional<PageArrival> takePageProgress() { return m_traffic.takeProgress(); }

private:
    using Outcome = Result<bool>; ///< true = something was done
    [[nodiscard]] Outcome work();
    [[nodiscard]] Outcome greet(Party party);
    [[nodiscard]] Outcome greetPerson();
    [[nodiscard]] Outcome takeSeat();
    [[nodiscard]] Result<Done> setSeat(const QString &station);
    [[nodiscard]] Outcome welcome(Party party, const HelloReply &reply, qint64 askedAt);
    [[nodiscard]] Result<Done> keepVersions(const HelloReply &reply);
    void recallVersions();
    [[nodiscard]] Outcome keepScopes(Party party, const HelloReply &reply);
    [[nodiscard]] Outcome becomeAnother();
    [[nodiscard]] Result<Done> goBack(qint64 common);
    [[nodiscard]] Result<Done> openKept();
    [[nodiscard]] Result<bool> forgetLeft();
    [[nodiscard]] Result<Done> unlockOlder(const QString &staff, const QString &password);
    [[nodiscard]] Outcome push();
    [[nodiscard]] Outcome movePages();
    [[nodiscard]] Outcome fetch();
    [[nodiscard]] Outcome pull();
    [[nodiscard]] Outcome pullAsHinted();
    [[nodiscard]] Outcome fill(ScopeState::Fill part);
    [[nodiscard]] Outcome lease();
    [[nodiscard]] Outcome restLeases(const Error &error);
    [[nodiscard]] Outcome returnSpent(int year);
    [[nodiscard]] Outcome note(const Result<ExchangeResult> &result);
    [[nodiscard]] Result<HelloAsk> question();
    [[nodiscard]] qint64 now() const;   ///< what a person reads
    [[nodiscard]] qint64 ticks() const; ///< what pauses are counted by
    qint64 failed(const Error &error);
    void watchClock();
    void setState(LinkState state);
    void measure(qint64 centreMs, qint64 askedAt);
    void refreshCounts();
    void refreshFreshness();

    EngineParts m_parts;
    std::shared_ptr<KeyRing> m_keys;
    std::shared_ptr<LeaseBook> m_leases;
    std::shared_ptr<EventForms> m_forms;
    Exchange m_exchange;
    PageTraffic m_traffic;
    BackOff m_backOff;
    CentreStatus m_status;
    QString m_person;
    QStringList m_personScopes;
    bool m_isGreeted = false;
    bool m_isPersonGreeted = false;
    bool m_isIdle = false;
    bool m_isHinted = false;
    bool m_canPullMore = false;
    bool m_hasPulled = false; ///< to the end, once
    bool m_hasGone = true;
    bool m_isLeaseRefused = false;
    bool m_hasPurged = true; ///< the store's files may still hold it
    qint64 m_seenNow = 0;    ///< both clocks at the last step
    qint64 m_seenTicks = 0;
    qint64 m_nextAttempt = 0;
    qint64 m_nextPoll = 0;
    qint64 m_nextLease = 0;
    qint64 m_nextLook = 0;
    qint64 m_poll = 0;
};

} // namespace hall

#pragma once

#include "store/pagestore.h"
#include "store/store.h"
#include "sync/api/centre.h"
#include "sync/engine/keyring.h"
#include "sync/engine/pushpace.h"
#include "sync/local/centrefeed.h"
#include "sync/local/centreoutbox.h"
#include "sync/local/centrestate.h"

#include <QStringList>

#include <optional>

namespace hall {

/// What went over the link in one step.
struct ExchangeResult
{
    bool hasWorked = false;
    bool isClone = false;
    bool hasMore = false;   ///< the page was full
    bool hasFilled = false; ///< a first filling has ended: hello again confirms up to where
    int sent = 0;
    int refused = 0;
    int entries = 0;
    int came = 0; ///< events that were new here
    bool hasPurged = false;
    qint64 centreMs = 0; ///< 0 = not said
    QSet<StreamId> broken = {};
};

/// Events between store and centre. Each call is one round trip and one transaction; the answer of
/// a round trip that was lost changes nothing here. Sync thread only.
class Exchange
{
public:
    static constexpr int pullLimit = 2000;
    static constexpr int walkLimit = 200;

    Exchange(Store &store, const PageStore &pages, Centre &centre, const KeyRing &keys);

    [[nodiscard]] Result<ExchangeResult> push(const Clock &clock);
    /// `scopes`: those that the session may read.
    [[nodiscard]] Result<ExchangeResult> pull(Party party, const QStringList &scopes);
    /// One stream that is wanted whole. What one person may not read another one at this PC may: it
    /// stays wanted until everybody's scopes have asked.
    [[nodiscard]] Result<ExchangeResult> history(const QStringList &scopes);
    /// One page of a first filling; `fill`: which walk.
    [[nodiscard]] Result<ExchangeResult> fill(const QStringList &scopes, ScopeState::Fill fill);
    /// Somebody else moved scopes or their cursors (hello, a fork): they are read again.
    void forgetCursors() { m_cursors.reset(); }

private:
    /// Where each scope stands that the last pull asked for.
    struct Cursors
    {
        QStringList readable = {};
        ScopeCursors after = {};
    };
    [[nodiscard]] Result<ScopeCursors> cursorsOf(const QStringList &readable);
    [[nodiscard]] Result<ExchangeResult> refusedHistory(const StreamId &stream,
                                                        const QStringList &scopes);
    [[nodiscard]] Result<Done> beginWalk(const ScopeState &state);
    [[nodiscard]] Result<ExchangeResult> endWalk(const ScopeState &state);
    [[nodiscard]] Result<ExchangeResult> applied(const Result<FeedReport> &report) const;

    Store &m_store;
    const PageStore &m_pages;
    Centre &m_centre;
    const KeyRing &m_keys;
    PushPace m_pace{int(maxPushEvents)};
    std::optional<Cursors> m_cursors;     ///< as they are in the store; none = not known
    FoldedCases m_folded;                 ///< while full page follows full page
    QSet<StreamId> m_notTheirs;           ///< histories that this session was refused
    QMap<QString, QSet<StreamId>> m_walk; ///< scope → here before the walk, not met on it so far
};

} // namespace hall

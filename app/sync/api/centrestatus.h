#pragma once

#include "domain/error.h"
#include "domain/event.h"

#include <QMap>
#include <QString>

#include <optional>

namespace hall {

/// How this machine stands to the centre; shown once, in the status strip.
enum class LinkState {
    Alone, ///< no centre: the program is whole on one machine
    Connecting,
    Online,
    Offline, ///< a normal state; `since` says since when
    Closed,  ///< the centre has closed this station
    TooOld   ///< this program is older than the centre allows: work goes up, nothing comes down
};

/// A first filling on its way.
struct FillProgress
{
    QString scope = {};
    bool isOpenPart = true; ///< open cases come first; the program is usable after them
    double part = 0;        ///< 0 … 1 of this part in this scope, estimated
    double whole = 0;       ///< 0 … 1 of this part over all scopes
};

struct CentreStatus
{
    LinkState state = LinkState::Alone;
    qint64 since = 0;       ///< ms: when this state began
    qint64 lastContact = 0; ///< ms; 0 = never
    int unsent = 0;         ///< events that wait to go up
    int withoutKey = 0;     ///< of them: cannot go before their author signs in online
    int pagesWaiting = 0;
    int attention = 0;
    bool needsSignIn = false;             ///< another station code was given: sign in again
    bool hasPerson = false;               ///< somebody's session is open: lists are kept fresh
    bool isUsable = false;                ///< what the person needs is here: all but closed cases
    qint64 signInUntil = 0;               ///< ms: how long the person may go on without the centre
    QMap<QString, qint64> freshness = {}; ///< scope → ms when it was last known to be complete
    std::optional<FillProgress> filling = {};
    std::optional<Error> trouble = {};
};

} // namespace hall

#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace hall {

class CentreDatabase;

enum class FaultKind {
    Position,    ///< a position is missing or doubled
    TownChain,   ///< the town's chain does not follow
    StreamChain, ///< a stream's chain does not follow
    Envelope,    ///< an envelope cannot be read
    Body,        ///< the body is not the one that the envelope names
    Head,        ///< the counter does not stand where the journal ends
    Replay,      ///< what is listed of a stream is not what its events say
    Page         ///< bytes that do not give the page's SHA
};

struct Fault
{
    FaultKind kind = FaultKind::Position;
    qint64 pos = 0;
    QString what = {}; ///< stream or page
    friend bool operator==(const Fault &, const Fault &) = default;
};

struct Verification
{
    qint64 events = 0;
    qint64 streams = 0;
    qint64 pages = 0;
    qint64 pagesWaiting = 0; ///< named, not here yet: no fault
    qint64 pageBytes = 0;
    qint64 erased = 0; ///< bodies erased by law: no fault either
    QList<Fault> faults = {};
};

/// ListOnly: chains, hashes and positions; neither pages are read nor cases folded again.
enum class PageCheck { Bytes, ListOnly };

/// Recomputes every chain, hash, page and listed state on this side of the line: what the centre's
/// own functions say about themselves is not asked. `progress` gets the position reached.
[[nodiscard]] Result<Verification> verifyCentre(CentreDatabase &centre, PageCheck check,
                                                const std::function<void(qint64)> &progress);

} // namespace hall

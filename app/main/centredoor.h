#pragma once

#include "desk/setup/joiningdesk.h"
#include "sync/engine/correctedclock.h"
#include "sync/postgres/centrecall.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace hall {

class CentreLink;
class PageStore;
class Store;

/// What a line is made with; all of it outlives the line.
struct LineParts
{
    Store &store;
    const PageStore &pages;
    CorrectedClock &clock;
    IdSource &ids;
};

/// The centre as app/main sees it: the connection file that a joined store keeps, and the line that
/// is made of it.
class CentreDoor
{
public:
    /// The file of a joined store.
    [[nodiscard]] static QString keptFile(const QString &storeFolder);
    /// What people may read of a file; ConnectionFile.
    [[nodiscard]] static Result<CentrePlate> plateOf(const QString &file);
    /// Whether `given` may take the place of what the store has: a file of the same place of the
    /// same hall (a new certificate, another address). ConnectionFile "town", "station", "ownHall".
    [[nodiscard]] static Result<Done> mayReplace(const ConnectionFile &given,
                                                 const QString &storeFolder, const QString &region);
    [[nodiscard]] static std::unique_ptr<CentreLink> line(const ConnectionFile &file,
                                                          const LineParts &parts);
    /// Removes what a joining that was given up left; only of a store that held nothing before.
    static void emptyStore(const QString &storeFolder, const QString &backupFolder);

    ~CentreDoor();
    /// Asks the centre with the station's and the person's word, on a thread of its own.
    /// CentreRefused "station" and ConnectionFile "secret" are about this computer, the others
    /// about the person or the network.
    [[nodiscard]] QFuture<Result<Done>> probe(const JoinAsk &ask);
    void breakOff();

private:
    std::shared_ptr<CentreCall> m_probe;
};

} // namespace hall

#pragma once

#include "domain/result.h"
#include "sync/api/protocol.h"

#include <QUuid>

#include <functional>

namespace hall {

/// Who a call is made for: the station's own session delivers, a person's session reads.
enum class Party { Station, Person };

/// The surface of the centre (PROTOCOL.md). Calls block and keep their own deadlines: only the sync
/// thread makes them. Errors: CentreUnreachable (the link is gone, the outcome unknown),
/// CentreRefused (detail = the centre's words), WrongPassword, CentreTooOld.
/// Implementations: PostgreSQL (sync/postgres), the model (tests/model).
class Centre
{
public:
    virtual ~Centre() = default;

    [[nodiscard]] virtual Result<HelloReply> hello(Party party, const HelloAsk &ask) = 0;
    [[nodiscard]] virtual Result<PushReply> push(const QList<OfferedEvent> &events) = 0;
    [[nodiscard]] virtual Result<PullReply> pull(Party party, const QString &station,
                                                 const ScopeCursors &after, int limit)
        = 0;
    /// The whole stream with its real positions; NotFound without a right on it.
    [[nodiscard]] virtual Result<PullReply> history(const StreamId &stream) = 0;
    /// One walk over the open cases, one over the closed ones. `after` null = from the beginning;
    /// an empty list = this walk is done. `limit` counts streams.
    [[nodiscard]] virtual Result<QList<SnapshotRow>> snapshot(const SnapshotAsk &ask,
                                                              const StreamId &after, int limit)
        = 0;

    [[nodiscard]] virtual Result<QMap<QByteArray, PageProgress>>
    pagesThere(const QList<QByteArray> &shas) = 0;
    [[nodiscard]] virtual Result<Done> putPiece(const CarriedPage &page, int n,
                                                const QByteArray &piece)
        = 0;
    /// False: the bytes did not give the SHA and were thrown away; send them again.
    [[nodiscard]] virtual Result<bool> commitPage(const QByteArray &sha) = 0;
    /// The last piece that is missing and the commit in one: as commitPage().
    [[nodiscard]] virtual Result<bool> putLast(const CarriedPage &page, int n,
                                               const QByteArray &piece)
    {
        const Result<Done> put = putPiece(page, n, piece);
        return put.ok() ? commitPage(page.sha) : put.error();
    }
    [[nodiscard]] virtual Result<QByteArray> getPiece(const QString &station, const QByteArray &sha,
                                                      int n)
        = 0;
    /// One piece, or more that follow each other: less than whole ones = the page's end.
    [[nodiscard]] virtual Result<QByteArray> getPieces(const QString &station,
                                                       const QByteArray &sha, int first)
    {
        return getPiece(station, sha, first);
    }

    /// From now on `heard` is called, on the thread of the calls and from its event loop, when the
    /// centre says that there is something new for the person: a hint, the poll is the truth.
    virtual void listen(const std::function<void()> &heard) { Q_UNUSED(heard) }

    /// A code never used before, for a clone or a reinstallation.
    [[nodiscard]] virtual Result<QString> renewStation(const QUuid &install) = 0;
};

} // namespace hall

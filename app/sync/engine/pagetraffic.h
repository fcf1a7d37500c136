#pragma once

#include "store/pagestore.h"
#include "store/store.h"
#include "sync/api/centre.h"
#include "sync/engine/partshelf.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>
#include <utility>

namespace hall {

/// Bytes of a page that are here, of all.
struct PageArrival
{
    QByteArray sha = {};
    qint64 here = 0;
    qint64 size = 0;
};

/// Pages on their way: one piece a step, so that a big page holds nothing else up. What is in the
/// middle when the link is lost, or the program ends, goes on where it was. Sync thread only.
class PageTraffic
{
public:
    PageTraffic(Store &store, const PageStore &pages, Centre &centre);

    /// A page that somebody looks at: before all others.
    void want(const QByteArray &sha);
    /// True when there was something to do.
    [[nodiscard]] Result<bool> stepUp();
    [[nodiscard]] Result<bool> stepDown(const QString &station);
    /// Looks through the cases again: pages to bring up, pages of the piles to fetch.
    void lookAgain();
    /// A case that only waited for its page has left.
    [[nodiscard]] bool takeLeft() { return std::exchange(m_hasLeft, false); }
    /// Pages that came since the last call.
    [[nodiscard]] QList<QByteArray> takeArrived() { return std::exchange(m_arrived, {}); }
    /// How far a page on its way is, since the last call.
    [[nodiscard]] std::optional<PageArrival> takeProgress()
    {
        return std::exchange(m_progress, {});
    }
    [[nodiscard]] qsizetype waitingDown() const { return m_down.size(); }
    /// Removes what has left this machine.
    [[nodiscard]] Result<bool> stepGone();

private:
    struct Upload
    {
        CarriedPage page = {};
        QByteArray bytes = {};
        QList<int> missing = {};
    };
    struct Download
    {
        QByteArray sha = {};
        QByteArray bytes = {};
        qint64 size = 0; ///< 0 = not asked for: most pages come in one answer
    };
    [[nodiscard]] Result<bool> keepPart(const QByteArray &piece);
    [[nodiscard]] Result<bool> finishDownload();
    [[nodiscard]] Result<bool> findUploads();
    [[nodiscard]] Result<Done> beginUpload(const QByteArray &sha, const PageProgress &there);
    [[nodiscard]] Result<bool> sendPiece();
    [[nodiscard]] Result<bool> finishUpload(const Result<bool> &whole);
    [[nodiscard]] Result<Done> markThere(const QList<QByteArray> &shas);
    [[nodiscard]] Result<Done> findDownloads();

    Store &m_store;
    const PageStore &m_pages;
    Centre &m_centre;
    QByteArray m_after; ///< last page that was looked at on this walk
    bool m_hasWalked = false;
    bool m_walksAgain = false; ///< asked for in the middle of a walk
    QList<std::pair<QByteArray, PageProgress>> m_up;
    std::optional<Upload> m_upload;
    QList<QByteArray> m_down;
    bool m_hasLooked = false;
    std::optional<Download> m_download;
    QList<QByteArray> m_arrived;
    std::optional<PageArrival> m_progress;
    PartShelf m_parts;
    bool m_hasLeft = false;
};

} // namespace hall

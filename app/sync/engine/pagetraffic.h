#pragma once

#include "store/pagestore.h"
#include "store/store.h"
#include "sync/api/centre.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace hall {

/// Pages on their way: one piece a step, so that a big page holds nothing else up. What is in the
/// middle when the link is lost goes on where it was. Sync thread only.
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
    /// Pages that came since the last call.
    [[nodiscard]] QList<QByteArray> takeArrived() { return std::exchange(m_arrived, {}); }
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
    };
    [[nodiscard]] Result<bool> findUploads();
    [[nodiscard]] Result<Done> beginUpload(const QByteArray &sha, const PageProgress &there);
    [[nodiscard]] Result<bool> sendPiece();
    [[nodiscard]] Result<Done> finishUpload();
    [[nodiscard]] Result<Done> markThere(const QList<QByteArray> &shas);
    [[nodiscard]] Result<Done> findDownloads();

    Store &m_store;
    const PageStore &m_pages;
    Centre &m_centre;
    QByteArray m_after; ///< last page that was looked at on this walk
    bool m_hasWalked = false;
    QList<std::pair<QByteArray, PageProgress>> m_up;
    std::optional<Upload> m_upload;
    QList<QByteArray> m_down;
    bool m_hasLooked = false;
    std::optional<Download> m_download;
    QList<QByteArray> m_arrived;
};

} // namespace hall

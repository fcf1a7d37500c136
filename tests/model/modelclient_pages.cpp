// Pages in pieces, checked at both ends.
#include "modelclient.h"

#include <QCryptographicHash>

namespace hall::model {

bool ModelClient::sendPages()
{
    QList<QByteArray> waiting;
    for (auto page = m_store.pages.cbegin(); page != m_store.pages.cend(); ++page) {
        if (!page->isUp)
            waiting.append(page.key());
    }
    if (waiting.isEmpty())
        return m_link.isOpen();
    const auto there = m_link.pagesThere(waiting);
    if (!there.ok())
        return false;
    for (auto page = there.value().cbegin(); page != there.value().cend(); ++page) {
        if (!sendPage(page.key(), page.value()))
            return false;
    }
    return true;
}

/// Only the pieces that are not there: a broken transfer is resumed.
bool ModelClient::sendPage(const QByteArray &sha, const PageProgress &progress)
{
    LocalPage &page = m_store.pages[sha];
    if (progress.isComplete) {
        page.isUp = true;
        return true;
    }
    const qsizetype size = m_link.server().pieceSize();
    for (int n = 0; n * size < page.bytes.size(); ++n) {
        if (progress.pieces.contains(n))
            continue;
        const auto put = m_link.putPiece({.sha = sha, .size = page.bytes.size()}, n,
                                         page.bytes.mid(n * size, size));
        if (!put.ok())
            return put.error().kind == ErrorKind::CentreRefused; // not named there yet
    }
    const auto done = m_link.commitPage(sha);
    if (!done.ok())
        return false;
    page.isUp = done.value();
    return true;
}

bool ModelClient::fetchPages()
{
    QMap<QByteArray, CarriedPage> wanted;
    for (const LocalStream &stream : std::as_const(m_store.streams)) {
        for (const Held &held : stream.held) {
            for (const CarriedPage &page : held.pages) {
                if (!m_store.pages.contains(page.sha))
                    wanted.insert(page.sha, page);
            }
        }
    }
    if (wanted.isEmpty())
        return m_link.isOpen();
    const auto there = m_link.pagesThere(wanted.keys());
    if (!there.ok())
        return false;
    for (const CarriedPage &page : std::as_const(wanted)) {
        if (there.value().value(page.sha).isComplete && !fetchPage(page))
            return false;
    }
    return true;
}

bool ModelClient::fetchPage(const CarriedPage &page)
{
    QByteArray bytes;
    for (int n = 0; bytes.size() < page.size; ++n) {
        const auto piece = m_link.getPiece(m_store.station, page.sha, n);
        if (!piece.ok())
            return piece.error().kind == ErrorKind::NotFound;
        bytes += piece.value();
    }
    const bool fits = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) == page.sha;
    if (fits || !m_rules.has(Rule::PagesCheckedOnArrival))
        m_store.pages.insert(page.sha,
                             {.bytes = bytes, .isOwn = false, .isUp = true, .isSettled = false});
    return true;
}

} // namespace hall::model

#include "sync/engine/pagetraffic.h"

#include "domain/sha256.h"
#include "store/forgetting.h"
#include "sync/local/centreoutbox.h"
#include "sync/local/purge.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int askedAtOnce = 50;
constexpr int fetchedAhead = 200;
// Pages that this store may hold and the centre may lack: also others', after a fork.
const QString upSql
    = u"select distinct sha from case_page where is_there in (0, 2) and sha > :after"
      u" order by sha limit :limit"_s;
// 3 = the centre has said so, but no checkpoint of after that is confirmed yet.
const QString thereSql = u"update case_page set is_there = 3 where sha = :sha and is_there <> 1"_s;
// Ready or not: of a page that came with a filling or a history nobody says here that it is ready.
const QString aheadSql = u"select distinct p.sha from pile q join case_page p on p.stream_key ="
                         u" q.key order by q.since desc"_s;

Result<QList<QByteArray>> shasOf(Query &query)
{
    QList<QByteArray> shas;
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next())
        shas.append(query.bytes("sha"_L1));
    if (!more.ok())
        return more.error();
    return shas;
}

/// The sync thread may wait for the store; the store never waits for it.
template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

bool isUnknown(const Error &error)
{
    return error.kind == ErrorKind::NotFound
        || (error.kind == ErrorKind::CentreRefused && error.detail == "unknown"_L1);
}

} // namespace

PageTraffic::PageTraffic(Store &store, const PageStore &pages, Centre &centre)
    : m_store(store)
    , m_pages(pages)
    , m_centre(centre)
    , m_parts(store.folder() + u"/parts"_s)
{
}

void PageTraffic::want(const QByteArray &sha)
{
    m_down.removeAll(sha);
    m_down.prepend(sha);
}

void PageTraffic::lookAgain()
{
    m_walksAgain = !m_after.isEmpty(); // what this walk has passed is looked at once more
    m_hasWalked = false;
    m_hasLooked = false;
}

Result<bool> PageTraffic::stepUp()
{
    if (m_upload)
        return sendPiece();
    if (m_up.isEmpty() && !m_hasWalked)
        return findUploads();
    if (m_up.isEmpty())
        return false;
    const auto [sha, there] = m_up.takeFirst();
    const Result<Done> begun = beginUpload(sha, there);
    return begun.ok() ? Result<bool>(true) : begun.error();
}

Result<bool> PageTraffic::findUploads()
{
    const Result<QList<QByteArray>> found
        = awaited(m_store.report([after = m_after](ReadTx &tx) -> Result<QList<QByteArray>> {
              Query query(tx.connection(), upSql);
              query.bind(":after"_L1, after.isNull() ? QByteArray("") : after)
                  .bind(":limit"_L1, askedAtOnce);
              return shasOf(query);
          }));
    if (!found.ok())
        return found.error();
    if (found.value().isEmpty()) {
        m_after.clear();
        m_hasWalked = !std::exchange(m_walksAgain, false);
        return !m_hasWalked;
    }
    QList<QByteArray> here;
    for (const QByteArray &sha : found.value()) {
        if (m_pages.has(sha))
            here.append(sha);
    }
    if (!here.isEmpty()) {
        const Result<QMap<QByteArray, PageProgress>> asked = m_centre.pagesThere(here);
        if (!asked.ok())
            return asked.error();
        QList<QByteArray> complete;
        for (const QByteArray &sha : std::as_const(here)) {
            const PageProgress progress = asked.value().value(sha);
            if (progress.isComplete)
                complete.append(sha);
            else
                m_up.append({sha, progress});
        }
        const Result<Done> marked = markThere(complete);
        if (!marked.ok())
            return marked.error();
    }
    m_after = found.value().last();
    return true;
}

Result<Done> PageTraffic::beginUpload(const QByteArray &sha, const PageProgress &there)
{
    const Result<QByteArray> bytes = m_pages.read(sha);
    if (!bytes.ok()) // damaged or gone: another station may have it
        return Done{};
    Upload upload{.page = {sha, bytes.value().size()}, .bytes = bytes.value()};
    const int pieces = int((upload.page.size + pagePiece - 1) / pagePiece);
    for (int n = 0; n < pieces; ++n) {
        if (!there.pieces.contains(n))
            upload.missing.append(n);
    }
    m_upload = upload;
    return Done{};
}

Result<bool> PageTraffic::sendPiece()
{
    if (m_upload->missing.isEmpty())
        return finishUpload(m_centre.commitPage(m_upload->page.sha));
    const int n = m_upload->missing.first();
    const QByteArray piece = m_upload->bytes.mid(n * pagePiece, pagePiece);
    if (m_upload->missing.size() == 1)
        return finishUpload(m_centre.putLast(m_upload->page, n, piece));
    const Result<Done> sent = m_centre.putPiece(m_upload->page, n, piece);
    if (!sent.ok()
        && isUnknown(sent.error())) { // its event is not up yet; the next walk asks again
        m_upload.reset();
        return true;
    }
    if (!sent.ok())
        return sent.error();
    m_upload->missing.removeFirst();
    return true;
}

Result<bool> PageTraffic::finishUpload(const Result<bool> &whole)
{
    if (!whole.ok() && !isUnknown(whole.error()))
        return whole;
    const QByteArray sha = std::exchange(m_upload, {})->page.sha;
    if (!whole.ok()) // its event is not up yet; the next walk asks again
        return true;
    if (!whole.value()) { // damaged on the way: all of it once more
        m_up.append({sha, {}});
        return true;
    }
    const Result<Done> done = markThere({sha});
    return done.ok() ? Result<bool>(true) : done.error();
}

/// Also of a page whose last answer was lost: what waits for it may go up.
Result<Done> PageTraffic::markThere(const QList<QByteArray> &shas)
{
    if (shas.isEmpty())
        return Done{};
    return awaited(m_store.writePulled([this, shas](WriteTx &tx) -> Result<Done> {
        for (const QByteArray &sha : shas) {
            const Result<Done> done = Query(tx.connection(), thereSql).bind(":sha"_L1, sha).run();
            if (!done.ok())
                return done;
        }
        const Result<Done> left = purgeLeaving(tx); // cases that only waited for it
        m_hasLeft = m_hasLeft || hasLeft(tx.connection()).valueOr(false);
        return left.ok() ? releaseHolds(tx, u"pages"_s) : left;
    }));
}

Result<bool> PageTraffic::stepDown(const QString &station)
{
    if (!m_download) {
        if (m_down.isEmpty() && !m_hasLooked) {
            const Result<Done> found = findDownloads();
            if (!found.ok())
                return found.error();
        }
        while (!m_down.isEmpty() && m_pages.has(m_down.first()))
            m_down.removeFirst();
        if (m_down.isEmpty())
            return false;
        const QByteArray sha = m_down.first();
        m_download = Download{.sha = sha, .bytes = m_parts.read(sha)};
    }
    const Result<QByteArray> piece
        = m_centre.getPieces(station, m_download->sha, int(m_download->bytes.size() / pagePiece));
    const bool isUnknownPiece = !piece.ok() && isUnknown(piece.error());
    if (!piece.ok() && !isUnknownPiece)
        return piece.error();
    if (isUnknownPiece && m_download->bytes.isEmpty()) {
        m_down.removeAll(m_download->sha);
        m_download.reset();
        return true;
    }
    // A page of whole pieces ends where there is no further one.
    if (piece.ok()) {
        m_download->bytes += piece.value();
        if (piece.value().size() % pagePiece == 0)
            return keepPart(piece.value());
    }
    return finishDownload();
}

/// A page of more than one answer: what is here survives the program, and its size is asked for.
Result<bool> PageTraffic::keepPart(const QByteArray &piece)
{
    m_parts.append(m_download->sha, piece);
    if (m_download->size == 0) {
        const Result<QMap<QByteArray, PageProgress>> asked = m_centre.pagesThere({m_download->sha});
        if (!asked.ok())
            return asked.error();
        m_download->size
            = qMax<qint64>(asked.value().value(m_download->sha).size, m_download->bytes.size());
    }
    m_progress = {m_download->sha, m_download->bytes.size(), m_download->size};
    return true;
}

Result<bool> PageTraffic::finishDownload()
{
    const Download whole = *std::exchange(m_download, {});
    m_down.removeAll(whole.sha);
    m_parts.remove(whole.sha);
    // Bytes that do not give their name are not kept; the next walk fetches them again.
    if (sha256(whole.bytes) != whole.sha)
        return true;
    const Result<QByteArray> stored = m_pages.put(whole.bytes);
    if (!stored.ok())
        return stored.error();
    m_arrived.append(whole.sha);
    return true;
}

Result<Done> PageTraffic::findDownloads()
{
    const Result<QList<QByteArray>> found
        = awaited(m_store.report([](ReadTx &tx) -> Result<QList<QByteArray>> {
              Query query(tx.connection(), aheadSql);
              return shasOf(query);
          }));
    if (!found.ok())
        return found.error();
    m_hasLooked = true;
    for (const QByteArray &sha : found.value()) {
        if (m_down.size() < fetchedAhead && !m_pages.has(sha))
            m_down.append(sha);
    }
    return Done{};
}

Result<bool> PageTraffic::stepGone()
{
    const Result<QList<QByteArray>> gone
        = awaited(m_store.report([](ReadTx &tx) { return gonePages(tx); }));
    if (!gone.ok())
        return gone.error();
    if (gone.value().isEmpty())
        return false;
    for (const QByteArray &sha : gone.value()) {
        m_down.removeAll(sha);
        if (m_download && m_download->sha == sha)
            m_download.reset();
        m_parts.remove(sha);
        const Result<Done> removed = m_pages.remove(sha);
        if (!removed.ok())
            return removed.error();
    }
    const Result<Done> forgotten = awaited(
        m_store.writePulled([shas = gone.value()](WriteTx &tx) { return forgetPages(tx, shas); }));
    return forgotten.ok() ? Result<bool>(true) : forgotten.error();
}

} // namespace hall

#include "sync/admin/verification.h"

#include "sync/admin/centredatabase.h"
#include "sync/admin/replay.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int batch = 5000;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Walks the journal and the positions that pages took side by side, in order.
class JournalWalk
{
public:
    JournalWalk(CentreDatabase &centre, Verification &found)
        : m_centre(centre)
        , m_found(found)
    {
    }

    Result<Done> walk(const std::function<void(qint64)> &progress)
    {
        for (;;) {
            const Result<Done> filled = fill();
            if (!filled.ok())
                return filled;
            if (m_events.isEmpty() && m_pages.isEmpty())
                return Done{};
            if (m_pages.isEmpty()
                || (!m_events.isEmpty() && m_events.first().pos <= m_pages.first().pos)) {
                take(m_events.takeFirst());
            } else {
                const PagePosition page = m_pages.takeFirst();
                step(page.pos, page.sha, page.townChain);
            }
            if (m_last % batch == 0)
                progress(m_last);
        }
    }

    void compareHead(const QJsonObject &status)
    {
        const QByteArray chain
            = QByteArray::fromHex(status.value("chain"_L1).toString().toLatin1());
        // What came while this walked is no fault: only a head that lies behind, or another chain
        // at the very place, is.
        const qint64 pos = status.value("pos"_L1).toInteger();
        if (pos > m_last || (pos == m_last && pos > 0 && chain != m_chain))
            m_found.faults.append({.kind = FaultKind::Head, .pos = pos});
        m_found.streams = m_streams.size();
    }

private:
    Result<Done> fill()
    {
        if (m_events.isEmpty() && m_hasMoreEvents) {
            Result<QList<JournalRow>> rows = m_centre.events(m_lastEvent, batch);
            if (!rows.ok())
                return rows.error();
            m_events = std::move(rows).value();
            m_hasMoreEvents = m_events.size() == batch;
            if (!m_events.isEmpty())
                m_lastEvent = m_events.last().pos;
        }
        if (m_pages.isEmpty() && m_hasMorePages) {
            Result<QList<PagePosition>> rows = m_centre.pagePositions(m_lastPage, batch);
            if (!rows.ok())
                return rows.error();
            m_pages = std::move(rows).value();
            m_hasMorePages = m_pages.size() == batch;
            if (!m_pages.isEmpty())
                m_lastPage = m_pages.last().pos;
        }
        return Done{};
    }

    void step(qint64 pos, const QByteArray &hash, const QByteArray &townChain)
    {
        if (pos != m_last + 1)
            m_found.faults.append({.kind = FaultKind::Position, .pos = pos});
        if (chainAfter(m_chain, hash) != townChain)
            m_found.faults.append({.kind = FaultKind::TownChain, .pos = pos});
        m_chain = townChain; // one fault is told once
        m_last = pos;
    }

    void take(const JournalRow &row)
    {
        const QByteArray hash = sha256(row.envelope);
        step(row.pos, hash, row.townChain);
        QByteArray &chain = m_streams[row.stream.uuid()];
        if (chain.isEmpty())
            chain = QByteArray(32, '\0');
        if (chainAfter(chain, hash) != row.chain)
            m_found.faults.append(
                {.kind = FaultKind::StreamChain, .pos = row.pos, .what = row.stream.text()});
        chain = row.chain;
        ++m_found.events;
        checkBody(row);
    }

    void checkBody(const JournalRow &row)
    {
        const QJsonObject envelope = QJsonDocument::fromJson(row.envelope).object();
        if (envelope.isEmpty()) {
            m_found.faults.append({.kind = FaultKind::Envelope, .pos = row.pos});
        } else if (row.body.isEmpty()) {
            ++m_found.erased;
        } else if (sha256(row.body).toHex()
                   != envelope.value("bodyHash"_L1).toString().toLatin1()) {
            m_found.faults.append(
                {.kind = FaultKind::Body, .pos = row.pos, .what = row.stream.text()});
        }
    }

    CentreDatabase &m_centre;
    Verification &m_found;
    QList<JournalRow> m_events;
    QList<PagePosition> m_pages;
    bool m_hasMoreEvents = true;
    bool m_hasMorePages = true;
    qint64 m_lastEvent = 0;
    qint64 m_lastPage = 0;
    qint64 m_last = 0;
    QByteArray m_chain = QByteArray(32, '\0');
    QHash<QUuid, QByteArray> m_streams;
};

Result<Done> checkPage(CentreDatabase &centre, const PageRow &page, Verification &found)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 size = 0;
    for (int n = 0; n < page.pieces; ++n) {
        const Result<QByteArray> piece = centre.pagePiece(page.sha, n);
        if (!piece.ok())
            return piece.error();
        hash.addData(piece.value());
        size += piece.value().size();
    }
    if (size != page.size || hash.result() != page.sha)
        found.faults.append(
            {.kind = FaultKind::Page, .what = QString::fromLatin1(page.sha.toHex())});
    found.pageBytes += size;
    return Done{};
}

Result<Done> checkPages(CentreDatabase &centre, PageCheck check, Verification &found)
{
    QByteArray after;
    for (;;) {
        const Result<QList<PageRow>> pages = centre.pages(after, batch);
        if (!pages.ok())
            return pages.error();
        for (const PageRow &page : pages.value()) {
            after = page.sha;
            ++(page.isComplete ? found.pages : found.pagesWaiting);
            if (!page.isComplete || check == PageCheck::ListOnly)
                continue;
            const Result<Done> checked = checkPage(centre, page, found);
            if (!checked.ok())
                return checked;
        }
        if (pages.value().size() < batch)
            return Done{};
    }
}

} // namespace

Result<Verification> verifyCentre(CentreDatabase &centre, PageCheck check,
                                  const std::function<void(qint64)> &progress)
{
    Verification found;
    // The head is read first: what comes while the walk goes on lies after it.
    const Result<QJsonObject> status = centre.status();
    if (!status.ok())
        return status.error();
    JournalWalk walk(centre, found);
    const Result<Done> walked = walk.walk(progress);
    if (!walked.ok())
        return walked.error();
    walk.compareHead(status.value());
    const Result<Done> replayed
        = check == PageCheck::Bytes ? replayStreams(centre, found, [](qint64) {}) : Done{};
    if (!replayed.ok())
        return replayed.error();
    const Result<Done> checked = checkPages(centre, check, found);
    if (!checked.ok())
        return checked.error();
    return found;
}

} // namespace hall

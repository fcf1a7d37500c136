#pragma once

#include "sync/postgres/postgrescentre.h"

#include <chrono>

namespace hall::bench {

/// A workstation's line that notes when a push was answered.
class AckingLine final : public Centre
{
public:
    AckingLine(std::unique_ptr<PostgresCentre> line, std::atomic<qint64> &ackedAt)
        : m_line(std::move(line))
        , m_ackedAt(ackedAt)
    {
    }
    [[nodiscard]] CentreServices &services() { return *m_line; }
    void interrupt() { m_line->interrupt(); }

    Result<HelloReply> hello(Party party, const HelloAsk &ask) override
    {
        return m_line->hello(party, ask);
    }
    Result<PushReply> push(const QList<OfferedEvent> &events) override
    {
        const Result<PushReply> reply = m_line->push(events);
        m_ackedAt = std::chrono::steady_clock::now().time_since_epoch().count();
        return reply;
    }
    Result<PullReply> pull(Party party, const QString &station, const ScopeCursors &after,
                           int limit) override
    {
        return m_line->pull(party, station, after, limit);
    }
    Result<PullReply> history(const StreamId &stream) override { return m_line->history(stream); }
    Result<QList<SnapshotRow>> snapshot(const SnapshotAsk &ask, const StreamId &after,
                                        int limit) override
    {
        return m_line->snapshot(ask, after, limit);
    }
    Result<QMap<QByteArray, PageProgress>> pagesThere(const QList<QByteArray> &shas) override
    {
        return m_line->pagesThere(shas);
    }
    Result<Done> putPiece(const CarriedPage &page, int n, const QByteArray &piece) override
    {
        return m_line->putPiece(page, n, piece);
    }
    Result<bool> commitPage(const QByteArray &sha) override { return m_line->commitPage(sha); }
    Result<QByteArray> getPiece(const QString &station, const QByteArray &sha, int n) override
    {
        return m_line->getPiece(station, sha, n);
    }
    void listen(const std::function<void()> &heard) override { m_line->listen(heard); }
    Result<QString> renewStation(const QUuid &install) override
    {
        return m_line->renewStation(install);
    }

private:
    std::unique_ptr<PostgresCentre> m_line;
    std::atomic<qint64> &m_ackedAt;
};

} // namespace hall::bench

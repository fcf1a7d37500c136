#include "tamperedcentre.h"

#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace hall::test {

namespace {

QByteArray flipped(QByteArray bytes)
{
    if (!bytes.isEmpty())
        bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 0x10);
    return bytes;
}

} // namespace

void dieHere()
{
    ::kill(::getpid(), SIGKILL);
    std::abort(); // not reached
}

void TamperedCentre::armStore()
{
    FaultPlan &faults = m_tamper.faults;
    faults.onStrike = dieHere;
    faults.failAt = faults.accesses + m_tamper.accesses;
}

Result<HelloReply> TamperedCentre::hello(Party party, const HelloAsk &ask)
{
    HelloAsk said = ask;
    said.proto = m_tamper.proto;
    return m_inner.hello(party, said);
}

Result<PushReply> TamperedCentre::push(const QList<OfferedEvent> &events)
{
    const bool loses = events.size() > 1 && m_tamper.losesOffer.exchange(false);
    const Result<PushReply> reply = m_inner.push(loses ? events.first(events.size() - 1) : events);
    if (reply.ok() && m_tamper.takes(KillPoint::Answered))
        dieHere();
    if (!reply.ok() || !loses)
        return reply;
    PushReply lying = reply.value();
    lying.answers.append({.code = PushCode::Accepted, .pos = lying.head.pos});
    return lying;
}

Result<PullReply> TamperedCentre::pull(Party party, const QString &station,
                                       const ScopeCursors &after, int limit)
{
    const Result<PullReply> reply = m_inner.pull(party, station, after, limit);
    if (!reply.ok() || reply.value().entries.isEmpty())
        return reply;
    if (m_tamper.takes(KillPoint::Applying))
        armStore();
    const FeedEntry &last = reply.value().entries.last();
    const bool isCase = last.kind == FeedKind::Event && last.streamKind == StreamKind::Case;
    if (!isCase || !m_tamper.losesEntry.exchange(false))
        return reply;
    PullReply lying = reply.value();
    lying.entries.removeLast();
    return lying;
}

Result<PullReply> TamperedCentre::history(const StreamId &stream)
{
    if (m_tamper.takes(KillPoint::Applying))
        armStore();
    return m_inner.history(stream);
}

Result<QList<SnapshotRow>> TamperedCentre::snapshot(const SnapshotAsk &ask, const StreamId &after,
                                                    int limit)
{
    const Result<QList<SnapshotRow>> rows = m_inner.snapshot(ask, after, limit);
    if (rows.ok() && !rows.value().isEmpty() && m_tamper.takes(KillPoint::Applying))
        armStore();
    return rows;
}

Result<QMap<QByteArray, PageProgress>> TamperedCentre::pagesThere(const QList<QByteArray> &shas)
{
    return m_inner.pagesThere(shas);
}

Result<Done> TamperedCentre::putPiece(const CarriedPage &page, int n, const QByteArray &piece)
{
    const bool flips = m_tamper.flipsUp.exchange(false);
    const Result<Done> sent = m_inner.putPiece(page, n, flips ? flipped(piece) : piece);
    if (sent.ok() && m_tamper.takes(KillPoint::PieceUp))
        dieHere();
    return sent;
}

Result<bool> TamperedCentre::commitPage(const QByteArray &sha)
{
    return m_inner.commitPage(sha);
}

Result<QByteArray> TamperedCentre::getPiece(const QString &station, const QByteArray &sha, int n)
{
    const Result<QByteArray> piece = m_inner.getPiece(station, sha, n);
    if (piece.ok() && m_tamper.takes(KillPoint::PieceDown))
        dieHere();
    if (piece.ok() && m_tamper.flipsDown.exchange(false))
        return flipped(piece.value());
    return piece;
}

Result<QString> TamperedCentre::renewStation(const QUuid &install)
{
    return m_inner.renewStation(install);
}

} // namespace hall::test

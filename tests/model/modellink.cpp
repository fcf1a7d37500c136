#include "modellink.h"

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

Error unreachable()
{
    return {ErrorKind::CentreUnreachable, {}};
}

QByteArray damaged(QByteArray piece, Fault fault)
{
    if (fault == Fault::FlippedBit && !piece.isEmpty())
        piece[piece.size() / 2] = static_cast<char>(piece.at(piece.size() / 2) ^ 4);
    return piece;
}

} // namespace

ModelLink::ModelLink(ModelServer &server, QString login, NextFault nextFault)
    : m_server(server)
    , m_session{.login = std::move(login), .station = {}, .person = {}}
    , m_nextFault(std::move(nextFault))
{
}

template <class T, class F> Result<T> ModelLink::call(Fault fault, F body)
{
    if (!isOpen())
        return unreachable();
    if (fault == Fault::LostRequest || fault == Fault::Late) {
        drop();
        return unreachable();
    }
    if (fault == Fault::Twice)
        static_cast<void>(body());
    Result<T> answer = body();
    if (fault == Fault::LostAnswer) {
        drop();
        return unreachable();
    }
    return answer;
}

Result<HelloReply> ModelLink::hello(Party party, const HelloAsk &ask)
{
    m_session.station = ask.station;
    m_generation = m_server.generation();
    return call<HelloReply>(m_nextFault(), [&]() -> Result<HelloReply> {
        const HelloReply reply = m_server.hello(party, m_session, ask);
        if (m_mirror)
            m_mirror->hello(party == Party::Person, m_session, ask, reply);
        return reply;
    });
}

Result<PushReply> ModelLink::push(const QList<OfferedEvent> &events)
{
    const Fault fault = m_nextFault();
    if (fault == Fault::Late && isOpen())
        m_late = LatePush{.generation = m_generation, .session = m_session, .events = events};
    return call<PushReply>(fault, [&]() -> Result<PushReply> {
        const PushReply reply = m_server.push(m_session, events);
        if (m_mirror)
            m_mirror->push(events, reply);
        return reply;
    });
}

Result<PullReply> ModelLink::pull(Party party, const QString &, const ScopeCursors &after,
                                  int limit)
{
    return call<PullReply>(m_nextFault(), [&] {
        const Result<PullReply> reply = m_server.pull(m_session, after, limit);
        if (m_mirror)
            m_mirror->pull(party == Party::Person, m_session, after, limit, reply);
        return reply;
    });
}

Result<PullReply> ModelLink::history(const StreamId &stream)
{
    return call<PullReply>(m_nextFault(), [&] {
        const Result<PullReply> reply = m_server.history(m_session, stream);
        if (m_mirror)
            m_mirror->history(m_session, stream, reply);
        return reply;
    });
}

Result<QList<SnapshotRow>> ModelLink::snapshot(const SnapshotAsk &ask, const StreamId &after,
                                               int limit)
{
    return call<QList<SnapshotRow>>(m_nextFault(), [&] {
        const auto reply = m_server.snapshot(m_session, ask, after, limit);
        if (m_mirror)
            m_mirror->snapshot(m_session, ask, after, reply);
        return reply;
    });
}

Result<QMap<QByteArray, PageProgress>> ModelLink::pagesThere(const QList<QByteArray> &shas)
{
    using There = QMap<QByteArray, PageProgress>;
    return call<There>(m_nextFault(), [&]() -> Result<There> {
        const There there = m_server.pagesThere(shas);
        if (m_mirror)
            m_mirror->pagesThere(there);
        return there;
    });
}

Result<Done> ModelLink::putPiece(const CarriedPage &page, int n, const QByteArray &piece)
{
    const Fault fault = m_nextFault();
    return call<Done>(fault, [&] {
        const QByteArray sent = damaged(piece, fault);
        const Result<Done> done = m_server.putPiece(page, n, sent);
        if (m_mirror)
            m_mirror->putPiece(page, n, sent, done.ok());
        return done;
    });
}

Result<bool> ModelLink::commitPage(const QByteArray &sha)
{
    return call<bool>(m_nextFault(), [&]() -> Result<bool> {
        const bool isComplete = m_server.commitPage(sha);
        if (m_mirror)
            m_mirror->commitPage(sha, isComplete);
        return isComplete;
    });
}

Result<QByteArray> ModelLink::getPiece(const QString &, const QByteArray &sha, int n)
{
    const Fault fault = m_nextFault();
    const auto piece = call<QByteArray>(fault, [&] {
        const Result<QByteArray> bytes = m_server.getPiece(m_session, sha, n);
        if (m_mirror)
            m_mirror->getPiece(m_session, sha, n, bytes);
        return bytes;
    });
    return piece.ok() ? Result<QByteArray>(damaged(piece.value(), fault)) : piece;
}

Result<QString> ModelLink::renewStation(const QUuid &install)
{
    return call<QString>(m_nextFault(), [&]() -> Result<QString> {
        if (!m_mirror)
            return m_server.renewStation(m_session, install);
        const QString code = m_mirror->renewStation(install);
        m_server.enterStation(m_session, code, install);
        return code;
    });
}

Result<QByteArray> ModelLink::signIn(const QString &person, const QString &station)
{
    return call<QByteArray>(m_nextFault(), [&]() -> Result<QByteArray> {
        if (m_mirror)
            m_server.learnKey(person, station, m_mirror->signIn(person, station));
        return m_server.signIn(person, station);
    });
}

Result<int> ModelLink::lease(int size)
{
    return call<int>(m_nextFault(), [&]() -> Result<int> {
        if (m_mirror)
            m_server.skipTo(m_mirror->lease(size));
        return m_server.lease(size);
    });
}

} // namespace hall::model

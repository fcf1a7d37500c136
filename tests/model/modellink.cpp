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
        return m_server.hello(party, m_session, ask);
    });
}

Result<PushReply> ModelLink::push(const QList<OfferedEvent> &events)
{
    const Fault fault = m_nextFault();
    if (fault == Fault::Late && isOpen())
        m_late = LatePush{.generation = m_generation, .session = m_session, .events = events};
    return call<PushReply>(fault,
                           [&]() -> Result<PushReply> { return m_server.push(m_session, events); });
}

Result<PullReply> ModelLink::pull(Party, const QString &, const ScopeCursors &after, int limit)
{
    return call<PullReply>(m_nextFault(), [&] { return m_server.pull(m_session, after, limit); });
}

Result<PullReply> ModelLink::history(const StreamId &stream)
{
    return call<PullReply>(m_nextFault(), [&] { return m_server.history(m_session, stream); });
}

Result<QList<SnapshotRow>> ModelLink::snapshot(const SnapshotAsk &ask, const StreamId &after,
                                               int limit)
{
    return call<QList<SnapshotRow>>(
        m_nextFault(), [&] { return m_server.snapshot(m_session, ask, after, limit); });
}

Result<QMap<QByteArray, PageProgress>> ModelLink::pagesThere(const QList<QByteArray> &shas)
{
    using There = QMap<QByteArray, PageProgress>;
    return call<There>(m_nextFault(), [&]() -> Result<There> { return m_server.pagesThere(shas); });
}

Result<Done> ModelLink::putPiece(const CarriedPage &page, int n, const QByteArray &piece)
{
    const Fault fault = m_nextFault();
    return call<Done>(fault, [&] { return m_server.putPiece(page, n, damaged(piece, fault)); });
}

Result<bool> ModelLink::commitPage(const QByteArray &sha)
{
    return call<bool>(m_nextFault(), [&]() -> Result<bool> { return m_server.commitPage(sha); });
}

Result<QByteArray> ModelLink::getPiece(const QString &, const QByteArray &sha, int n)
{
    const Fault fault = m_nextFault();
    const auto piece
        = call<QByteArray>(fault, [&] { return m_server.getPiece(m_session, sha, n); });
    return piece.ok() ? Result<QByteArray>(damaged(piece.value(), fault)) : piece;
}

Result<QString> ModelLink::renewStation(const QUuid &install)
{
    return call<QString>(m_nextFault(), [&]() -> Result<QString> {
        return m_server.renewStation(m_session, install);
    });
}

Result<QByteArray> ModelLink::signIn(const QString &person, const QString &station)
{
    return call<QByteArray>(
        m_nextFault(), [&]() -> Result<QByteArray> { return m_server.signIn(person, station); });
}

Result<int> ModelLink::lease(int size)
{
    return call<int>(m_nextFault(), [&]() -> Result<int> { return m_server.lease(size); });
}

} // namespace hall::model

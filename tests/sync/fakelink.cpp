#include "faketown.h"

namespace hall::test {

using namespace Qt::StringLiterals;

template <class T, class F> Result<T> FakeLink::call(F body)
{
    ++calls;
    const Error lost{ErrorKind::CentreUnreachable, u"fault"_s};
    const Fault fault = nextFault ? nextFault() : Fault::None;
    if (isDown || fault == Fault::LostRequest)
        return lost;
    if (fault == Fault::Twice)
        static_cast<void>(body());
    Result<T> answer = body();
    if (fault == Fault::LostAnswer)
        return lost;
    return answer;
}

QStringList FakeLink::readable() const
{
    return m_town.personScopes.value(person, {u"HB"_s}) + QStringList{u"hall"_s};
}

Result<HelloReply> FakeLink::hello(Party party, const HelloAsk &ask)
{
    m_station = ask.station;
    return call<HelloReply>([&]() -> Result<HelloReply> {
        HelloReply reply
            = m_town.hello(party == Party::Station ? m_town.keptAt(ask.station) : readable(), ask);
        reply.versions = m_town.versions;
        return reply;
    });
}

Result<PushReply> FakeLink::push(const QList<OfferedEvent> &events)
{
    return call<PushReply>([&]() -> Result<PushReply> { return m_town.push(events); });
}

Result<PullReply> FakeLink::pull(Party, const QString &, const ScopeCursors &after, int limit)
{
    return call<PullReply>([&]() -> Result<PullReply> { return m_town.pull(after, limit); });
}

Result<PullReply> FakeLink::history(const StreamId &stream)
{
    return call<PullReply>([&] { return m_town.history(stream, readable()); });
}

Result<QList<SnapshotRow>> FakeLink::snapshot(const SnapshotAsk &ask, const StreamId &after,
                                              int limit)
{
    return call<QList<SnapshotRow>>(
        [&]() -> Result<QList<SnapshotRow>> { return m_town.snapshot(ask, after, limit); });
}

Result<QMap<QByteArray, PageProgress>> FakeLink::pagesThere(const QList<QByteArray> &shas)
{
    using Answer = QMap<QByteArray, PageProgress>;
    return call<Answer>([&]() -> Result<Answer> {
        Answer there;
        for (const QByteArray &sha : shas) {
            const FakeTown::Page page = m_town.data.pages.value(sha);
            there.insert(sha, {page.isComplete, page.pieces.keys(), page.size});
        }
        return there;
    });
}

Result<Done> FakeLink::putPiece(const CarriedPage &page, int n, const QByteArray &piece)
{
    return call<Done>([&]() -> Result<Done> {
        if (m_town.data.pages.value(page.sha).size != page.size)
            return Error{ErrorKind::CentreRefused, u"unknown"_s};
        m_town.data.pages[page.sha].pieces.insert(n, piece);
        return Done{};
    });
}

Result<bool> FakeLink::commitPage(const QByteArray &sha)
{
    return call<bool>([&]() -> Result<bool> { return m_town.commitPage(sha); });
}

Result<QByteArray> FakeLink::getPiece(const QString &, const QByteArray &sha, int n)
{
    return call<QByteArray>([&]() -> Result<QByteArray> {
        const FakeTown::Page page = m_town.data.pages.value(sha);
        if (!page.isComplete || !page.pieces.contains(n))
            return Error{ErrorKind::NotFound, u"unknown"_s};
        return page.pieces.value(n);
    });
}

Result<QString> FakeLink::renewStation(const QUuid &)
{
    return call<QString>([&]() -> Result<QString> {
        return u"N%1"_s.arg(++m_town.renewed, 2, 10, QLatin1Char('0'));
    });
}

Result<SignInReply> FakeLink::signIn(const QString &staff, const QString &password,
                                     const QString &station)
{
    if (isDown)
        return Error{ErrorKind::CentreUnreachable, u"fault"_s};
    if (password == "wrong"_L1)
        return Error{ErrorKind::WrongPassword, u"0"_s};
    person = staff;
    m_town.data.seats[station].insert(staff);
    return SignInReply{.macKey = FakeTown::keyOf(staff, station),
                       .until = m_town.nowMs + 7LL * 24 * 3600 * 1000};
}

Result<QByteArray> FakeLink::stationKey()
{
    return FakeTown::keyOf({}, m_station);
}

Result<LeasedBlock> FakeLink::lease(const LeaseAsk &ask)
{
    return call<LeasedBlock>([&]() -> Result<LeasedBlock> {
        if (!m_town.leaseRefusal.isEmpty())
            return Error{ErrorKind::CentreRefused, m_town.leaseRefusal};
        const int first = m_town.leased + 1;
        m_town.leased += ask.size;
        return LeasedBlock{first, m_town.leased};
    });
}

Result<Done> FakeLink::returnLease(const LeaseAsk &block, int first, int from)
{
    return call<Done>([&]() -> Result<Done> {
        const QString row = QStringList{block.series, block.organ, QString::number(block.year),
                                        QString::number(first), QString::number(from)}
                                .join(u'|');
        if (m_town.returned.contains(row))
            return Error{ErrorKind::CentreRefused, u"number"_s};
        m_town.returned.append(row);
        return Done{};
    });
}

Result<QList<QJsonObject>> FakeLink::find(const FindAsk &)
{
    return QList<QJsonObject>();
}

Result<Done> FakeLink::changePassword(const QString &)
{
    return Done{};
}

Result<PushReply> FakeLink::publish(const QList<OfferedEvent> &events, const QJsonArray &)
{
    return call<PushReply>([&]() -> Result<PushReply> { return m_town.push(events); });
}

} // namespace hall::test

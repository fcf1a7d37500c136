// A world whose clients are engines, and their line: the model's own, with seats and keys.
#include "engineclient.h"

namespace hall::lockstep {

using namespace Qt::StringLiterals;
using namespace hall::model;

Result<HelloReply> EngineLine::hello(Party party, const HelloAsk &ask)
{
    const Result<HelloReply> reply = m_link.hello(party, ask);
    if (reply.ok() && reply.value().status == HelloStatus::Ok && party == Party::Person) {
        isPersonGreeted = true;
        m_disk->personScopes[m_link.session().person] = reply.value().scopes;
    }
    return reply;
}

Result<QString> EngineLine::renewStation(const QUuid &install)
{
    const Result<QString> code = m_link.renewStation(install);
    m_link.drop(); // what follows is said under the new code
    return code;
}

Result<SignInReply> EngineLine::signIn(const QString &staff, const QString &,
                                       const QString &station)
{
    const Result<QByteArray> key = m_link.signIn(staff, station);
    if (!key.ok())
        return key.error();
    m_disk->keys.insert(staff + u'|' + station, key.value());
    return SignInReply{.macKey = key.value(), .posts = {}, .until = 0};
}

Result<QByteArray> EngineLine::stationKey()
{
    return m_link.signIn({}, m_link.session().station);
}

Result<LeasedBlock> EngineLine::lease(const LeaseAsk &ask)
{
    const Result<int> first = m_link.lease(ask.size);
    if (!first.ok())
        return first.error();
    return LeasedBlock{.first = first.value(), .last = first.value() + ask.size - 1};
}

model::WorldSetting engineWorld(quint64 seed, bool isTraced, model::Mirror *mirror)
{
    return {.seed = seed,
            .rules = {},
            .isTraced = isTraced,
            .makeClient =
                [](const Client::Setting &setting, ModelServer &server, const QString &login,
                   const ModelLink::NextFault &nextFault) {
                    return std::make_unique<EngineClient>(setting, server, login, nextFault);
                },
            .piece = pagePiece,
            .mirror = mirror};
}

} // namespace hall::lockstep

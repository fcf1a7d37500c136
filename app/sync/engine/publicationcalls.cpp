#include "sync/engine/publicationcalls.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestCall = 700 * 1024;
constexpr qsizetype mostEvents = 200;

/// Kinds that the centre keeps as rows, because push looks at them.
bool hasRow(const QString &kind)
{
    static const QStringList kinds{u"staff"_s, u"window"_s, u"item"_s, u"definition"_s};
    return kinds.contains(kind);
}

Result<OfferedEvent> offerOf(const Event &event, const MacSource *macs)
{
    OfferedEvent offer{.id = event.id,
                       .stream = event.stream,
                       .envelope = canonicalEnvelope(event),
                       .body = event.body};
    if (offer.envelope.size() + offer.body.size() > maxEventBytes)
        return Error{ErrorKind::FieldTooLong, event.bodyObject().value("code"_L1).toString()};
    if (!macs)
        return offer;
    offer.mac = macs->mac(event.actor, event.station, event.hash);
    if (offer.mac.isEmpty())
        return Error{ErrorKind::SignInExpired, u"key"_s};
    return offer;
}

} // namespace

Result<QList<PublicationCall>> publicationCalls(const QList<Event> &events, const MacSource *macs)
{
    QList<PublicationCall> calls;
    qsizetype bytes = 0;
    for (const Event &event : events) {
        const Result<OfferedEvent> offer = offerOf(event, macs);
        if (!offer.ok())
            return offer.error();
        const qsizetype size = offer.value().envelope.size() + offer.value().body.size();
        if (calls.isEmpty() || calls.last().offers.size() == mostEvents
            || bytes + size > largestCall) {
            calls.append(PublicationCall{});
            bytes = 0;
        }
        bytes += size;
        PublicationCall &call = calls.last();
        call.offers.append(offer.value());
        const QJsonObject body = event.bodyObject();
        const QString kind = body.value("kind"_L1).toString();
        if (hasRow(kind))
            call.rows.append(QJsonObject{{u"kind"_s, kind},
                                         {u"code"_s, body.value("code"_L1)},
                                         {u"data"_s, body.value("data"_L1)}});
    }
    return calls;
}

Result<Done> publicationTaken(const PushReply &reply)
{
    for (const PushAnswer &answer : reply.answers) {
        if (answer.code != PushCode::Accepted && answer.code != PushCode::Here)
            return Error{ErrorKind::CentreRefused, answer.reason};
    }
    return reply.isClone ? Result<Done>(Error{ErrorKind::CentreRefused, u"clone"_s}) : Done{};
}

} // namespace hall

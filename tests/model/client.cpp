#include "client.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

/// What was answered but not yet pulled, in the order of its positions.
QMap<qint64, EventRef> unsettledOnShelf(const ClientStore &store, const StreamId &stream)
{
    QMap<qint64, EventRef> unsettled;
    for (const Shelved &shelved : store.shelf) {
        if (!shelved.isSettled && shelved.offer.event->stream == stream)
            unsettled.insert(shelved.pos, shelved.offer.event);
    }
    return unsettled;
}

} // namespace

QList<CarriedPage> pagesNamedIn(const Event &event)
{
    if (event.type != "page"_L1)
        return {};
    const QJsonObject page = event.bodyObject().value("pages"_L1).toArray().at(0).toObject();
    return {{.sha = QByteArray::fromHex(page.value("sha"_L1).toString().toLatin1()),
             .size = page.value("size"_L1).toInteger()}};
}

QStringList numbersNamedIn(const Event &event)
{
    if (event.type != "paper"_L1)
        return {};
    return {event.bodyObject().value("number"_L1).toString()};
}

Client::Client(Setting setting, ModelServer &server, const QString &login,
               ModelLink::NextFault nextFault)
    : m_setting(std::move(setting))
    , m_rules(m_setting.rules)
    , m_link(server, login, std::move(nextFault))
{
}

QJsonObject Client::bodyOf(const Draft &draft, const QString &official)
{
    QJsonObject body;
    if (!draft.page.isEmpty()) {
        const QByteArray sha = QCryptographicHash::hash(draft.page, QCryptographicHash::Sha256);
        body.insert("pages"_L1,
                    QJsonArray{QJsonObject{{u"sha"_s, QString::fromLatin1(sha.toHex())},
                                           {u"size"_s, draft.page.size()},
                                           {u"format"_s, u"png"_s}}});
    }
    if (!official.isEmpty()) {
        body.insert("kind"_L1, u"letter"_s);
        body.insert("number"_L1, official);
    }
    return body;
}

Event Client::made(const Draft &draft, const QString &station) const
{
    Event event;
    event.id = draft.id.isNull() ? m_setting.ids->make<EventId>() : draft.id;
    event.stream = draft.stream;
    event.type = draft.type;
    event.branch = draft.branch;
    event.action = draft.action;
    event.from = draft.from;
    event.to = draft.to;
    event.expects = draft.expects;
    event.actor = draft.actor;
    event.post = draft.post;
    // A timer is of nobody and of no place.
    const bool isNowhere = draft.actor.isEmpty() && !m_setting.items.isEmpty()
        && m_setting.items.constBegin()->isHall;
    event.station = isNowhere ? QString() : station;
    event.actedAt = draft.at;
    event.scopesGained = draft.gained;
    event.scopesLost = draft.lost;
    event.head = draft.head;
    event.replaces = draft.replaces;
    return event;
}

CaseState Client::view(const StreamId &stream) const
{
    const ClientStore &here = store();
    CaseState state = here.streams.value(stream).state;
    if (m_rules.has(Rule::Overlay)) {
        for (const EventRef &event : unsettledOnShelf(here, stream))
            model::apply(state, event, m_setting.items, m_rules);
    }
    for (const Offer &offer : here.outbox) {
        if (offer.event->stream == stream)
            model::apply(state, offer.event, m_setting.items, m_rules);
    }
    return state;
}

bool Client::fits(const StreamId &stream) const
{
    const ClientStore &here = store();
    CaseState state = here.streams.value(stream).state;
    for (const EventRef &event : unsettledOnShelf(here, stream)) {
        if (m_rules.has(Rule::Overlay) && !model::apply(state, event, m_setting.items, m_rules))
            return false;
    }
    return std::ranges::all_of(here.outbox, [&](const Offer &offer) {
        return offer.event->stream != stream
            || model::apply(state, offer.event, m_setting.items, m_rules);
    });
}

QList<StreamId> Client::inSight() const
{
    const ClientStore &here = store();
    QList<StreamId> streams;
    for (auto stream = here.streams.cbegin(); stream != here.streams.cend(); ++stream) {
        if (!stream->isCold)
            streams.append(stream.key());
    }
    for (const Offer &offer : here.outbox) {
        if (!here.streams.contains(offer.event->stream))
            streams.append(offer.event->stream);
    }
    return streams;
}

} // namespace hall::model

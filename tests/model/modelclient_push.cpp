// What goes up, and what the centre's answer means here.
#include "modelclient.h"

#include <QMessageAuthenticationCode>

namespace hall::model {

using namespace Qt::StringLiterals;

OfferedEvent ModelClient::offered(const Offer &offer) const
{
    OfferedEvent offered{.id = offer.event->id,
                         .stream = offer.event->stream,
                         .serial = offer.serial,
                         .envelope = offer.envelope,
                         .body = offer.event->body,
                         .mac = offer.mac,
                         .pages = offer.pages,
                         .numbers = offer.numbers};
    if (offer.event->actor.isEmpty()) // a timer's: of who delivers it
        offered.mac = QMessageAuthenticationCode::hash(
            offer.event->hash, m_store.keys.value(m_store.keyName({})), QCryptographicHash::Sha256);
    return offered;
}

QList<Offer> ModelClient::batch(int limit) const
{
    return m_store.outbox.first(std::min<qsizetype>(limit, m_store.outbox.size()));
}

bool ModelClient::push(int limit)
{
    const QList<Offer> sent = batch(limit);
    if (sent.isEmpty())
        return m_link.isOpen();
    QList<OfferedEvent> events;
    for (const Offer &offer : sent)
        events.append(offered(offer));
    const auto reply = m_link.push(events);
    if (!reply.ok())
        return false;
    if (reply.value().isClone)
        return renew();
    answered(sent, reply.value());
    dropLeaving(m_store);
    if (m_rules.has(Rule::CheckpointFromPush))
        confirm(reply.value().head);
    settlePages();
    return true;
}

void ModelClient::answered(const QList<Offer> &sent, const PushReply &reply)
{
    const QList<Offer> rest = m_store.outbox.mid(sent.size());
    QList<Offer> again; // waits for pages, or stood behind a timer that came too late
    QSet<StreamId> waiting;
    QSet<StreamId> parking;
    for (qsizetype i = 0; i < sent.size(); ++i) {
        const Offer &offer = sent.at(i);
        const PushAnswer &answer = reply.answers.at(i);
        const StreamId stream = offer.event->stream;
        const bool isOrder = answer.reason == "order"_L1;
        if (answer.code == PushCode::Accepted || answer.code == PushCode::Here) {
            shelve(offer, answer.pos);
        } else if (!m_rules.has(Rule::QueuePerStream)) {
            // One line for all: the first that is refused stands in everybody's way.
            m_store.outbox = again + sent.mid(i) + rest;
            return;
        } else if (answer.reason == "pages"_L1 || (isOrder && waiting.contains(stream))) {
            waiting.insert(stream);
            again.append(offer);
        } else if (offer.event->actor.isEmpty() && !isOrder) {
            waiting.insert(stream); // timers never beat a person; what stood behind is asked alone
        } else {
            refuse(offer, answer, parking);
        }
    }
    QList<Offer> stay;
    for (const Offer &offer : rest) {
        if (parking.contains(offer.event->stream))
            park(offer, u"order"_s);
        else if (waiting.contains(offer.event->stream))
            again.append(offer);
        else
            stay.append(offer);
    }
    m_store.outbox = stay + again;
}

/// Others' work too: what does not belong here is cut away at the next connection, when nothing
/// that builds on it waits here any more.
void ModelClient::shelve(const Offer &offer, qint64 pos)
{
    if (m_rules.has(Rule::SentShelf))
        m_store.shelf.insert(offer.event->id, {.offer = offer, .pos = pos});
}

/// What was written first stands first: people go through a case in that order.
void ModelClient::park(const Offer &offer, const QString &reason)
{
    const auto later = std::ranges::find_if(m_store.attention, [&offer](const Parked &parked) {
        return parked.offer.event->stream == offer.event->stream
            && parked.offer.order > offer.order;
    });
    m_store.attention.insert(later, {.offer = offer, .reason = reason});
}

void ModelClient::refuse(const Offer &offer, const PushAnswer &answer, QSet<StreamId> &parking)
{
    park(offer, answer.reason);
    if (m_rules.has(Rule::OrderRefusal))
        parking.insert(offer.event->stream);
}

/// The last ones closely, older ones ever more thinly.
void ModelClient::confirm(const Checkpoint &point)
{
    if (point.pos == 0)
        return;
    // A pull may confirm less than the last push has: the higher one stays.
    const auto isAbove = [&point](const Checkpoint &old) { return old.pos > point.pos; };
    m_store.trail.removeIf([&point](const Checkpoint &old) { return old.pos == point.pos; });
    const auto below = std::ranges::find_if_not(m_store.trail, isAbove);
    m_store.trail.insert(below, point);
    if (m_store.trail.size() <= 12)
        return;
    QList<Checkpoint> thinner;
    for (qsizetype i = 0; i < m_store.trail.size(); ++i) {
        if (i < 4 || i % 2 == 0)
            thinner.append(m_store.trail.at(i));
    }
    m_store.trail = thinner;
}

} // namespace hall::model

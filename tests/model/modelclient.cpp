#include "modelclient.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMessageAuthenticationCode>

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QJsonObject bodyOf(const Draft &draft)
{
    QJsonObject body;
    if (!draft.page.isEmpty()) {
        const QString sha = QString::fromLatin1(sha256(draft.page).toHex());
        body.insert("page"_L1, QJsonArray{sha, draft.page.size()});
    }
    if (draft.official > 0)
        body.insert("number"_L1, u"letter|A|2026|%1"_s.arg(draft.official));
    return body;
}

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

bool ClientStore::hasParked(const StreamId &stream) const
{
    return std::ranges::any_of(attention, [&stream](const Parked &parked) {
        return parked.offer.event->stream == stream;
    });
}

void ClientStore::queue(const Offer &offer)
{
    const auto later = std::ranges::find_if(outbox, [&offer](const Offer &other) {
        return other.event->stream == offer.event->stream && other.order > offer.order;
    });
    outbox.insert(later, offer);
}

QList<CarriedPage> pagesNamedIn(const Event &event)
{
    if (event.type != "page"_L1)
        return {};
    const QJsonArray page = event.bodyObject().value("page"_L1).toArray();
    return {{.sha = QByteArray::fromHex(page.at(0).toString().toLatin1()),
             .size = page.at(1).toInteger()}};
}

QStringList numbersNamedIn(const Event &event)
{
    if (event.type != "paper"_L1)
        return {};
    return {event.bodyObject().value("number"_L1).toString()};
}

ModelClient::ModelClient(Setting setting, ModelServer &server, const QString &login,
                         ModelLink::NextFault nextFault)
    : m_setting(std::move(setting))
    , m_rules(m_setting.rules)
    , m_link(server, login, std::move(nextFault))
{
    m_store.needsCode = true;
}

void ModelClient::replaceStore(const ClientStore &store)
{
    m_store = store;
    signOut();
    m_link.drop();
}

HelloAsk ModelClient::ask() const
{
    return {.station = m_store.station,
            .install = m_store.install,
            .program = u"model"_s,
            .newestSerial = m_store.nextSerial - 1,
            .trail = m_store.trail};
}

bool ModelClient::connect()
{
    m_knowsScopes = false;
    const auto reply = m_link.hello(Party::Station, ask());
    if (!reply.ok())
        return false;
    if (reply.value().status == HelloStatus::Clone || m_store.needsCode)
        return renew();
    const auto key = m_link.signIn({}, m_store.station);
    if (!key.ok())
        return false;
    m_store.keys.insert(m_store.keyName({}), key.value());
    if (reply.value().status == HelloStatus::Fork)
        fork(reply.value().common);
    forgetUnsettledPages();
    keepScopes(reply.value().scopes);
    return true;
}

/// A clone, a restored image or a new installation: all data stay, the code changes.
bool ModelClient::renew()
{
    // Drawn for each ask: a disk copied while the answer is out must not get the same code.
    m_store.needsCode = true;
    const QUuid install = m_setting.ids->next();
    const auto station = m_link.renewStation(install);
    m_link.drop(); // what follows is said under the new code
    if (!station.ok())
        return false;
    m_store.station = station.value();
    m_store.install = install;
    m_store.needsCode = false;
    m_store.nextSerial = 1;
    m_store.nextNumber = 1;
    if (m_rules.has(Rule::LeaseGivenUp))
        m_store.lastLeased = m_store.nextLeased - 1;
    if (m_rules.has(Rule::NoSerialAfterClone)) {
        for (Offer &offer : m_store.outbox)
            offer.serial = 0;
        for (Shelved &shelved : m_store.shelf)
            shelved.offer.serial = 0;
        for (Parked &parked : m_store.attention)
            parked.offer.serial = 0;
    }
    return true;
}

bool ModelClient::signIn(const QString &person)
{
    if (m_person != person)
        m_knowsScopes = false;
    m_person = person;
    m_link.setPerson(person);
    if (!m_link.isOpen() || m_store.station.isEmpty())
        return false;
    const auto key = m_link.signIn(person, m_store.station);
    if (!key.ok())
        return false;
    m_store.keys.insert(m_store.keyName(person), key.value());
    const auto reply = m_link.hello(Party::Person, ask());
    if (!reply.ok() || reply.value().status != HelloStatus::Ok)
        return false;
    m_knowsScopes = true;
    m_head = reply.value().head;
    m_store.personScopes[person] = reply.value().scopes;
    for (const QString &scope : reply.value().scopes) {
        if (!m_store.scopes.contains(scope))
            m_store.scopes.append(scope);
    }
    return true;
}

void ModelClient::signOut()
{
    m_person.clear();
    m_link.setPerson({});
    m_knowsScopes = false;
}

bool ModelClient::leaseNumbers()
{
    const auto first = m_link.lease();
    if (!first.ok())
        return false;
    m_store.nextLeased = first.value();
    m_store.lastLeased = first.value() + 4;
    return true;
}

bool ModelClient::canWork() const
{
    return !m_person.isEmpty() && !m_store.needsCode
        && m_store.keys.contains(m_store.keyName(m_person));
}

CaseState ModelClient::view(const StreamId &stream) const
{
    CaseState state = m_store.streams.value(stream).state;
    if (m_rules.has(Rule::Overlay)) {
        for (const EventRef &event : unsettledOnShelf(m_store, stream))
            model::apply(state, event, m_setting.items, m_rules);
    }
    for (const Offer &offer : m_store.outbox) {
        if (offer.event->stream == stream)
            model::apply(state, offer.event, m_setting.items, m_rules);
    }
    return state;
}

bool ModelClient::fits(const StreamId &stream) const
{
    CaseState state = m_store.streams.value(stream).state;
    for (const EventRef &event : unsettledOnShelf(m_store, stream)) {
        if (m_rules.has(Rule::Overlay) && !model::apply(state, event, m_setting.items, m_rules))
            return false;
    }
    return std::ranges::all_of(m_store.outbox, [&](const Offer &offer) {
        return offer.event->stream != stream
            || model::apply(state, offer.event, m_setting.items, m_rules);
    });
}

QList<StreamId> ModelClient::inSight() const
{
    QList<StreamId> streams;
    for (auto stream = m_store.streams.cbegin(); stream != m_store.streams.cend(); ++stream) {
        if (!stream->isCold)
            streams.append(stream.key());
    }
    for (const Offer &offer : m_store.outbox) {
        if (!m_store.streams.contains(offer.event->stream))
            streams.append(offer.event->stream);
    }
    return streams;
}

QString ModelClient::newNumber()
{
    return m_store.station + u'-' + QString::number(m_store.nextNumber++);
}

EventRef ModelClient::promise(const Draft &draft)
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
    event.station = m_store.station;
    event.actedAt = draft.at;
    event.scopesGained = draft.gained;
    event.scopesLost = draft.lost;
    event.head = draft.head;
    event.replaces = draft.replaces;
    const auto made = std::make_shared<const Event>(sealed(std::move(event), bodyOf(draft)));
    const QByteArray key = m_store.keys.value(m_store.keyName(draft.actor));
    const QByteArray mac
        = QMessageAuthenticationCode::hash(made->hash, key, QCryptographicHash::Sha256);
    const QByteArray envelope = canonicalEnvelope(*made);
    m_setting.book->know(envelope, made);
    if (!draft.page.isEmpty())
        m_store.pages.insert(sha256(draft.page), {.bytes = draft.page, .isOwn = true});
    m_store.outbox.append({.event = made,
                           .envelope = envelope,
                           .mac = mac,
                           .serial = m_store.nextSerial++,
                           .pages = pagesNamedIn(*made),
                           .numbers = numbersNamedIn(*made),
                           .isOwn = true,
                           .order = m_store.nextOrder++});
    if (draft.official > 0)
        m_store.nextLeased = draft.official + 1;
    return made;
}

EventRef ModelClient::resolve(qsizetype item, const std::optional<Draft> &draft)
{
    const Offer old = m_store.attention.at(item).offer;
    const StreamId stream = old.event->stream;
    m_store.attention.removeAt(item);
    EventRef made = draft ? promise(*draft) : nullptr;
    if (made) {
        Offer redo = m_store.outbox.takeLast();
        redo.order = old.order;
        m_store.queue(redo);
    }
    unpark(m_store, stream);
    return made;
}

bool ModelClient::isSynchronised() const
{
    return m_store.outbox.isEmpty();
}

} // namespace hall::model

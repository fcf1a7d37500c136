#include "modelclient.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
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

ModelClient::ModelClient(Setting setting, ModelServer &server, const QString &login,
                         ModelLink::NextFault nextFault)
    : Client(std::move(setting), server, login, std::move(nextFault))
{
    m_store.needsCode = true;
}

void ModelClient::useDisk(const Disk &disk)
{
    m_store = disk.store;
    signOut();
    m_link.drop();
}

/// The second file and the pages that are not up yet survive.
void ModelClient::keepUnsent(const ClientStore &old, ClientStore &fresh) const
{
    QSet<EventId> known;
    for (const Offer &offer : std::as_const(fresh.outbox))
        known.insert(offer.event->id);
    for (const Parked &parked : std::as_const(fresh.attention))
        known.insert(parked.offer.event->id);
    for (const Offer &offer : old.outbox) {
        // Others' work that is offered again stands in no second file: what it builds on would not
        // come with it.
        if (!known.contains(offer.event->id) && (offer.isOwn || !m_rules.has(Rule::SecondFileOwn)))
            fresh.outbox.append(offer);
    }
    for (const Parked &parked : old.attention) {
        if (!known.contains(parked.offer.event->id))
            fresh.attention.append(parked);
    }
    for (auto page = old.pages.cbegin(); page != old.pages.cend(); ++page) {
        if (page->isOwn && !page->isUp && !fresh.pages.contains(page.key()))
            fresh.pages.insert(page.key(), *page);
    }
}

void ModelClient::reinstall()
{
    ClientStore fresh;
    fresh.needsCode = true;
    keepUnsent(m_store, fresh);
    for (Offer &offer : fresh.outbox)
        offer.serial = 0;
    for (Parked &parked : fresh.attention)
        parked.offer.serial = 0;
    useDisk({.store = fresh, .files = {}});
}

void ModelClient::goBackTo(const Disk &image)
{
    ClientStore old = image.store;
    const qsizetype unsent = old.outbox.size() + old.attention.size();
    keepUnsent(m_store, old);
    // The second file knows more than the disk: numbers after it may be printed already.
    const bool isBehind = old.outbox.size() + old.attention.size() > unsent;
    if (isBehind && m_rules.has(Rule::SecondFileRenews))
        old.needsCode = true;
    for (const Offer &offer : std::as_const(old.outbox))
        old.nextSerial = std::max(old.nextSerial, offer.serial + 1);
    useDisk({.store = old, .files = {}});
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

QString ModelClient::newNumber()
{
    return m_store.station + u'-' + QString::number(m_store.nextNumber++);
}

EventRef ModelClient::promise(const Draft &draft)
{
    const QString official
        = draft.official > 0 ? u"letter|A|2026|%1"_s.arg(draft.official) : QString();
    const auto made = std::make_shared<const Event>(
        sealed(Client::made(draft, m_store.station), bodyOf(draft, official)));
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

} // namespace hall::model

#include "enginepicture.h"

#include "store/journal.h"
#include "store/settings.h"
#include "sync/local/attention.h"
#include "sync/local/centrestate.h"

namespace hall::lockstep {

using namespace Qt::StringLiterals;
using namespace hall::model;

namespace {

const QString eventsSql = u"select e.pos as at, e.mac, o.pos as serial, o.state, o.sent_pos,"
                          u" o.settled_at,"_s
    + eventColumns()
    + u"from event e join stream s on s.key = e.key >> 20 left join outbox o on o.event_key = e.key"
      u" and o.stream_key = s.key where s.kind = 1 order by e.key"_s;
const QString scopesSql = u"select s.id, t.scope from stream_scope t join stream s on"
                          u" s.key = t.stream_key where s.kind = 1 order by t.scope"_s;
const QString coldSql = u"select s.id, c.state from stream s join case_row c on c.key = s.key"
                        u" where s.kind = 1 and s.count = 0"_s;
const QString pagesSql = u"select sha, min(is_there) as there from case_page group by sha"_s;
const QString leaseSql = u"select next, last from number_lease where series = 'letter'"
                         u" and returned = 0 and next <= last order by first limit 1"_s;

class Picture
{
public:
    Picture(const ReadTx &tx, const PictureTerms &terms)
        : m_tx(tx)
        , m_terms(terms)
    {
        m_store.station = terms.station;
    }

    Result<ClientStore> draw()
    {
        for (const auto part :
             {&Picture::events, &Picture::scopes, &Picture::cold, &Picture::attention,
              &Picture::cursors, &Picture::pages, &Picture::numbers}) {
            const Result<Done> done = (this->*part)();
            if (!done.ok())
                return done.error();
        }
        m_store.personScopes = m_terms.disk.personScopes;
        return m_store;
    }

private:
    template <class F> Result<Done> each(const QString &sql, F row)
    {
        Query query(m_tx.connection(), sql);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            row(query);
        return more.ok() ? Result<Done>(Done{}) : more.error();
    }

    EventRef read(const Event &event)
    {
        const EventRef known = m_terms.book.read(canonicalEnvelope(event), event.body);
        return known ? known : std::make_shared<const Event>(event);
    }

    Offer offerOf(const EventRef &event, const QByteArray &mac, qint64 serial) const
    {
        return {.event = event,
                .envelope = canonicalEnvelope(*event),
                .mac = mac,
                .serial = serial,
                .pages = pagesNamedIn(*event),
                .numbers = numbersNamedIn(*event),
                .isOwn = m_terms.disk.written.contains(event->id),
                .order = serial};
    }

    Result<Done> events()
    {
        return each(eventsSql, [this](const Query &row) {
            const EventRef event = read(eventFromRow(row));
            const qint64 pos = row.number("at"_L1);
            const qint64 serial = row.number("serial"_L1);
            const Offer offer = offerOf(event, row.bytes("mac"_L1), serial);
            if (pos > 0) {
                LocalStream &stream = m_store.streams[event->stream];
                stream.held.append({.event = event,
                                    .envelope = offer.envelope,
                                    .mac = offer.mac,
                                    .pos = pos,
                                    .pages = offer.pages});
                stream.chain = chainAfter(stream.chain, event->hash);
                stream.newestPos = pos;
                model::apply(stream.state, event, m_terms.items, Rules());
            }
            const bool isShelved = serial > 0 && row.number("state"_L1) == 1;
            if (isShelved)
                m_store.shelf.insert(
                    event->id,
                    {.offer = offer, .pos = row.number("sent_pos"_L1), .isSettled = pos > 0});
            else if (serial > 0)
                m_store.outbox.append(offer);
            m_store.nextSerial = std::max(m_store.nextSerial, serial + 1);
        });
    }

    /// The store's own word on where a case is, not what its events would give.
    Result<Done> scopes()
    {
        for (LocalStream &stream : m_store.streams)
            stream.state.scopes.clear();
        return each(scopesSql, [this](const Query &row) {
            const StreamId id = StreamId::fromBytes(row.bytes("id"_L1));
            if (m_store.streams.contains(id))
                m_store.streams[id].state.scopes.append(row.text("scope"_L1));
        });
    }

    Result<Done> cold()
    {
        return each(coldSql, [this](const Query &row) {
            LocalStream &stream = m_store.streams[StreamId::fromBytes(row.bytes("id"_L1))];
            stream.isCold = true;
            stream.coldState = row.text("state"_L1);
        });
    }

    Result<Done> attention()
    {
        const Result<QList<RefusedEvent>> open = openRefused(m_tx);
        if (!open.ok())
            return open.error();
        for (const RefusedEvent &refused : open.value())
            m_store.attention.append(
                {.offer = offerOf(read(refused.event), refused.mac, refused.nth),
                 .reason = refused.reason});
        return Done{};
    }

    Result<Done> cursors()
    {
        const Result<QList<ScopeState>> states = hall::scopes(m_tx);
        if (!states.ok())
            return states.error();
        for (const ScopeState &state : states.value()) {
            m_store.cursors.insert(state.scope, state.pos);
            m_store.scopes.append(state.scope);
        }
        const Result<QList<Checkpoint>> points = trail(m_tx);
        if (!points.ok())
            return points.error();
        m_store.trail = points.value();
        return Done{};
    }

    Result<Done> pages()
    {
        return each(pagesSql, [this](const Query &row) {
            const QByteArray sha = row.bytes("sha"_L1);
            const Result<QByteArray> bytes = m_terms.pages.read(sha);
            if (bytes.ok())
                m_store.pages.insert(sha,
                                     {.bytes = bytes.value(),
                                      .isOwn = m_terms.disk.attached.contains(sha),
                                      .isUp = row.number("there"_L1) == 1});
        });
    }

    Result<Done> numbers()
    {
        return each(leaseSql, [this](const Query &row) {
            m_store.nextLeased = int(row.number("next"_L1));
            m_store.lastLeased = int(row.number("last"_L1));
        });
    }

    const ReadTx &m_tx;
    const PictureTerms &m_terms;
    ClientStore m_store;
};

} // namespace

Result<ClientStore> pictureOf(const ReadTx &tx, const PictureTerms &terms)
{
    return Picture(tx, terms).draw();
}

} // namespace hall::lockstep

#include "tests/bench/centre/joinedstore.h"

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

const QString wholeTown = u"*"_s;

} // namespace

JoinedStore::JoinedStore(DemoTown &town, const QString &folder, const QString &station)
    : m_folder(folder)
    , m_station(station)
    , m_pages(folder + u"/pages"_s)
    , m_centre(town.line(station))
{
}

bool JoinedStore::open()
{
    Result<std::unique_ptr<Store>> opened
        = Store::open({.folder = m_folder, .station = m_station}, m_clock);
    if (!opened.ok())
        return false;
    m_store = std::move(opened).value();
    m_exchange = std::make_unique<Exchange>(*m_store, m_pages, *m_centre, m_keys);
    return m_centre->signIn(u"gl01"_s, DemoTown::password(), m_station).ok()
        && awaited(m_store->write([](WriteTx &tx) {
               return followScopes(tx, {u"hall"_s}, 0);
           })).ok()
        && pull({u"hall"_s}) > 0;
}

bool JoinedStore::follow(qint64 pos, bool isFilled)
{
    return awaited(m_store->write([this, pos, isFilled](WriteTx &tx) {
               Result<Done> done = followScopes(tx, {wholeTown}, pos);
               for (const bool isOpen : {true, false}) {
                   if (done.ok() && isFilled)
                       done = moveWalk(tx, {m_station, wholeTown, isOpen}, {});
               }
               return done.ok() ? moveCursors(tx, {wholeTown}, pos) : done;
           }))
        .ok();
}

int JoinedStore::pull(const QStringList &scopes)
{
    int came = 0;
    for (;;) {
        const Result<ExchangeResult> result = m_exchange->pull(Party::Person, scopes);
        if (!result.ok() || !result.value().broken.isEmpty())
            return -1;
        came += result.value().came;
        if (!result.value().hasMore)
            return came;
    }
}

int JoinedStore::pullFrom(qint64 pos)
{
    return follow(pos, true) ? pull({wholeTown}) : -1;
}

bool JoinedStore::fill(ScopeState::Fill part)
{
    for (;;) {
        const Result<ExchangeResult> result = m_exchange->fill({wholeTown}, part);
        if (!result.ok())
            return false;
        if (!result.value().hasWorked)
            return true;
    }
}

} // namespace hall::bench

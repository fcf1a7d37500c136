#include "workstation.h"

#include "store/integrity.h"

namespace hall::test {

using namespace Qt::StringLiterals;

QList<Event> publishedHall()
{
    StoreFixture fixture(QString(), 99);
    PlayedCases cases(fixture, 1);
    if (!fixture.open().ok() || !cases.publish().ok())
        return {};
    const auto stream = StreamId::fromText(u"11111111-1111-4111-8111-111111111111"_s);
    return await(fixture.store().read([stream](ReadTx &tx) { return tx.journal(stream); }))
        .valueOr({});
}

Workstation::Workstation(FakeTown &town, const QString &code, quint64 seed)
    : fixture(QString(), seed)
    , link(town)
    , m_town(town)
{
    fixture.options.station = code;
    cases = std::make_unique<PlayedCases>(fixture, unsigned(seed));
    m_clock = std::make_unique<CorrectedClock>(fixture.clock);
    m_pages = std::make_unique<PageStore>(fixture.path(u"pages"_s));
}

Result<Done> Workstation::open()
{
    const Result<Done> opened = fixture.open();
    if (!opened.ok())
        return opened;
    m_engine = std::make_unique<Engine>(EngineParts{
        .store = fixture.store(),
        .pages = *m_pages,
        .centre = link,
        .services = &link,
        .clock = *m_clock,
        .ids = fixture.ids,
        .seed = 5,
        .program = u"test"_s,
        .forms = forms,
        .ticks = [this] { return fixture.clock.now().toMSecsSinceEpoch() - m_clockSet; }});
    for (const QString &who : cases->hall().posts.keys()) {
        for (const QString &station : {u"A01"_s, fixture.store().station()})
            m_engine->keys().unlock(who, station, FakeTown::keyOf(who, station));
    }
    if (!m_person.isEmpty())
        m_engine->setPerson(m_person);
    return Done{};
}

void Workstation::close()
{
    m_engine.reset();
    fixture.close();
}

Result<Done> Workstation::reopen()
{
    close();
    return open();
}

void Workstation::signIn(const QString &staff)
{
    m_person = staff;
    link.person = staff;
    m_engine->setPerson(staff);
}

void Workstation::setClock(qint64 seconds)
{
    fixture.clock.advance(seconds);
    m_clockSet += seconds * 1000;
}

bool Workstation::settle(int steps)
{
    m_engine->nudge();
    for (int i = 0; i < steps; ++i) {
        m_town.nowMs = fixture.clock.now().toMSecsSinceEpoch();
        const qint64 wait = m_engine->step();
        if (wait == 0)
            continue;
        if (m_engine->status().state == LinkState::Online)
            return true;
        fixture.clock.advance((wait + 999) / 1000);
    }
    return false;
}

QList<EventId> Workstation::order(const StreamId &stream)
{
    QList<EventId> ids;
    const Result<QList<Event>> events
        = await(store().read([stream](ReadTx &tx) { return tx.journal(stream); }));
    for (const Event &event : events.valueOr({}))
        ids.append(event.id);
    return ids;
}

QStringList Workstation::tables(const QString &sql)
{
    return await(store().read([sql](ReadTx &tx) -> Result<QStringList> {
               QStringList rows;
               Query query(tx.connection(), sql);
               Result<bool> more = query.next();
               for (; more.ok() && more.value(); more = query.next())
                   rows.append(query.text("v"_L1));
               if (!more.ok())
                   return more.error();
               return rows;
           }))
        .valueOr({u"failed"_s});
}

qint64 Workstation::count(const QString &sql)
{
    return tables(u"select count(*) as v from "_s + sql).value(0, u"-1"_s).toLongLong();
}

QString Workstation::disorder()
{
    const Result<JournalFacts> facts
        = await(store().read([](ReadTx &tx) { return checkJournal(tx.connection()); }));
    if (!facts.ok())
        return errorLine(facts);
    const Result<ReplayReport> replayed = await(store().replay());
    if (!replayed.ok())
        return errorLine(replayed);
    return replayed.value().isEqual() ? QString() : replayed.value().first.join(u'\n');
}

} // namespace hall::test

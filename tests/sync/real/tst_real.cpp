#include "store/referencerows.h"
#include "sync/postgres/postgrescentre.h"
#include "tests/centre/centretown.h"
#include "tests/sync/workstation.h"

#include <QFile>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// A window over PostgreSQL.
struct RealWindow
{
    RealWindow(const CentreTown &town, const ConnectionFile &file, quint64 seed)
        : fixture(QString(), seed)
        , centre(file)
        , hall(town.hall())
    {
        fixture.options.station = file.station;
        fixture.clock.set(QDateTime::currentDateTimeUtc());
    }

    Result<Done> open()
    {
        const Result<Done> opened = fixture.open();
        if (!opened.ok())
            return opened;
        engine = std::make_unique<Engine>(EngineParts{.store = fixture.store(),
                                                      .pages = pages,
                                                      .centre = centre,
                                                      .services = &centre,
                                                      .clock = clock,
                                                      .ids = fixture.ids,
                                                      .program = u"test"_s});
        return Done{};
    }

    /// Waits pass on the clock of the test.
    bool settle()
    {
        engine->nudge();
        for (int i = 0; i < 2000; ++i) {
            const qint64 wait = engine->step();
            if (wait == 0)
                continue;
            if (engine->status().state == LinkState::Online)
                return true;
            fixture.clock.advance(wait / 1000 + 1);
        }
        return false;
    }

    /// The hall's own settings, which the town of these tests does not publish.
    Result<Done> nameHall()
    {
        const Event event
            = sealed({.id = fixture.ids.make<EventId>(),
                      .kind = StreamKind::Hall,
                      .stream = StreamId::fromText(u"33333333-3333-4333-8333-333333333333"_s),
                      .type = QString(publishedType),
                      .action = u"publish"_s,
                      .actor = u"admin"_s,
                      .station = fixture.options.station,
                      .actedAt = 1},
                     publicationBody(u"hall"_s, u"hall"_s, hall.reference.hall.json()));
        return await(fixture.store().write([event](WriteTx &tx) { return tx.append({event}); }));
    }

    Actor actor(const QString &who) const
    {
        Actor actor = hall.actor(who);
        actor.station = fixture.options.station;
        return actor;
    }

    Result<StreamId> registerCase(const QString &who)
    {
        Registration opening = fixture.registration(u"王建国"_s, u"W2"_s);
        opening.lines = {{.line = 1, .originals = 1, .verdict = LineVerdict::Right},
                         {.line = 2, .copies = 1, .verdict = LineVerdict::Right}};
        return await(fixture.store().write([&](WriteTx &tx) -> Result<StreamId> {
            const Context context{tx.reference(), actor(who), tx.clock().now(), fixture.ids,
                                  tx.numbers()};
            const Result<QList<Event>> events = openCase(opening, context);
            if (!events.ok())
                return events.error();
            const Result<Done> done = tx.append(events.value());
            return done.ok() ? Result<StreamId>(opening.stream) : done.error();
        }));
    }

    Result<Done> act(const StreamId &stream, const QString &who, const Command &command)
    {
        return await(fixture.store().write([&](WriteTx &tx) -> Result<Done> {
            const Result<CaseFile> file = tx.caseFile(stream);
            if (!file.ok())
                return file.error();
            const Context context{tx.reference(), actor(who), tx.clock().now(), fixture.ids,
                                  tx.numbers()};
            const Result<QList<Event>> events = decide(file.value(), command, context);
            return events.ok() ? tx.append(events.value()) : events.error();
        }));
    }

    QList<EventId> order(const StreamId &stream)
    {
        QList<EventId> ids;
        const Result<QList<Event>> events
            = await(fixture.store().read([&](ReadTx &tx) { return tx.journal(stream); }));
        for (const Event &event : events.valueOr({}))
            ids.append(event.id);
        return ids;
    }

    bool isReplayable()
    {
        const Result<ReplayReport> replayed = await(fixture.store().replay());
        return replayed.ok() && replayed.value().isEqual();
    }

    StoreFixture fixture;
    CorrectedClock clock{fixture.clock};
    PageStore pages{fixture.path(u"pages"_s)};
    PostgresCentre centre;
    const SmallHall &hall;
    std::unique_ptr<Engine> engine;
};

} // namespace

/// Both sides of the protocol mean the same.
class TestReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoWindowsWorkOnOneTown();
    void aRestoredCentreIsHealed();
    void whoComesLaterIsFilled();

private:
    [[nodiscard]] ConnectionFile fileOf(const QString &station);
    CentreTown m_town;
    std::unique_ptr<RealWindow> a;
    std::unique_ptr<RealWindow> b;
    StreamId m_case;
};

ConnectionFile TestReal::fileOf(const QString &station)
{
    ConnectionFile file;
    QFile authority(m_town.server().authorityFile());
    if (authority.open(QIODevice::ReadOnly))
        file.authority = authority.readAll();
    file.host = u"localhost"_s;
    file.address = u"127.0.0.1"_s;
    file.port = m_town.server().port();
    file.database = CentreTown::database_;
    file.town = CentreTown::town;
    file.station = station;
    file.secret = CentreTown::password;
    return file;
}

void TestReal::initTestCase()
{
    if (!m_town.begin())
        QFAIL(qPrintable(m_town.problem()));
}

void TestReal::twoWindowsWorkOnOneTown()
{
    a = std::make_unique<RealWindow>(m_town, fileOf(u"A01"_s), 41);
    b = std::make_unique<RealWindow>(m_town, fileOf(u"A02"_s), 42);
    for (RealWindow *window : {a.get(), b.get()}) {
        VERIFY_OK(window->open());
        const QString who = window == a.get() ? u"clerk1"_s : u"clerk2"_s;
        QVERIFY(window->settle());
        VERIFY_OK(window->engine->signInOnline(who, CentreTown::password));
        QVERIFY(window->settle());
        QVERIFY(!window->fixture.store().reference()->items.isEmpty());
        VERIFY_OK(window->nameHall());
        window->fixture.clock.advance(120);
        QVERIFY(window->settle());
    }
    const Result<StreamId> opened = a->registerCase(u"clerk1"_s);
    VERIFY_OK(opened);
    m_case = opened.value();
    const Result<QByteArray> sha = a->pages.put(QByteArray(300'000, 'p'));
    VERIFY_OK(sha);
    VERIFY_OK(a->act(m_case, u"clerk1"_s,
                     AttachPages{.pages = {{.id = a->fixture.ids.make<PageId>(),
                                            .sha = sha.value(),
                                            .format = u"png"_s}}}));
    QVERIFY(a->settle());
    QCOMPARE(a->engine->status().unsent, 0);
    QCOMPARE(a->engine->status().attention, 0);
    QVERIFY(b->settle());
    QCOMPARE(b->order(m_case), a->order(m_case));
    QVERIFY(!b->order(m_case).isEmpty());
    b->engine->wantPage(sha.value());
    QVERIFY(b->settle());
    QVERIFY(b->pages.has(sha.value()));
    // Both accept; the later one is in front of a person, the notes of both are there.
    const Act accept{
        .action = u"accept"_s, .opinion = u"同意"_s, .reason = u"理由"_s, .manifest = "{}"};
    VERIFY_OK(b->act(m_case, u"clerk2"_s, accept));
    VERIFY_OK(a->act(m_case, u"clerk1"_s, AddNote{.text = u"seen"_s}));
    VERIFY_OK(a->act(m_case, u"clerk1"_s, accept));
    QVERIFY(b->settle());
    QVERIFY(a->settle());
    QVERIFY(a->engine->status().attention > 0);
    QVERIFY(b->settle());
    QCOMPARE(a->order(m_case), b->order(m_case));
    QVERIFY(a->isReplayable());
    QVERIFY(b->isReplayable());
}

/// Files put back twice; nobody tells anybody. B heals what A's PC cannot know of, and the other
/// way.
void TestReal::aRestoredCentreIsHealed()
{
    for (RealWindow *window : {a.get(), b.get()})
        window->centre.disconnect();
    QVERIFY(m_town.server().keepCopy(u"before"_s));
    QList<StreamId> streams{m_case};
    for (RealWindow *window : {a.get(), b.get(), a.get()}) {
        const Result<StreamId> stream
            = window->registerCase(window == a.get() ? u"clerk1"_s : u"clerk2"_s);
        VERIFY_OK(stream);
        streams.append(stream.value());
        QVERIFY(a->settle() && b->settle());
    }
    for (int round = 0; round < 2; ++round) {
        QVERIFY(m_town.server().restoreCopy(u"before"_s));
        // B alone first: A's events come back to the centre from B's disk.
        QVERIFY(round == 0 ? b->settle() && a->settle() : a->settle() && b->settle());
        QVERIFY(a->settle() && b->settle());
        for (const StreamId &stream : std::as_const(streams)) {
            QVERIFY(!a->order(stream).isEmpty());
            QCOMPARE(a->order(stream), b->order(stream));
        }
        QCOMPARE(a->engine->status().unsent, 0);
        QCOMPARE(b->engine->status().unsent, 0);
    }
    QVERIFY(a->isReplayable());
    QVERIFY(b->isReplayable());
}

void TestReal::whoComesLaterIsFilled()
{
    const qsizetype events = a->order(m_case).size();
    QVERIFY(events > 0);

    b.reset();
    // The same PC after its disk was lost: another installation, so another code; the cases come
    // back.
    RealWindow fresh(m_town, fileOf(u"A02"_s), 43);
    VERIFY_OK(fresh.open());
    QVERIFY(fresh.settle());
    QVERIFY(fresh.fixture.store().station() != u"A02"_s);
    VERIFY_OK(fresh.engine->signInOnline(u"clerk2"_s, CentreTown::password));
    QVERIFY(fresh.settle());
    QCOMPARE(fresh.order(m_case), a->order(m_case));
    QVERIFY(fresh.isReplayable());
}

QTEST_GUILESS_MAIN(TestReal)
#include "tst_real.moc"

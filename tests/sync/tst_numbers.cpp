#include "store/numbers.h"
#include "workstation.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Official numbers over the turn of the year, and the forms in which events are written.
class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theNewYearBeginsWithoutTheCentre();
    void leftoverNumbersGoBackOnce();
    void aRefusedLeaseEndsNoContact();
    void aMissingNumberIsFetchedAtOnce();
    void writesTheFormThatEverybodyReads();
    void writesNoFormThatNobodyReads();

private:
    [[nodiscard]] Result<QString> accept(const StreamId &stream);
    [[nodiscard]] Event noteOf(const StreamId &stream, int version);
    [[nodiscard]] Result<Done> append(const Event &event);
    [[nodiscard]] Event kept(const StreamId &stream, const EventId &id);
    QList<Event> m_hall;
    std::unique_ptr<FakeTown> m_town;
    std::unique_ptr<Workstation> a;
};

void TestNumbers::initTestCase()
{
    m_hall = publishedHall();
    QVERIFY(!m_hall.isEmpty());
}

void TestNumbers::init()
{
    m_town = std::make_unique<FakeTown>();
    m_town->publish(m_hall);
    a = std::make_unique<Workstation>(*m_town, u"A01"_s, 21);
    a->fixture.clock.set(QDateTime(QDate(2026, 12, 15), QTime(1, 0), Qt::UTC));
    VERIFY_OK(a->open());
    a->signIn(u"clerk1"_s);
    QVERIFY(a->settle());
}

/// The acceptance notice's number.
Result<QString> TestNumbers::accept(const StreamId &stream)
{
    const Result<Done> done = a->cases->act(stream, u"clerk1"_s, u"accept"_s);
    if (!done.ok())
        return done.error();
    return a
        ->tables(u"select text as v from number_given where series = 'acceptance-notice'"
                 " order by given_at desc, serial desc limit 1"_s)
        .value(0);
}

void TestNumbers::theNewYearBeginsWithoutTheCentre()
{
    QCOMPARE(a->count(u"number_lease where year = 2027"_s), 0);
    a->fixture.clock.advance(8LL * 24 * 3600);
    QVERIFY(a->settle());
    QVERIFY(a->count(u"number_lease where year = 2027"_s) > 5);
    a->link.isDown = true;
    a->fixture.clock.set(QDateTime(QDate(2027, 1, 4), QTime(1, 0), Qt::UTC));
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    const Result<QString> number = accept(stream.value());
    VERIFY_OK(number);
    QVERIFY2(number.value().contains("2027"_L1), qPrintable(number.value()));
}

void TestNumbers::leftoverNumbersGoBackOnce()
{
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    VERIFY_OK(accept(stream.value()));
    QVERIFY(m_town->returned.isEmpty());
    // The first answer is lost: the centre has them, the station does not know.
    a->fixture.clock.set(QDateTime(QDate(2027, 1, 4), QTime(1, 0), Qt::UTC));
    bool hasLost = false;
    a->link.nextFault = [&] {
        const bool loses = !hasLost && !m_town->returned.isEmpty();
        hasLost = hasLost || loses;
        return loses ? Fault::LostAnswer : Fault::None;
    };
    QVERIFY(a->settle());
    a->link.nextFault = {};
    a->fixture.clock.advance(120);
    QVERIFY(a->settle());
    QVERIFY(hasLost);
    QCOMPARE(a->count(u"number_lease where year = 2026 and returned = 0 and next <= last"_s), 0);
    const qsizetype blocks = a->count(u"number_lease where year = 2026"_s);
    QVERIFY(blocks > 5);
    QVERIFY(m_town->returned.size() >= blocks - 1); // a block may be used up
    // Used + voided + returned = leased, and nothing is open.
    const auto report = await(a->store().read([](ReadTx &tx) { return numberReport(tx, 2026); }));
    VERIFY_OK(report);
    for (const NumberUse &use : report.value()) {
        QCOMPARE(use.open, 0);
        QCOMPARE(use.used + use.voided + use.returned, use.leased);
    }
    const qsizetype told = m_town->returned.size();
    a->fixture.clock.advance(24LL * 3600);
    QVERIFY(a->settle());
    QCOMPARE(m_town->returned.size(), told);
}

void TestNumbers::aRefusedLeaseEndsNoContact()
{
    m_town->leaseRefusal = u"quota"_s;
    VERIFY_OK(await(a->store().write([](WriteTx &tx) {
        return Query(tx.connection(), u"update number_lease set next = last + 1"_s).run();
    })));
    a->fixture.clock.advance(120);
    QVERIFY(a->settle());
    QCOMPARE(a->engine().status().state, LinkState::Online);
    QVERIFY(a->engine().status().trouble.has_value());
    QCOMPARE(a->engine().status().trouble->detail, u"quota"_s);
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    QVERIFY(a->settle());
    QCOMPARE(m_town->order(stream.value()), a->order(stream.value()));
}

void TestNumbers::aMissingNumberIsFetchedAtOnce()
{
    VERIFY_OK(await(a->store().write([](WriteTx &tx) {
        return Query(tx.connection(), u"update number_lease set next = last + 1"_s).run();
    })));
    int told = 0;
    a->engine().whenNumberMissing([&told] { ++told; });
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    const Result<QString> refused = accept(stream.value());
    QCOMPARE(refused.error(), (Error{ErrorKind::OnlineOnly, u"number"_s}));
    QVERIFY(told > 0);
    // No pause passes.
    QVERIFY(a->settle());
    VERIFY_OK(accept(stream.value()));
}

Event TestNumbers::noteOf(const StreamId &stream, int version)
{
    const Event event{.id = a->fixture.ids.make<EventId>(),
                      .stream = stream,
                      .type = u"note"_s,
                      .version = version,
                      .branch = u"main"_s,
                      .action = u"note"_s,
                      .actor = u"clerk1"_s,
                      .post = u"HB/clerk"_s,
                      .station = u"A01"_s,
                      .actedAt = a->clock().now().toMSecsSinceEpoch()};
    return sealed(event, {{u"text"_s, u"备注"_s}, {u"mood"_s, u"new"_s}});
}

Result<Done> TestNumbers::append(const Event &event)
{
    return await(a->store().write([event](WriteTx &tx) { return tx.append({event}); }));
}

Event TestNumbers::kept(const StreamId &stream, const EventId &id)
{
    const auto journal
        = await(a->store().read([stream](ReadTx &tx) { return tx.journal(stream); }));
    for (const Event &event : journal.valueOr({})) {
        if (event.id == id)
            return event;
    }
    return {};
}

/// A newer program beside an older one: it writes the older form, also offline after a restart,
/// until the centre says that everybody reads the newer.
void TestNumbers::writesTheFormThatEverybodyReads()
{
    a->forms->add(u"note"_s, 2, [](QJsonObject body) {
        body.remove(u"mood"_s);
        return body;
    });
    m_town->versions = {{u"note"_s, 1}};
    a->engine().disconnect();
    QVERIFY(a->settle());
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    for (const bool isRestarted : {false, true}) {
        if (isRestarted) {
            a->link.isDown = true;
            VERIFY_OK(a->reopen());
        }
        const Event note = noteOf(stream.value(), 2);
        VERIFY_OK(append(note));
        const Event written = kept(stream.value(), note.id);
        QCOMPARE(written.version, 1);
        QVERIFY(!written.bodyObject().contains("mood"_L1));
        QCOMPARE(written.bodyObject().value("text"_L1).toString(), u"备注"_s);
        QVERIFY(isIntact(written));
    }
    a->link.isDown = false;
    m_town->versions = {{u"note"_s, 2}};
    QVERIFY(a->settle());
    QCOMPARE(m_town->order(stream.value()), a->order(stream.value()));
    const Event newer = noteOf(stream.value(), 2);
    VERIFY_OK(append(newer));
    QCOMPARE(kept(stream.value(), newer.id).version, 2);
    QVERIFY(kept(stream.value(), newer.id).bodyObject().contains("mood"_L1));
    QCOMPARE(a->disorder(), QString());
}

void TestNumbers::writesNoFormThatNobodyReads()
{
    m_town->versions = {{u"note"_s, 1}};
    a->engine().disconnect();
    QVERIFY(a->settle());
    const Result<StreamId> stream = a->cases->open(u"W2"_s);
    VERIFY_OK(stream);
    const Event note = noteOf(stream.value(), 3);
    QCOMPARE(append(note).error(), (Error{ErrorKind::CentreTooOld, u"note"_s}));
    QVERIFY(kept(stream.value(), note.id).id.isNull());
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"

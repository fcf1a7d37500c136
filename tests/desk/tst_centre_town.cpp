#include "desk/centre/centredesk.h"

#include "fakecentrelink.h"
#include "playedhall.h"
#include "testmain.h"

#include <QSignalSpy>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// What pages get of the centre beside the attention list, over a link that answers as it is told.
class TestCentreTown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aloneIsEmptyAndSaysOnlineOnly();
    void statusPassesThrough();
    void unsentTellsWhoAndWhy();
    void colleaguesOfTheDepartmentComeFirst();
    void findNeedsAPurpose();
    void findShowsWhereItIsInHand();
    void kindsAreGuessed();

private:
    [[nodiscard]] CaseFile file(const StreamId &id)
    {
        return m_hall->read([id](ReadTx &tx) { return tx.caseFile(id); }).valueOr({});
    }
    /// A future that goes through the desk's own thread.
    template <class T> T await(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
            qFatal("no answer");
        return future.result();
    }

    FakeCentreLink m_link;
    std::unique_ptr<PlayedHall> m_hall;
    std::unique_ptr<CentreDesk> m_desk;
};

void TestCentreTown::init()
{
    m_link.now = {.state = LinkState::Online, .hasPerson = true};
    m_link.asks.clear();
    m_link.heads.clear();
    m_hall = std::make_unique<PlayedHall>();
    m_hall->link = &m_link;
    VERIFY_OK(m_hall->open());
    m_desk = std::make_unique<CentreDesk>(*m_hall->place);
}

void TestCentreTown::cleanup()
{
    m_desk.reset();
    m_hall.reset();
}

void TestCentreTown::aloneIsEmptyAndSaysOnlineOnly()
{
    PlayedHall alone;
    VERIFY_OK(alone.open());
    CentreDesk desk(*alone.place);
    QVERIFY(desk.isAlone());
    QVERIFY(!desk.isOnline());
    const auto lines = await(desk.attention(alone.session(u"clerk1"_s)));
    VERIFY_OK(lines);
    QVERIFY(lines.value().isEmpty());
    const auto found = await(desk.find({.text = u"王建国"_s, .purpose = u"查询"_s}));
    QVERIFY(!found.ok());
    QCOMPARE(found.error().kind, ErrorKind::OnlineOnly);
}

void TestCentreTown::statusPassesThrough()
{
    QSignalSpy changed(m_desk.get(), &CentreDesk::statusChanged);
    m_link.become({.state = LinkState::Offline,
                   .since = 5,
                   .lastContact = 4,
                   .unsent = 3,
                   .freshness = {{u"HB"_s, 40}, {u"hall"_s, 30}}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_desk->status().unsent, 3);
    // The oldest of the lists tells how fresh all of them are.
    QCOMPARE(CentreDesk::asOf(m_desk->status()), 30);
}

void TestCentreTown::unsentTellsWhoAndWhy()
{
    const StreamId id = m_hall->cases.open(u"W2"_s).valueOr(StreamId());
    VERIFY_OK(m_hall->cases.act(id, u"clerk2"_s, u"accept"_s));
    VERIFY_OK(await(m_hall->fixture.store().write([](WriteTx &tx) {
        return tx.connection().script(
            u"update outbox set hold_reason = 'pages' where pos = (select max(pos) from outbox)"_s);
    })));
    const auto unsent = await(m_desk->unsent(m_hall->session(u"clerk2"_s)));
    VERIFY_OK(unsent);
    QVERIFY(unsent.value().size() >= 3);
    const UnsentLine &first = unsent.value().constFirst();
    QVERIFY(first.isMine);
    QCOMPARE(first.row.actor, u"clerk2"_s);
    QCOMPARE(first.number, file(id).number);
    QVERIFY(!first.actionName.zh.isEmpty());
    // No key of the author is here: it waits for an online sign-in.
    QVERIFY(!first.row.isSealed);
    QVERIFY(!unsent.value().constLast().isMine);
    const auto isHeld = [](const UnsentLine &line) { return line.row.hold == "pages"_L1; };
    QCOMPARE(std::ranges::count_if(unsent.value(), isHeld), 1);
    // Publications of the hall are not a person's unsent work.
    for (const UnsentLine &line : unsent.value())
        QVERIFY(line.row.kind != StreamKind::Hall);
}

void TestCentreTown::colleaguesOfTheDepartmentComeFirst()
{
    const QList<StaffMember> list = m_desk->colleagues(m_hall->session(u"clerk1"_s));
    QVERIFY(list.size() > 3);
    QVERIFY(std::ranges::none_of(list, [](const StaffMember &m) { return m.code == "clerk1"_L1; }));
    QCOMPARE(list.constFirst().posts.constFirst().dept, u"HB"_s);
    QVERIFY(list.constLast().posts.constFirst().dept != "HB"_L1);
}

void TestCentreTown::findNeedsAPurpose()
{
    const auto without = await(m_desk->find({.text = u"王建国"_s, .purpose = u"  "_s}));
    QVERIFY(!without.ok());
    QCOMPARE(without.error().kind, ErrorKind::FieldMissing);
    QCOMPARE(without.error().detail, u"purpose"_s);
    QVERIFY(m_link.asks.isEmpty()); // nothing was asked, so nothing is logged
    m_link.now.state = LinkState::Offline;
    const auto offline = await(m_desk->find({.text = u"王建国"_s, .purpose = u"查询"_s}));
    QCOMPARE(offline.error().kind, ErrorKind::OnlineOnly);
}

void TestCentreTown::findShowsWhereItIsInHand()
{
    const StreamId here = m_hall->cases.open(u"W2"_s).valueOr(StreamId());
    const StreamId away = m_hall->fixture.ids.make<StreamId>();
    const QJsonObject head{{u"number"_s, u"441900113-20261122-B02-0007-1"_s},
                           {u"item"_s, u"W2"_s},
                           {u"workflow"_s, u"W2"_s},
                           {u"definition"_s, 1},
                           {u"dept"_s, u"AJ"_s},
                           {u"name"_s, u"王建国"_s}};
    m_link.heads = {{{u"stream"_s, away.text()},
                     {u"open"_s, true},
                     {u"state"_s, u"review"_s},
                     {u"head"_s, head}},
                    {{u"stream"_s, here.text()}, {u"open"_s, true}, {u"head"_s, head}}};
    const auto found = await(m_desk->find(
        {.kind = FindKind::Name, .text = u"王建国"_s, .purpose = u"申请人询问进度"_s}));
    VERIFY_OK(found);
    QCOMPARE(m_link.asks.constLast().purpose, u"申请人询问进度"_s);
    QCOMPARE(found.value().size(), 2);
    QVERIFY(!found.value().at(0).isHere);
    QCOMPARE(found.value().at(0).dept, u"AJ"_s);
    QCOMPARE(found.value().at(0).itemName.zh, u"事项"_s);
    QVERIFY(found.value().at(0).stateName.zh != "review"_L1); // in words
    QVERIFY(found.value().at(1).isHere);
}

void TestCentreTown::kindsAreGuessed()
{
    QVERIFY(CentreDesk::kindOf(u"王建国"_s) == FindKind::Name);
    QVERIFY(CentreDesk::kindOf(u"13812345678"_s) == FindKind::Phone);
    QVERIFY(CentreDesk::kindOf(u"44190019900101123X"_s) == FindKind::IdNumber);
    QVERIFY(CentreDesk::kindOf(u"441900113-20261122-A07-0001-3"_s) == FindKind::Number);
}

HALL_TEST_MAIN(QCoreApplication, TestCentreTown)
#include "tst_centre_town.moc"

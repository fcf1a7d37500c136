// The administrator's pages on a joined machine: what is published counts at the centre and comes
// back, or not at all.
#include "desk/admin/hallpublisher.h"
#include "desk/admin/placesdesk.h"
#include "desk/admin/staffdesk.h"
#include "joinedplace.h"
#include "store/credentials.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestPublishing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void publishesAtTheCentre();
    void reachesTheOtherWindow();
    void makesNoPasswordHere();
    void blocksAPersonEverywhere();
    void carriesALargePublication();
    void onlyTheAdministratorPublishes();
    void offlineItIsSaidAndNothingIsKept();

private:
    [[nodiscard]] qint64 centreEvents() const
    {
        return m_root->run("select count(*) from app.event where kind = 7").value().toLongLong();
    }
    [[nodiscard]] QByteArray atCentre(const QByteArray &sql) const
    {
        return m_root->run(sql).value();
    }

    CentreTown m_town;
    std::unique_ptr<PgLink> m_root;
    std::unique_ptr<JoinedPlace> m_a;
    std::unique_ptr<JoinedPlace> m_b;
    std::unique_ptr<HallPublisher> m_publisher;
};

void TestPublishing::initTestCase()
{
    QVERIFY2(m_town.begin(), qPrintable(m_town.problem()));
    m_root = m_town.root();
    m_a = std::make_unique<JoinedPlace>(m_town, u"A01"_s, 51);
    m_b = std::make_unique<JoinedPlace>(m_town, u"A02"_s, 52);
    VERIFY_OK(m_a->open());
    VERIFY_OK(m_b->open());
    VERIFY_OK(m_a->signIn(u"admin"_s));
    VERIFY_OK(m_b->signIn(u"clerk2"_s));
    QTRY_VERIFY(m_a->fixture.store().reference()->member(u"admin"_s));
    m_publisher = std::make_unique<HallPublisher>(*m_a->place,
                                                  m_a->sessionOf(u"admin"_s, u"/administrator"_s));
    QVERIFY(m_publisher->isJoined());
}

void TestPublishing::publishesAtTheCentre()
{
    const qint64 before = centreEvents();
    const Window window{.code = u"B09"_s, .depts = {u"HB"_s}};
    VERIFY_OK(m_a->answer(m_publisher->publish({publicationOf(window)})));
    QCOMPARE(centreEvents(), before + 1);
    QCOMPARE(atCentre("select depts from app.hall_window where code = 'B09'"), QByteArray("{HB}"));
    // It came back before the answer, and it is nothing that waits to be sent.
    QVERIFY(m_a->fixture.store().reference()->window(u"B09"_s));
    QCOMPARE(m_a->runner->status().unsent, 0);
    QCOMPARE(m_a->runner->status().attention, 0);
}

void TestPublishing::reachesTheOtherWindow()
{
    m_b->runner->hint();
    QTRY_VERIFY(m_b->fixture.store().reference()->window(u"B09"_s));
}

void TestPublishing::makesNoPasswordHere()
{
    const StaffDesk desk(*m_publisher);
    QVERIFY(!desk.givesPasswords());
    const StaffMember neu{
        .code = u"neu7"_s, .name = u"新人"_s, .posts = {*Post::fromCode(u"/manager"_s)}};
    VERIFY_OK(m_a->answer(desk.add(neu, {})));
    QCOMPARE(atCentre("select count(*) from app.staff where code = 'neu7'"), QByteArray("1"));
    QVERIFY(m_a->fixture.store().reference()->member(u"neu7"_s));
    // Neither a login nor a password was made by it.
    QCOMPARE(atCentre("select count(*) from pg_roles where rolname like 'p\\_%neu7'"),
             QByteArray("0"));
    const Result<Done> checked
        = m_a->answer(checkPassword(m_a->fixture.store(), u"neu7"_s, CentreTown::password));
    QCOMPARE(checked.error().kind, ErrorKind::NotFound);
    QCOMPARE(m_a->answer(desk.resetPassword(u"neu7"_s, u"a long password"_s)).error().kind,
             ErrorKind::RuleBroken);
}

void TestPublishing::blocksAPersonEverywhere()
{
    const StaffDesk desk(*m_publisher);
    // The centre's administrator has made the login of the person that the page published.
    QVERIFY(m_root
                ->run("select admin.set_staff('neu7', $1)",
                      {CentreTown::verifier(CentreTown::password)})
                .ok);
    const auto reader = m_town.person(u"neu7"_s);
    const QByteArray read = "select * from api.pull('A02', '{\"hall\": 0}', 1)";
    QVERIFY(reader->run(read).ok);
    VERIFY_OK(m_a->answer(desk.disable(u"neu7"_s)));
    QCOMPARE(reader->run(read).message, u"disabled"_s);
    QVERIFY(m_a->fixture.store().reference()->member(u"neu7"_s)->isDisabled);
    VERIFY_OK(m_a->answer(desk.enable(u"neu7"_s)));
    QVERIFY(reader->run(read).ok);
}

/// More than one call of the centre takes, as an import of the catalogue has it.
void TestPublishing::carriesALargePublication()
{
    QList<Publication> publications;
    for (int i = 0; i < 450; ++i)
        publications.append(
            publicationOf(Window{.code = u"W%1"_s.arg(i), .depts = {u"HB"_s, u"NY"_s}}));
    VERIFY_OK(m_a->answer(m_publisher->publish(publications)));
    QCOMPARE(atCentre("select count(*) from app.hall_window where code like 'W%'"),
             QByteArray("450"));
    QVERIFY(m_a->fixture.store().reference()->window(u"W449"_s));
    // What the centre would refuse for its size is told before anything is sent.
    const qint64 before = centreEvents();
    const Result<Done> large = m_a->answer(
        m_publisher->publish({publicationOf(Window{.code = u"X01"_s}),
                              {.kind = u"template"_s,
                               .code = u"large"_s,
                               .data = {{u"text"_s, QString(64 * 1024 - 60, u'x')}}}}));
    QCOMPARE(large.error(), (Error{ErrorKind::FieldTooLong, u"large"_s}));
    QCOMPARE(centreEvents(), before);
}

void TestPublishing::onlyTheAdministratorPublishes()
{
    const qint64 before = centreEvents();
    const HallPublisher clerk(*m_b->place, m_b->sessionOf(u"clerk2"_s, u"HB/clerk"_s));
    QCOMPARE(m_b->answer(clerk.publish({publicationOf(Window{.code = u"X02"_s})})).error().kind,
             ErrorKind::NotYourPost);
    // And a program that says otherwise is turned away at the centre.
    const HallPublisher forged(*m_b->place, m_b->sessionOf(u"clerk2"_s, u"/administrator"_s));
    const Result<Done> refused
        = m_b->answer(forged.publish({publicationOf(Window{.code = u"X02"_s})}));
    QCOMPARE(refused.error(), (Error{ErrorKind::CentreRefused, u"post"_s}));
    QCOMPARE(centreEvents(), before);
}

void TestPublishing::offlineItIsSaidAndNothingIsKept()
{
    m_root.reset();
    m_town.server().stop(PrivatePostgres::Stop::Immediate);
    m_a->runner->hint();
    QVERIFY(m_a->waitFor(
        [](const CentreStatus &status) { return status.state == LinkState::Offline; }));
    const Result<Done> refused
        = m_a->answer(m_publisher->publish({publicationOf(Window{.code = u"X03"_s})}));
    QCOMPARE(refused.error().kind, ErrorKind::OnlineOnly);
    QVERIFY(!m_a->fixture.store().reference()->window(u"X03"_s));
    QCOMPARE(m_a->runner->status().unsent, 0);
}

QTEST_GUILESS_MAIN(TestPublishing)
#include "tst_publishing.moc"

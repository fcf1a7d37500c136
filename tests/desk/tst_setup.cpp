#include "desk/setup/setupdesk.h"
#include "desk/setup/shipped.h"
#include "store/credentials.h"
#include "storefixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

OwnHall ownHall()
{
    return {.name = u"某镇政务服务中心"_s,
            .region = u"441900113"_s,
            .administrator = u"boss"_s,
            .administratorName = u"管理员"_s,
            .password = u"a long password"_s,
            .window = u"A01"_s};
}

} // namespace

class TestSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedFilesAreThere();
    void sampleHallIsMadeOnce();
    void sampleHallSurvivesTheNextStart();
    void everyPublicationIsAnEventOfItsAuthor();
    void ownHallIsMadeOnce();
    void ownHallIsChecked_data();
    void ownHallIsChecked();
    void anEventThatIsTooLongStopsAll();
};

void TestSetup::shippedFilesAreThere()
{
    VERIFY_OK(shippedRegions());
    QVERIFY(shippedRegions().value().contains(u"441900"_s));
    VERIFY_OK(shippedHolidays());
    QVERIFY(shippedHolidays().value().size() > 700);
    VERIFY_OK(shippedDefinitions());
    QCOMPARE(shippedDefinitions().value().size(), 6);
    QCOMPARE(shippedFile(u"no/such.csv"_s).error().kind, ErrorKind::ReferenceMissing);
}

void TestSetup::sampleHallIsMadeOnce()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    SetupDesk desk(fixture.store(), fixture.ids);
    QVERIFY(desk.isNeeded());
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(await(desk.makeSampleHall()));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!desk.isNeeded());
    const ReferencePtr hall = fixture.store().reference();
    QCOMPARE(hall->hall.region, u"441900113"_s);
    QVERIFY(hall->hall.isSample);
    QCOMPARE(hall->items.size(), 115);
    QCOMPARE(hall->departments.size(), 25);
    QCOMPARE(hall->windows.size(), 33);
    QCOMPARE(hall->definitions.all().size(), 6);
    QVERIFY(hall->staff.size() >= 60);
    QCOMPARE(hall->calendar.lastLoadedYear(), 2026);
    QVERIFY(!hall->phrases.value(u"dept_leader"_s).isEmpty());
    const Result<Done> again = await(desk.makeSampleHall());
    QVERIFY(!again.ok());
    QCOMPARE(again.error().kind, ErrorKind::RuleBroken);
}

void TestSetup::sampleHallSurvivesTheNextStart()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(await(SetupDesk(fixture.store(), fixture.ids).makeSampleHall()));
    const ItemDef before = *fixture.store().reference()->item(u"DL-CJ-004"_s);
    const QStringList events = fixture.allEvents();
    VERIFY_OK(fixture.open());
    QVERIFY(!SetupDesk(fixture.store(), fixture.ids).isNeeded());
    QCOMPARE(*fixture.store().reference()->item(u"DL-CJ-004"_s), before);
    QCOMPARE(fixture.allEvents(), events);
}

void TestSetup::everyPublicationIsAnEventOfItsAuthor()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(await(SetupDesk(fixture.store(), fixture.ids).makeSampleHall()));
    const auto journal
        = await(fixture.store().read([](ReadTx &tx) { return tx.journal(hallStream()); }));
    VERIFY_OK(journal);
    EventId last;
    for (const Event &event : journal.value()) {
        QCOMPARE(event.type, u"published"_s);
        QCOMPARE(event.actor, u"admin"_s);
        QCOMPARE(event.kind, StreamKind::Hall);
        QVERIFY(event.body.size() <= 64 * 1024);
        QVERIFY(isIntact(event));
        QCOMPARE(event.saw, last.isNull() ? QList<EventId>() : QList<EventId>{last});
        last = event.id;
    }
    QVERIFY(journal.value().size() > 300);
}

void TestSetup::ownHallIsMadeOnce()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    SetupDesk desk(fixture.store(), fixture.ids);
    VERIFY_OK(await(desk.makeOwnHall(ownHall())));
    QVERIFY(!desk.isNeeded());
    const ReferencePtr hall = fixture.store().reference();
    QVERIFY(!hall->hall.isSample);
    QCOMPARE(hall->hall.name, ownHall().name);
    QVERIFY(hall->items.isEmpty());
    QCOMPARE(hall->definitions.all().size(), 6);
    QVERIFY(hall->window(u"A01"_s));
    QCOMPARE(hall->member(u"boss"_s)->posts.constFirst().role, Role::Administrator);
    VERIFY_OK(await(checkPassword(fixture.store(), u"boss"_s, ownHall().password)));
    QVERIFY(!await(checkPassword(fixture.store(), u"boss"_s, samplePassword())).ok());
    QVERIFY(!await(desk.makeSampleHall()).ok());
}

void TestSetup::ownHallIsChecked_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    const auto row = [](const QString &field, const QString &value, ErrorKind kind) {
        QTest::addRow("%s=%s", qPrintable(field), qPrintable(value))
            << field << value << static_cast<int>(kind);
    };
    row(u"name"_s, u"  "_s, ErrorKind::FieldMissing);
    row(u"name"_s, QString(61, u'镇'), ErrorKind::FieldTooLong);
    row(u"region"_s, u"4419"_s, ErrorKind::NumberLength);
    row(u"region"_s, u"44190011x"_s, ErrorKind::NumberCharacters);
    row(u"region"_s, u"999999113"_s, ErrorKind::NumberRegionUnknown);
    row(u"administrator"_s, u"Boss"_s, ErrorKind::NumberCharacters);
    row(u"administratorName"_s, {}, ErrorKind::FieldMissing);
    row(u"window"_s, u"a1"_s, ErrorKind::NumberCharacters);
    row(u"password"_s, u"short"_s, ErrorKind::PasswordTooShort);
}

void TestSetup::ownHallIsChecked()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, kind);
    OwnHall hall = ownHall();
    const QHash<QString, QString OwnHall::*> fields{
        {u"name"_s, &OwnHall::name},
        {u"region"_s, &OwnHall::region},
        {u"administrator"_s, &OwnHall::administrator},
        {u"administratorName"_s, &OwnHall::administratorName},
        {u"window"_s, &OwnHall::window},
        {u"password"_s, &OwnHall::password}};
    hall.*fields.value(field) = value;
    VERIFY_OK(SetupDesk::check(ownHall()));
    const Result<Done> checked = SetupDesk::check(hall);
    QVERIFY(!checked.ok());
    QCOMPARE(static_cast<int>(checked.error().kind), kind);
}

void TestSetup::anEventThatIsTooLongStopsAll()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const Department small{.code = u"OK"_s, .name = {.zh = u"部门"_s}};
    const Department huge{.code = u"XX"_s, .note = QString(70'000, u'长')};
    const Publishing publishing({publicationOf(small), publicationOf(huge)}, {}, fixture.ids);
    const Result<Done> done
        = await(fixture.store().write([publishing](WriteTx &tx) { return publishing.append(tx); }));
    QVERIFY(!done.ok());
    QCOMPARE(done.error(), (Error{ErrorKind::FieldTooLong, u"XX"_s}));
    QVERIFY(fixture.store().reference()->departments.isEmpty());
    QVERIFY(fixture.allEvents().isEmpty());
}

QTEST_GUILESS_MAIN(TestSetup)
#include "tst_setup.moc"

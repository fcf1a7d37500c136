#include "adminfixture.h"
#include "desk/admin/changelogdesk.h"
#include "desk/admin/definitiondesk.h"
#include "desk/admin/feedesk.h"
#include "desk/admin/placesdesk.h"
#include "desk/admin/staffdesk.h"
#include "desk/admin/upkeepdesk.h"
#include "desk/setup/shipped.h"
#include "store/caserows.h"
#include "store/credentials.h"

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray shipped(const QString &name)
{
    return shippedFile(name).valueOr({});
}

StaffMember newcomer()
{
    return {.code = u"new01"_s,
            .name = u"新来"_s,
            .window = u"A01"_s,
            .posts = {Post{.role = Role::Clerk, .dept = u"CZ"_s}}};
}

} // namespace

class TestAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheAdministratorPublishes();
    void peopleAreAddedWithAPassword();
    void peopleAreChecked();
    void theLastAdministratorStays();
    void windowsInUseStay();
    void aVariableFeeBecomesChargeable();
    void feesAreChecked();
    void shippedDefinitionsHaveNoFinding();
    void definitionsArePublishedInOrder();
    void changesTellOldAndNewValues();
    void retiredValuesAreTold();
    void backupsAreMadeAndTested();
    void diagnosticsFindTheStoreWhole();
    void rebuildingChangesNothing();
};

void TestAdmin::onlyTheAdministratorPublishes()
{
    AdminFixture admin;
    VERIFY_OK(admin.open(u"cz11"_s));
    const StaffDesk desk(*admin.publisher);
    const Result<Done> result = await(desk.add(newcomer(), u"password1"_s));
    QCOMPARE(result.error().kind, ErrorKind::NotYourPost);
    QCOMPARE(await(desk.resetPassword(u"cz01"_s, u"password1"_s)).error().kind,
             ErrorKind::NotYourPost);
    QVERIFY(!admin.hall()->member(u"new01"_s));
}

void TestAdmin::peopleAreAddedWithAPassword()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const StaffDesk desk(*admin.publisher);
    QCOMPARE(await(desk.add(newcomer(), u"short"_s)).error().kind, ErrorKind::PasswordTooShort);
    QVERIFY(!admin.hall()->member(u"new01"_s));
    VERIFY_OK(await(desk.add(newcomer(), u"first password"_s)));
    QCOMPARE(admin.hall()->staffName(u"new01"_s), u"新来"_s);
    VERIFY_OK(await(checkPassword(admin.fixture.store(), u"new01"_s, u"first password"_s)));
    VERIFY_OK(await(desk.resetPassword(u"new01"_s, u"second password"_s)));
    QVERIFY(!await(checkPassword(admin.fixture.store(), u"new01"_s, u"first password"_s)).ok());
    VERIFY_OK(await(desk.disable(u"new01"_s)));
    QVERIFY(admin.hall()->member(u"new01"_s)->isDisabled);
    QCOMPARE(desk.members({}).last().code, u"new01"_s); // blocked people come last
    VERIFY_OK(await(desk.enable(u"new01"_s)));
    QVERIFY(!admin.hall()->member(u"new01"_s)->isDisabled);
}

void TestAdmin::peopleAreChecked()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const StaffDesk desk(*admin.publisher);
    QCOMPARE(desk.faultOf(newcomer(), true), StaffFault::None);
    StaffMember member = newcomer();
    member.code = u"cz01"_s;
    QCOMPARE(desk.faultOf(member, true), StaffFault::CodeTaken);
    member.code = u"Ö1"_s;
    QCOMPARE(desk.faultOf(member, true), StaffFault::CodeForm);
    member = newcomer();
    member.name = u" "_s;
    QCOMPARE(desk.faultOf(member, true), StaffFault::NameMissing);
    member = newcomer();
    member.posts.clear();
    QCOMPARE(desk.faultOf(member, true), StaffFault::NoPost);
    member.posts = {Post{.role = Role::Clerk, .dept = u"QQ"_s}};
    QCOMPARE(desk.faultOf(member, true), StaffFault::PostUnknown);
    member.posts = {Post{.role = Role::Manager, .dept = u"CZ"_s}}; // a post of the hall as a whole
    QCOMPARE(desk.faultOf(member, true), StaffFault::PostUnknown);
    member = newcomer();
    member.window = u"Z99"_s;
    QCOMPARE(desk.faultOf(member, true), StaffFault::WindowUnknown);
    QCOMPARE(await(desk.add(member, u"password1"_s)).error().kind, ErrorKind::RuleBroken);
}

void TestAdmin::theLastAdministratorStays()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const StaffDesk desk(*admin.publisher);
    QCOMPARE(await(desk.disable(u"admin"_s)).error().kind, ErrorKind::RuleBroken);
    StaffMember second = newcomer();
    second.posts.append(Post{.role = Role::Administrator});
    VERIFY_OK(await(desk.add(second, u"password1"_s)));
    VERIFY_OK(await(desk.disable(u"admin"_s)));
}

void TestAdmin::windowsInUseStay()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const PlacesDesk desk(*admin.publisher);
    QCOMPARE(desk.removalFault(u"A01"_s), PlaceFault::WindowInUse);
    QCOMPARE(await(desk.removeWindow(u"A01"_s)).error().kind, ErrorKind::RuleBroken);
    const Window window{.code = u"A25"_s, .name = {.zh = u"新窗口"_s}, .depts = {u"CZ"_s}};
    QCOMPARE(desk.faultOf(Window{.code = u"25"_s}, true), PlaceFault::CodeForm);
    VERIFY_OK(await(desk.save(window, true)));
    QCOMPARE(desk.faultOf(window, true), PlaceFault::CodeTaken);
    VERIFY_OK(await(desk.removeWindow(u"A25"_s)));
    QVERIFY(!admin.hall()->window(u"A25"_s));
    HallInfo hall = admin.hall()->hall;
    hall.closes = hall.opens;
    QCOMPARE(desk.faultOf(hall), PlaceFault::HoursCrossed);
    hall.closes = QTime(18, 0);
    VERIFY_OK(await(desk.save(hall)));
    QCOMPARE(admin.hall()->hall.closes, QTime(18, 0));
    QVERIFY(admin.hall()->hall.isSample);
}

void TestAdmin::aVariableFeeBecomesChargeable()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const FeeDesk desk(*admin.publisher);
    const QDate today = admin.fixture.clock.today();
    QVERIFY(!admin.hall()->item(u"DL-GD-004"_s)->fees[0].isChargeable(today));
    VERIFY_OK(await(desk.save({.item = u"DL-GD-004"_s,
                               .no = 1,
                               .amountYuan = u"0.61"_s,
                               .unit = u"千瓦时"_s,
                               .basis = u"样例价格文件"_s,
                               .validFrom = today,
                               .validTo = today.addDays(30)})));
    const ItemDef &item = *admin.hall()->item(u"DL-GD-004"_s);
    QCOMPARE(item.version, 2);
    QVERIFY(item.fees[0].isChargeable(today));
    QVERIFY(!item.fees[0].isChargeable(today.addDays(31)));
    QCOMPARE(item.fees[0].amount(123'000), Money(7503)); // 123 kWh
    const QList<FeeRow> rows = desk.rows(u"DL-GD-004"_s);
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0].isChargeable);
}

void TestAdmin::feesAreChecked()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const FeeDesk desk(*admin.publisher);
    const FeeStandard good{
        .item = u"DL-GD-004"_s, .no = 1, .amountYuan = u"1"_s, .basis = u"文件"_s};
    QCOMPARE(desk.faultOf(good), FeeFault::None);
    FeeStandard bad = good;
    bad.no = 9;
    QCOMPARE(desk.faultOf(bad), FeeFault::LineUnknown);
    bad = good;
    bad.amountYuan = u"1,5"_s;
    QCOMPARE(desk.faultOf(bad), FeeFault::AmountForm);
    bad = good;
    bad.basis.clear();
    QCOMPARE(desk.faultOf(bad), FeeFault::BasisMissing);
    bad = good;
    bad.validFrom = QDate(2026, 2, 1);
    bad.validTo = QDate(2026, 1, 1);
    QCOMPARE(desk.faultOf(bad), FeeFault::DatesCrossed);
    QCOMPARE(await(desk.save(bad)).error().kind, ErrorKind::RuleBroken);
    bad.amountYuan.clear();
    QCOMPARE(desk.faultOf(bad), FeeFault::AmountMissing);
}

void TestAdmin::shippedDefinitionsHaveNoFinding()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    VERIFY_OK(admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s));
    const DefinitionDesk desk(*admin.publisher);
    const auto rows = await(desk.rows());
    VERIFY_OK(rows);
    QCOMPARE(rows.value().size(), 6);
    int items = 0;
    for (const DefinitionRow &row : rows.value()) {
        QVERIFY2(row.findings.isEmpty(), qPrintable(row.code));
        QCOMPARE(row.openCases, row.code == "W2"_L1 ? 1 : 0);
        items += row.items;
    }
    QCOMPARE(items, 98);
}

void TestAdmin::definitionsArePublishedInOrder()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const DefinitionDesk desk(*admin.publisher);
    QByteArray json = shipped(u"definitions/W2.json"_s);
    const auto same = desk.read(admin.write(u"same.json"_s, json));
    VERIFY_OK(same);
    QVERIFY(!same.value().isNextVersion);
    QCOMPARE(await(desk.publish(same.value())).error().kind, ErrorKind::DefinitionInvalid);
    json.replace("\"version\": 1", "\"version\": 2");
    const auto next = desk.read(admin.write(u"next.json"_s, json));
    VERIFY_OK(next);
    VERIFY_OK(await(desk.publish(next.value())));
    QCOMPARE(admin.hall()->definitions.newest(u"W2"_s)->version(), 2);
    QVERIFY(admin.hall()->definitions.find(u"W2"_s, 1)); // running cases keep theirs
    json.replace("\"version\": 2", "\"version\": 3");
    json.replace("\"to\": \"review\"", "\"to\": \"nowhere\"");
    const auto broken = desk.read(admin.write(u"broken.json"_s, json));
    VERIFY_OK(broken);
    QVERIFY(!broken.value().findings.isEmpty());
    QCOMPARE(await(desk.publish(broken.value())).error().kind, ErrorKind::DefinitionInvalid);
}

void TestAdmin::changesTellOldAndNewValues()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const FeeDesk fees(*admin.publisher);
    admin.fixture.clock.advance(60);
    VERIFY_OK(await(fees.save({.item = u"DL-XG-004"_s,
                               .no = 1,
                               .amountYuan = u"15"_s,
                               .unit = u"证"_s,
                               .basis = u"新文件"_s})));
    const ChangeLogDesk desk(*admin.publisher);
    const auto changes = await(desk.changes());
    VERIFY_OK(changes);
    const HallChange newest = changes.value().first();
    QCOMPARE(newest.actor, u"admin"_s);
    QCOMPARE(newest.kind, u"item"_s);
    QCOMPARE(newest.sort, ChangeSort::Changed);
    QCOMPARE(newest.at, admin.fixture.clock.now().toMSecsSinceEpoch());
    QVERIFY(newest.fields.contains(
        FieldChange{.path = u"fees[1].rate"_s, .before = u"20000000"_s, .after = u"15000000"_s}));
    QVERIFY(newest.fields.contains(
        FieldChange{.path = u"version"_s, .before = u"1"_s, .after = u"2"_s}));
    QVERIFY(std::ranges::all_of(
        changes.value().begin() + 1, changes.value().end(),
        [](const HallChange &change) { return change.sort == ChangeSort::Added; }));
}

void TestAdmin::retiredValuesAreTold()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const PlacesDesk places(*admin.publisher);
    const Window window{.code = u"A25"_s, .name = {.zh = u"新窗口"_s}, .depts = {u"CZ"_s}};
    VERIFY_OK(await(places.save(window, true)));
    VERIFY_OK(await(places.removeWindow(u"A25"_s)));
    const auto changes = await(ChangeLogDesk(*admin.publisher).changes());
    VERIFY_OK(changes);
    QCOMPARE(changes.value()[0].sort, ChangeSort::Retired);
    QCOMPARE(changes.value()[0].name.zh, u"新窗口"_s);
    QCOMPARE(changes.value()[1].sort, ChangeSort::Added);
}

void TestAdmin::backupsAreMadeAndTested()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const UpkeepDesk desk(*admin.publisher);
    QVERIFY(desk.backups().isEmpty());
    const Result<BackupCheck> made = await(desk.backUp());
    VERIFY_OK(made);
    QCOMPARE(desk.backups().size(), 1);
    const QString file = desk.backups().first().file;
    const Result<BackupCheck> tested = await(desk.test(file));
    VERIFY_OK(tested);
    QCOMPARE(tested.value().events, qint64(admin.fixture.allEvents().size()));
    QFile copy(admin.fixture.path(u"copy.sqlite"_s));
    QVERIFY(QFile::copy(file, copy.fileName()));
    QVERIFY(copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(copy.open(QIODevice::ReadWrite));
    QVERIFY(copy.seek(copy.size() / 2));
    QCOMPARE(copy.write(QByteArray(8192, 'x')), 8192);
    copy.close();
    QVERIFY(!await(desk.test(copy.fileName())).ok());
    VERIFY_OK(UpkeepDesk::checkFolder(admin.fixture.path(u"elsewhere"_s)));
    QVERIFY(!UpkeepDesk::checkFolder(u"/proc/no"_s).ok());
}

void TestAdmin::diagnosticsFindTheStoreWhole()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    VERIFY_OK(admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s));
    const UpkeepDesk desk(*admin.publisher);
    VERIFY_OK(await(desk.backUp()));
    const auto facts = await(desk.diagnose());
    VERIFY_OK(facts);
    for (const Fact &fact : facts.value())
        QVERIFY2(fact.isGood, qPrintable(QString::number(int(fact.kind)) + fact.text));
    const auto events = std::ranges::find(facts.value(), FactKind::Events, &Fact::kind);
    QVERIFY(events != facts.value().end());
    QCOMPARE(events->number, qint64(admin.fixture.allEvents().size()));
}

void TestAdmin::rebuildingChangesNothing()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const Result<StreamId> id = admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s);
    VERIFY_OK(id);
    VERIFY_OK(await(UpkeepDesk(*admin.publisher).rebuild()));
    const auto row = await(admin.fixture.store().read(
        [stream = id.value()](ReadTx &tx) { return caseRow(tx, stream); }));
    VERIFY_OK(row);
    QCOMPARE(row.value().itemCode, u"DL-CZ-001"_s);
    QCOMPARE(admin.hall()->items.size(), 115);
}

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"

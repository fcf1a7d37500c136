#include "adminfixture.h"
#include "desk/admin/calendardesk.h"
#include "desk/admin/changelogdesk.h"
#include "desk/admin/definitiondesk.h"
#include "desk/admin/feedesk.h"
#include "desk/admin/importdesk.h"
#include "desk/admin/placesdesk.h"
#include "desk/admin/staffdesk.h"
#include "desk/admin/upkeepdesk.h"
#include "desk/setup/shipped.h"
#include "domain/deadlines.h"
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
    void aLocalDayMovesOpenCases();
    void aDayAlreadyOffIsRefused();
    void aNoticeIsReadStrictly();
    void aNewYearEndsProvisionalDates();
    void anImportIsShownBeforeItCounts();
    void rejectedRowsAreNamedByTheirFile();
    void staffIsImportedWithItsWindows();
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

void TestAdmin::aLocalDayMovesOpenCases()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const Result<StreamId> id = admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s);
    VERIFY_OK(id);
    const auto promiseOf = [&] {
        return await(admin.fixture.store().read(
                         [stream = id.value()](ReadTx &tx) { return caseRow(tx, stream); }))
            .value()
            .light.promiseDue;
    };
    const QDate before = promiseOf();
    QCOMPARE(before, QDate(2026, 12, 7)); // ten working days from Monday 23 November
    const CalendarDesk desk(*admin.publisher);
    const CalendarChange typhoon{.day = LocalDay{.date = QDate(2026, 12, 1), .reason = u"台风"_s}};
    const auto moved = await(desk.impact(typhoon));
    VERIFY_OK(moved);
    const auto promise = std::ranges::find(moved.value(), CaseClock::Promise, &MovedDate::clock);
    QVERIFY(promise != moved.value().end());
    QCOMPARE(promise->id, id.value());
    QCOMPARE(promise->before, before);
    QCOMPARE(promise->after, QDate(2026, 12, 8));
    QCOMPARE(promiseOf(), before); // a preview changes nothing
    VERIFY_OK(await(desk.save(typhoon)));
    QCOMPARE(promiseOf(), QDate(2026, 12, 8));
    const LocalDay day = admin.hall()->localDays.value(QDate(2026, 12, 1));
    QCOMPARE(day.author, u"admin"_s);
    VERIFY_OK(await(desk.save({.removed = QDate(2026, 12, 1)})));
    QCOMPARE(promiseOf(), before);
}

void TestAdmin::aDayAlreadyOffIsRefused()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const CalendarDesk desk(*admin.publisher);
    const LocalDay sunday{.date = QDate(2026, 11, 29), .reason = u"加班"_s};
    QCOMPARE(desk.faultOf(sunday), DayFault::AlreadySo);
    QCOMPARE(await(desk.save({.day = sunday})).error().kind, ErrorKind::RuleBroken);
    const LocalDay open{.date = QDate(2026, 11, 29), .isOff = false, .reason = u"周末服务"_s};
    QCOMPARE(desk.faultOf(open), DayFault::None);
    VERIFY_OK(await(desk.save({.day = open})));
    QVERIFY(admin.hall()->calendar.isWorkingDay(QDate(2026, 11, 29)));
    QCOMPARE(desk.faultOf(LocalDay{.date = QDate(2026, 12, 2)}), DayFault::ReasonMissing);
}

void TestAdmin::aNoticeIsReadStrictly()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const QString path = admin.write(u"bad.csv"_s,
                                     "date,name,is_off_day\n"
                                     "2027-01-01,元旦,true\n"
                                     "2027-02-30,春节,true\n"
                                     "2027-01-01,元旦,true\n"
                                     "2027-02-06,春节,maybe\n");
    const Result<NoticeFile> notice = CalendarDesk::readNotice(path);
    VERIFY_OK(notice);
    QList<std::pair<int, RowFault>> faults;
    for (const RejectedRow &row : notice.value().rejected)
        faults.append({row.line, row.fault});
    const QList<std::pair<int, RowFault>> expected{
        {3, RowFault::NotADate}, {4, RowFault::Twice}, {5, RowFault::UnknownValue}};
    QCOMPARE(faults, expected);
    QCOMPARE(notice.value().years, QList<int>{2027});
    QCOMPARE(CalendarDesk::readNotice(u"/no/such/file.csv"_s).error().kind,
             ErrorKind::FileUnreadable);
}

void TestAdmin::aNewYearEndsProvisionalDates()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    admin.fixture.clock.set(hallInstant(QDate(2026, 12, 25), QTime(9, 0)));
    VERIFY_OK(admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s));
    const QString path = admin.write(u"2027.csv"_s,
                                     "date,name,is_off_day\n"
                                     "2027-01-01,元旦,true\n"
                                     "2027-01-04,元旦,true\n"
                                     "2027-10-01,国庆节,true\n");
    const Result<NoticeFile> notice = CalendarDesk::readNotice(path);
    VERIFY_OK(notice);
    const CalendarDesk desk(*admin.publisher);
    QCOMPARE(desk.lastLoadedYear(), 2026);
    const CalendarChange change{.notice = notice.value().days};
    const auto moved = await(desk.impact(change));
    VERIFY_OK(moved);
    QVERIFY(std::ranges::any_of(moved.value(), [](const MovedDate &date) {
        return date.clock == CaseClock::Promise && date.wasProvisional && date.after > date.before;
    }));
    VERIFY_OK(await(desk.save(change)));
    QCOMPARE(desk.lastLoadedYear(), 2027);
    QVERIFY(!admin.hall()->calendar.isWorkingDay(QDate(2027, 1, 4)));
    QVERIFY(!admin.hall()->calendar.isWorkingDay(QDate(2026, 10, 1))); // other years stay
}

void TestAdmin::anImportIsShownBeforeItCounts()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    QByteArray items = shipped(u"sample/items.csv"_s);
    items.replace("用人单位社会保险登记", "用人单位参保登记");
    const QString path = admin.write(u"changed items.csv"_s, items);
    const QString poem = admin.write(u"poem.csv"_s, "no,line\n1,x\n");
    const ImportDesk desk(*admin.publisher);
    const Result<ImportPreview> preview = await(desk.preview({path, poem}));
    VERIFY_OK(preview);
    QCOMPARE(preview.value().files, QStringList{u"changed items.csv"_s});
    QCOMPARE(preview.value().unknownFiles, QStringList{u"poem.csv"_s});
    QCOMPARE(preview.value().changes.size(), 1);
    QCOMPARE(preview.value().unchanged, 114);
    const ImportChange change = preview.value().changes.first();
    QCOMPARE(change.code, u"DL-SB-001"_s);
    QVERIFY(!change.isNew);
    const FieldChange expected{
        .path = u"name.zh"_s, .before = u"用人单位社会保险登记"_s, .after = u"用人单位参保登记"_s};
    QVERIFY(change.fields.contains(expected));
    QCOMPARE(admin.hall()->item(u"DL-SB-001"_s)->version, 1);
    VERIFY_OK(await(desk.save(preview.value())));
    QCOMPARE(admin.hall()->item(u"DL-SB-001"_s)->version, 2);
    QCOMPARE(admin.hall()->item(u"DL-SB-001"_s)->materials.size(),
             admin.hall()->item(u"DL-SB-001"_s)->materials.size());
    QVERIFY(!admin.hall()->item(u"DL-SB-001"_s)->materials.isEmpty());
}

void TestAdmin::rejectedRowsAreNamedByTheirFile()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const QString path
        = admin.write(u"收费.csv"_s,
                      "item_code,fee_no,fee_name_zh,kind,amount_yuan,unit_zh,basis_zh\n"
                      "DL-SB-007,1,补卡工本费,fixed,二十,张,文件\n");
    const ImportDesk desk(*admin.publisher);
    const Result<ImportPreview> preview = await(desk.preview({path}));
    VERIFY_OK(preview);
    QCOMPARE(preview.value().rejected.size(), 1);
    QCOMPARE(preview.value().rejected[0].file, u"收费.csv"_s);
    QCOMPARE(preview.value().rejected[0].line, 2);
    QCOMPARE(preview.value().rejected[0].fault, RowFault::NotAnAmount);
    QCOMPARE(preview.value().heldBack, QStringList{u"DL-SB-007"_s});
    QVERIFY(preview.value().publications.isEmpty());
}

void TestAdmin::staffIsImportedWithItsWindows()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    const QString windows = admin.write(u"w.csv"_s,
                                        "window_code,name_zh,depts,is_cashier\n"
                                        "A30,新窗口,CZ,N\n");
    const QString staff = admin.write(u"s.csv"_s,
                                      "code,name,card_number,phone,window,posts\n"
                                      "new01,新来,,,A30,CZ/clerk\n");
    const ImportDesk desk(*admin.publisher);
    const Result<ImportPreview> preview = await(desk.preview({windows, staff}));
    VERIFY_OK(preview);
    QVERIFY(preview.value().rejected.isEmpty());
    VERIFY_OK(await(desk.save(preview.value())));
    QCOMPARE(admin.hall()->member(u"new01"_s)->window, u"A30"_s);
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

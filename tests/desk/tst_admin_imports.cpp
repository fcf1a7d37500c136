#include "adminfixture.h"
#include "desk/admin/calendardesk.h"
#include "desk/admin/importdesk.h"
#include "desk/setup/shipped.h"
#include "store/caserows.h"

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray shipped(const QString &name)
{
    return shippedFile(name).valueOr({});
}

} // namespace

class TestAdminImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLocalDayMovesOpenCases();
    void onlyCasesWhoseDatesMayMoveAreFolded();
    void aDayAlreadyOffIsRefused();
    void aNoticeIsReadStrictly();
    void aNewYearEndsProvisionalDates();
    void anImportIsShownBeforeItCounts();
    void rejectedRowsAreNamedByTheirFile();
    void staffIsImportedWithItsWindows();
    void anOwnHallIsFilledFromFiles();
};

void TestAdminImports::onlyCasesWhoseDatesMayMoveAreFolded()
{
    AdminFixture admin;
    VERIFY_OK(admin.open());
    VERIFY_OK(admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s));
    const CalendarDesk desk(*admin.publisher);
    const auto off = [&desk](const QDate &day) {
        auto future = desk.impact({.day = LocalDay{.date = day, .reason = u"台风"_s}});
        future.waitForFinished();
        return future;
    };
    const QDate promised(2026, 12, 7); // ten working days from 23 November
    const auto before = off(promised.addDays(-3));
    QCOMPARE(before.progressMaximum(), 1);
    QCOMPARE(before.progressValue(), 1);
    QCOMPARE(before.result().value().size(), 2); // promise and statute
    // The five days of the receipt are over once it is accepted: only what still runs is listed.
    const QList<MovedDate> early = off(QDate(2026, 11, 26)).result().value();
    QVERIFY(early.size() >= 2);
    QVERIFY(std::ranges::none_of(early, [](const MovedDate &moved) {
        return moved.clock == CaseClock::Receipt || moved.clock == CaseClock::Correction;
    }));
    const auto behind = off(QDate(2027, 3, 1));
    QCOMPARE(behind.progressMaximum(), 0);
    QVERIFY(behind.result().value().isEmpty());
}

void TestAdminImports::aLocalDayMovesOpenCases()
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

void TestAdminImports::aDayAlreadyOffIsRefused()
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

void TestAdminImports::aNoticeIsReadStrictly()
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

void TestAdminImports::aNewYearEndsProvisionalDates()
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

void TestAdminImports::anImportIsShownBeforeItCounts()
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

void TestAdminImports::rejectedRowsAreNamedByTheirFile()
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

void TestAdminImports::staffIsImportedWithItsWindows()
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

void TestAdminImports::anOwnHallIsFilledFromFiles()
{
    AdminFixture admin;
    VERIFY_OK(admin.openOwn());
    QStringList paths;
    for (const QString &name : {u"departments"_s, u"windows"_s, u"items"_s, u"materials"_s,
                                u"steps"_s, u"fees"_s, u"guide"_s, u"joint"_s, u"staff"_s})
        paths.append(admin.write(name + u".csv"_s, shipped(u"sample/%1.csv"_s.arg(name))));
    const ImportDesk desk(*admin.publisher);
    const Result<ImportPreview> preview = await(desk.preview(paths));
    VERIFY_OK(preview);
    QVERIFY(preview.value().rejected.isEmpty());
    QVERIFY(preview.value().findings.isEmpty());
    VERIFY_OK(await(desk.save(preview.value())));
    const Reference sample = *admin.hall();
    QCOMPARE(sample.items.size(), 115);
    QVERIFY(sample.member(u"boss"_s)); // who is not in the file stays
    QVERIFY(!sample.hall.isSample);
    // The same files again change nothing.
    const Result<ImportPreview> again = await(desk.preview(paths));
    VERIFY_OK(again);
    QVERIFY(again.value().changes.isEmpty());
}

QTEST_GUILESS_MAIN(TestAdminImports)
#include "tst_admin_imports.moc"

#include "fakecentrelink.h"
#include "store/lookrows.h"
#include "testmain.h"
#include "tests/ui/adminpagefixture.h"
#include "ui/admin/calendarpage.h"
#include "ui/admin/catalogueimportpage.h"
#include "ui/admin/changespage.h"
#include "ui/admin/feespage.h"
#include "ui/admin/pages.h"
#include "ui/admin/staffpage.h"
#include "ui/admin/windowspage.h"
#include "ui/shared/rowtable.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestAdminPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registryNamesEveryPageOnce();
    void aPersonIsAddedWithTheKeyboard();
    void aFaultIsSaidInWords();
    void whatWasTypedIsNotLostByMovingOn();
    void whatWasTypedSurvivesALanguageChange();
    void aWindowIsChanged();
    void aFeeGetsItsStandard();
    void aDayOffShowsWhatMoves();
    void aJoinedMachineSaysWhatItCounts();
    void anImportShowsRejectedRows();
    void changesShowOldAndNew();
    void looksStandBesideChanges();
};

void TestAdminPages::registryNamesEveryPageOnce()
{
    PageRegistry registry;
    registerAdminPages(registry);
    QStringList ids;
    for (const PageEntry &entry : registry.entries()) {
        QVERIFY(!ids.contains(entry.id));
        ids.append(entry.id);
        QCOMPARE(entry.roles.constFirst(), Role::Administrator);
        // The manager reads who changed what and who looked at what; nothing else here.
        QCOMPARE(entry.roles.contains(Role::Manager), entry.id == "changes"_L1);
        QVERIFY(!entry.title().isEmpty());
    }
    QCOMPARE(ids.size(), 10);
    QVERIFY(registry.forRole(Role::Clerk).isEmpty());
}

void TestAdminPages::aPersonIsAddedWithTheKeyboard()
{
    Desk<StaffPage> desk;
    desk.press(Qt::Key_N, Qt::ControlModifier);
    desk.type(u"new01"_s);
    desk.press(Qt::Key_Tab);
    desk.type(u"New Person"_s);
    auto *roles = desk.find<QComboBox>("roleBox");
    roles->setFocus();
    desk.press(Qt::Key_Down); // Clerk → Reviewer
    auto *add = desk.find<QPushButton>("addPostButton");
    add->setFocus();
    desk.press(Qt::Key_Space);
    QCOMPARE(desk.find<QListWidget>("postList")->count(), 1);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    auto *dialog = desk.find<QDialog>("setPasswordDialog");
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"passwordEdit"_s), u"first password"_s);
    auto *yes = dialog->findChild<QPushButton *>(u"yesButton"_s);
    QVERIFY(!yes->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"againEdit"_s), u"first password"_s);
    QVERIFY(yes->isEnabled());
    QTest::keyClick(yes, Qt::Key_Space);
    QTRY_VERIFY(desk.hall()->member(u"new01"_s));
    QCOMPARE(desk.hall()->member(u"new01"_s)->posts.value(0).role, Role::Reviewer);
    QTRY_COMPARE(desk.strip()->tone(), Tone::Success);
}

void TestAdminPages::aFaultIsSaidInWords()
{
    Desk<StaffPage> desk;
    desk.press(Qt::Key_N, Qt::ControlModifier);
    desk.type(u"cz01"_s);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(desk.strip()->isShown());
    QCOMPARE(desk.strip()->tone(), Tone::Problem);
    QVERIFY(desk.strip()->sentence().contains(u"sign-in name"_s));
    QCOMPARE(desk.find<QLineEdit>("codeEdit")->text(), u"cz01"_s);
}

void TestAdminPages::whatWasTypedIsNotLostByMovingOn()
{
    Desk<StaffPage> desk;
    desk.typeInto("phoneEdit", u"0769-20009999"_s);
    desk.find<RowTable>("staffTable")->setFocus();
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.strip()->tone(), Tone::Warning);
    QCOMPARE(desk.find<QLineEdit>("phoneEdit")->text(), u"0769-20009999"_s);
    const QString code = desk.find<QLineEdit>("codeEdit")->text();
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(desk.hall()->member(code)->phone, u"0769-20009999"_s);
}

void TestAdminPages::whatWasTypedSurvivesALanguageChange()
{
    Desk<StaffPage> desk;
    desk.find<RowTable>("staffTable")->goToRow(5);
    const QString code = desk.find<QLineEdit>("codeEdit")->text();
    const Post post = desk.hall()->member(code)->posts.constFirst();
    desk.typeInto("phoneEdit", u"0769-20009999"_s);
    const QJsonObject input = desk.page->saveInput();
    // The shell builds the page anew, puts the input back and only then shows it.
    StaffPage again(PageContext{*desk.admin.place, desk.admin.sessionOf(u"admin"_s), desk.settings,
                                desk.shell});
    again.restoreInput(input);
    again.activate();
    QCOMPARE(again.findChild<QLineEdit *>(u"codeEdit"_s)->text(), code);
    QCOMPARE(again.findChild<QLineEdit *>(u"phoneEdit"_s)->text(), u"0769-20009999"_s);
    again.findChild<QPushButton *>(u"saveButton"_s)->click();
    QTRY_COMPARE(desk.hall()->member(code)->phone, u"0769-20009999"_s);
    QCOMPARE(desk.hall()->member(code)->posts.constFirst(), post);
}

void TestAdminPages::aWindowIsChanged()
{
    Desk<WindowsPage> desk;
    QVERIFY2(!desk.strip()->isShown(), "nobody has typed anything yet");
    auto *panel = desk.find<QTabWidget>("tabs")->currentWidget();
    auto *name = panel->findChild<QLineEdit *>(u"nameEdit"_s);
    name->selectAll();
    QTest::keyClicks(name, u"1 Hao"_s);
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(desk.hall()->window(u"A01"_s)->name.zh, u"1 Hao"_s);
    QCOMPARE(desk.hall()->window(u"A01"_s)->depts, QStringList{u"CZ"_s});
}

void TestAdminPages::aFeeGetsItsStandard()
{
    Desk<FeesPage> desk;
    desk.type(u"DL-GD-004"_s);
    QCOMPARE(desk.find<RowTable>("feeTable")->model()->rowCount(), 1);
    desk.typeInto("amountEdit", u"0.61"_s);
    QVERIFY(desk.find<QLabel>("exampleLabel")->text().contains(u"6.10"_s));
    desk.typeInto("basisEdit", u"Price paper 1"_s);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(desk.hall()->item(u"DL-GD-004"_s)->fees[0].rateMicroYuan,
                 std::optional<qint64>(610'000));
}

void TestAdminPages::aDayOffShowsWhatMoves()
{
    Desk<CalendarPage> desk;
    const Result<StreamId> id = desk.admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s);
    VERIFY_OK(id);
    desk.find<QDateEdit>("dateEdit")->setDate(QDate(2026, 12, 1));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(desk.strip()->tone(), Tone::Problem); // no reason
    desk.typeInto("reasonEdit", u"typhoon"_s);
    desk.press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(desk.find<RowTable>("impactTable")->model()->rowCount() > 0);
    QVERIFY(desk.hall()->localDays.isEmpty());
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(desk.hall()->localDays.value(QDate(2026, 12, 1)).reason, u"typhoon"_s);
    QTRY_COMPARE(desk.strip()->tone(), Tone::Success);
}

void TestAdminPages::aJoinedMachineSaysWhatItCounts()
{
    {
        Desk<CalendarPage> alone;
        QVERIFY(alone.find<QLabel>("impactScopeLabel")->isHidden());
    }
    FakeCentreLink centre;
    Desk<CalendarPage> desk(&centre);
    desk.find<QDateEdit>("dateEdit")->setDate(QDate(2026, 12, 1));
    desk.typeInto("reasonEdit", u"typhoon"_s);
    desk.press(Qt::Key_M, Qt::ControlModifier);
    const auto *scope = desk.find<QLabel>("impactScopeLabel");
    QTRY_VERIFY(desk.find<QLabel>("impactLabel")->text().startsWith(u'0'));
    QVERIFY(scope->isVisible());
    QVERIFY(scope->text().contains(u"on this computer"_s));
    desk.shoot(u"calendar-joined"_s);
}

void TestAdminPages::anImportShowsRejectedRows()
{
    Desk<CatalogueImportPage> desk;
    const QString path
        = desk.admin.write(u"fees.csv"_s,
                           "item_code,fee_no,fee_name_zh,kind,amount_yuan,unit_zh,basis_zh\n"
                           "DL-SB-007,1,card,fixed,twenty,x,paper\n"
                           "DL-XG-004,1,card,fixed,25,x,paper\n");
    desk.page->read({path});
    auto *rejected = desk.find<RowTable>("rejectedTable");
    QTRY_COMPARE(rejected->model()->rowCount(), 1);
    QCOMPARE(rejected->model()->index(0, 1).data().toInt(), 2);
    QVERIFY(rejected->model()->index(0, 3).data().toString().contains(u"twenty"_s));
    QCOMPARE(desk.find<QTabWidget>("tabs")->currentIndex(), 1);
    QCOMPARE(desk.find<RowTable>("changeTable")->model()->rowCount(), 1);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(desk.hall()->item(u"DL-XG-004"_s)->fees[0].rateMicroYuan,
                 std::optional<qint64>(25'000'000));
    QVERIFY(!desk.hall()->item(u"DL-SB-007"_s)->fees[0].rateMicroYuan);
}

void TestAdminPages::changesShowOldAndNew()
{
    Desk<ChangesPage> desk;
    desk.admin.fixture.clock.advance(60);
    HallInfo hall = desk.hall()->hall;
    hall.closes = QTime(18, 0);
    VERIFY_OK(await(desk.admin.publisher->publish({publicationOf(hall)})));
    desk.press(Qt::Key_F5);
    auto *changes = desk.find<RowTable>("changeTable");
    QTRY_COMPARE(changes->model()->rowCount(), 1);
    auto *fields = desk.find<RowTable>("fieldTable");
    QTRY_COMPARE(fields->model()->rowCount(), 1);
    QCOMPARE(fields->model()->index(0, 1).data().toString(), u"17:30"_s);
    QCOMPARE(fields->model()->index(0, 2).data().toString(), u"18:00"_s);
}

void TestAdminPages::looksStandBesideChanges()
{
    Desk<ChangesPage> desk;
    const qint64 now = desk.admin.fixture.clock.now().toMSecsSinceEpoch();
    const LookRow look{.at = now,
                       .staff = u"cz01"_s,
                       .post = u"HB/clerk"_s,
                       .stream = desk.admin.fixture.ids.make<StreamId>(),
                       .kind = LookKind::Numbers,
                       .purpose = u"投诉核查"_s};
    VERIFY_OK(await(
        desk.admin.fixture.store().write([look](WriteTx &tx) { return writeLook(tx, look); })));
    auto *tabs = desk.find<QTabWidget>("changeTabs");
    tabs->setFocus();
    desk.press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 1);
    auto *table = desk.find<RowTable>("looksTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 6).data().toString(), u"投诉核查"_s);
    desk.shoot(u"looks"_s);
    desk.press(Qt::Key_F, Qt::ControlModifier);
    desk.type(u"nobody"_s);
    QCOMPARE(table->model()->rowCount(), 0);
}

HALL_TEST_MAIN(QApplication, TestAdminPages)
#include "tst_admin.moc"

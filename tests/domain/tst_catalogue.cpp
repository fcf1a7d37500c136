#include "domain/catalogueimport.h"
#include "domain/csvtable.h"
#include "samplehall.h"

#include <QTest>

#include <algorithm>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

using hall::test::referenceFile;
using hall::test::sampleReference;

RejectedRow firstOf(const QList<RejectedRow> &rows)
{
    return rows.value(0);
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvKnowsQuotesLineEndsAndMarks();
    void csvFaultsCarryTheirLine_data();
    void csvFaultsCarryTheirLine();
    void exactDecimals();
    void sampleCatalogueIsWhole();
    void windowsFollowTheDepartments();
    void ratesAreExact();
    void badRowsAreToldAndHoldTheirItemBack();
    void unknownCodesAreTold();
    void onlyWhatChangedGetsANewVersion();
    void itemsSurviveJson();
    void sampleStaffIsWhole();
    void staffRowsAreChecked();
};

void TestCatalogue::csvKnowsQuotesLineEndsAndMarks()
{
    const CsvFile file = readCsv(u"f"_s,
                                 "\xEF\xBB\xBF"
                                 "a,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n\r\n,\n");
    QVERIFY(file.rejected.isEmpty());
    QCOMPARE(file.header, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(file.rows.size(), 2);
    QCOMPARE(file.rows[0].fields, QStringList({u"x,\"y\""_s, u"two\nlines"_s}));
    QCOMPARE(file.rows[0].line, 2);
    QCOMPARE(file.rows[1].line, 5); // a line end in quotes and an empty line are counted
    QCOMPARE(file.rows[1].fields, QStringList({QString(), QString()}));
}

void TestCatalogue::csvFaultsCarryTheirLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const QByteArray &bytes, int line, RowFault fault) {
        QTest::newRow(name) << bytes << line << static_cast<int>(fault);
    };
    row("open quote", "a,b\n1,2\n\"3,4\n5,6\n", 3, RowFault::QuoteOpen);
    row("text after quote", "a,b\n\"1\"x,2\n3,4\n", 2, RowFault::TextAfterQuote);
    row("too few fields", "a,b\n1,2\n3\n", 3, RowFault::FieldCount);
    row("too many fields", "a,b\n1,2,3\n", 2, RowFault::FieldCount);
    row("GB18030", "a,b\n1,2\n\xB4\xF3\xC0\xCA,4\n", 3, RowFault::NotUtf8);
}

void TestCatalogue::csvFaultsCarryTheirLine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(int, fault);
    const CsvFile file = readCsv(u"f"_s, bytes);
    QCOMPARE(file.rejected.size(), 1);
    QCOMPARE(file.rejected[0].line, line);
    QCOMPARE(static_cast<int>(file.rejected[0].fault), fault);
}

void TestCatalogue::exactDecimals()
{
    QCOMPARE(microFromText(u"0.0008"_s), 800);
    QCOMPARE(microFromText(u"80"_s), 80'000'000);
    QCOMPARE(microFromText(u"2.35"_s), 2'350'000);
    QVERIFY(!microFromText(u"0.0000001"_s));
    QVERIFY(!microFromText(u"-1"_s));
    QVERIFY(!microFromText(u"1e3"_s));
    QCOMPARE(microText(800), u"0.0008"_s);
    QCOMPARE(microText(80'000'000), u"80"_s);
}

void TestCatalogue::sampleCatalogueIsWhole()
{
    const Reference hall = sampleReference();
    QCOMPARE(hall.departments.size(), 25);
    QCOMPARE(hall.items.size(), 115);
    qsizetype materials = 0;
    qsizetype steps = 0;
    qsizetype fees = 0;
    qsizetype stationed = 0;
    for (const ItemDef &item : hall.items) {
        materials += item.materials.size();
        steps += item.steps.size();
        fees += item.fees.size();
        stationed += item.stationed ? 1 : 0;
        QVERIFY2(!item.theme.isEmpty() && !item.basis.isEmpty(), qPrintable(item.code));
    }
    QCOMPARE(materials, 517);
    QCOMPARE(steps, 655);
    QCOMPARE(fees, 32);
    QCOMPARE(stationed, 98);
    const ItemDef *injury = hall.item(u"DL-SB-006"_s);
    QVERIFY(injury);
    QCOMPARE(*injury->legalLimit, (Limit{.days = 60, .unit = DayUnit::Calendar}));
    QCOMPARE(injury->promisedLimit, (Limit{.days = 30, .unit = DayUnit::Workday}));
    QCOMPARE(hall.item(u"DL-CJ-004"_s)->jointDepts, QStringList({u"GH"_s, u"NY"_s}));
    QCOMPARE(hall.item(u"DL-AJ-001"_s)->step(u"TL"_s)->dept, QString());
    QVERIFY(hall.hall.isSample);
}

void TestCatalogue::windowsFollowTheDepartments()
{
    const Reference hall = sampleReference();
    const auto cashiers = std::ranges::count_if(hall.windows, &Window::isCashier);
    QCOMPARE(cashiers, 9);
    QCOMPARE(hall.windows.size() - cashiers, 24);
    // Every stationed department is served at some window.
    for (const Department &department : hall.departments) {
        if (department.status == "not_stationed_2012"_L1)
            continue;
        const bool isServed = std::ranges::any_of(hall.windows, [&](const Window &window) {
            return !window.isCashier && window.depts.contains(department.code);
        });
        QVERIFY2(isServed || department.code == "WG"_L1, qPrintable(department.code));
    }
}

void TestCatalogue::ratesAreExact()
{
    const Reference hall = sampleReference();
    const QDate day(2014, 6, 1);
    const FeeDef company = hall.item(u"DL-GSJ-004"_s)->fees.value(0);
    QCOMPARE(company.rateMicroYuan, std::optional<qint64>(800));
    // 0.8 ‰ of 1,234,567 yuan = 987.6536 yuan, half up to fen.
    QCOMPARE(company.amount(qint64(1'234'567) * 1000), Money(98765));
    QVERIFY(company.isChargeable(day));
    QVERIFY(!company.isChargeable(QDate(2015, 1, 1)));
    QVERIFY(!hall.item(u"DL-GD-004"_s)->fees.value(0).isChargeable(day));
    QCOMPARE(hall.item(u"DL-FG-002"_s)->fees.value(0).amount(1000), Money(55000));
}

void TestCatalogue::badRowsAreToldAndHoldTheirItemBack()
{
    QByteArray materials = referenceFile(u"sample/materials.csv"_s);
    materials.replace("DL-FG-001,1,", "DL-FG-001,one,");
    CatalogueFiles files{.departments = referenceFile(u"sample/departments.csv"_s),
                         .items = referenceFile(u"sample/items.csv"_s),
                         .materials = materials};
    const CatalogueImport import = importCatalogue(files, {});
    QCOMPARE(import.rejected.size(), 1);
    const RejectedRow row = firstOf(import.rejected);
    QCOMPARE(row.file, u"materials"_s);
    QCOMPARE(row.column, u"material_no"_s);
    QCOMPARE(row.fault, RowFault::NotANumber);
    QCOMPARE(row.detail, u"one"_s);
    const auto lines = materials.split('\n');
    QVERIFY(lines[row.line - 1].startsWith("DL-FG-001,one,"));
    QCOMPARE(import.heldBack, QStringList({u"DL-FG-001"_s}));
    QCOMPARE(import.items.size(), 114);
}

void TestCatalogue::unknownCodesAreTold()
{
    const CatalogueFiles files{
        .steps
        = "item_code,step_no,step_code,step_zh,step_en,role,actor_dept,limit_workdays,counts,"
          "signature,may_suspend,may_send_back,document_zh\n"
          "DL-XX-001,1,ACC,a,a,clerk,CZ,0,Y,N,N,N,\n"
          "DL-CZ-001,1,ACC,a,a,clerk,QQ,0,Y,N,N,N,\n"
          "DL-CZ-002,1,TL,a,a,town_leader,town,0,Y,N,N,N,\n"};
    const CatalogueImport import = importCatalogue(files, sampleReference());
    QCOMPARE(import.rejected.size(), 2);
    QCOMPARE(import.rejected[0].column, u"item_code"_s);
    QCOMPARE(import.rejected[1].column, u"actor_dept"_s);
    QCOMPARE(import.rejected[1].line, 3);
    QCOMPARE(import.items.size(), 1);
    QCOMPARE(import.items[0].steps.size(), 1);
    QCOMPARE(import.items[0].version, 2);

    const CatalogueImport headless
        = importCatalogue({.fees = "item_code,fee_no\nDL-CZ-001,1\n"}, sampleReference());
    QVERIFY(std::ranges::all_of(headless.rejected, [](const RejectedRow &row) {
        return row.fault == RowFault::ColumnMissing && row.line == 1;
    }));
    QVERIFY(!headless.rejected.isEmpty());
    QVERIFY(headless.items.isEmpty());
}

void TestCatalogue::onlyWhatChangedGetsANewVersion()
{
    const Reference hall = sampleReference();
    QByteArray items = referenceFile(u"sample/items.csv"_s);
    items.replace("DL-SB-001,SB,用人单位社会保险登记", "DL-SB-001,SB,用人单位参保登记");
    const CatalogueImport import = importCatalogue({.items = items}, hall);
    QVERIFY(import.rejected.isEmpty());
    QStringList changed;
    for (const ItemDef &item : import.items) {
        if (item.version != hall.item(item.code)->version)
            changed.append(item.code);
    }
    QCOMPARE(changed, QStringList({u"DL-SB-001"_s}));
}

void TestCatalogue::itemsSurviveJson()
{
    const Reference hall = sampleReference();
    for (const ItemDef &item : hall.items)
        QCOMPARE(ItemDef::fromJson(item.json()), item);
}

void TestCatalogue::sampleStaffIsWhole()
{
    const Reference hall = sampleReference();
    QVERIFY(hall.staff.size() >= 60);
    QCOMPARE(importStaff(referenceFile(u"sample/staff.csv"_s), hall).rejected.size(), 0);
    const auto twoPosts = std::ranges::count_if(
        hall.staff, [](const StaffMember &member) { return member.posts.size() > 1; });
    QVERIFY(twoPosts >= 3);
    for (const Window &window : hall.windows) {
        const bool isStaffed = std::ranges::any_of(
            hall.staff, [&](const StaffMember &member) { return member.window == window.code; });
        QVERIFY2(isStaffed, qPrintable(window.code));
    }
    const bool hasRareName = std::ranges::any_of(
        hall.staff, [](const StaffMember &member) { return member.name.contains(u"𠮷"_s); });
    QVERIFY(hasRareName);
}

void TestCatalogue::staffRowsAreChecked()
{
    const QByteArray bytes = "code,name,card_number,phone,window,posts\n"
                             "a1,甲,,,A01,CZ/clerk\n"
                             "a1,乙,,,A01,CZ/clerk\n"
                             "a3,丙,,,Z99,CZ/clerk\n"
                             "a4,丁,,,A01,CZ/king\n"
                             "a5,,,,A01,CZ/clerk\n"
                             "a6,己,,,,/manager；ZH/clerk\n";
    const StaffImport import = importStaff(bytes, sampleReference());
    QCOMPARE(import.staff.size(), 2);
    QCOMPARE(import.staff[1].posts.size(), 2);
    QList<std::pair<int, RowFault>> faults;
    for (const RejectedRow &row : import.rejected)
        faults.append({row.line, row.fault});
    const QList<std::pair<int, RowFault>> expected{{3, RowFault::Twice},
                                                   {4, RowFault::UnknownCode},
                                                   {5, RowFault::UnknownCode},
                                                   {6, RowFault::Empty}};
    QCOMPARE(faults, expected);
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"

#include "testmain.h"

#include "ui/shared/factslabel.h"
#include "ui/shared/light.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QString number = {};
    Light light = Light::Green;
};

QList<RowColumn<Row>> columns()
{
    return {{.title = u"light"_s,
             .text = [](const Row &row) { return LightText::word(row.light); },
             .shape = {.characters = 8, .isLight = true},
             .extra
             = [](const Row &row,
                  int role) { return role == LightRole ? QVariant(int(row.light)) : QVariant(); }},
            {.title = u"number"_s,
             .text = [](const Row &row) { return row.number; },
             .shape = {.takesRest = true}}};
}

} // namespace

/// The table view and its model, as every desk uses them.
class TestShellTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Look::Light); }
    void modelKeepsItsPromises();
    void tableOpensCopiesAndFits();
    void tableGivesRoomWhereTextsAre();
    void tableNeverCutsFigures();
    void tableCutsNothingWhileThereIsRoom();
    void factsBreakBetweenFacts();
    void tableMarksItsRow();
    void tableKeepsWidths();
};

void TestShellTables::modelKeepsItsPromises()
{
    RowModel<Row> model(columns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({{u"1"_s, Light::Red}, {u"2"_s, Light::Blue}});
    int asked = 0;
    model.onMore([&] {
        ++asked;
        model.onMore({});
        model.append({{u"3"_s, Light::Grey}});
    });
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(asked, 1);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.canFetchMore({}));
    model.replace(0, {u"9"_s, Light::Red});
    QCOMPARE(model.index(0, 1).data().toString(), u"9"_s);
    QCOMPARE(model.index(1, 0).data(LightRole).toInt(), int(Light::Blue));
    QVERIFY(!model.index(1, 1).data(LightRole).isValid());
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestShellTables::tableOpensCopiesAndFits()
{
    RowModel<Row> model(columns());
    model.setRows({{u"441900"_s, Light::Red}, {u"441901"_s, Light::Blue}});
    RowTable table;
    table.setRowModel(&model);
    table.resize(600, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    // One column takes what room is left, so nothing scrolls sideways.
    QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
    table.goToRow(0);
    QSignalSpy opened(&table, &RowTable::rowOpened);
    QSignalSpy changed(&table, &RowTable::rowChanged);
    table.goToRow(0);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().toInt(), 1);
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"\t441901"_s));
}

void TestShellTables::tableGivesRoomWhereTextsAre()
{
    // Narrow shapes under long titles, and one text longer than its shape.
    const auto shortText = [](const Row &) { return u"0"_s; };
    const auto longText = [](const Row &row) { return row.number; };
    const QStringList titles{u"平均等候时间"_s, u"不予受理"_s, u"Ready to be handed over"_s};
    QList<RowColumn<Row>> columns;
    for (const QString &title : titles)
        columns.append(
            {.title = title, .text = shortText, .shape = {.characters = 2}, .extra = {}});
    columns.append({.title = u"N"_s, .text = longText, .shape = {.characters = 20}, .extra = {}});
    columns.append({.title = u"R"_s, .text = shortText, .shape = {.takesRest = true}, .extra = {}});
    RowModel<Row> model(columns);
    RowTable table;
    table.setRowModel(&model);
    table.resize(900, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QString number = u"441900113-20261122-A07-0001-3"_s;
    model.setRows({{number}});
    QFont bold = table.font();
    bold.setWeight(QFont::DemiBold);
    for (const int width : {900, 640}) {
        table.resize(width, 200);
        QTRY_COMPARE(table.horizontalHeader()->length(), table.viewport()->width());
        for (int column = 0; column < titles.size(); ++column)
            QVERIFY(table.columnWidth(column)
                    > QFontMetrics(bold).horizontalAdvance(titles.at(column)) + 10);
    }
    table.resize(900, 200);
    QTRY_VERIFY(table.columnWidth(3) > table.fontMetrics().horizontalAdvance(number) + 12);
    // Shorter rows do not make the columns jump while somebody types.
    const int before = table.columnWidth(3);
    model.setRows({{u"1"_s}});
    QCOMPARE(table.columnWidth(3), before);
    // A row that changes gets its room as well.
    model.replace(0, {number + number});
    QVERIFY(table.columnWidth(3) > before);
}

void TestShellTables::tableNeverCutsFigures()
{
    const auto boldText = [](const Row &, int role) -> QVariant {
        QFont font;
        font.setBold(true);
        return role == Qt::FontRole ? QVariant(font) : QVariant();
    };
    const auto text = [](const Row &row) { return row.number; };
    RowModel<Row> model(
        {{.title = u"S"_s,
          .text = text,
          .shape = {.characters = 4, .isRightAligned = true},
          .extra = boldText},
         {.title = u"W"_s, .text = text, .shape = {.characters = 6, .isWhole = true}, .extra = {}},
         {.title = u"R"_s,
          .text = [](const Row &) { return QString(60, u'汉'); },
          .shape = {.characters = 30, .takesRest = true},
          .extra = {}}});
    RowTable table;
    table.setRowModel(&model);
    table.resize(460, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QString number = u"1,234,567,890.00"_s;
    model.setRows({{number}});
    QFont bold = table.font();
    bold.setBold(true);
    QVERIFY(table.columnWidth(0) > QFontMetrics(bold).horizontalAdvance(number) + 8);
    QVERIFY(table.columnWidth(1) > table.fontMetrics().horizontalAdvance(number) + 8);
    QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
}

void TestShellTables::tableCutsNothingWhileThereIsRoom()
{
    const auto longText = [](const Row &row) { return row.number; };
    RowModel<Row> model(
        {{.title = u"L"_s, .text = longText, .shape = {.characters = 8}, .extra = {}},
         {.title = u"R"_s,
          .text = [](const Row &) { return u"0"_s; },
          .shape = {.takesRest = true},
          .extra = {}}});
    RowTable table;
    table.setRowModel(&model);
    table.resize(1200, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QString name(60, u'字');
    model.setRows({{name}});
    QVERIFY(table.columnWidth(0) > table.fontMetrics().horizontalAdvance(name) + 8);
    QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
}

void TestShellTables::factsBreakBetweenFacts()
{
    FactsLabel label;
    label.show();
    const QStringList facts{u"Case: 441900113-20261123-A07-0001-6"_s, u"Due: 2026-11-25"_s,
                            u"Promised: 2026-12-07"_s};
    label.setFacts(facts, u"Item"_s);
    const auto lines = [&label](int width) {
        label.resize(width, label.heightForWidth(width));
        return label.text().split(u"<br>"_s);
    };
    QCOMPARE(lines(2000).size(), 2); // the head has its own line
    const QStringList narrow = lines(label.fontMetrics().horizontalAdvance(facts.at(0)) + 12);
    QCOMPARE(narrow, (QStringList{u"Item"_s} + facts));
    QVERIFY(label.heightForWidth(300) > label.heightForWidth(2000));
}

void TestShellTables::tableMarksItsRow()
{
    RowModel<Row> model(columns());
    model.setRows({{u"441900"_s, Light::Red}, {u"441901"_s, Light::Blue}});
    RowTable table;
    table.setRowModel(&model);
    table.show();
    table.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setFocus();
    QTRY_COMPARE(table.currentRow(), 0);
    QCOMPARE(table.selectedRows(), QList<int>{0});
}

void TestShellTables::tableKeepsWidths()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    RowModel<Row> model(columns());
    {
        RowTable table;
        table.setRowModel(&model);
        table.keepWidths(settings, u"rows"_s);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.setColumnWidth(0, 177);
    }
    RowTable again;
    again.setRowModel(&model);
    again.keepWidths(settings, u"rows"_s);
    QCOMPARE(again.columnWidth(0), 177);
}

HALL_TEST_MAIN(QApplication, TestShellTables)
#include "tst_shell_tables.moc"

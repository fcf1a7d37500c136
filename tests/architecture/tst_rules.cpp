// Each rule against a snippet that breaks it and one that does not: a rule that stops working is
// seen.
#include "rules.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hall::architecture;

namespace {

/// The Qt of the snippets.
QtHeaders fewHeaders()
{
    return {.core = {u"QString"_s, u"QObject"_s},
            .widgets = {u"QWidget"_s, u"QtWidgets"_s, u"QApplication"_s},
            .sql = {u"QSqlQuery"_s},
            .printSupport = {u"QPrinter"_s}};
}

/// How many breaches all rules on one file find.
Breaches checkAll(const SourceFile &file)
{
    return checkEdges(file) + checkQtModules(file, fewHeaders()) + checkCentreNames(file)
        + checkHabits(file) + checkConnects(file) + checkTranslatedPlaces(file)
        + checkItemCodes(file) + checkItemNames(file, {u"食品经营许可"_s}) + checkPlaces(file)
        + checkUnfinished(file) + checkBudget(file) + checkForm(file);
}

void row(const char *name, const char *path, const QString &text, const char *rule)
{
    QTest::newRow(name) << QString::fromLatin1(path) << text << QString::fromLatin1(rule);
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void snippets_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rule"); // empty: nothing is wrong
        edges();
        modules();
        habits();
        places();
    }

    void snippets()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, rule);
        const Breaches breaches = checkAll(SourceFile::of(path, text));
        QStringList texts;
        for (const Breach &breach : breaches)
            texts.append(breach.text());
        QVERIFY2(breaches.size() == (rule.isEmpty() ? 0 : 1), qPrintable(texts.join(u'\n')));
        if (!rule.isEmpty())
            QCOMPARE(breaches.first().rule, rule);
    }

    void comments_and_literals_are_told_apart()
    {
        const SourceFile file = SourceFile::of(
            u"app/a.cpp"_s,
            u"a(1'000, u'\"'); // b \"c\"\nd(\"e // f\"); /* g\nh */ i(R\"x(j \" k)x\"); l('\\'');"_s);
        QCOMPARE(file.code.simplified(),
                 u"a(1'000, u'\"'); d(\"e // f\"); i(R\"x(j \" k)x\"); l('\\'');"_s);
        QCOMPARE(file.bare.simplified(), u"a(1'000, u' '); d(\" \"); i(R\"x( )x\"); l(' ');"_s);
        QCOMPARE(file.lineAt(file.text.indexOf(u'i')), 3);
        QCOMPARE(file.lines(), 3);
    }

    void settings_stand_in_one_class()
    {
        const SourceFile header = SourceFile::of(u"ui/shell/settings.h"_s, u"QSettings m_file;"_s);
        const SourceFile source = SourceFile::of(u"ui/shell/settings.cpp"_s, u"QSettings s;"_s);
        const SourceFile other = SourceFile::of(u"ui/counter/a.cpp"_s, u"QSettings s;"_s);
        const SourceFile test = SourceFile::of(u"tests/ui/tst_a.cpp"_s, u"QSettings s;"_s);
        QCOMPARE(checkSettings({header, source, test}).size(), 0);
        QCOMPARE(checkSettings({header, source, other}).size(), 2);
    }

    void each_folder_has_a_readme()
    {
        const SourceFile source = SourceFile::of(u"app/domain/a.cpp"_s, u"\n"_s);
        const SourceFile readme = SourceFile::of(u"app/domain/README.md"_s, u"a\n\nb\nc\n"_s);
        const SourceFile empty = SourceFile::of(u"app/domain/README.md"_s, u"a\n"_s);
        const SourceFile form = SourceFile::of(u"forms/intake/a.ui"_s, u"\n"_s);
        QCOMPARE(checkReadmes({source, readme}).size(), 0);
        QCOMPARE(checkReadmes({source}).size(), 1);
        QCOMPARE(checkReadmes({source, empty}).size(), 1);
        QCOMPARE(checkReadmes({source, readme, form}).size(), 1);
    }

    void migrations_are_listed_and_unchanged()
    {
        const QString sql = u"CREATE TABLE a (b);\n"_s;
        const QString hash = QString::fromLatin1(
            QCryptographicHash::hash(sql.toUtf8(), QCryptographicHash::Sha256).toHex());
        const QList<SourceFile> files = {SourceFile::of(u"resources/sql/0001_a.sql"_s, sql)};
        const QString folder = u"resources/sql"_s;
        QCOMPARE(checkMigrations(files, folder, hash + u"  0001_a.sql\n"_s).size(), 0);
        QCOMPARE(checkMigrations(files, folder, {}).size(), 1);
        QCOMPARE(checkMigrations(files, folder, QString(64, u'0') + u"  0001_a.sql\n"_s).size(), 1);
        QCOMPARE(checkMigrations({}, folder, hash + u"  0001_a.sql\n"_s).size(), 1);
    }

    void exceptions_are_read()
    {
        const QList<Exception> exceptions
            = readExceptions(QStringLiteral(HALL_SOURCE_DIR "/tests/architecture/allowed.tsv"));
        for (const Exception &exception : exceptions)
            QVERIFY(!exception.rule.isEmpty() && !exception.path.isEmpty());
    }

private:
    static void edges()
    {
        row("own folder", "app/domain/a.cpp", u"#include \"domain/b.h\"\n#include \"c.h\"\n"_s, "");
        row("domain sees no store", "app/domain/a.cpp", u"#include \"store/b.h\"\n"_s, "edges");
        row("upwards by dots", "app/domain/a.cpp", u"#include \"../store/b.h\"\n"_s, "edges");
        row("in a comment", "app/domain/a.cpp", u"// #include \"store/b.h\"\n"_s, "");
        row("text sees domain only", "app/text/a.cpp", u"#include \"store/b.h\"\n"_s, "edges");
        row("store sees no sync", "app/store/a.cpp", u"#include \"sync/b.h\"\n"_s, "edges");
        row("pinyin data", "app/store/a.cpp", u"#include \"resources/pinyin/b.h\"\n"_s, "");
        row("no other data", "app/store/a.cpp", u"#include \"resources/b/c.h\"\n"_s, "edges");
        row("sync sees store", "app/sync/a.cpp", u"#include \"store/b.h\"\n"_s, "");
        row("papers see no store", "app/papers/a.h", u"#  include \"store/b.h\"\n"_s, "edges");
        row("desk sees no driver", "app/desk/a.cpp", u"#include \"devices/b.h\"\n"_s, "edges");
        row("desk sees device api", "app/desk/a.cpp", u"#include \"devices/api/b.h\"\n"_s, "");
        row("desk sees no ui", "app/desk/a.cpp", u"#include \"ui/shell/b.h\"\n"_s, "edges");
        row("ui sees no store", "ui/counter/a.cpp", u"#include \"store/b.h\"\n"_s, "edges");
        row("ui sees no device", "ui/counter/a.cpp", u"#include \"devices/api/b.h\"\n"_s, "edges");
        row("ui sees no sync", "ui/counter/a.cpp", u"#include \"sync/api/b.h\"\n"_s, "edges");
        row("ui sees forms", "ui/counter/a.cpp", u"#include \"ui_b.h\"\n"_s, "");
        row("ui sees no test", "ui/counter/a.cpp", u"#include \"tests/support/b.h\"\n"_s, "edges");
        row("ui sees the shell", "ui/counter/a.cpp", u"#include \"ui/shell/b.h\"\n"_s, "");
        row("no other feature", "ui/counter/a.cpp", u"#include \"ui/cashier/b.h\"\n"_s, "edges");
        row("shell sees no feature", "ui/shell/a.cpp", u"#include \"ui/cashier/b.h\"\n"_s, "edges");
        row("shared sees no desk", "ui/shared/a.cpp", u"#include \"desk/b.h\"\n"_s, "edges");
        row("main sees all", "app/main/a.cpp", u"#include \"store/b.h\"\n"_s, "");
    }

    static void modules()
    {
        row("domain is core", "app/domain/a.h", u"#include <QString>\n#include <vector>\n"_s, "");
        row("domain without gui", "app/domain/a.h", u"#include <QImage>\n"_s, "modules");
        row("widgets in ui", "ui/counter/a.h", u"#include <QWidget>\n"_s, "");
        row("widgets in desk", "app/desk/a.h", u"#include <QtWidgets/QWidget>\n"_s, "modules");
        row("application in main", "app/main/a.cpp", u"#include <QApplication>\n"_s, "");
        row("widgets in main", "app/main/a.cpp", u"#include <QWidget>\n"_s, "modules");
        row("sql in store", "app/store/a.cpp", u"#include <QSqlQuery>\n"_s, "");
        row("sql in ui", "ui/counter/a.cpp", u"#include <QSqlQuery>\n"_s, "modules");
        row("sql in desk", "app/desk/a.cpp", u"#include <QSqlQuery>\n"_s, "modules");
        row("printer", "app/devices/printing/a.cpp", u"#include <QPrinter>\n"_s, "");
        row("printer in ui", "ui/shared/a.cpp", u"#include <QPrinter>\n"_s, "modules");
        row("centre in store", "app/store/a.cpp", u"open(u\"QPSQL\"_s);\n"_s, "centre");
        row("centre in sync", "app/sync/a.cpp", u"open(u\"QPSQL\"_s);\n"_s, "");
        row("centre in desk", "app/desk/a.cpp", u"PQexec(handle);\n"_s, "centre");
    }

    static void habits()
    {
        const char *ui = "ui/counter/a.cpp";
        row("old connect", ui, u"connect(a, SIGNAL(b()), c, d);"_s, "habits");
        row("foreach", ui, u"foreach (a, b) { }"_s, "habits");
        row("for_each", ui, u"std::ranges::for_each(a, b);"_s, "");
        row("processEvents", ui, u"qApp->processEvents();"_s, "habits");
        row("message box", ui, u"QMessageBox::warning(this, a, b);"_s, "habits");
        row("box object", ui, u"QMessageBox box; box.setIcon(QMessageBox::Warning);"_s, "");
        row("singleton", "app/desk/a.h", u"static Desk &instance();"_s, "habits");
        row("Qt's own", ui, u"QCoreApplication::instance()->installEventFilter(a);"_s, "");
        row("catch all", "app/store/a.cpp", u"try { } catch (...) { }"_s, "habits");
        row("auto slot", ui, u"void on_saveButton_clicked();"_s, "habits");
        row("name", "app/desk/a.h", u"class CaseManager;"_s, "habits");
        row("the manager's page", ui, u"class ManagerPage;"_s, "");
        row("sleep in a test", "tests/ui/tst_a.cpp", u"QTest::qWait(100);"_s, "habits");
        row("wait for", "tests/ui/tst_a.cpp", u"QTRY_VERIFY(a);"_s, "");
        row("event loop", ui, u"QEventLoop loop;"_s, "habits");
        row("literal", ui, u"QString(\"a\");"_s, "habits");
        row("literal in a header", "ui/counter/a.h", u"QStringLiteral(\"a\");"_s, "");
        row("context", ui, u"connect(a, &A::b, this, [this] { c(1, 2); });"_s, "");
        row("no context", ui, u"connect(a, &A::b,\n        [this] { c(1, 2); });"_s, "connects");
        row("overload, no context", ui, u"connect(a, qOverload<int, int>(&A::b), [] {});"_s,
            "connects");
        row("then, no context", ui, u"f.then([this](int a) { b(a); });"_s, "connects");
        row("then, context", ui, u"f.then(this, [this](int a) { b(a); });"_s, "");
        row("tr in desk", "app/desk/a.cpp", u"const QString a = tr(\"b\");"_s, "translated");
        row("tr in text", "app/text/a.cpp", u"const QString a = tr(\"b\");"_s, "");
        row("item code", ui, u"if (item == u\"DL-CZ-001\"_s) { }"_s, "items");
        row("item name", "app/desk/a.cpp", u"if (item == u\"食品经营许可\"_s) { }"_s, "items");
        row("item code in a test", "tests/desk/tst_a.cpp", u"u\"DL-CZ-001\"_s;"_s, "");
    }

    static void places()
    {
        row("machine path", "run", u"ls /wo"_s + u"rk/main\n"_s, "places");
        row("temporary", "app/store/a.cpp", u"open(\"/t"_s + u"mp/a\");"_s, "places");
        row("relative", "run", u"ls $HOME/ro"_s + u"ot/a b/wo"_s + u"rk/\n"_s, "");
        row("host", "cmake/A.cmake", u"# http"_s + u"s://example.org/a\n"_s, "places");
        row("name space", "resources/icons/a.svg",
            u"xmlns=\"http"_s + u"://www.w3.org/2000/svg\""_s, "");
        row("later", "README.md", u"TO"_s + u"DO: write\n"_s, "unfinished");
        row("fix", "app/store/a.cpp", u"// FIX"_s + u"ME\n"_s, "unfinished");
        row("long header", "app/store/a.h", QString(151, u'\n'), "budget");
        row("full header", "app/store/a.h", QString(150, u'\n'), "");
        row("long fixture", "tests/store/a.h", QString(151, u'\n'), "");
        row("long file", "app/store/a.cpp", QString(401, u'\n'), "budget");
        row("long page", "ui/counter/counterpage.cpp", QString(301, u'\n'), "budget");
        row("many connects", "ui/counter/a.cpp", u"connect(a, &A::b, c, &C::d);"_s.repeated(13),
            "budget");
        row("form", "forms/counter/counterpage.ui", u"<class>hall::CounterPage</class>"_s, "");
        row("form's name", "forms/counter/page.ui", u"<class>CounterPage</class>"_s, "forms");
        row("form beside", "ui/counter/counterpage.ui", u"<class>CounterPage</class>"_s, "forms");
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"

// The rules of the folders' READMEs, held against every source of the project.
#include "rules.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hall::architecture;

class TestArchitecture : public QObject
{
    Q_OBJECT

private:
    QList<SourceFile> m_files;
    QList<Exception> m_exceptions;
    QSet<QString> m_used;

    [[nodiscard]] static QString read(const QString &path)
    {
        QFile file(QStringLiteral(HALL_SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    [[nodiscard]] QStringList itemNames() const
    {
        QStringList names;
        const QStringList lines
            = read(u"resources/reference/sample/items.csv"_s).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1)) {
            const QString name = line.section(u',', 2, 2); // item_code, dept_code, name_zh
            if (name.size() >= 5)
                names.append(name);
        }
        return names;
    }

    /// Fails with every breach that allowed.tsv does not excuse.
    void expectNone(const Breaches &breaches)
    {
        QStringList bad;
        for (const Breach &breach : breaches) {
            const bool isExcused = std::ranges::any_of(m_exceptions, [&](const Exception &e) {
                return e.rule == breach.rule && e.path == breach.path;
            });
            if (isExcused)
                m_used.insert(breach.rule + u' ' + breach.path);
            else
                bad.append(breach.text());
        }
        for (const QString &line : std::as_const(bad))
            qWarning("%s", qPrintable(line)); // one message each: QtTest cuts long ones
        QVERIFY2(bad.isEmpty(), qPrintable(u"%1 places, listed above"_s.arg(bad.size())));
    }

    void expectNone(const std::function<Breaches(const SourceFile &)> &rule)
    {
        Breaches breaches;
        for (const SourceFile &file : m_files)
            breaches += rule(file);
        expectNone(breaches);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_files = readProject(QStringLiteral(HALL_SOURCE_DIR));
        m_exceptions
            = readExceptions(QStringLiteral(HALL_SOURCE_DIR "/tests/architecture/allowed.tsv"));
        QVERIFY2(m_files.size() > 40, "the sources were not found");
    }

    void folders_include_only_what_they_may() { expectNone(checkEdges); }

    void qt_modules_stay_in_their_folders()
    {
        const QtHeaders qt = QtHeaders::installed(QStringLiteral(HALL_QT_INCLUDE));
        QVERIFY(qt.core.contains(u"QString"_s) && qt.widgets.contains(u"QWidget"_s));
        QVERIFY(qt.sql.contains(u"QSqlQuery"_s) && qt.printSupport.contains(u"QPrinter"_s));
        expectNone([&](const SourceFile &file) { return checkQtModules(file, qt); });
    }

    void only_sync_names_the_centre() { expectNone(checkCentreNames); }
    void no_forbidden_habits() { expectNone(checkHabits); }
    void lambdas_have_a_context() { expectNone(checkConnects); }
    void translated_texts_stand_where_people_read() { expectNone(checkTranslatedPlaces); }
    void no_item_code_in_cpp() { expectNone(checkItemCodes); }

    void no_item_name_in_cpp()
    {
        const QStringList names = itemNames();
        QVERIFY2(names.size() > 20, "the sample hall's items were not found");
        expectNone([&](const SourceFile &file) { return checkItemNames(file, names); });
    }

    void no_machine_and_no_host_is_named() { expectNone(checkPlaces); }
    void nothing_is_left_for_later() { expectNone(checkUnfinished); }
    void files_keep_their_budget() { expectNone(checkBudget); }
    void forms_are_named_as_their_class() { expectNone(checkForm); }
    void settings_stand_in_one_class() { expectNone(checkSettings(m_files)); }
    void each_folder_has_a_readme() { expectNone(checkReadmes(m_files)); }

    void released_migrations_never_change()
    {
        expectNone(checkMigrations(m_files, u"resources/sql"_s, read(u"resources/sql/HASHES"_s)));
        expectNone(checkMigrations(m_files, u"installer/centre/sql"_s,
                                   read(u"installer/centre/sql/HASHES"_s)));
    }

    void every_exception_is_needed_and_has_a_reason()
    {
        for (const Exception &exception : std::as_const(m_exceptions)) {
            const QString place = exception.rule + u' ' + exception.path;
            QVERIFY2(exception.reason.size() >= 10, qPrintable(place + u" has no reason"_s));
            QVERIFY2(m_used.contains(place), qPrintable(place + u" is not needed any more"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"

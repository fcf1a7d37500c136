#include "desk/papers/casepapers.h"
#include "store/recovery.h"
#include "testmain.h"
#include "tests/ui/adminpagefixture.h"
#include "ui/admin/definitionspage.h"
#include "ui/admin/diagnosticspage.h"
#include "ui/admin/phrasespage.h"
#include "ui/admin/templatespage.h"
#include "ui/admin/templatewords.h"
#include "ui/shared/paperpreview.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// The administrator's pages for phrases, paper templates, dry runs and backups.
class TestAdminPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phrasesAreAddedOrderedAndRemoved();
    void aPhraseTwiceIsSaid();
    void aTemplateIsPaintedAndPublished();
    void whatIsWrongWithATemplateIsSaid();
    void everyFindingHasItsSentence_data();
    void everyFindingHasItsSentence();
    void theBundledTemplateComesBack();
    void aTypedTemplateSurvivesALanguageChange();
    void aDryRunIsTextAndPaper();
    void diagnosticsSayThatAllIsWell();
    void aNewFolderCountsAtOnce();
    void aRestoreIsAskedFor();

private:
    static void sayYes(const QWidget &page)
    {
        QTRY_VERIFY(page.findChild<QDialog *>(u"decisionDialog"_s));
        const auto *dialog = page.findChild<QDialog *>(u"decisionDialog"_s);
        dialog->findChild<QPushButton *>(u"yesButton"_s)->click();
    }
};

void TestAdminPapers::phrasesAreAddedOrderedAndRemoved()
{
    Desk<PhrasesPage> desk;
    auto *lists = desk.find<RowTable>("listTable");
    QVERIFY(lists->model()->rowCount() >= 10);
    desk.press(Qt::Key_Down); // clerk → reviewer
    const QStringList before = desk.hall()->phrases.value(u"reviewer"_s);
    auto *phrases = desk.find<QListWidget>("phraseList");
    QCOMPARE(phrases->count(), before.size());
    QVERIFY(!desk.find<QPushButton>("saveButton")->isEnabled());
    desk.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    desk.type(u"Agreed in full."_s);
    desk.press(Qt::Key_Return);
    QTRY_COMPARE(phrases->currentItem()->text(), u"Agreed in full."_s);
    desk.find<QPushButton>("upButton")->click(); // to the first place
    phrases->setCurrentRow(2);
    desk.find<QPushButton>("removeButton")->click();
    desk.shoot(u"admin-phrases"_s);
    // Moving on does not lose it.
    lists->setFocus();
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.strip()->tone(), Tone::Warning);
    QCOMPARE(phrases->count(), before.size());
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QStringList after = before;
    after.prepend(u"Agreed in full."_s);
    after.removeAt(2);
    QTRY_COMPARE(desk.hall()->phrases.value(u"reviewer"_s), after);
    QTRY_COMPARE(desk.strip()->tone(), Tone::Success);
}

void TestAdminPapers::aPhraseTwiceIsSaid()
{
    Desk<PhrasesPage> desk;
    auto *phrases = desk.find<QListWidget>("phraseList");
    phrases->item(1)->setText(phrases->item(0)->text());
    desk.find<QPushButton>("saveButton")->click();
    QCOMPARE(desk.strip()->tone(), Tone::Problem);
    QVERIFY(desk.strip()->sentence().contains(u"twice"_s));
}

void TestAdminPapers::aTemplateIsPaintedAndPublished()
{
    Desk<TemplatesPage> desk;
    auto *text = desk.find<QPlainTextEdit>("textEdit");
    QTRY_VERIFY(text->toPlainText().contains(u"材料接收凭证"_s));
    auto *preview = desk.find<PaperPreview>("preview");
    QTRY_VERIFY(preview->hasDocument());
    QCOMPARE(preview->document()->kind(), PaperKind::IntakeReceipt);
    QVERIFY(!desk.find<QPushButton>("publishButton")->isEnabled());
    QString changed = text->toPlainText();
    changed.replace(u"材料接收凭证"_s, u"收件回执"_s);
    text->setPlainText(changed);
    QTRY_VERIFY(preview->document()->title().contains(u"材料"_s)); // the kind's name stays
    desk.shoot(u"admin-templates"_s);
    QVERIFY(desk.find<QPushButton>("publishButton")->isEnabled());
    text->setFocus();
    desk.press(Qt::Key_S, Qt::ControlModifier);
    sayYes(*desk.page);
    QTRY_VERIFY(desk.hall()->templates.contains(u"intake-receipt"_s));
    const Result<Template> form = templateFor(PaperKind::IntakeReceipt, *desk.hall());
    VERIFY_OK(form);
    QVERIFY(form.value().text().contains(u"收件回执"_s));
    QCOMPARE(form.value().version(),
             Template::bundled(PaperKind::IntakeReceipt).value().version() + 1);
    QTRY_COMPARE(desk.find<RowTable>("historyTable")->model()->rowCount(), 1);
    QTRY_VERIFY(desk.find<QPushButton>("bundledButton")->isEnabled());
}

void TestAdminPapers::whatIsWrongWithATemplateIsSaid()
{
    Desk<TemplatesPage> desk;
    auto *text = desk.find<QPlainTextEdit>("textEdit");
    QTRY_VERIFY(!text->toPlainText().isEmpty());
    QString wrong = text->toPlainText();
    wrong.replace(u"{{applicantName}}"_s, u"{{aplicantName}}"_s);
    text->setPlainText(wrong);
    const auto *problems = desk.find<QListWidget>("problemList");
    const QString sentence = problems->item(0)->text();
    QVERIFY2(sentence.contains(u"aplicantName"_s) && sentence.startsWith(u"Line"_s),
             qPrintable(sentence));
    QVERIFY(!desk.find<QPushButton>("publishButton")->isEnabled());
    desk.shoot(u"admin-template-wrong"_s);
    text->setFocus();
    desk.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!desk.page->findChild<QDialog *>(u"decisionDialog"_s));
    QVERIFY(desk.hall()->templates.isEmpty());
    desk.find<QPushButton>("dropButton")->click();
    QCOMPARE(problems->count(), 1);
    QVERIFY(problems->item(0)->text().contains(u"in order"_s));
}

void TestAdminPapers::everyFindingHasItsSentence_data()
{
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const QString &inside) {
        QTest::newRow(name) << u"<paper version=\"1\">\n%1\n</paper>"_s.arg(inside);
    };
    add("closes nothing", u"{{/fees}}"_s);
    add("crossed", u"{{#materials}}{{#deemed}}{{/materials}}{{/deemed}}"_s);
    add("not closed", u"{{#materials}}<p>x</p>"_s);
    add("filter", u"<p>{{caseNumber|loud}}</p>"_s);
    add("field", u"<p>{{nothing}}</p>"_s);
    add("braces", u"<p>{{caseNumber</p>"_s);
    add("element", u"<blink>x</blink>"_s);
    add("place", u"<td>x</td>"_s);
    add("attribute", u"<p colour=\"red\">x</p>"_s);
    add("tags", u"<p>x"_s);
    QTest::newRow("root") << u"<sheet><p>x</p></sheet>"_s;
    QTest::newRow("margins") << u"<paper margins=\"90 90 90 90\"><p>x</p></paper>"_s;
}

void TestAdminPapers::everyFindingHasItsSentence()
{
    QFETCH(QString, text);
    const QStringList problems = TemplateDesk::problems(PaperKind::IntakeReceipt, text);
    QVERIFY(!problems.isEmpty());
    for (const QString &problem : problems) {
        const QString sentence = TemplateWords::sentence(problem);
        QVERIFY2(sentence != problem, qPrintable(problem));
        QVERIFY2(sentence.at(0).isUpper() && !sentence.contains(u"%"_s), qPrintable(sentence));
        if (problem.startsWith(u"line"_s))
            QVERIFY(TemplateWords::line(problem) > 0);
    }
}

void TestAdminPapers::theBundledTemplateComesBack()
{
    Desk<TemplatesPage> desk;
    const QString bundled = Template::bundled(PaperKind::FeeReceipt).value().text();
    QString own = bundled;
    own.replace(u"收费收据"_s, u"收款收据"_s);
    const TemplateDesk templates(*desk.admin.publisher);
    const auto row = [&templates] {
        const Result<QList<TemplateRow>> rows = await(templates.rows());
        return rows.value().at(static_cast<int>(PaperKind::FeeReceipt));
    };
    VERIFY_OK(await(templates.publish(row(), own)));
    const int first = row().version;
    desk.page->activate();
    auto *table = desk.find<RowTable>("kindTable");
    QTRY_COMPARE(table->model()->rowCount(), allPapers().size());
    table->goToRow(static_cast<int>(PaperKind::FeeReceipt));
    QTRY_VERIFY(desk.find<QPlainTextEdit>("textEdit")->toPlainText().contains(u"收款收据"_s));
    desk.find<QPushButton>("bundledButton")->click();
    sayYes(*desk.page);
    QTRY_VERIFY(!desk.hall()->templates.contains(u"fee-receipt"_s));
    QTRY_COMPARE(desk.find<QPlainTextEdit>("textEdit")->toPlainText(), bundled);
    QTRY_COMPARE(desk.find<RowTable>("historyTable")->model()->rowCount(), 2);
    // A version is never used twice, also after going back.
    VERIFY_OK(await(templates.publish(row(), own)));
    QCOMPARE(row().version, first + 1);
}

void TestAdminPapers::aTypedTemplateSurvivesALanguageChange()
{
    Desk<TemplatesPage> desk;
    auto *table = desk.find<RowTable>("kindTable");
    QTRY_VERIFY(table->model()->rowCount() > 3);
    table->goToRow(2);
    auto *text = desk.find<QPlainTextEdit>("textEdit");
    text->setPlainText(text->toPlainText() + u"\n<!-- typed -->"_s);
    const QString typed = text->toPlainText();
    const QJsonObject input = desk.page->saveInput();
    TemplatesPage again(PageContext{*desk.admin.place, desk.admin.sessionOf(u"admin"_s),
                                    desk.settings, desk.shell});
    again.restoreInput(input);
    again.activate();
    QTRY_COMPARE(again.findChild<QPlainTextEdit *>(u"textEdit"_s)->toPlainText(), typed);
    QTRY_COMPARE(again.findChild<RowTable *>(u"kindTable"_s)->currentRow(), 2);
}

void TestAdminPapers::aDryRunIsTextAndPaper()
{
    Desk<DefinitionsPage> desk;
    auto *table = desk.find<RowTable>("definitionTable");
    QTRY_COMPARE(table->model()->rowCount(), 6);
    table->goToRow(1);
    auto *items = desk.find<QComboBox>("itemBox");
    QTRY_VERIFY(items->findData(u"DL-CZ-001"_s) >= 0);
    items->setCurrentIndex(items->findData(u"DL-CZ-001"_s));
    desk.press(Qt::Key_R, Qt::ControlModifier);
    const QString text = desk.find<QPlainTextEdit>("dryRunText")->toPlainText();
    QVERIFY(text.contains(u"DL-CZ-001"_s));
    QVERIFY(text.contains(u"2026-12-07"_s)); // ten working days from 23 November
    QVERIFY(!text.contains(u"WARNING"_s));
    auto *preview = desk.find<PaperPreview>("dryRunPreview");
    QTRY_VERIFY(preview->hasDocument());
    QCOMPARE(preview->document()->kind(), PaperKind::DryRun);
    desk.shoot(u"admin-dryrun"_s);
    Q_EMIT preview->printRequested();
    QTRY_COMPARE(desk.admin.printer.titles.size(), 1);
    QVERIFY(desk.admin.printer.titles.first().contains(u"办理时限试算表"_s));
    QTRY_COMPARE(desk.strip()->tone(), Tone::Success);
}

void TestAdminPapers::diagnosticsSayThatAllIsWell()
{
    Desk<DiagnosticsPage> desk;
    VERIFY_OK(desk.admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s));
    desk.press(Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.find<RowTable>("backupTable")->model()->rowCount(), 1, 20'000);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<RowTable>("factTable")->model()->rowCount() > 5, 30'000);
    QCOMPARE(desk.strip()->tone(), Tone::Success);
}

void TestAdminPapers::aNewFolderCountsAtOnce()
{
    Desk<DiagnosticsPage> desk;
    const QTemporaryDir other;
    desk.page->useFolder(other.path());
    QVERIFY(desk.strip()->sentence().contains(u"from now on"_s));
    QCOMPARE(desk.find<RowTable>("backupTable")->model()->rowCount(), 0);
    desk.press(Qt::Key_B, Qt::ControlModifier); // what the strip offers
    auto *table = desk.find<RowTable>("backupTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 20'000);
    const QList<BackupInfo> there = listBackups(other.path());
    QCOMPARE(there.size(), 1);
    VERIFY_OK(verifyBackup(there.first().file));
    desk.shoot(u"admin-diagnostics"_s);
}

void TestAdminPapers::aRestoreIsAskedFor()
{
    Desk<DiagnosticsPage> desk;
    VERIFY_OK(desk.admin.acceptedCase(u"DL-CZ-001"_s, u"cz01"_s));
    auto *restore = desk.find<QPushButton>("restoreButton");
    QVERIFY(!restore->isEnabled());
    desk.press(Qt::Key_B, Qt::ControlModifier);
    auto *table = desk.find<RowTable>("backupTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 20'000);
    QTRY_VERIFY(restore->isEnabled());
    restore->click();
    sayYes(*desk.page);
    QTRY_COMPARE(desk.shell.restarts, 1);
    const QString folder = desk.admin.fixture.store().folder();
    const QString asked = takeRestoreRequest(folder);
    QCOMPARE(asked, desk.admin.fixture.store().backups().first().file);
    QVERIFY(takeRestoreRequest(folder).isEmpty()); // asked for once
}

HALL_TEST_MAIN(QApplication, TestAdminPapers)
#include "tst_admin_papers.moc"

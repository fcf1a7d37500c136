#include "testmain.h"

#include "desk/setup/shipped.h"
#include "domain/citizenid.h"
#include "text/errortext.h"
#include "ui/shared/datefield.h"
#include "ui/shared/decision.h"
#include "ui/shared/idnumberedit.h"
#include "ui/shared/light.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/moneyedit.h"
#include "ui/shared/phoneedit.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/shared/typedinput.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

const RegionTable &regions()
{
    static const RegionTable table = shippedRegions().valueOr(RegionTable());
    return table;
}

} // namespace

class TestShellEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Look::Light); }
    void everyErrorHasASentence();
    void moneyIsJudgedAndTidied();
    void idNumberIsGroupedAndJudged();
    void idNumberOfAnOrganisation();
    void phoneSaysWhy();
    void dateKeys();
    void stripComesAndGoes();
    void decisionNeedsItsReason();
    void typedInputIsCarriedOver();
    void settingsSurviveNonsense();
};

void TestShellEditors::everyErrorHasASentence()
{
    for (int kind = 0; kind <= int(ErrorKind::Cancelled); ++kind) {
        const QString sentence
            = ErrorText::sentence(Error{.kind = ErrorKind(kind), .detail = u"7"_s});
        QVERIFY2(sentence.size() > 20, qPrintable(QString::number(kind)));
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u"%1"_s), qPrintable(sentence));
    }
    QVERIFY(ErrorText::sentence(Error{.kind = ErrorKind::FieldMissing, .detail = u"phone"_s})
                .contains(u"Telephone"_s));
    // The codes of rules are no words for a clerk.
    QStringList said;
    for (const QString &rule : {u"signatureVoid"_s, u"stopped"_s, u"alreadyStopped"_s,
                                u"notStopped"_s, u"returnTo"_s, u"applicantKind"_s, u"?"_s}) {
        const QString sentence
            = ErrorText::sentence(Error{.kind = ErrorKind::RuleBroken, .detail = rule});
        QVERIFY2(!sentence.contains(u'(' + rule) && sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY(!said.contains(sentence));
        said.append(sentence);
    }
    QVERIFY(ErrorText::sentence(Error{.kind = ErrorKind::RuleBroken, .detail = u"name"_s})
                .contains(u"(Name)"_s));
}

void TestShellEditors::moneyIsJudgedAndTidied()
{
    MoneyEdit edit;
    QCOMPARE(edit.money().error().kind, ErrorKind::FieldMissing);
    edit.setText(u"80.555"_s);
    QCOMPARE(edit.money().error().kind, ErrorKind::MoneyFormat);
    QCOMPARE(edit.property("tone").toString(), u"bad"_s);
    edit.clear();
    QTest::keyClicks(&edit, u"1234.5"_s);
    QCOMPARE(edit.property("tone").toString(), QString());
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.text(), u"1,234.50"_s);
    QCOMPARE(edit.money().value().fen(), 123450);
}

void TestShellEditors::idNumberIsGroupedAndJudged()
{
    IdNumberEdit edit;
    edit.setRules(regions, QDate(2026, 11, 22));
    edit.show();
    auto *reason = edit.findChild<QLabel *>(u"idReasonLabel"_s);
    QSignalSpy completed(&edit, &IdNumberEdit::completed);
    QTest::keyClicks(edit.edit(), u"44190019900101"_s);
    QVERIFY2(reason->isHidden(), "too short is no mistake while typing");
    QTest::keyClicks(edit.edit(), u"9999"_s);
    const bool isRight = edit.number().ok();
    QCOMPARE(edit.edit()->text(), u"441900 19900101 9999"_s);
    QCOMPARE(edit.text(), u"441900199001019999"_s);
    QVERIFY2(!isRight, "this number's check digit is wrong");
    QVERIFY(!reason->isHidden());
    QVERIFY(reason->text().contains(u"check digit"_s));
    // The one right check character of the ten and X.
    QString right;
    for (const QChar check : u"0123456789x"_s) {
        edit.setText(u"44190019900101999"_s + check);
        if (edit.number().ok())
            right = edit.text();
    }
    QCOMPARE(right.size(), 18);
    QCOMPARE(right, right.toUpper());
    edit.edit()->clear();
    QTest::keyClicks(edit.edit(), right.toLower());
    QCOMPARE(completed.constLast().constFirst().toString(), right);
    QVERIFY(reason->isHidden());
}

void TestShellEditors::idNumberOfAnOrganisation()
{
    IdNumberEdit edit;
    edit.setRules(regions, QDate(2026, 11, 22));
    edit.setBearer(IdNumberEdit::Bearer::Organisation);
    QCOMPARE(edit.kindCode(), QString(creditCodeCode));
    QVERIFY(edit.kindBox()->findData(QString(citizenCardCode)) < 0);
    QCOMPARE(edit.number().error().kind, ErrorKind::FieldMissing);
    edit.edit()->setFocus();
    QTest::keyClicks(edit.edit(), u"9144190079"_s);
    QCOMPARE(edit.edit()->text(), u"91 441900 79"_s);
}

void TestShellEditors::phoneSaysWhy()
{
    PhoneEdit edit;
    auto *reason = edit.findChild<QLabel *>(u"phoneReasonLabel"_s);
    QTest::keyClicks(edit.edit(), u"1381234"_s);
    QVERIFY(reason->isHidden());
    QTest::keyClick(edit.edit(), Qt::Key_Return);
    QVERIFY(!reason->isHidden());
    QTest::keyClicks(edit.edit(), u"5678"_s);
    QVERIFY(reason->isHidden());
    QCOMPARE(edit.text(), u"13812345678"_s);
}

void TestShellEditors::dateKeys()
{
    DateField field;
    field.setToday(QDate(2026, 11, 22));
    QTest::keyClick(&field, Qt::Key_T);
    QCOMPARE(field.date(), QDate(2026, 11, 22));
    QTest::keyClick(&field, Qt::Key_Plus);
    QTest::keyClick(&field, Qt::Key_PageUp);
    QCOMPARE(field.date(), QDate(2026, 10, 23));
    // Typed as it stands on paper: the dashes between the figures take no day away.
    for (const QString &typed : {u"2026-12-03"_s, u"2027-1-5"_s, u"20280229"_s}) {
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&field, typed);
        const QDate wanted
            = typed.contains(u'-') ? QDate::fromString(typed, u"yyyy-M-d"_s) : QDate(2028, 2, 29);
        QCOMPARE(field.date(), wanted);
    }
    QTest::keyClick(&field, Qt::Key_Minus);
    QCOMPARE(field.date(), QDate(2028, 2, 28));
}

void TestShellEditors::stripComesAndGoes()
{
    MessageStrip strip;
    QVERIFY(!strip.isShown());
    int pressed = 0;
    strip.say(Tone::Warning, u"One line is still open."_s,
              {.text = u"Go"_s, .run = [&pressed] { ++pressed; }});
    QVERIFY(strip.isShown());
    strip.findChild<QPushButton *>(u"stripButton"_s)->click();
    QCOMPARE(pressed, 1);
    QVERIFY(!strip.isShown());
    strip.say(Error{.kind = ErrorKind::DiskFull});
    QCOMPARE(strip.tone(), Tone::Problem);
    QVERIFY(strip.sentence().contains(u"disk"_s));
    // A change of theme must not start over (it recursed once).
    applyTheme(*qApp, Look::Dark);
    applyTheme(*qApp, Look::Light);
    QTest::keyClick(&strip, Qt::Key_Escape);
    QVERIFY(!strip.isShown());
}

void TestShellEditors::decisionNeedsItsReason()
{
    QWidget page;
    page.show();
    QString given;
    int refused = 0;
    const Decision decision{.title = u"Refuse"_s,
                            .question = u"Refuse it?"_s,
                            .yes = u"Refuse"_s,
                            .isDangerous = true,
                            .reasonLabel = u"Ground"_s,
                            .phrases = {u"not handled here"_s}};
    confirm(
        &page, decision, [&given](const QString &reason) { given = reason; },
        [&refused] { ++refused; });
    auto *dialog = page.findChild<QDialog *>(u"decisionDialog"_s);
    auto *yes = dialog->findChild<QPushButton *>(u"yesButton"_s);
    QVERIFY(!yes->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"reasonEdit"_s)->setPlainText(u" not handled here "_s);
    QVERIFY(yes->isEnabled());
    yes->click();
    QCOMPARE(given, u"not handled here"_s);
    QTRY_VERIFY(!page.findChild<QDialog *>(u"decisionDialog"_s));
    confirm(
        &page, decision, [&given](const QString &) { given.clear(); }, [&refused] { ++refused; });
    page.findChild<QDialog *>(u"decisionDialog"_s)->reject();
    QCOMPARE(refused, 1);
    QCOMPARE(given, u"not handled here"_s);
}

void TestShellEditors::typedInputIsCarriedOver()
{
    const auto make = [](QWidget *root) {
        auto *line = new QLineEdit(root);
        line->setObjectName(u"nameEdit"_s);
        auto *text = new QPlainTextEdit(root);
        text->setObjectName(u"opinionEdit"_s);
        auto *box = new QComboBox(root);
        box->setObjectName(u"kindBox"_s);
        box->addItems({u"a"_s, u"b"_s});
        auto *spin = new QSpinBox(root);
        spin->setObjectName(u"copiesSpin"_s);
        auto *password = new QLineEdit(root);
        password->setObjectName(u"passwordEdit"_s);
        password->setEchoMode(QLineEdit::Password);
    };
    QWidget before;
    make(&before);
    before.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"张三"_s);
    before.findChild<QPlainTextEdit *>()->setPlainText(u"同意\n请办"_s);
    before.findChild<QComboBox *>()->setCurrentIndex(1);
    before.findChild<QSpinBox *>()->setValue(3);
    before.findChild<QLineEdit *>(u"passwordEdit"_s)->setText(u"secret"_s);
    QWidget after;
    make(&after);
    restoreTypedInput(&after, typedInput(&before));
    QCOMPARE(after.findChild<QLineEdit *>(u"nameEdit"_s)->text(), u"张三"_s);
    QCOMPARE(after.findChild<QPlainTextEdit *>()->toPlainText(), u"同意\n请办"_s);
    QCOMPARE(after.findChild<QComboBox *>()->currentIndex(), 1);
    QCOMPARE(after.findChild<QSpinBox *>()->value(), 3);
    QVERIFY(after.findChild<QLineEdit *>(u"passwordEdit"_s)->text().isEmpty());
}

void TestShellEditors::settingsSurviveNonsense()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"s.ini"_s);
    {
        QFile ini(file);
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[machine]\nlockMinutes=soon\n[look]\ntheme=dark\n");
    }
    Settings settings(file);
    QCOMPARE(settings.number(Setting::LockMinutes), 10);
    QCOMPARE(settings.text(Setting::Theme), u"dark"_s);
    QCOMPARE(settings.text(Setting::Language), u"zh_CN"_s);
    settings.setEntry(Setting::PrinterFor, u"fee-receipt"_s, u"laser"_s);
    QCOMPARE(Settings(file).entry(Setting::PrinterFor, u"fee-receipt"_s).toString(), u"laser"_s);
}

HALL_TEST_MAIN(QApplication, TestShellEditors)
#include "tst_shell_editors.moc"

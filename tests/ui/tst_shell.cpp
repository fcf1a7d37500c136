#include "shellfixture.h"

#include "ui/shared/messagestrip.h"
#include "ui/shell/keyssheet.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// Signs a clerk of the sample hall in, by keys only.
void signIn(ShellFixture &shell, const QString &code)
{
    auto *member = shell.find<QLineEdit>("memberEdit");
    member->setFocus();
    member->selectAll();
    shell.type(code);
    if (member->completer())
        member->completer()->popup()->hide();
    shell.press(Qt::Key_Return);
    QTRY_COMPARE(shell.focusName(), u"passwordEdit"_s);
    shell.type(samplePassword());
    shell.press(Qt::Key_Return);
}

QWidget *stepShown(const ShellFixture &shell)
{
    return shell.find<QStackedWidget>("stepStack")->currentWidget();
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clerkSignsInByKeyboard();
    void wrongPasswordWaits();
    void twoPostsAreChosen();
    void leaderNeedsNoWindow();
    void railKeysAndBack();
    void openCaseLeadsToThePageForCases();
    void lockAndUnlock();
    void theLockChangesItsLanguage();
    void languageKeepsWhatWasTyped();
    void signOutKeepsDrafts();
    void keysSheet();
    void passwordIsChanged();
    void firstStartMakesAnOwnHall();
    void troubleOffersRecovery();
    void aClockSetBackIsSaid();
};

void TestShell::clerkSignsInByKeyboard()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz01"_s);
    QTRY_COMPARE(stepShown(shell)->objectName(), u"choiceStep"_s);
    QCOMPARE(shell.find<QComboBox>("windowBox")->currentData().toString(), u"A01"_s);
    shell.press(Qt::Key_Return);
    QTRY_VERIFY(shell.window->workbench());
    QCOMPARE(shell.window->workbench()->session().window, u"A01"_s);
    QCOMPARE(shell.window->workbench()->currentPage()->pageTitle(), u"notes"_s);
    QTRY_COMPARE(shell.focusName(), u"noteEdit"_s);
}

void TestShell::wrongPasswordWaits()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    auto *member = shell.find<QLineEdit>("memberEdit");
    auto *password = shell.find<QLineEdit>("passwordEdit");
    auto *button = shell.find<QPushButton>("signInButton");
    auto *strip = shell.find<MessageStrip>("messageStrip");
    member->setText(u"cz01"_s);
    for (int i = 0; i < 4; ++i) {
        password->setFocus();
        shell.type(u"wrong word"_s);
        shell.press(Qt::Key_Return);
        QTRY_VERIFY(strip->isShown() && password->text().isEmpty());
        QVERIFY(strip->sentence().contains(u"password"_s));
        if (i < 3) {
            shell.fixture.clock.advance(60);
            QTRY_VERIFY(button->isEnabled());
        }
    }
    QVERIFY(!button->isEnabled());
    auto *wait = shell.find<QLabel>("waitLabel");
    QVERIFY(wait->text().contains(u'5'));
    shell.fixture.clock.advance(3);
    QTRY_VERIFY(wait->text().contains(u'2'));
    shell.fixture.clock.advance(3);
    QTRY_VERIFY(button->isEnabled());
    shell.type(samplePassword());
    shell.press(Qt::Key_Return);
    QTRY_COMPARE(stepShown(shell)->objectName(), u"choiceStep"_s);
}

void TestShell::twoPostsAreChosen()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    QString code;
    for (const StaffMember &member : shell.fixture.store().reference()->staff) {
        if (member.posts.size() > 1 && code.isEmpty())
            code = member.code;
    }
    QVERIFY2(!code.isEmpty(), "the sample hall has somebody with two posts");
    signIn(shell, code);
    QTRY_COMPARE(stepShown(shell)->objectName(), u"choiceStep"_s);
    auto *posts = shell.find<QListWidget>("postList");
    QVERIFY(posts->isVisible());
    QTRY_COMPARE(shell.focusName(), u"postList"_s);
    shell.press(Qt::Key_Down);
    QCOMPARE(posts->currentRow(), 1);
    shell.press(Qt::Key_Return);
    shell.press(Qt::Key_Return);
    QTRY_VERIFY(shell.window->workbench());
    const StaffMember member = *shell.fixture.store().reference()->member(code);
    QCOMPARE(shell.window->workbench()->session().post, member.posts.at(1));
}

void TestShell::leaderNeedsNoWindow()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    QVERIFY(shell.window->workbench()->session().window.isEmpty());
}

void TestShell::railKeysAndBack()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    Workbench *bench = shell.window->workbench();
    shell.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(bench->currentPage()->pageTitle(), u"cases"_s);
    QVERIFY(shell.find<QToolButton>("casesRailButton")->isChecked());
    shell.press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(bench->currentPage()->pageTitle(), u"notes"_s);
    QVERIFY(shell.find<QToolButton>("notesRailButton")->isChecked());
    QVERIFY(!bench->hasHistory());
}

void TestShell::openCaseLeadsToThePageForCases()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    const StreamId stream = shell.fixture.ids.make<StreamId>();
    Q_EMIT shell.window->workbench()->currentPage()->openCase(stream);
    QCOMPARE(shell.window->workbench()->currentPage()->pageTitle(), u"cases"_s);
    QCOMPARE(shell.window->workbench()->currentPage()->findChild<QLineEdit *>()->text(),
             stream.text());
}

void TestShell::lockAndUnlock()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    shell.type(u"half a sentence"_s);
    shell.press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shell.window->isLocked());
    QVERIFY(!shell.find<QLineEdit>("noteEdit")->isVisible());
    QTRY_COMPARE(shell.focusName(), u"unlockPasswordEdit"_s);
    shell.type(u"wrong word"_s);
    shell.press(Qt::Key_Return);
    QTRY_VERIFY(shell.find<QLineEdit>("unlockPasswordEdit")->text().isEmpty());
    QVERIFY(shell.window->isLocked());
    shell.fixture.clock.advance(120);
    QTRY_VERIFY(shell.find<QPushButton>("unlockButton")->isEnabled());
    shell.type(samplePassword());
    shell.press(Qt::Key_Return);
    QTRY_VERIFY(!shell.window->isLocked());
    QCOMPARE(shell.find<QLineEdit>("noteEdit")->text(), u"half a sentence"_s);
}

void TestShell::theLockChangesItsLanguage()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    shell.type(u"half a sentence"_s);
    const QPointer<Workbench> work = shell.window->workbench();
    shell.window->lock();
    shell.find<QToolButton>("languageButton")->click();
    QVERIFY(shell.window->isLocked());
    QCOMPARE(shell.settings.text(Setting::Language), u"zh_CN"_s);
    QVERIFY2(work && shell.window->workbench() == work, "nobody has proved who they are yet");
    QTRY_COMPARE(shell.focusName(), u"unlockPasswordEdit"_s);
    shell.type(samplePassword());
    shell.press(Qt::Key_Return);
    QTRY_VERIFY(!shell.window->isLocked());
    QVERIFY2(shell.window->workbench() != work, "the work is in the new language too");
    QCOMPARE(shell.find<QLineEdit>("noteEdit")->text(), u"half a sentence"_s);
}

void TestShell::languageKeepsWhatWasTyped()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    shell.type(u"张三 half typed"_s);
    shell.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(shell.window->workbench()->currentPage()->pageTitle(), u"cases"_s);
    shell.type(u"other page"_s);
    const QString english = shell.find<QLabel>("savedLabel")->text();
    for (QAction *action : shell.window->actions()) {
        if (action->text() == u"中文"_s)
            action->trigger();
    }
    QCOMPARE(shell.settings.text(Setting::Language), u"zh_CN"_s);
    QCOMPARE(shell.window->workbench()->currentPage()->pageTitle(), u"cases"_s);
    QCOMPARE(shell.window->workbench()->currentPage()->findChild<QLineEdit *>()->text(),
             u"other page"_s);
    QVERIFY(shell.find<QLabel>("savedLabel")->text() != english);
    shell.window->workbench()->goTo(u"notes"_s);
    QCOMPARE(shell.window->workbench()->currentPage()->findChild<QLineEdit *>()->text(),
             u"张三 half typed"_s);
}

void TestShell::signOutKeepsDrafts()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    const int before = NotePage::drafts;
    shell.press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!shell.window->workbench());
    QCOMPARE(NotePage::drafts, before + 1);
    QCOMPARE(shell.find<QLineEdit>("memberEdit")->text(), u"cz51"_s);
}

void TestShell::keysSheet()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    shell.press(Qt::Key_F1);
    QTRY_VERIFY(shell.window->findChild<KeysSheet *>());
    auto *sheet = shell.window->findChild<KeysSheet *>();
    QStringList texts;
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"F4"_s));
    QVERIFY(texts.contains(u"accept the case"_s));
    QVERIFY(texts.contains(u"Ctrl+L"_s));
}

void TestShell::passwordIsChanged()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    for (QAction *action : shell.window->actions()) {
        if (action->text().contains(u"password"_s))
            action->trigger();
    }
    auto *dialog = shell.window->findChild<QDialog *>(u"changePasswordDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"oldEdit"_s)->setText(samplePassword());
    dialog->findChild<QLineEdit *>(u"newEdit"_s)->setText(u"a longer word"_s);
    dialog->findChild<QLineEdit *>(u"againEdit"_s)->setText(u"a longer werd"_s);
    auto *change = dialog->findChild<QPushButton *>(u"changeButton"_s);
    change->click();
    QVERIFY(dialog->findChild<MessageStrip *>()->isShown());
    dialog->findChild<QLineEdit *>(u"againEdit"_s)->setText(u"a longer word"_s);
    QSignalSpy accepted(dialog, &QDialog::accepted);
    change->click();
    QTRY_COMPARE(accepted.count(), 1);
    VERIFY_OK(await(shell.sessions->signIn(u"cz51"_s, u"a longer word"_s)));
}

void TestShell::firstStartMakesAnOwnHall()
{
    ShellFixture shell;
    VERIFY_OK(shell.open(false));
    QTRY_COMPARE(shell.focusName(), u"sampleHallButton"_s);
    shell.press(Qt::Key_Tab);
    shell.press(Qt::Key_Return);
    QTRY_COMPARE(shell.focusName(), u"hallNameEdit"_s);
    const QStringList typed{u"石岗镇政务服务中心"_s, u"441900113"_s,    u"A05"_s,
                            u"综合窗口"_s,           u"王管理"_s,       u"admin"_s,
                            u"a longer word"_s,      u"a longer werd"_s};
    for (const QString &text : typed) {
        shell.find<QLineEdit>(qPrintable(shell.focusName()))->clear();
        shell.type(text);
        if (text == typed.at(1))
            QVERIFY(shell.find<QLabel>("regionNameLabel")->text().contains(u"广东"_s));
        shell.press(Qt::Key_Return);
    }
    auto *strip = shell.find<MessageStrip>("messageStrip");
    QVERIFY(strip->isShown());
    QCOMPARE(shell.focusName(), u"repeatPasswordEdit"_s);
    shell.type(u"a longer word"_s);
    shell.press(Qt::Key_Return);
    QTRY_COMPARE(shell.focusName(), u"passwordEdit"_s);
    QCOMPARE(shell.find<QLabel>("hallNameLabel")->text(), typed.at(0));
    QCOMPARE(shell.find<QLineEdit>("memberEdit")->text(), u"admin"_s);
    QVERIFY(!shell.find<QLabel>("sampleHintLabel")->isVisible());
    shell.type(u"a longer word"_s);
    shell.press(Qt::Key_Return);
    QTRY_VERIFY(shell.window->workbench());
}

void TestShell::troubleOffersRecovery()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    shell.window->showTrouble({.kind = ErrorKind::StoreNewer}, shell.fixture.options.folder);
    QVERIFY(!shell.find<QPushButton>("recoverButton")->isVisible());
    QVERIFY(shell.find<QLabel>("troubleLabel")->text().contains(u"newer"_s));
    shell.window->showTrouble({.kind = ErrorKind::StoreDamaged}, shell.fixture.options.folder);
    auto *recover = shell.find<QPushButton>("recoverButton");
    QVERIFY(recover->isVisible());
    recover->click();
    auto *report = shell.find<QPlainTextEdit>("reportEdit");
    QTRY_VERIFY(report->isVisible());
    QVERIFY(report->toPlainText().contains(u"No event"_s));
    shell.find<QPushButton>("retryButton")->click();
    QCOMPARE(shell.opens, 1);
}

void TestShell::aClockSetBackIsSaid()
{
    ShellFixture shell;
    VERIFY_OK(shell.open());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    auto *label = shell.find<QLabel>("clockLabel");
    QVERIFY(!label->isVisible());
    // A minute is what a time service may take back.
    shell.fixture.clock.advance(-60);
    shell.press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!label->isVisible());
    shell.fixture.clock.advance(-24 * 3600);
    shell.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(label->isVisible());
    QVERIFY(label->toolTip().contains(u"set back"_s));
    // Said again to whoever signs in next, from what the store has recorded.
    shell.press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!shell.window->workbench());
    signIn(shell, u"cz51"_s);
    QTRY_VERIFY(shell.window->workbench());
    QTRY_VERIFY(shell.find<MessageStrip>("messageStrip")->sentence().contains(u"set back"_s));
    QVERIFY(shell.find<QLabel>("clockLabel")->isVisible());
    shell.fixture.clock.advance(2 * 24 * 3600);
    shell.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(!shell.find<QLabel>("clockLabel")->isVisible());
}

HALL_TEST_MAIN(QApplication, TestShell)
#include "tst_shell.moc"

#include "desk/session/sessiondesk.h"

#include "desk/setup/setupdesk.h"
#include "desk/setup/shipped.h"
#include "devices/api/pageimporter.h"
#include "devices/api/paperprinter.h"
#include "store/pagestore.h"
#include "storefixture.h"
#include "testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

class NoImporter final : public PageImporter
{
public:
    QFuture<ImportOutcome> importFiles(const QStringList &) override
    {
        return QtFuture::makeReadyFuture(ImportOutcome{});
    }
    QFuture<ImportOutcome> importImage(const QImage &) override
    {
        return QtFuture::makeReadyFuture(ImportOutcome{});
    }
};

class OnePrinter final : public PaperPrinter
{
public:
    QFuture<QList<PrinterName>> printers() override
    {
        return QtFuture::makeReadyFuture(
            QList<PrinterName>{{.name = u"laser"_s, .isDefault = true}});
    }
    QFuture<Result<PrintJob>> print(const PrintRequest &) override
    {
        return QtFuture::makeReadyFuture(Result<PrintJob>(PrintJob{}));
    }
};

/// The sample hall on a fresh store.
struct Hall
{
    StoreFixture fixture;
    NoImporter importer;
    OnePrinter printer;
    std::unique_ptr<PageStore> pages;
    std::unique_ptr<SessionDesk> desk;

    Result<Done> open()
    {
        const Result<Done> opened = fixture.open();
        if (!opened.ok())
            return opened;
        const Result<Done> made = await(SetupDesk(fixture.store(), fixture.ids).makeSampleHall());
        if (!made.ok())
            return made;
        pages = std::make_unique<PageStore>(fixture.options.folder);
        desk = std::make_unique<SessionDesk>(Workplace{.store = fixture.store(),
                                                       .pages = *pages,
                                                       .clock = fixture.clock,
                                                       .ids = fixture.ids,
                                                       .importer = importer,
                                                       .printer = printer,
                                                       .centre = fixture.centre});
        return Done{};
    }
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSignInWithTheSampleWord();
    void byNameAndByInitials();
    void unknownPersonIsAWrongPassword();
    void wrongPasswordsMakeOneWait();
    void changedPasswordCountsFromThenOn();
    void windowsFollowThePost();
    void printersAreNamed();
};

void TestSession::firstSignInWithTheSampleWord()
{
    Hall hall;
    VERIFY_OK(hall.open());
    QCOMPARE(hall.desk->sampleWord(), samplePassword());
    const Result<StaffMember> wrong = await(hall.desk->signIn(u"cz01"_s, u"not the word"_s));
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().kind, ErrorKind::WrongPassword);
    const Result<StaffMember> member = await(hall.desk->signIn(u"CZ01"_s, samplePassword()));
    VERIFY_OK(member);
    QCOMPARE(member.value().code, u"cz01"_s);
    const Session session
        = hall.desk->begin(member.value(), member.value().posts.constFirst(), u"A01"_s);
    QCOMPARE(session.actor().staff, u"cz01"_s);
    QCOMPARE(session.actor().window, u"A01"_s);
    QCOMPARE(session.station, hall.fixture.store().station());
}

void TestSession::byNameAndByInitials()
{
    Hall hall;
    VERIFY_OK(hall.open());
    const Result<StaffMember> byName = await(hall.desk->signIn(u"林颖梅"_s, samplePassword()));
    VERIFY_OK(byName);
    QCOMPARE(byName.value().code, u"cz11"_s);
    QString initials;
    for (const SignInCard &card : hall.desk->people()) {
        if (card.code == "cz11"_L1)
            initials = card.initials.value(0);
    }
    QCOMPARE(initials.toLower(), u"lym"_s);
}

void TestSession::unknownPersonIsAWrongPassword()
{
    Hall hall;
    VERIFY_OK(hall.open());
    const Result<StaffMember> nobody = await(hall.desk->signIn(u"nobody"_s, samplePassword()));
    QVERIFY(!nobody.ok());
    QCOMPARE(nobody.error().kind, ErrorKind::WrongPassword);
}

void TestSession::wrongPasswordsMakeOneWait()
{
    Hall hall;
    VERIFY_OK(hall.open());
    for (int i = 0; i < 5; ++i) {
        (void)await(hall.desk->signIn(u"cz01"_s, u"wrong word"_s));
        hall.fixture.clock.advance(i < 4 ? 120 : 0);
    }
    const Result<StaffMember> early = await(hall.desk->signIn(u"cz01"_s, samplePassword()));
    QVERIFY(!early.ok());
    QCOMPARE(early.error().kind, ErrorKind::WaitBeforeRetry);
    const int seconds = early.error().detail.toInt();
    QVERIFY(seconds > 0);
    hall.fixture.clock.advance(seconds);
    VERIFY_OK(await(hall.desk->signIn(u"cz01"_s, samplePassword())));
}

void TestSession::changedPasswordCountsFromThenOn()
{
    Hall hall;
    VERIFY_OK(hall.open());
    const Result<StaffMember> member = await(hall.desk->signIn(u"cz01"_s, samplePassword()));
    VERIFY_OK(member);
    const Result<Done> tooShort
        = await(hall.desk->changePassword(u"cz01"_s, samplePassword(), u"short"_s));
    QCOMPARE(tooShort.error().kind, ErrorKind::PasswordTooShort);
    VERIFY_OK(await(hall.desk->changePassword(u"cz01"_s, samplePassword(), u"a longer word"_s)));
    const Result<StaffMember> old = await(hall.desk->signIn(u"cz01"_s, samplePassword()));
    QCOMPARE(old.error().kind, ErrorKind::WrongPassword);
    const Session session = hall.desk->begin(member.value(), member.value().posts.constFirst(), {});
    VERIFY_OK(await(hall.desk->unlock(session, u"a longer word"_s)));
}

void TestSession::windowsFollowThePost()
{
    Hall hall;
    VERIFY_OK(hall.open());
    const QList<Window> windows = hall.desk->windowsFor({.role = Role::Clerk, .dept = u"WJ"_s});
    QCOMPARE(windows.size(), 2);
    for (const Window &window : hall.desk->windowsFor({.role = Role::Cashier}))
        QVERIFY(window.isCashier);
    QVERIFY(!SessionDesk::needsWindow({.role = Role::DeptHead}));
}

void TestSession::printersAreNamed()
{
    Hall hall;
    VERIFY_OK(hall.open());
    const QList<PrinterChoice> printers = await(hall.desk->printers());
    QCOMPARE(printers.size(), 1);
    QCOMPARE(printers.constFirst().name, u"laser"_s);
}

HALL_TEST_MAIN(QCoreApplication, TestSession)
#include "tst_session.moc"

#include "desk/admin/lookdesk.h"
#include "desk/search/searchdesk.h"

#include "playedhall.h"
#include "testmain.h"

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// Who looks beyond the own work (features.md R3).
class TestLooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ownWorkIsNotOutside_data();
    void ownWorkIsNotOutside();
    void pileMovesWithTheCase();
    void looksAreKeptAndRead();
    void looksSurviveARecovery();
    void onlyTheirReadersReadThem();

private:
    [[nodiscard]] bool isOutside(const StreamId &id, const QString &who)
    {
        const auto view = await(m_desk->open(id, m_hall->session(who)));
        if (!view.ok())
            QTest::qFail(qPrintable(errorLine(view)), __FILE__, __LINE__);
        return view.ok() && view.value().isOutside;
    }

    std::unique_ptr<PlayedHall> m_hall;
    std::unique_ptr<SearchDesk> m_desk;
};

void TestLooks::init()
{
    m_desk.reset();
    m_hall = std::make_unique<PlayedHall>();
    VERIFY_OK(m_hall->open());
    m_desk = std::make_unique<SearchDesk>(*m_hall->place);
}

void TestLooks::ownWorkIsNotOutside_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<bool>("isOutside");
    // A case of HB, just taken in.
    QTest::newRow("clerk of the department") << u"clerk2"_s << false;
    QTest::newRow("reviewer of the department") << u"rev1"_s << false;
    QTest::newRow("clerk of another one") << u"clerk9"_s << true;
    QTest::newRow("joint department") << u"co1"_s << false;
    QTest::newRow("manager reads all") << u"man1"_s << true;
    QTest::newRow("town leader, not in the pile") << u"leader1"_s << true;
    QTest::newRow("cashier before there is a slip") << u"cash1"_s << true;
}

void TestLooks::ownWorkIsNotOutside()
{
    QFETCH(const QString, who);
    QFETCH(const bool, isOutside);
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    QCOMPARE(this->isOutside(id.value(), who), isOutside);
}

void TestLooks::pileMovesWithTheCase()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    VERIFY_OK(m_hall->cases.act(id.value(), u"clerk1"_s, u"accept"_s));
    // The fee slip brings it to every till.
    QVERIFY(!isOutside(id.value(), u"cash1"_s));
    QVERIFY(isOutside(id.value(), u"clerk9"_s));
    // Who acted in it may see what became of it.
    VERIFY_OK(m_hall->cases.act(id.value(), u"man1"_s, AddNote{.text = u"督办"_s}));
    QVERIFY(!isOutside(id.value(), u"man1"_s));
}

void TestLooks::looksAreKeptAndRead()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    const Session stranger = m_hall->session(u"clerk9"_s);
    VERIFY_OK(await(m_desk->logLook(id.value(), LookKind::Opened, {}, stranger)));
    m_hall->fixture.clock.advance(60);
    VERIFY_OK(await(m_desk->logLook(id.value(), LookKind::Numbers, u" 申请人来电 "_s, stranger)));
    const LookDesk admin(*m_hall->place);
    const auto looks = await(admin.looks(m_hall->session(u"man1"_s), 30));
    VERIFY_OK(looks);
    QCOMPARE(looks.value().size(), 2);
    const LookRow &newest = looks.value().constFirst().row;
    QCOMPARE(newest.kind, LookKind::Numbers);
    QCOMPARE(newest.purpose, u"申请人来电"_s);
    QCOMPARE(newest.staff, u"clerk9"_s);
    QCOMPARE(newest.post, u"AJ/clerk"_s);
    QVERIFY(!newest.number.isEmpty());
    QCOMPARE(looks.value().constFirst().itemName.zh, u"事项"_s);
    QCOMPARE(looks.value().constLast().row.kind, LookKind::Opened);
    // Older than the period asked for.
    m_hall->fixture.clock.advance(40LL * 24 * 3600);
    QVERIFY(await(admin.looks(m_hall->session(u"man1"_s), 30)).value().isEmpty());
}

void TestLooks::looksSurviveARecovery()
{
    const auto id = m_hall->cases.open(u"W2"_s);
    VERIFY_OK(id);
    VERIFY_OK(await(m_desk->logLook(id.value(), LookKind::Opened, {}, m_hall->session(u"co1"_s))));
    // The safety file keeps the row: it is given to whoever reads a store back.
    const auto kept = await(m_hall->fixture.store().read([](ReadTx &tx) -> Result<qint64> {
        Query query(tx.connection(), u"select count(*) as n from look"_s);
        const Result<bool> row = query.next();
        return row.ok() ? Result<qint64>(query.number("n"_L1)) : row.error();
    }));
    VERIFY_OK(kept);
    QCOMPARE(kept.value(), 1);
    QFile file(m_hall->fixture.path(u"safety.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray safety = file.readAll();
    QVERIFY(safety.contains("\"look\""));
}

void TestLooks::onlyTheirReadersReadThem()
{
    const LookDesk admin(*m_hall->place);
    const auto refused = await(admin.looks(m_hall->session(u"clerk1"_s), 30));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotYourPost);
}

HALL_TEST_MAIN(QCoreApplication, TestLooks)
#include "tst_looks.moc"

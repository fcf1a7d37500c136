// What the centre lists of every stream is folded again from its events, by the program's own
// rules.
#include "sync/admin/centredatabase.h"
#include "sync/admin/verification.h"
#include "townvisit.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestReplay : public QObject, private TownVisit
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSoundTownHasNoFault();
    void findsWhatIsListedWrongly_data();
    void findsWhatIsListedWrongly();
    void quickLooksAtTheJournalOnly();

private:
    [[nodiscard]] Verification verified(PageCheck check = PageCheck::Bytes);
    QByteArray m_case;
};

void TestReplay::initTestCase()
{
    QVERIFY2(begin(), qPrintable(problem()));
    TownCase driven = opened();
    m_case = driven.file.id.text().toUtf8();
    QCOMPARE(m_town.verdict(*m_station, note(driven)), u"0"_s);
    const auto accepted = driven.run(
        Act{.action = u"accept"_s, .opinion = u"同意"_s, .reason = u"理由"_s, .manifest = "{}"},
        u"clerk1"_s);
    QVERIFY(accepted.ok());
    for (const Event &event : accepted.value())
        QCOMPARE(m_town.verdict(*m_station, {.event = event}), u"0"_s);
    static_cast<void>(opened(u"W1"_s));
}

Verification TestReplay::verified(PageCheck check)
{
    CentreDatabase centre;
    const QString name = m_town.server().byName(u"postgres"_s, CentreTown::database_);
    const auto part = [&name](const QString &key) {
        return name.section(key + u'=', 1).section(u' ', 0, 0).remove(u'\'');
    };
    const Result<Done> open = centre.open({.host = part(u"host"_s),
                                           .port = m_town.server().port(),
                                           .database = CentreTown::database_,
                                           .user = u"postgres"_s});
    if (!open.ok())
        return {.faults = {{.what = u"no connection: "_s + centre.words()}}};
    const Result<Verification> found = verifyCentre(centre, check, [](qint64) {});
    return found.ok() ? found.value() : Verification{.faults = {{.what = centre.words()}}};
}

void TestReplay::aSoundTownHasNoFault()
{
    const Verification found = verified();
    QVERIFY2(found.faults.isEmpty(),
             qPrintable(found.faults.isEmpty() ? QString() : found.faults.first().what));
    QVERIFY(found.streams >= 3);
}

void TestReplay::findsWhatIsListedWrongly_data()
{
    QTest::addColumn<QByteArray>("harm");
    QTest::newRow("state") << QByteArray("state = 'received'");
    QTest::newRow("ended") << QByteArray("is_open = not is_open");
    QTest::newRow("head") << QByteArray("head = head || '{\"name\": \"another\"}'");
    QTest::newRow("head is short") << QByteArray("head = head - 'name'");
    QTest::newRow("position") << QByteArray("pos = pos + 1000");
}

void TestReplay::findsWhatIsListedWrongly()
{
    QFETCH(QByteArray, harm);
    const QByteArray on = " where stream = '" + m_case + "'";
    QVERIFY(m_root->run("create table public.kept as select * from app.stream" + on).ok);
    QVERIFY(m_root->run("update app.stream set " + harm + on).ok);
    const Verification found = verified();
    const Verification quick = verified(PageCheck::ListOnly);
    QVERIFY(m_root
                ->run("update app.stream s set state = k.state, is_open = k.is_open, head = "
                      "k.head, pos = k.pos from public.kept k where k.stream = s.stream")
                .ok);
    QVERIFY(m_root->run("drop table public.kept").ok);
    QCOMPARE(found.faults.size(), 1);
    QCOMPARE(found.faults.first().kind, FaultKind::Replay);
    QCOMPARE(found.faults.first().what.toUtf8(), m_case);
    QVERIFY(quick.faults.isEmpty());
}

void TestReplay::quickLooksAtTheJournalOnly()
{
    QVERIFY(verified(PageCheck::ListOnly).faults.isEmpty());
    QVERIFY(verified().faults.isEmpty());
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"

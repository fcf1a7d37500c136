// The name of the centre is looked up beside the thread that waits, never in it.
#include "sync/postgres/namelookup.h"
#include "sync/postgres/serversession.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace hall;
using namespace Qt::StringLiterals;

class TestLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhatTheSystemKnows();
    void givesUpASilentNameServer();
    void endsWhenStopped();
    void saysThatNobodyIsThere();
};

void TestLookup::answersWhatTheSystemKnows()
{
    const std::atomic_bool stop = false;
    const QString found = addressesOf(u"localhost"_s, QDeadlineTimer(10'000), stop);
    QVERIFY2(found.contains("127.0.0.1"_L1) || found.contains("::1"_L1), qPrintable(found));
    QCOMPARE(addressesOf(u"10.20.0.5"_s, QDeadlineTimer(10'000), stop), u"10.20.0.5"_s);
    QVERIFY(systemAddresses(u"not a name"_s).isEmpty());
}

void TestLookup::givesUpASilentNameServer()
{
    // Answered only after the test is over: the thread then ends by itself.
    const auto late = std::make_shared<std::promise<void>>();
    const std::shared_future<void> released = late->get_future().share();
    const NameSource silent = [released](const QString &) {
        released.wait();
        return u"10.0.0.1"_s;
    };
    const std::atomic_bool stop = false;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(addressesOf(u"centre.dalang"_s, QDeadlineTimer(300), stop, silent).isEmpty());
    QVERIFY(clock.elapsed() < 5000);
    late->set_value();
}

void TestLookup::endsWhenStopped()
{
    const auto late = std::make_shared<std::promise<void>>();
    const std::shared_future<void> released = late->get_future().share();
    std::atomic_bool stop = false;
    const NameSource silent = [released, &stop](const QString &) {
        stop.store(true); // the program ends while the question is out
        released.wait();
        return QString();
    };
    QElapsedTimer clock;
    clock.start();
    QVERIFY(addressesOf(u"centre.dalang"_s, QDeadlineTimer(600'000), stop, silent).isEmpty());
    QVERIFY(clock.elapsed() < 5000);
    late->set_value();
}

void TestLookup::saysThatNobodyIsThere()
{
    const std::atomic_bool stop = false;
    ServerSession session({.connect = 3000}, stop);
    const Result<Done> opened = session.open({.host = u"not a name"_s, .database = u"hall"_s});
    QCOMPARE(opened.error().kind, ErrorKind::CentreUnreachable);
}

QTEST_GUILESS_MAIN(TestLookup)
#include "tst_lookup.moc"

#include "sync/engine/pushpace.h"

#include <QTest>

using namespace hall;

class TestPace : public QObject
{
    Q_OBJECT

private slots:
    void growsWhileAnswersComeQuickly();
    void shrinksWhenManyWait();
    void isNeverNothing();
};

void TestPace::growsWhileAnswersComeQuickly()
{
    PushPace pace(500);
    QCOMPARE(pace.events(), 100);
    pace.answered(20);
    QCOMPARE(pace.events(), 200);
    pace.answered(1000); // neither quick nor slow
    QCOMPARE(pace.events(), 200);
    pace.answered(20);
    pace.answered(20);
    QCOMPARE(pace.events(), 500);
}

void TestPace::shrinksWhenManyWait()
{
    PushPace pace(500);
    pace.answered(2001);
    QCOMPARE(pace.events(), 50);
    PushPace other(500);
    for (int i = 0; i < 3; ++i)
        other.answered(0);
    QCOMPARE(other.events(), 500);
    other.lost();
    QCOMPARE(other.events(), 125);
}

void TestPace::isNeverNothing()
{
    PushPace pace(500);
    for (int i = 0; i < 10; ++i)
        pace.lost();
    QCOMPARE(pace.events(), PushPace::least);
    pace.answered(9000);
    QCOMPARE(pace.events(), PushPace::least);
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"

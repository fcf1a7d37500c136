#include "desk/figures/rates.h"
#include "testmain.h"

#include <QGuiApplication>
#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

/// Ratios from sums alone, without a store.
class TestFigureRates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesOfNothingAreADash();
    void ratesAreExact();
};

void TestFigureRates::ratesOfNothingAreADash()
{
    for (const RateValue &rate : ratesOf({}, {})) {
        QVERIFY(!rate.value);
        QCOMPARE(rate.text(), u"—"_s);
    }
}

void TestFigureRates::ratesAreExact()
{
    const auto closed = [](CaseType type, ClosingGrade grade, int count, int legal, int used) {
        return MilestoneSum{.kind = Milestone::Ended,
                            .caseType = type,
                            .finish = u"0"_s,
                            .grade = grade,
                            .count = count,
                            .withLegalLimit = legal > 0 ? count : 0,
                            .legalDays = legal,
                            .legalDaysUsed = used};
    };
    MilestoneSum withdrawn = closed(CaseType::Promised, ClosingGrade::Late, 7, 90, 90);
    withdrawn.finish = u"1"_s;
    const QList<RateValue> rates
        = ratesOf({closed(CaseType::SameDay, ClosingGrade::OnTime, 5, 0, 0),
                   closed(CaseType::Promised, ClosingGrade::Early, 3, 60, 12),
                   closed(CaseType::Promised, ClosingGrade::Late, 2, 40, 38), withdrawn},
                  {0, 0, 0, 0, 0, 2, 4, 6, 18, 20});
    QCOMPARE(rates.at(0).text(), u"50.0 %"_s); // same day
    QCOMPARE(rates.at(1).text(), u"80.0 %"_s); // by the promised date
    QCOMPARE(rates.at(2).text(), u"60.0 %"_s); // early of promised
    QCOMPARE(rates.at(3).text(), u"50.0 %"_s); // (100 − 50) / 100
    QCOMPARE(rates.at(4).text(), u"5.0"_s);
    QCOMPARE(rates.at(5).text(), u"1.0"_s);
    QCOMPARE(rates.at(6).text(), u"18.0"_s);
}

HALL_TEST_MAIN(QGuiApplication, TestFigureRates)
#include "tst_figures_rates.moc"

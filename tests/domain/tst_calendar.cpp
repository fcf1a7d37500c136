#include "domain/calendar.h"

#include "tests/domain/vectors.h"

#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

QDate day(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

QList<DaySpan> spansOf(const QString &text)
{
    QList<DaySpan> spans;
    const auto parts = text.split(u'|', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        spans += DaySpan{day(part.section(u'/', 0, 0).trimmed()),
                         day(part.section(u'/', 1, 1).trimmed())};
    return spans;
}

} // namespace

class TestCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vectors_data();
    void vectors();
    void knowsTheTrapsOfTheNotices();
    void countsTheWorkingDaysOfAYear();
    void excludesSpans_data();
    void excludesSpans();
    void mergesSpans();
    void datesWeekendAcceptanceToTheNextWorkingDay();
    void marksDatesBeyondTheNoticesAsProvisional();
    void countsDaysUsedAndLeft();
    void obeysLocalDaysOff();
    void endsWhenAStopNeverDoes();
    void rejectsBrokenRows_data();
    void rejectsBrokenRows();

private:
    WorkingCalendar m_calendar;
    QList<HolidayRow> m_holidays;
};

void TestCalendar::initTestCase()
{
    const auto bytes
        = vectors::bytesOf(QStringLiteral(HALL_SOURCE_DIR "/resources/reference/holidays-cn.csv"));
    const auto holidays = holidaysFromCsv(bytes);
    QVERIFY(holidays.ok());
    QCOMPARE(holidays.value().size(), 769);
    m_holidays = holidays.value();
    m_calendar = WorkingCalendar(m_holidays);
    QCOMPARE(m_calendar.lastLoadedYear(), 2026);
}

void TestCalendar::vectors_data()
{
    QTest::addColumn<QStringList>("row");
    const auto rows = vectors::rowsWith(vectors::deadlineHeader);
    if (rows.isEmpty() && vectors::rowsWith(vectors::identityHeader).isEmpty())
        QFAIL(qUtf8Printable(u"no vectors in "_s + vectors::folder()));
    if (rows.isEmpty())
        QSKIP("the folder holds other vectors only");
    for (const auto &row : rows)
        QTest::newRow(qUtf8Printable(row.origin)) << row.fields;
}

void TestCalendar::vectors()
{
    QFETCH(QStringList, row);
    QVERIFY(row.size() >= 6);
    QVERIFY2(row.at(1) == "workday"_L1 || row.at(1) == "calendar"_L1, "unknown unit");
    QVERIFY2(row.at(3) == "next"_L1 || row.at(3) == "none"_L1, "unknown roll");
    const Limit limit{.days = row.at(2).toInt(),
                      .unit = row.at(1) == "workday"_L1 ? DayUnit::Workday : DayUnit::Calendar,
                      .roll = row.at(3) == "next"_L1 ? Roll::Next : Roll::None};
    const Due due = m_calendar.due(day(row.at(0)), limit, spansOf(row.at(4)));
    QCOMPARE(due.date, day(row.at(5)));
}

void TestCalendar::knowsTheTrapsOfTheNotices()
{
    // A notice names days of the year before.
    QVERIFY(m_calendar.isWorkingDay(QDate(2006, 12, 30)));
    QVERIFY(m_calendar.isWorkingDay(QDate(2011, 12, 31)));
    QVERIFY(m_calendar.isWorkingDay(QDate(2018, 12, 29)));
    // The one Monday that was a holiday and then worked again.
    QVERIFY(!m_calendar.isWorkingDay(QDate(2020, 1, 31)));
    QVERIFY(m_calendar.isWorkingDay(QDate(2020, 2, 3)));
    // Half-day holidays are working days.
    QVERIFY(m_calendar.isWorkingDay(QDate(2021, 3, 8)));
    QVERIFY(m_calendar.isWorkingDay(QDate(2026, 5, 4).addDays(3)));
    // A weekend that touches a holiday is not listed.
    QVERIFY(!m_calendar.isWorkingDay(QDate(2026, 9, 26)));
}

void TestCalendar::countsTheWorkingDaysOfAYear()
{
    QCOMPARE(m_calendar.workingDaysBetween(QDate(2025, 12, 31), QDate(2026, 12, 31)), 248);
    QCOMPARE(m_calendar.workingDaysBetween(QDate(2009, 2, 28), QDate(2012, 4, 25)), 789);
    for (int year = 2005; year <= 2026; ++year) {
        const int days
            = m_calendar.workingDaysBetween(QDate(year - 1, 12, 31), QDate(year, 12, 31));
        QVERIFY2(days >= 248 && days <= 252, qPrintable(u"%1: %2"_s.arg(year).arg(days)));
    }
}

void TestCalendar::excludesSpans_data()
{
    QTest::addColumn<QString>("spans");
    QTest::addColumn<QDate>("due");
    // 10 working days from Monday 2026-03-02 without a stop end on 16 March.
    QTest::newRow("none") << u""_s << QDate(2026, 3, 16);
    QTest::newRow("one day") << u"2026-03-05/2026-03-06"_s << QDate(2026, 3, 17);
    QTest::newRow("same day is none") << u"2026-03-05/2026-03-05"_s << QDate(2026, 3, 16);
    QTest::newRow("weekend is not subtracted twice")
        << u"2026-03-07/2026-03-09"_s << QDate(2026, 3, 16);
    QTest::newRow("overlapping") << u"2026-03-05/2026-03-10|2026-03-09/2026-03-12"_s
                                 << QDate(2026, 3, 23);
    QTest::newRow("inside another")
        << u"2026-03-05/2026-03-12|2026-03-06/2026-03-07"_s << QDate(2026, 3, 23);
    QTest::newRow("not in order") << u"2026-03-10/2026-03-12|2026-03-05/2026-03-06"_s
                                  << QDate(2026, 3, 19);
    QTest::newRow("backwards is none") << u"2026-03-12/2026-03-05"_s << QDate(2026, 3, 16);
    QTest::newRow("begun before the start") << u"2026-02-25/2026-03-04"_s << QDate(2026, 3, 17);
    QTest::newRow("after the due day") << u"2026-03-17/2026-03-20"_s << QDate(2026, 3, 16);
    QTest::newRow("on the due day") << u"2026-03-16/2026-03-17"_s << QDate(2026, 3, 17);
}

void TestCalendar::excludesSpans()
{
    QFETCH(QString, spans);
    QFETCH(QDate, due);
    const QDate start(2026, 3, 2);
    const auto excluded = spansOf(spans);
    QCOMPARE(m_calendar.due(start, Limit{.days = 10}, excluded).date, due);
    QCOMPARE(m_calendar.workingDaysBetween(start, due, excluded), 10);
}

void TestCalendar::mergesSpans()
{
    const auto merged = mergedSpans(
        spansOf(u"2026-03-09/2026-03-12|2026-03-05/2026-03-09|2026-03-20/2026-03-20"_s));
    QCOMPARE(merged, spansOf(u"2026-03-05/2026-03-12"_s));
    const DaySpan open{.from = QDate(2026, 3, 7)};
    QCOMPARE(mergedSpans({open, DaySpan{QDate(2026, 3, 5), QDate(2026, 3, 9)}}),
             QList<DaySpan>{DaySpan{.from = QDate(2026, 3, 5)}});
}

void TestCalendar::datesWeekendAcceptanceToTheNextWorkingDay()
{
    QCOMPARE(m_calendar.actingDay(QDate(2026, 11, 20)), QDate(2026, 11, 20));
    QCOMPARE(m_calendar.actingDay(QDate(2026, 11, 21)), QDate(2026, 11, 23));
    QCOMPARE(m_calendar.actingDay(QDate(2026, 10, 1)), QDate(2026, 10, 8));
    QCOMPARE(m_calendar.actingDay(QDate(2026, 10, 10)), QDate(2026, 10, 10));
    QCOMPARE(m_calendar.due(QDate(2026, 11, 21), Limit{.days = 0}).date, QDate(2026, 11, 23));
    QCOMPARE(m_calendar.addWorkingDays(QDate(2026, 11, 20), 1), QDate(2026, 11, 23));
    QCOMPARE(m_calendar.addWorkingDays(QDate(2026, 11, 20), 0), QDate(2026, 11, 20));
}

void TestCalendar::marksDatesBeyondTheNoticesAsProvisional()
{
    const Due before = m_calendar.due(QDate(2026, 12, 24), Limit{.days = 5});
    QCOMPARE(before, (Due{QDate(2026, 12, 31), false}));
    const Due beyond = m_calendar.due(QDate(2026, 12, 24), Limit{.days = 6});
    QCOMPARE(beyond, (Due{QDate(2027, 1, 1), true}));
    // A single day of the next year does not make that year known.
    auto holidays = m_holidays;
    holidays += HolidayRow{.date = QDate(2027, 1, 1), .name = u"元旦"_s};
    const WorkingCalendar longer(holidays);
    QCOMPARE(longer.lastLoadedYear(), 2026);
    QCOMPARE(longer.due(QDate(2026, 12, 24), Limit{.days = 6}), (Due{QDate(2027, 1, 4), true}));
    QVERIFY(WorkingCalendar().due(QDate(2026, 3, 2), Limit{.days = 1}).isProvisional);
}

void TestCalendar::countsDaysUsedAndLeft()
{
    const QDate accepted(2026, 9, 17);
    const QDate due = m_calendar.due(accepted, Limit{.days = 20}).date;
    for (QDate today = accepted; today <= due; today = today.addDays(1)) {
        const int used = m_calendar.workingDaysBetween(accepted, today);
        QCOMPARE(used + m_calendar.workingDaysBetween(today, due), 20);
    }
    QCOMPARE(m_calendar.workingDaysBetween(due.addDays(5), due),
             -m_calendar.workingDaysBetween(due, due.addDays(5)));
    QCOMPARE(m_calendar.daysBetween(QDate(2026, 9, 10), QDate(2026, 10, 10), DayUnit::Calendar),
             30);
}

void TestCalendar::obeysLocalDaysOff()
{
    const LocalOff typhoon{QDate(2026, 11, 24), u"台风停工"_s, u"admin"_s};
    const LocalOff makeUp{QDate(2026, 10, 10), u"停电"_s, u"admin"_s};
    const WorkingCalendar local(m_holidays, {typhoon, makeUp});
    QVERIFY(!local.isWorkingDay(typhoon.date));
    QVERIFY(!local.isWorkingDay(makeUp.date));
    QCOMPARE(local.note(typhoon.date), u"台风停工"_s);
    QCOMPARE(local.note(QDate(2026, 10, 1)), u"国庆节"_s);
    QCOMPARE(local.addWorkingDays(QDate(2026, 11, 23), 1), QDate(2026, 11, 25));
    QCOMPARE(local.lastLoadedYear(), 2026);
}

void TestCalendar::endsWhenAStopNeverDoes()
{
    const Due never
        = m_calendar.due(QDate(2026, 3, 2), Limit{.days = 3}, {DaySpan{.from = QDate(2026, 3, 3)}});
    QVERIFY(never.isProvisional);
    QCOMPARE(m_calendar.workingDaysBetween(QDate(2026, 3, 2), QDate(2026, 6, 1),
                                           {DaySpan{.from = QDate(2026, 3, 4)}}),
             1);
}

void TestCalendar::rejectsBrokenRows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no such day") << QByteArray("date,name,is_off_day\n2026-02-30,x,true\n");
    QTest::newRow("no verdict") << QByteArray("date,name,is_off_day\n2026-02-20,x,yes\n");
    QTest::newRow("short") << QByteArray("date,name,is_off_day\n2026-02-20,true\n");
}

void TestCalendar::rejectsBrokenRows()
{
    QFETCH(QByteArray, bytes);
    const auto rows = holidaysFromCsv(bytes);
    QVERIFY(!rows.ok());
    QCOMPARE(rows.error(), (Error{ErrorKind::RowRejected, u"2"_s}));
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"

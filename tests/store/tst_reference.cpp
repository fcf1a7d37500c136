#include "store/referencerows.h"

#include "samplehall.h"
#include "storefixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// The reference data as a projection of the hall stream, with the sample hall's volume.
class TestReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasPublished();
    void retiresAndReplaces();
    void keepsRetiredDefinitions();
    void refusesAPublicationWithoutCode();

private:
    Result<Done> publish(StoreFixture &fixture, const QList<QJsonObject> &bodies);
    StreamId m_stream;
};

Result<Done> TestReference::publish(StoreFixture &fixture, const QList<QJsonObject> &bodies)
{
    if (m_stream.isNull())
        m_stream = fixture.ids.make<StreamId>();
    QList<Event> events;
    for (const QJsonObject &body : bodies)
        events.append(sealed({.id = fixture.ids.make<EventId>(),
                              .kind = StreamKind::Hall,
                              .stream = m_stream,
                              .type = QString(publishedType)},
                             body));
    return await(fixture.store().write([events](WriteTx &tx) { return tx.append(events); }));
}

void TestReference::comesBackAsItWasPublished()
{
    const Reference sample = sampleReference();
    QList<QJsonObject> bodies{publicationBody(u"hall"_s, u"hall"_s, sample.hall.json())};
    for (const Department &department : sample.departments)
        bodies.append(publicationBody(u"department"_s, department.code, department.json()));
    for (const Window &window : sample.windows)
        bodies.append(publicationBody(u"window"_s, window.code, window.json()));
    for (const StaffMember &member : sample.staff)
        bodies.append(publicationBody(u"staff"_s, member.code, member.json()));
    for (const Definition *definition : sample.definitions.all())
        bodies.append(publicationBody(u"definition"_s, definition->code(),
                                      QJsonDocument::fromJson(definition->json()).object()));
    for (const ItemDef &item : sample.items)
        bodies.append(publicationBody(u"item"_s, item.code, item.json()));
    for (auto phrases = sample.phrases.constBegin(); phrases != sample.phrases.constEnd();
         ++phrases)
        bodies.append(publicationBody(u"phrases"_s, phrases.key(),
                                      {{u"list"_s, QJsonArray::fromStringList(phrases.value())}}));
    QMap<int, QList<HolidayRow>> years;
    const auto holidays = holidaysFromCsv(referenceFile(u"holidays-cn.csv"_s));
    VERIFY_OK(holidays);
    for (const HolidayRow &day : holidays.value())
        years[day.date.year()].append(day);
    for (auto year = years.constBegin(); year != years.constEnd(); ++year)
        bodies.append(publicationBody(u"holiday-year"_s, QString::number(year.key()),
                                      holidayYearJson(year.value())));

    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(publish(fixture, bodies));
    VERIFY_OK(fixture.open());
    const ReferencePtr loaded = fixture.store().reference();
    QVERIFY(loaded->items.size() > 100);
    QCOMPARE(loaded->items, sample.items);
    QCOMPARE(loaded->staff.keys(), sample.staff.keys());
    QCOMPARE(loaded->windows.keys(), sample.windows.keys());
    QCOMPARE(loaded->departments.keys(), sample.departments.keys());
    QCOMPARE(loaded->phrases, sample.phrases);
    QCOMPARE(loaded->hall.json(), sample.hall.json());
    QCOMPARE(loaded->definitions.all().size(), sample.definitions.all().size());
    QCOMPARE(loaded->calendar.lastLoadedYear(), sample.calendar.lastLoadedYear());
    for (QDate day(2019, 12, 1); day.year() < 2028; day = day.addDays(1))
        QCOMPARE(loaded->calendar.isWorkingDay(day), sample.calendar.isWorkingDay(day));

    const auto took = await(fixture.store().read([](ReadTx &tx) -> Result<qint64> {
        QElapsedTimer timer;
        timer.start();
        const auto again = loadReference(tx.connection());
        return again.ok() ? Result<qint64>(timer.elapsed()) : Result<qint64>(again.error());
    }));
    VERIFY_OK(took);
    qInfo("reference data loaded in %lld ms (aim: 30)", took.value());
    QVERIFY(took.value() < 500); // a slip of magnitude; the machine may be busy
}

void TestReference::retiresAndReplaces()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const LocalDay typhoon{QDate(2026, 11, 25), true, u"台风"_s, u"admin"_s};
    QVERIFY(fixture.store().reference()->calendar.isWorkingDay(typhoon.date));
    VERIFY_OK(publish(fixture,
                      {publicationBody(u"localday"_s, u"2026-11-25"_s, typhoon.json()),
                       retirementBody(u"window"_s, u"A01"_s)}));
    QVERIFY(!fixture.store().reference()->calendar.isWorkingDay(typhoon.date));
    QVERIFY(!fixture.store().reference()->window(u"A01"_s));
    VERIFY_OK(publish(fixture, {retirementBody(u"localday"_s, u"2026-11-25"_s)}));
    QVERIFY(fixture.store().reference()->calendar.isWorkingDay(typhoon.date));
    // A second version of an item counts, also when the first one comes again from the centre.
    ItemDef item = *fixture.store().reference()->item(u"W1"_s);
    const QJsonObject first = item.json();
    item.version = 2;
    item.conditions = u"新条件"_s;
    VERIFY_OK(publish(fixture, {publicationBody(u"item"_s, u"W1"_s, item.json())}));
    VERIFY_OK(publish(fixture, {publicationBody(u"item"_s, u"W1"_s, first)}));
    QCOMPARE(fixture.store().reference()->item(u"W1"_s)->conditions, u"新条件"_s);
    VERIFY_OK(publish(fixture, {retirementBody(u"item"_s, u"W1"_s)}));
    QVERIFY(!fixture.store().reference()->item(u"W1"_s));
}

void TestReference::keepsRetiredDefinitions()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    VERIFY_OK(publish(fixture, {retirementBody(u"definition"_s, u"W1"_s)}));
    QVERIFY(fixture.store().reference()->definitions.find(u"W1"_s, 1));
}

void TestReference::refusesAPublicationWithoutCode()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const auto refused = publish(fixture, {publicationBody(u"item"_s, {}, {})});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::RuleBroken);
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"

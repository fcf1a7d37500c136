#include "domain/casenumber.h"
#include "store/numbers.h"
#include "store/referencerows.h"
#include "storefixture.h"

#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksByTheStandard();
    void findsEverySingleError();
    void findsNearlyEveryExchange();
    void readsWhatAPersonTypes();
    void refusesWrongParts();
    void countsIntakesPerDate();
    void givesOfficialNumbersFromBlocks();
    void followsAPublishedPattern();
    void accountsForEveryNumber();
    void takesBackWhatIsRolledBack();

private:
    static Result<QString> official(StoreFixture &fixture, const QString &series);
};

void TestNumbers::checksByTheStandard()
{
    // Example of ISO 7064 MOD 37,36: A12425GABC1234002 has the check character M (the standard's
    // own text, and the GRid of the music industry uses the same system).
    QCOMPARE(checkCharacter37(u"A12425GABC1234002"), u'M');
    QCOMPARE(checkCharacter37(u"abc"), QChar());
    const auto number = CaseNumber::make(u"441900113"_s, QDate(2026, 11, 22), u"A07"_s, 1);
    VERIFY_OK(number);
    QVERIFY(number.value().text().startsWith("441900113-20261122-A07-0001-"_L1));
    QCOMPARE(number.value().text().size(), 29);
    const auto back = CaseNumber::fromText(number.value().text());
    VERIFY_OK(back);
    QCOMPARE(back.value(), number.value());
    QCOMPARE(back.value().region(), u"441900113"_s);
    QCOMPARE(back.value().date(), QDate(2026, 11, 22));
    QCOMPARE(back.value().station(), u"A07"_s);
    QCOMPARE(back.value().serial(), 1);
}

void TestNumbers::findsEverySingleError()
{
    const QString text
        = CaseNumber::make(u"441900113"_s, QDate(2026, 11, 22), u"B7Z"_s, 8042).value().text();
    const QString letters = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == u'-')
            continue;
        for (const QChar letter : letters) {
            QString wrong = text;
            wrong[at] = letter;
            QCOMPARE(CaseNumber::fromText(wrong).ok(), wrong == text);
        }
    }
}

void TestNumbers::findsNearlyEveryExchange()
{
    int exchanges = 0;
    int unseen = 0;
    for (int serial = 1; serial <= CaseNumber::maxSerial; serial += 7) {
        QString text = CaseNumber::make(u"441900113"_s, QDate(2026, 1, 1).addDays(serial % 365),
                                        u"A%1"_s.arg(serial % 90 + 10), serial)
                           .value()
                           .text();
        text.remove(u'-');
        for (qsizetype at = 0; at + 1 < text.size(); ++at) {
            if (text.at(at) == text.at(at + 1))
                continue;
            QString wrong = text;
            wrong[at] = text.at(at + 1);
            wrong[at + 1] = text.at(at);
            ++exchanges;
            unseen += CaseNumber::fromText(wrong).ok() ? 1 : 0;
        }
    }
    QVERIFY(exchanges > 20000);
    // The standard's limit is one in 180 for figures; dates and forms find some of these too.
    QVERIFY2(unseen * 150 < exchanges, qPrintable(u"%1 of %2"_s.arg(unseen).arg(exchanges)));
}

void TestNumbers::readsWhatAPersonTypes()
{
    const QString text
        = CaseNumber::make(u"441900113"_s, QDate(2026, 11, 22), u"A07"_s, 17).value().text();
    for (const QString &typed :
         {text.toLower(), QString(text).remove(u'-'), u"  "_s + text + u" "_s,
          QString(text).replace(u'A', u'Ａ').replace(u'4', u'４'),
          QString(text).replace(u'-', u' ')})
        QCOMPARE(CaseNumber::fromText(typed).valueOr({}).text(), text);
    QCOMPARE(CaseNumber::fromText(text.chopped(1)).error().kind, ErrorKind::NumberLength);
    QCOMPARE(CaseNumber::fromText(QString(text).replace(u'9', u'X')).error().kind,
             ErrorKind::NumberCharacters);
    const QString payload = u"441900113"_s + u"20261322"_s + u"A07"_s + u"0017"_s;
    QCOMPARE(CaseNumber::fromText(payload + checkCharacter37(payload)).error().kind,
             ErrorKind::NumberDate);
}

void TestNumbers::refusesWrongParts()
{
    const QDate day(2026, 11, 22);
    QCOMPARE(CaseNumber::make(u"44190011"_s, day, u"A07"_s, 1).error().detail, u"region"_s);
    QCOMPARE(CaseNumber::make(u"441900113"_s, QDate(), u"A07"_s, 1).error().detail, u"date"_s);
    QCOMPARE(CaseNumber::make(u"441900113"_s, day, u"a07"_s, 1).error().detail, u"station"_s);
    QCOMPARE(CaseNumber::make(u"441900113"_s, day, u"A07"_s, 0).error().detail, u"serial"_s);
    QCOMPARE(CaseNumber::make(u"441900113"_s, day, u"A07"_s, 10000).error().detail, u"serial"_s);
}

void TestNumbers::countsIntakesPerDate()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.publishSmallHall());
    const auto give = [&fixture](const QDate &date) {
        return await(
            fixture.store().write([date](WriteTx &tx) { return tx.numbers().intakeNumber(date); }));
    };
    QSet<QString> seen;
    const QDate today(2026, 11, 23);
    // The clock jumps back a day, forward two, and back again.
    for (const int days : {0, 0, -1, 0, 2, -1, 0, 2}) {
        const auto number = give(today.addDays(days));
        VERIFY_OK(number);
        QVERIFY2(!seen.contains(number.value()), qPrintable(number.value()));
        seen.insert(number.value());
    }
    const auto next = give(today);
    QVERIFY(next.value().startsWith("441900113-20261123-A01-0005-"_L1));
    VERIFY_OK(fixture.open());
    QVERIFY(give(today).value().startsWith("441900113-20261123-A01-0006-"_L1));
}

Result<QString> TestNumbers::official(StoreFixture &fixture, const QString &series)
{
    return await(fixture.store().write([series](WriteTx &tx) {
        return tx.numbers().officialNumber(series, u"大朗行政服务"_s, 2026);
    }));
}

void TestNumbers::givesOfficialNumbersFromBlocks()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    for (int i = 1; i <= 23; ++i) {
        const auto number = official(fixture, u"acceptance-notice"_s);
        VERIFY_OK(number);
        QCOMPARE(number.value(), u"大朗行政服务受字〔2026〕第%1号"_s.arg(i, 4, 10, QChar(u'0')));
        if (i == 13)
            VERIFY_OK(fixture.open());
    }
    QCOMPARE(official(fixture, u"denial-decision"_s).value(),
             u"大朗行政服务不准字〔2026〕第0001号"_s);
    const auto nextYear = await(fixture.store().write([](WriteTx &tx) {
        return tx.numbers().officialNumber(u"acceptance-notice"_s, u"大朗行政服务"_s, 2027);
    }));
    QCOMPARE(nextYear.value(), u"大朗行政服务受字〔2027〕第0001号"_s);
    QVERIFY(official(fixture, u"receipt/A01"_s).value()
            != official(fixture, u"receipt/A02"_s).value());
}

void TestNumbers::followsAPublishedPattern()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const Event event = sealed({.id = fixture.ids.make<EventId>(),
                                .kind = StreamKind::Hall,
                                .stream = fixture.ids.make<StreamId>(),
                                .type = QString(publishedType)},
                               publicationBody(u"setting"_s, u"number-pattern/acceptance-notice"_s,
                                               {{u"pattern"_s, u"%year%-%serial%"_s}}));
    VERIFY_OK(await(fixture.store().write([event](WriteTx &tx) { return tx.append({event}); })));
    QCOMPARE(official(fixture, u"acceptance-notice"_s).value(), u"2026-0001"_s);
}

void TestNumbers::accountsForEveryNumber()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    QString spoiled;
    for (int i = 0; i < 13; ++i)
        spoiled = official(fixture, u"grant-decision"_s).value();
    VERIFY_OK(await(fixture.store().write(
        [spoiled](WriteTx &tx) { return voidNumber(tx, spoiled, u"打印错误"_s); })));
    const auto report = [&fixture] {
        return await(fixture.store().report([](ReadTx &tx) { return numberReport(tx, 2026); }));
    };
    auto lines = report();
    VERIFY_OK(lines);
    QCOMPARE(lines.value().size(), 1);
    QCOMPARE(lines.value().first().leased, 20);
    QCOMPARE(lines.value().first().used, 12);
    QCOMPARE(lines.value().first().voidedSerials, QList<int>{13});
    QCOMPARE(lines.value().first().open, 7);
    VERIFY_OK(await(fixture.store().write([](WriteTx &tx) { return returnNumbers(tx, 2026); })));
    lines = report();
    const NumberUse &use = lines.value().first();
    QCOMPARE(use.returned, 7);
    QCOMPARE(use.used + use.voided + use.returned + use.open, use.leased);
    // What was returned is not given again.
    QCOMPARE(official(fixture, u"grant-decision"_s).value(), u"大朗行政服务准字〔2026〕第0021号"_s);
    const auto unknown = await(fixture.store().write(
        [](WriteTx &tx) { return voidNumber(tx, u"no such number"_s, u"x"_s); }));
    QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
}

void TestNumbers::takesBackWhatIsRolledBack()
{
    StoreFixture fixture;
    VERIFY_OK(fixture.open());
    const auto failed = await(fixture.store().write([](WriteTx &tx) -> Result<Done> {
        const Result<QString> number = tx.numbers().officialNumber(u"slip"_s, u"大朗"_s, 2026);
        return number.ok() ? Error{ErrorKind::Cancelled} : number.error();
    }));
    QCOMPARE(failed.error().kind, ErrorKind::Cancelled);
    const auto first = await(fixture.store().write(
        [](WriteTx &tx) { return tx.numbers().officialNumber(u"slip"_s, u"大朗"_s, 2026); }));
    QCOMPARE(first.value(), u"大朗缴字〔2026〕第0001号"_s);
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"

#include "storefixture.h"

#include "domain/casenumber.h"
#include "store/casecard.h"
#include "store/search.h"

#include <algorithm>
#include <random>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// A cold row is all that search needs.
CaseRow person(StoreFixture &fixture, const QString &name, const QString &number = {})
{
    static int serial = 0;
    ++serial;
    const qint64 at = hallInstant(QDate(2026, 11, 20), QTime(9, 0)).toMSecsSinceEpoch() + serial;
    const Result<CaseNumber> given
        = CaseNumber::make(u"441900113"_s, QDate(2026, 11, 20), u"A07"_s, serial % 9999 + 1);
    return {.id = fixture.ids.make<StreamId>(),
            .number = given.value().text(),
            .itemCode = u"W2"_s,
            .itemName = u"事项"_s,
            .dept = u"HB"_s,
            .window = u"A01"_s,
            .clerk = u"clerk1"_s,
            .applicantName = name,
            .applicantNumber = number,
            .registeredAt = at,
            .changedAt = at};
}

Result<Done> insert(StoreFixture &fixture, const QList<CaseRow> &rows)
{
    return await(fixture.store().write([rows](WriteTx &tx) { return insertColdRows(tx, rows); }));
}

Result<QList<CaseHit>> find(StoreFixture &fixture, const QString &text, int limit = 50)
{
    return await(
        fixture.store().read([text, limit](ReadTx &tx) { return searchCases(tx, text, limit); }));
}

QStringList names(const Result<QList<CaseHit>> &hits)
{
    QStringList list;
    for (const CaseHit &hit : hits.valueOr({}))
        list.append(hit.row.applicantName);
    return list;
}

QStringList found(StoreFixture &fixture, const QString &text)
{
    return names(find(fixture, text));
}

/// Few different characters, so that pairs and triples meet often; two lie outside the BMP.
QString randomName(std::mt19937 &random, const QList<QString> &characters, int most)
{
    QString name;
    const int length = std::uniform_int_distribution<int>(2, most)(random);
    for (int i = 0; i < length; ++i) {
        name += characters.at(
            std::uniform_int_distribution<qsizetype>(0, characters.size() - 1)(random));
    }
    return name;
}

QString randomDigits(std::mt19937 &random, int count)
{
    QString digits;
    for (int i = 0; i < count; ++i)
        digits += QChar(u'0' + std::uniform_int_distribution<int>(0, 9)(random));
    return digits;
}

bool hasReading(const QString &name, const QString &letters)
{
    return std::ranges::any_of(initialsOf(name), [&letters](const QString &reading) {
        return reading.startsWith(letters, Qt::CaseInsensitive);
    });
}

/// What a person understands by "matches", without any index.
bool matchesPlainly(const CaseRow &row, const QString &text)
{
    const SearchWords words = SearchWords::of(text);
    const bool byName
        = row.applicantName.contains(words.form) || row.agentName.contains(words.form);
    if (!words.letters.isEmpty())
        return byName || hasReading(row.applicantName, words.letters)
            || hasReading(row.agentName, words.letters);
    if (words.number.isEmpty())
        return byName;
    const QString &n = words.number;
    const QString bare = QString(row.number).remove(u'-');
    const bool isTail = n.size() >= 4;
    const bool bySerial = n.size() <= 4 ? row.number.mid(23, 4) == n.rightJustified(4, u'0')
                                        : bare.chopped(1).endsWith(n) || bare.endsWith(n);
    return byName || bySerial || row.applicantNumber.startsWith(n) || row.phone.startsWith(n)
        || (isTail && (row.applicantNumber.endsWith(n) || row.phone.endsWith(n)))
        || (n.size() > 9 && bare.startsWith(n));
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoCharacters();
    void rareCharacters();
    void oneCharacter();
    void middleDots();
    void initialsOfPolyphones();
    void numberTails();
    void caseNumbers();
    void exactNumberComesFirst();
    void everyMeaningHasItsShare();
    void nothingTypedGivesTheNewest();
    void orderIsStable();
    void agentsAreFoundAndSaidSo();
    void sameAsAPlainScan();
    void indexesServeTheOrder_data();
    void indexesServeTheOrder();

private:
    std::unique_ptr<StoreFixture> m_fixture;
};

void TestSearch::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    VERIFY_OK(m_fixture->open());
}

void TestSearch::twoCharacters()
{
    VERIFY_OK(insert(*m_fixture,
                     {person(*m_fixture, u"王建国"_s), person(*m_fixture, u"李建华"_s),
                      person(*m_fixture, u"赵国建"_s), person(*m_fixture, u"钱建国"_s)}));
    QCOMPARE(found(*m_fixture, u"建国"_s), (QStringList{u"钱建国"_s, u"王建国"_s}));
    QCOMPARE(found(*m_fixture, u"王建国"_s), QStringList{u"王建国"_s});
    // Both pairs occur, but not one behind the other.
    VERIFY_OK(insert(*m_fixture, {person(*m_fixture, u"建国王建"_s)}));
    QCOMPARE(found(*m_fixture, u"王建国"_s), QStringList{u"王建国"_s});
    QVERIFY(found(*m_fixture, u"国庆"_s).isEmpty());
}

void TestSearch::rareCharacters()
{
    VERIFY_OK(insert(*m_fixture,
                     {person(*m_fixture, u"𠮷田一"_s), person(*m_fixture, u"林䶮"_s),
                      person(*m_fixture, u"𠮶田一"_s)}));
    QCOMPARE(found(*m_fixture, u"𠮷田"_s), QStringList{u"𠮷田一"_s});
    QCOMPARE(found(*m_fixture, u"𠮷"_s), QStringList{u"𠮷田一"_s});
    QCOMPARE(found(*m_fixture, u"林䶮"_s), QStringList{u"林䶮"_s});
    QCOMPARE(found(*m_fixture, u"田一"_s), (QStringList{u"𠮶田一"_s, u"𠮷田一"_s}));
}

void TestSearch::oneCharacter()
{
    VERIFY_OK(insert(*m_fixture,
                     {person(*m_fixture, u"王建国"_s), person(*m_fixture, u"李王氏"_s),
                      person(*m_fixture, u"黄三"_s)}));
    QCOMPARE(found(*m_fixture, u"王"_s), (QStringList{u"李王氏"_s, u"王建国"_s}));
}

void TestSearch::middleDots()
{
    VERIFY_OK(insert(*m_fixture, {person(*m_fixture, u"买买提·艾力"_s)}));
    for (const QString &typed : {u"提•艾"_s, u"提・艾力"_s, u"买 买 提"_s})
        QCOMPARE(found(*m_fixture, typed), QStringList{u"买买提·艾力"_s});
}

void TestSearch::initialsOfPolyphones()
{
    VERIFY_OK(insert(*m_fixture,
                     {person(*m_fixture, u"单田芳"_s), person(*m_fixture, u"张三丰"_s),
                      person(*m_fixture, u"曾志伟"_s)}));
    QCOMPARE(found(*m_fixture, u"stf"_s), QStringList{u"单田芳"_s}); // Shan as a family name
    QCOMPARE(found(*m_fixture, u"ＳＴ"_s), QStringList{u"单田芳"_s});
    QCOMPARE(found(*m_fixture, u"z"_s), (QStringList{u"曾志伟"_s, u"张三丰"_s}));
    QCOMPARE(found(*m_fixture, u"zsf"_s), QStringList{u"张三丰"_s});
    const auto hits = find(*m_fixture, u"zz"_s);
    VERIFY_OK(hits);
    QCOMPARE(hits.value().size(), 1);
    QVERIFY(hits.value().first().field == MatchField::Initials);
    VERIFY_OK(insert(*m_fixture, {person(*m_fixture, u"东莞市大朗毛织有限公司"_s)}));
    // Longer than what the index keeps of an organisation: the rest is compared.
    QCOMPARE(found(*m_fixture, u"dgsdlmzyxgs"_s), QStringList{u"东莞市大朗毛织有限公司"_s});
    QVERIFY(found(*m_fixture, u"dgsdlmzyxx"_s).isEmpty());
}

void TestSearch::numberTails()
{
    CaseRow phone = person(*m_fixture, u"丙"_s, u"441900199001011235"_s);
    phone.phone = u"13812345678"_s;
    CaseRow landline = person(*m_fixture, u"丁"_s);
    landline.phone = u"0769-83312345"_s;
    VERIFY_OK(insert(*m_fixture,
                     {person(*m_fixture, u"甲"_s, u"44190019900101123X"_s),
                      person(*m_fixture, u"乙"_s, u"440100198505057728"_s), phone, landline}));
    QCOMPARE(found(*m_fixture, u"123x"_s), QStringList{u"甲"_s});
    QCOMPARE(found(*m_fixture, u"１２３Ｘ"_s), QStringList{u"甲"_s});
    QCOMPARE(found(*m_fixture, u"0101123X"_s), QStringList{u"甲"_s});
    QCOMPARE(found(*m_fixture, u"7728"_s), QStringList{u"乙"_s});
    QVERIFY(found(*m_fixture, u"97728"_s).isEmpty());
    QCOMPARE(found(*m_fixture, u"5678"_s), QStringList{u"丙"_s});
    QCOMPARE(found(*m_fixture, u"1381"_s), QStringList{u"丙"_s});
    QCOMPARE(found(*m_fixture, u"83312345"_s), QStringList{u"丁"_s});
    QCOMPARE(found(*m_fixture, u"0769-83312345"_s), QStringList{u"丁"_s});
    QCOMPARE(found(*m_fixture, u"4419001990"_s), (QStringList{u"丙"_s, u"甲"_s}));
}

void TestSearch::caseNumbers()
{
    QList<CaseRow> rows{person(*m_fixture, u"甲"_s), person(*m_fixture, u"乙"_s)};
    rows[0].number
        = CaseNumber::make(u"441900113"_s, QDate(2026, 11, 22), u"A07"_s, 42).value().text();
    rows[1].number
        = CaseNumber::make(u"441900113"_s, QDate(2026, 11, 22), u"B01"_s, 43).value().text();
    VERIFY_OK(insert(*m_fixture, rows));
    const QString whole = rows.at(0).number;
    QCOMPARE(found(*m_fixture, whole), QStringList{u"甲"_s});
    QCOMPARE(found(*m_fixture, QString(whole).remove(u'-').toLower()), QStringList{u"甲"_s});
    QCOMPARE(found(*m_fixture, whole.chopped(2)), QStringList{u"甲"_s});
    QCOMPARE(found(*m_fixture, u"441900113-20261122"_s), (QStringList{u"乙"_s, u"甲"_s}));
    for (const QString &typed : {u"42"_s, u"0042"_s, u"A07-0042"_s, u"a070042"_s, whole.last(10)})
        QCOMPARE(found(*m_fixture, typed), QStringList{u"甲"_s});
}

void TestSearch::exactNumberComesFirst()
{
    QList<CaseRow> rows;
    for (int i = 0; i < 60; ++i)
        rows.append(person(*m_fixture, u"别人"_s, u"12345"_s + QString::number(1000 + i)));
    rows.prepend(person(*m_fixture, u"本人"_s, u"12345"_s));
    VERIFY_OK(insert(*m_fixture, rows));
    const QStringList list = found(*m_fixture, u"12345"_s);
    QCOMPARE(list.size(), 50);
    QCOMPARE(list.first(), u"本人"_s);
}

void TestSearch::everyMeaningHasItsShare()
{
    QList<CaseRow> rows;
    for (int i = 0; i < 60; ++i) {
        rows.append(person(*m_fixture, u"号码"_s, u"44190019900101%1"_s.arg(8888)));
        rows.append(person(*m_fixture, u"电话"_s));
        rows.last().phone = u"1390000"_s + u"8888"_s;
    }
    VERIFY_OK(insert(*m_fixture, rows));
    const QStringList list = found(*m_fixture, u"8888"_s);
    QCOMPARE(list.size(), 50);
    QCOMPARE(list.count(u"号码"_s), 25);
    QCOMPARE(list.count(u"电话"_s), 25);
}

void TestSearch::nothingTypedGivesTheNewest()
{
    QList<CaseRow> rows;
    for (int i = 0; i < 70; ++i)
        rows.append(person(*m_fixture, u"人%1"_s.arg(i)));
    VERIFY_OK(insert(*m_fixture, rows));
    const QStringList list = found(*m_fixture, u"  "_s);
    QCOMPARE(list.size(), 50);
    QCOMPARE(list.first(), u"人69"_s);
    QCOMPARE(list.last(), u"人20"_s);
}

void TestSearch::orderIsStable()
{
    QList<CaseRow> rows;
    for (int i = 0; i < 200; ++i)
        rows.append(person(*m_fixture, u"陈%1"_s.arg(QChar(0x4e00 + i % 7)), u"4419"_s));
    VERIFY_OK(insert(*m_fixture, rows));
    for (const QString &text : {u"陈"_s, u"c"_s, u"4419"_s, u"44"_s}) {
        const auto first = find(*m_fixture, text);
        const auto again = find(*m_fixture, text);
        VERIFY_OK(first);
        QCOMPARE(first.value().size(), 50);
        for (qsizetype i = 0; i < 50; ++i) {
            QCOMPARE(again.value().at(i).row.id, first.value().at(i).row.id);
            QCOMPARE(first.value().at(i).row.id, rows.at(199 - i).id);
        }
    }
}

void TestSearch::agentsAreFoundAndSaidSo()
{
    CaseRow row = person(*m_fixture, u"大朗毛织厂"_s);
    row.agentName = u"周代办"_s;
    VERIFY_OK(insert(*m_fixture, {row}));
    const auto hits = find(*m_fixture, u"代办"_s);
    VERIFY_OK(hits);
    QCOMPARE(hits.value().size(), 1);
    QVERIFY(hits.value().first().field == MatchField::AgentName);
    QCOMPARE(hits.value().first().text, u"周代办"_s);
}

void TestSearch::sameAsAPlainScan()
{
    const QList<QString> characters{u"王"_s, u"李"_s, u"单"_s, u"建"_s, u"国"_s, u"大"_s, u"朗"_s,
                                    u"毛"_s, u"𠮷"_s, u"䶮"_s, u"曾"_s, u"A"_s,  u"9"_s,  u"·"_s};
    std::mt19937 random(20261122);
    QList<CaseRow> rows;
    for (int i = 0; i < 5000; ++i) {
        CaseRow row = person(*m_fixture, randomName(random, characters, 6));
        if (i % 3 != 0)
            row.applicantNumber = u"44"_s + randomDigits(random, 15) + (i % 5 ? u'7' : u'X');
        if (i % 4 != 0)
            row.phone = u"13"_s + randomDigits(random, 9);
        if (i % 7 == 0)
            row.agentName = randomName(random, characters, 3);
        rows.append(row);
    }
    VERIFY_OK(insert(*m_fixture, rows));
    QStringList asked{u"9"_s, u"91"_s, u"A"_s, u"wj"_s, u"s"_s, u"z9"_s, u"dl"_s, u"a9"_s, u"13"_s};
    for (int i = 0; i < 150; ++i) {
        asked.append(randomName(random, characters, 4));
        const CaseRow &row = rows.at(i * 31);
        asked.append(
            row.applicantNumber.last(std::min<qsizetype>(row.applicantNumber.size(), 4 + i % 5)));
        asked.append(row.phone.first(std::min<qsizetype>(row.phone.size(), 3 + i % 7)));
        asked.append(row.number.last(6 + i % 9));
    }
    for (const QString &text : std::as_const(asked)) {
        if (SearchWords::of(text).form.isEmpty())
            continue;
        const auto hits = find(*m_fixture, text, 100000);
        VERIFY_OK(hits);
        QSet<StreamId> expected;
        for (const CaseRow &row : std::as_const(rows)) {
            if (matchesPlainly(row, text))
                expected.insert(row.id);
        }
        QSet<StreamId> got;
        for (const CaseHit &hit : hits.value())
            got.insert(hit.row.id);
        QCOMPARE(got.size(), hits.value().size());
        QVERIFY2(got == expected,
                 qPrintable(u"%1: %2 of %3"_s.arg(text).arg(got.size()).arg(expected.size())));
    }
}

void TestSearch::indexesServeTheOrder_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("tail")
        << u"SELECT key FROM case_row WHERE substr(applicant_number, -4) = 'x' AND "
           "applicant_number <> '' ORDER BY key DESC LIMIT 50"_s;
    QTest::newRow("phone tail") << u"SELECT key FROM case_row WHERE substr(phone, -4) = 'x' AND "
                                   "phone <> '' ORDER BY key DESC LIMIT 50"_s;
    QTest::newRow("serial") << u"SELECT key FROM case_row WHERE substr(number, -6, 4) = '0001' "
                               "ORDER BY key DESC LIMIT 50"_s;
    QTest::newRow("number") << u"SELECT key FROM case_row WHERE applicant_number = 'x' AND "
                               "applicant_number <> '' ORDER BY key DESC LIMIT 50"_s;
    QTest::newRow("gram")
        << u"SELECT hit.key FROM gram AS hit CROSS JOIN case_row ON case_row.key = "
           "hit.key WHERE hit.g = 1 ORDER BY hit.key DESC"_s;
}

void TestSearch::indexesServeTheOrder()
{
    QFETCH(QString, sql);
    const auto plan = await(m_fixture->store().read([sql](ReadTx &tx) -> Result<QString> {
        QString text;
        Query query(tx.connection(), u"EXPLAIN QUERY PLAN "_s + sql);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            text += query.text("detail"_L1) + u'\n';
        return text;
    }));
    VERIFY_OK(plan);
    QVERIFY2(!plan.value().contains("TEMP B-TREE"_L1), qPrintable(plan.value()));
    QVERIFY2(!plan.value().contains("SCAN"_L1), qPrintable(plan.value()));
}

QTEST_GUILESS_MAIN(TestSearch)

#include "tst_search.moc"

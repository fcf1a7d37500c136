#include "tests/domain/numberchecks.h"

#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

/// The errors that a reason of the vector files stands for. FORMAT names a wrong shape; only of a
/// number with a check digit is a wrong length told apart (LENGTH).
QList<ErrorKind> errorsOf(const QString &reason, const QString &kind)
{
    if (reason == "CHECKSUM"_L1)
        return {ErrorKind::NumberCheckDigit};
    if (reason == "DATE"_L1)
        return {ErrorKind::NumberDate};
    if (reason == "LENGTH"_L1)
        return {ErrorKind::NumberLength};
    if (reason == "REGION_UNKNOWN"_L1)
        return {ErrorKind::NumberRegionUnknown};
    if (reason == "PREFIX"_L1 || reason == "PREFIX_FOREIGN"_L1)
        return {ErrorKind::NumberPrefix};
    if (reason == "FORMAT"_L1 && kind == "ric18"_L1)
        return {ErrorKind::NumberCharacters};
    if (reason == "FORMAT"_L1)
        return {ErrorKind::NumberCharacters, ErrorKind::NumberLength, ErrorKind::NumberPrefix};
    return {};
}

void refusalColumns()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<ErrorKind>("error");
}

void refusalRow(const char *name, const QString &kind, const QString &value, ErrorKind error)
{
    QTest::newRow(name) << kind << value << error;
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vectors_data();
    void vectors();
    void refuses_data();
    void refuses();
    void refusesOthers_data();
    void refusesOthers() { refuses(); }
    void accepts_data();
    void accepts();

private:
    [[nodiscard]] NumberContext context() const
    {
        return {.regions = m_regions, .today = vectors::today};
    }
    RegionTable m_regions;
};

void TestIdentity::initTestCase()
{
    const auto table = vectors::carriedRegions();
    QVERIFY(table.ok());
    QCOMPARE(table.value().size(), 4740);
    m_regions = table.value();
}

void TestIdentity::vectors_data()
{
    QTest::addColumn<QStringList>("row");
    const auto rows = vectors::rowsWith(vectors::identityHeader);
    if (rows.isEmpty() && vectors::rowsWith(vectors::deadlineHeader).isEmpty())
        QFAIL(qUtf8Printable(u"no vectors in "_s + vectors::folder()));
    if (rows.isEmpty())
        QSKIP("the folder holds other vectors only");
    for (const auto &row : rows)
        QTest::newRow(qUtf8Printable(row.origin)) << row.fields;
}

void TestIdentity::vectors()
{
    QFETCH(QStringList, row);
    QVERIFY(row.size() >= 4);
    const QString kind = row.at(0);
    const QString reason = row.at(3);
    const auto check = vectors::checks().value(kind);
    QVERIFY2(check, qUtf8Printable(u"unknown kind "_s + kind));
    const vectors::Outcome outcome = check(row.at(1), context());
    QCOMPARE(!outcome.error, row.at(2) == "true"_L1);
    if (outcome.error) {
        const auto expected = errorsOf(reason, kind);
        QVERIFY2(!expected.isEmpty(), qUtf8Printable(u"unknown reason "_s + reason));
        QVERIFY2(expected.contains(*outcome.error), qUtf8Printable(reason));
        return;
    }
    if (kind == "uscc"_L1)
        QCOMPARE(outcome.warnings.contains(NumberWarning::InnerCode), reason == "OK_INNER_WARN"_L1);
    if (reason == "OK_LEGACY_REGION_WARN"_L1)
        QVERIFY(outcome.warnings.contains(NumberWarning::RegionCollective));
    // The table has no years: the rule knows only the codes of Dongguan.
    if (reason == "OK_REGION_HISTORIC_WARN"_L1 && row.at(1).startsWith("4419"_L1))
        QVERIFY(outcome.warnings.contains(NumberWarning::RegionOtherPeriod));
}

void TestIdentity::refuses_data()
{
    refusalColumns();
    const auto row = refusalRow;
    using enum ErrorKind;
    const QString ric = u"ric18"_s;
    row("empty", ric, u""_s, NumberLength);
    row("one too many", ric, u"4419001990010199970"_s, NumberLength);
    row("15 digits at the counter", ric, u"330102200403064"_s, NumberLength);
    row("length before characters", ric, u"44190019900101999"_s, NumberLength);
    row("x inside", ric, u"44190019900101X997"_s, NumberCharacters);
    row("other letter last", ric, u"44190019900101999Y"_s, NumberCharacters);
    row("figures of another script", ric, u"44190019900101999٧"_s, NumberCharacters);
    row("hyphen", ric, u"441900-990010199970"_s, NumberLength);
    row("characters before date", ric, u"44190O199013019997"_s, NumberCharacters);
    row("date before check digit", ric, u"441900199013019990"_s, NumberDate);
    row("31 April", ric, u"441900199004319990"_s, NumberDate);
    row("29 February of a common year", ric, u"441900200102299990"_s, NumberDate);
    row("tomorrow", ric, u"441900202611239990"_s, NumberDate);
    row("before 1850", ric, u"441900184912319990"_s, NumberDate);
    row("year 0", ric, u"441900000001019990"_s, NumberDate);
    row("check digit before region", ric, u"340524198001010010"_s, NumberCheckDigit);
    row("unknown county of a known province", ric, u"34052419800101001X"_s, NumberRegionUnknown);
    row("a foreigner's number", ric, u"932682198501010017"_s, NumberPrefix);
    row("a Hong Kong permit's number", ric, u"810000199408230021"_s, NumberPrefix);
    row("old: 18 digits", u"ric15"_s, u"441900199001019997"_s, NumberLength);
    row("old: x", u"ric15"_s, u"33010220040306X"_s, NumberCharacters);
    row("old: 31 June", u"ric15"_s, u"330102200631064"_s, NumberDate);
    row("permit of another region", u"hkmo_residence"_s, u"830000199201300022"_s, NumberPrefix);
    row("permit, prefix before check digit", u"tw_residence"_s, u"810000199201300020"_s,
        NumberPrefix);
    row("permit, date", u"tw_residence"_s, u"830000199213300022"_s, NumberDate);
    row("permit, short", u"tw_residence"_s, u"83000019920130002"_s, NumberLength);
}

void TestIdentity::refusesOthers_data()
{
    refusalColumns();
    const auto row = refusalRow;
    using enum ErrorKind;
    row("card without 9", u"fpr18"_s, u"441900199001019997"_s, NumberPrefix);
    row("card, letters", u"fpr18"_s, u"9443442000010199A7"_s, NumberCharacters);
    row("card, length", u"fpr18"_s, u"94434420000101999"_s, NumberLength);
    row("old card, length", u"fpr15"_s, u"USA11006509130"_s, NumberLength);
    row("passport series", u"passport_cn"_s, u"X12345678"_s, NumberPrefix);
    row("passport E and O", u"passport_cn"_s, u"EO1234567"_s, NumberCharacters);
    row("passport G letter", u"passport_cn"_s, u"GA1234567"_s, NumberCharacters);
    row("passport 16", u"passport_cn"_s, u"161234567"_s, NumberPrefix);
    row("foreign passport, short", u"passport_foreign"_s, u"A123"_s, NumberLength);
    row("foreign passport, long", u"passport_foreign"_s, u"A123456789012345678"_s, NumberLength);
    row("foreign passport, hyphen", u"passport_foreign"_s, u"AB-123456"_s, NumberCharacters);
    row("permit letter", u"hkmo_permit"_s, u"A12345678"_s, NumberPrefix);
    row("permit, nine digits", u"hkmo_permit"_s, u"H123456789"_s, NumberLength);
    row("Taiwan permit, letter", u"tw_permit"_s, u"1234567A"_s, NumberCharacters);
    row("credit code, short", u"uscc"_s, u"91110000600037341"_s, NumberLength);
    row("credit code, letter in the region", u"uscc"_s, u"91A10000600037341L"_s, NumberCharacters);
    row("credit code, hyphen", u"uscc"_s, u"91110000-0037341LX"_s, NumberCharacters);
    row("organisation, hyphen elsewhere", u"org9"_s, u"007-331881"_s, NumberLength);
    row("organisation, Chinese", u"org9"_s, u"0073318公1"_s, NumberCharacters);
    row("business, letter", u"bizreg15"_s, u"44190000012345A"_s, NumberCharacters);
    row("business, short", u"bizreg15"_s, u"44190000012345"_s, NumberLength);
    row("mobile, letter", u"mobile"_s, u"1381234567O"_s, NumberCharacters);
    row("landline, Dongguan has eight", u"landline"_s, u"07698331234"_s, NumberLength);
    row("landline, area only", u"landline"_s, u"0769"_s, NumberCharacters);
    row("place, unknown", u"region12"_s, u"340524000000"_s, NumberRegionUnknown);
    row("place, short", u"region12"_s, u"44190011300"_s, NumberLength);
    row("postcode, short", u"postcode"_s, u"52377"_s, NumberLength);
    row("postcode, letter", u"postcode"_s, u"52377O"_s, NumberCharacters);
}

void TestIdentity::refuses()
{
    QFETCH(QString, kind);
    QFETCH(QString, value);
    QFETCH(ErrorKind, error);
    const vectors::Outcome outcome = vectors::checks().value(kind)(value, context());
    QVERIFY(outcome.error);
    QCOMPARE(*outcome.error, error);
}

void TestIdentity::accepts_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QString &kind, const QString &value) {
        QTest::newRow(name) << kind << value;
    };
    const QString ric = u"ric18"_s;
    row("full width", ric, u"４４１９００１９９００１０１９９９７"_s);
    row("full-width x", ric, u"44011320141005001ｘ"_s);
    row("spaces of all kinds", ric, u"\t441900\u00a01990\u30000101 9997\n"_s);
    row("the standard's example", ric, u"11010519491231002X"_s);
    row("former code", ric, u"442527196405069996"_s);
    row("card, official", u"fpr18"_s, u"911124198108030024"_s);
    row("card, sample", u"fpr18"_s, u"931586198001010028"_s);
    row("old card, lower case", u"fpr15"_s, u"usa110065091301"_s);
    row("passport E", u"passport_cn"_s, u"e12345678"_s);
    row("passport 15", u"passport_cn"_s, u"151234567"_s);
    row("passport PE", u"passport_cn"_s, u"PE1234567"_s);
    row("passport SE", u"passport_cn"_s, u"SE1234567"_s);
    row("passport DE", u"passport_cn"_s, u"DE1234567"_s);
    row("permit, lower case", u"hkmo_permit"_s, u"h12345678"_s);
    row("Taiwan permit", u"tw_permit"_s, u"12345678"_s);
    row("credit code, lower case", u"uscc"_s, u"91350100m000100y43"_s);
    row("credit code, both checks", u"uscc"_s, u"91440300708461136T"_s);
    row("credit code of the town's bureau", u"uscc"_s, u"11441900007331881C"_s);
    row("organisation without hyphen", u"org9"_s, u"007331881"_s);
    row("mobile in groups", u"mobile"_s, u"138 1234 5678"_s);
    row("mobile with country", u"mobile"_s, u"+86 13812345678"_s);
    row("landline, hyphen", u"landline"_s, u"0769-83312345"_s);
    row("landline, brackets", u"landline"_s, u"（0769）83312345"_s);
    row("landline, seven digits", u"landline"_s, u"0668-2212345"_s);
    row("landline, extension", u"landline"_s, u"010-88312345-801"_s);
    row("landline, 800", u"landline"_s, u"800-810-1234"_s);
    row("place, Dalang", u"region12"_s, u"441900113000"_s);
    row("postcode, full width", u"postcode"_s, u"５２３７７０"_s);
}

void TestIdentity::accepts()
{
    QFETCH(QString, kind);
    QFETCH(QString, value);
    const vectors::Outcome outcome = vectors::checks().value(kind)(value, context());
    QVERIFY2(!outcome.error, qPrintable(QString::number(int(outcome.error.value_or(ErrorKind{})))));
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"

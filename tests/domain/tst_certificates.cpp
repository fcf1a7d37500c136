#include "domain/identity.h"

#include "tests/domain/numberchecks.h"

#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

class TestCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsEveryWrongDigit();
    void readsTheCitizenNumber();
    void overridesWithAReasonOnly();
    void warnsAndNeverBlocks();
    void namesPlaces();
    void readsCertificatesByKind();
    void writesPhonesInOneForm();
    void rejectsBrokenRegionRows();

private:
    [[nodiscard]] NumberContext context() const
    {
        return {.regions = m_regions, .today = vectors::today};
    }
    RegionTable m_regions;
};

void TestCertificates::initTestCase()
{
    const auto table = vectors::carriedRegions();
    QVERIFY(table.ok());
    QCOMPARE(table.value().size(), 4740);
    m_regions = table.value();
}

void TestCertificates::findsEveryWrongDigit()
{
    const QString right = u"441900199001019997"_s;
    for (int at = 0; at < right.size(); ++at) {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString wrong = right;
            wrong[at] = QChar(digit);
            QCOMPARE(CitizenId::parse(wrong, context()).ok(), wrong == right);
        }
    }
    // Neighbours changed round are found too.
    for (int at = 0; at + 1 < right.size(); ++at) {
        QString wrong = right;
        std::swap(wrong[at], wrong[at + 1]);
        QCOMPARE(CitizenId::parse(wrong, context()).ok(), wrong == right);
    }
}

void TestCertificates::readsTheCitizenNumber()
{
    const auto man = CitizenId::parse(u"441900199001019997"_s, context());
    QVERIFY(man.ok());
    const CitizenId &id = man.value().value;
    QCOMPARE(id.birth(), QDate(1990, 1, 1));
    QCOMPARE(id.sex(), Sex::Male);
    QCOMPARE(id.region(), u"441900"_s);
    QCOMPARE(id.masked(), u"441900********9997"_s);
    const auto woman = CitizenId::parse(u"441900200002299981"_s, context());
    QVERIFY(woman.ok());
    QCOMPARE(woman.value().value.sex(), Sex::Female);
    // Born on the day itself: not in the future.
    NumberContext early{.regions = m_regions, .today = QDate(1990, 1, 1)};
    QVERIFY(CitizenId::parse(u"441900199001019997"_s, early).ok());
    early.today = QDate(1989, 12, 31);
    QCOMPARE(CitizenId::parse(u"441900199001019997"_s, early).error().kind, ErrorKind::NumberDate);
    QCOMPARE(CitizenId::parse(u"932682198501010017"_s, context()).error().detail, u"553"_s);
}

void TestCertificates::overridesWithAReasonOnly()
{
    const QString unknown = u"34052419800101001X"_s;
    NumberContext with{.regions = m_regions, .today = vectors::today, .overrideReason = u"  "_s};
    QCOMPARE(CitizenId::parse(unknown, with).error().kind, ErrorKind::NumberRegionUnknown);
    with.overrideReason = u"户口簿原件已核对 "_s;
    const auto taken = CitizenId::parse(unknown, with);
    QVERIFY(taken.ok());
    QVERIFY(taken.value().has(NumberWarning::RegionOverridden));
    QCOMPARE(taken.value().overrideReason, u"户口簿原件已核对"_s);
    // A reason opens nothing else, and is not recorded where it was not needed.
    QCOMPARE(CitizenId::parse(u"340524198001010010"_s, with).error().kind,
             ErrorKind::NumberCheckDigit);
    const auto known = CitizenId::parse(u"441900199001019997"_s, with);
    QVERIFY(known.ok() && known.value().overrideReason.isEmpty());
    const auto pilot = CreditCode::parse(u"91110000600037341N"_s, with);
    QVERIFY(pilot.ok() && pilot.value().has(NumberWarning::CheckDigitOverridden));
}

void TestCertificates::warnsAndNeverBlocks()
{
    const auto warnings = [this](const QString &number) {
        return CitizenId::parse(number, context()).value().warnings;
    };
    QVERIFY(warnings(u"441900199001019997"_s).isEmpty());
    QVERIFY(warnings(u"442527196405069996"_s).isEmpty());
    QCOMPARE(warnings(u"441900196405069997"_s),
             QList<NumberWarning>{NumberWarning::RegionOtherPeriod});
    const auto national = CreditCode::parse(u"91440300708461136T"_s, context());
    QVERIFY(national.ok() && national.value().warnings.isEmpty());
    const auto odd = ForeignResidentId::parseOld(u"USA110099993301"_s);
    QVERIFY(odd.ok() && odd.value().has(NumberWarning::DateImplausible));
}

void TestCertificates::namesPlaces()
{
    QCOMPARE(m_regions.placeName(u"441900"_s), u"广东省东莞市"_s);
    QCOMPARE(m_regions.placeName(u"440000"_s), u"广东省"_s);
    QCOMPARE(m_regions.placeName(u"442527"_s), u"广东省东莞县"_s);
    QCOMPARE(m_regions.placeName(u"362324"_s), u"江西省上饶地区铅山县"_s);
    QCOMPARE(m_regions.placeName(u"810001"_s), u"香港特别行政区中西区"_s);
    // Rows that stand for a level are no part of a name.
    QCOMPARE(m_regions.placeName(u"110228"_s), u"北京市密云县"_s);
    QCOMPARE(m_regions.placeName(u"440401"_s), u"广东省珠海市"_s);
    // Not the name of the county's last town.
    QCOMPARE(m_regions.placeName(u"340603"_s), u"安徽省淮北市"_s);
    QCOMPARE(m_regions.placeName(u"990000"_s), QString());
    QCOMPARE(m_regions.placeName(u"44"_s), QString());
    QVERIFY(m_regions.find(u"442527"_s) && !m_regions.find(u"442527"_s)->isCurrent);
}

void TestCertificates::readsCertificatesByKind()
{
    const auto parse = [this](const QString &kind, const QString &text) {
        return parseIdentity(kind, text, m_regions, vectors::today);
    };
    const auto citizen = parse(u"111"_s, u"44011320141005001x"_s);
    QVERIFY(citizen.ok());
    QCOMPARE(citizen.value().value.text(), u"44011320141005001X"_s);
    QCOMPARE(citizen.value().value.birth(), QDate(2014, 10, 5));
    QCOMPARE(parse(u"810"_s, u"810000199408230021"_s).value().value.sex(), Sex::Female);
    QCOMPARE(parse(u"820"_s, u"810000199408230021"_s).error().kind, ErrorKind::NumberPrefix);
    QVERIFY(parse(u"830"_s, u"830000199201300022"_s).ok());
    QVERIFY(parse(u"553"_s, u"932682198501010017"_s).ok());
    QVERIFY(!parse(u"553"_s, u"USA110065091301"_s).value().value.birth().isValid());
    QVERIFY(parse(u"414"_s, u"EA1234567"_s).ok());
    QCOMPARE(parse(u"516"_s, u"H12345678"_s).value().value.masked(), u"H1*****78"_s);
    QVERIFY(parse(u"511"_s, u"12345678"_s).ok());
    QCOMPARE(parse(u"USCC"_s, u"91350100m000100y43"_s).value().value.masked(),
             u"91350100******0Y43"_s);
    QCOMPARE(parse(u"ORG9"_s, u"007331881"_s).value().value.text(), u"00733188-1"_s);
    QVERIFY(parse(u"BIZ15"_s, u"441900000123456"_s).ok());
    QCOMPARE(parse(u"990"_s, u"  军字第 12  号 "_s).value().value.text(), u"军字第 12 号"_s);
    QCOMPARE(parse(u"990"_s, u" "_s).error().kind, ErrorKind::FieldMissing);
    QCOMPARE(parse(u"990"_s, QString(51, u'1')).error().kind, ErrorKind::FieldTooLong);
    QCOMPARE(certificateKind(u"111"_s).name.zh, u"居民身份证"_s);
    QCOMPARE(certificateKind(u"nowhere"_s).code, u"990"_s);
    QSet<QString> codes;
    for (const auto &kind : certificateKinds()) {
        QVERIFY(!kind.name.zh.isEmpty() && !kind.name.en.isEmpty());
        QVERIFY(!codes.contains(kind.code));
        codes += kind.code;
    }
}

void TestCertificates::writesPhonesInOneForm()
{
    QCOMPARE(PhoneNumber::parse(u"138-1234-5678"_s).value().text(), u"13812345678"_s);
    QCOMPARE(PhoneNumber::parse(u"13812345678"_s).value().masked(), u"138****5678"_s);
    QCOMPARE(PhoneNumber::parse(u"076983312345"_s).value().text(), u"0769-83312345"_s);
    QCOMPARE(PhoneNumber::parse(u"+86 769 8331 2345"_s).value().text(), u"0769-83312345"_s);
    QCOMPARE(PhoneNumber::parse(u"4008123123"_s).value().text(), u"400-812-3123"_s);
    QCOMPARE(PhoneNumber::parse(u"12345"_s).error().kind, ErrorKind::NumberLength);
}

void TestCertificates::rejectsBrokenRegionRows()
{
    const auto line2 = Error{ErrorKind::RowRejected, u"2"_s};
    QCOMPARE(RegionTable::fromCsv("code,name,status\n44190,x,current\n").error(), line2);
    QCOMPARE(RegionTable::fromCsv("code,name,status\n441900,x,gone\n").error(), line2);
    QCOMPARE(RegionTable::fromCsv("code,name,status\n441900,x\n").error(), line2);
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"

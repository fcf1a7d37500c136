#include "domain/money.h"

#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsYuan_data();
    void readsYuan();
    void refusesWhatIsNoAmount_data();
    void refusesWhatIsNoAmount();
    void writesFiguresAndCapitals_data();
    void writesFiguresAndCapitals();
    void readsBackWhatItWrites();
};

void TestMoney::readsYuan_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("fen");
    QTest::newRow("whole") << u"80"_s << qint64(8000);
    QTest::newRow("one decimal") << u"80.5"_s << qint64(8050);
    QTest::newRow("two decimals") << u"80.50"_s << qint64(8050);
    QTest::newRow("one fen") << u"0.01"_s << qint64(1);
    QTest::newRow("zero") << u"0"_s << qint64(0);
    QTest::newRow("thousands") << u"1,234.00"_s << qint64(123400);
    QTest::newRow("millions") << u"1,234,567.89"_s << qint64(123456789);
    QTest::newRow("full width") << u"８０．５０"_s << qint64(8050);
    QTest::newRow("ideographic full stop") << u"80。5"_s << qint64(8050);
    QTest::newRow("sign") << u"¥80"_s << qint64(8000);
    QTest::newRow("full-width sign") << u"￥ 80"_s << qint64(8000);
    QTest::newRow("unit") << u" 80 元 "_s << qint64(8000);
    QTest::newRow("twelve figures") << u"999999999999.99"_s << qint64(99999999999999);
}

void TestMoney::readsYuan()
{
    QFETCH(QString, text);
    QFETCH(qint64, fen);
    const auto money = Money::fromYuan(text);
    QVERIFY(money.ok());
    QCOMPARE(money.value().fen(), fen);
}

void TestMoney::refusesWhatIsNoAmount_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts = {u""_s,         u" "_s,     u"-1"_s,  u"+1"_s,           u"1.234"_s,
                               u"1."_s,       u".5"_s,    u"1,5"_s, u"1,23.00"_s,      u"12,34"_s,
                               u"1234,567"_s, u"八十"_s,  u"1e3"_s, u"80 USD"_s,       u"¥"_s,
                               u"元"_s,       u"1.2.3"_s, u"٨٠"_s,  u"1000000000000"_s};
    for (const QString &text : texts)
        QTest::newRow(qUtf8Printable(text + u'|')) << text;
}

void TestMoney::refusesWhatIsNoAmount()
{
    QFETCH(QString, text);
    const auto money = Money::fromYuan(text);
    QVERIFY(!money.ok());
    QCOMPARE(money.error().kind, ErrorKind::MoneyFormat);
}

void TestMoney::writesFiguresAndCapitals_data()
{
    QTest::addColumn<qint64>("fen");
    QTest::addColumn<QString>("figures");
    QTest::addColumn<QString>("capitals");
    const auto row = [](qint64 fen, const QString &figures, const QString &capitals) {
        QTest::newRow(qUtf8Printable(figures)) << fen << figures << capitals;
    };
    row(0, u"0.00"_s, u"零元整"_s);
    row(1, u"0.01"_s, u"壹分"_s);
    row(10, u"0.10"_s, u"壹角整"_s);
    row(32, u"0.32"_s, u"叁角贰分"_s);
    row(100, u"1.00"_s, u"壹元整"_s);
    row(105, u"1.05"_s, u"壹元零伍分"_s);
    row(1000, u"10.00"_s, u"壹拾元整"_s);
    row(1100, u"11.00"_s, u"壹拾壹元整"_s);
    row(123450, u"1,234.50"_s, u"壹仟贰佰叁拾肆元伍角整"_s);
    row(140950, u"1,409.50"_s, u"壹仟肆佰零玖元伍角整"_s);
    row(600714, u"6,007.14"_s, u"陆仟零柒元壹角肆分"_s);
    row(1640902, u"16,409.02"_s, u"壹万陆仟肆佰零玖元零贰分"_s);
    row(32504, u"325.04"_s, u"叁佰贰拾伍元零肆分"_s);
    row(1000000, u"10,000.00"_s, u"壹万元整"_s);
    row(1000100, u"10,001.00"_s, u"壹万零壹元整"_s);
    row(1010000, u"10,100.00"_s, u"壹万零壹佰元整"_s);
    row(10700053, u"107,000.53"_s, u"壹拾万柒仟元伍角叁分"_s);
    row(10010000000, u"100,100,000.00"_s, u"壹亿零壹拾万元整"_s);
    row(10000000000, u"100,000,000.00"_s, u"壹亿元整"_s);
    row(10000000100, u"100,000,001.00"_s, u"壹亿零壹元整"_s);
    row(10000100000, u"100,001,000.00"_s, u"壹亿零壹仟元整"_s);
    row(99999999999999, u"999,999,999,999.99"_s,
        u"玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"_s);
    row(-150, u"-1.50"_s, u"负壹元伍角整"_s);
}

void TestMoney::writesFiguresAndCapitals()
{
    QFETCH(qint64, fen);
    QFETCH(QString, figures);
    QFETCH(QString, capitals);
    QCOMPARE(Money(fen).text(), figures);
    QCOMPARE(Money(fen).capitals(), capitals);
}

void TestMoney::readsBackWhatItWrites()
{
    for (qint64 fen = 0; fen < 3'000'000; fen += 997) {
        const auto money = Money::fromYuan(Money(fen).text());
        QVERIFY(money.ok());
        QCOMPARE(money.value().fen(), fen);
        const QString capitals = Money(fen).capitals();
        QVERIFY2(!capitals.contains(u"零零"_s), qUtf8Printable(capitals));
    }
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"

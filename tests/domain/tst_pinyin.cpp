#include "domain/pinyin.h"

#include "resources/pinyin/pinyindata.h"

#include <QTest>

using namespace hall;
using namespace Qt::StringLiterals;

class TestPinyin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsNames_data();
    void readsNames();
    void readsTexts_data();
    void readsTexts();
    void capsTheCombinations();
    void refusesADamagedTable();
    void doesWithoutATable();

private:
    PinyinInitials m_pinyin;
};

void TestPinyin::initTestCase()
{
    const auto table = PinyinInitials::fromBytes(pinyinReadings());
    QVERIFY(table.ok());
    m_pinyin = table.value();
}

void TestPinyin::readsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("first"); ///< what stands first: the reading as a family name
    QTest::addColumn<QString>("also");  ///< found as well; empty = there is no other
    const auto row = [](const QString &name, const QString &first, const QString &also = {}) {
        QTest::newRow(qUtf8Printable(name)) << name << first << also;
    };
    row(u"张三丰"_s, u"zsf"_s);
    row(u"欧阳锋"_s, u"oyf"_s);
    row(u"单田芳"_s, u"stf"_s, u"dtf"_s);
    row(u"曾国藩"_s, u"zgf"_s, u"cgf"_s);
    row(u"解缙"_s, u"xj"_s, u"jj"_s);
    row(u"仇英"_s, u"qy"_s, u"cy"_s);
    row(u"区志明"_s, u"ozm"_s, u"qzm"_s);
    row(u"查良镛"_s, u"zly"_s, u"cly"_s);
    row(u"尉迟恭"_s, u"ycg"_s, u"wcg"_s);
    row(u"尉健行"_s, u"wjx"_s, u"wjh"_s);
    row(u"万俟卨"_s, u"mqx"_s);
    row(u"张单"_s, u"zd"_s, u"zs"_s);
    row(u"𠮷田"_s, u"jt"_s);
    row(u"李䶮"_s, u"ly"_s);
    row(u"买买提·艾力"_s, u"mmtal"_s);
    row(u"John 李"_s, u"johnl"_s);
    row(u"王 小 明"_s, u"wxm"_s);
}

void TestPinyin::readsNames()
{
    QFETCH(QString, name);
    QFETCH(QString, first);
    QFETCH(QString, also);
    const QStringList initials = m_pinyin.ofName(name);
    QVERIFY(!initials.isEmpty());
    QVERIFY2(initials.first() == first || initials.contains(first),
             qUtf8Printable(initials.join(u' ')));
    QCOMPARE(initials.first().size(), first.size());
    if (!also.isEmpty()) {
        QCOMPARE(initials.first(), first);
        QVERIFY2(initials.contains(also), qUtf8Printable(initials.join(u' ')));
    }
    QCOMPARE(QSet<QString>(initials.begin(), initials.end()).size(), initials.size());
}

void TestPinyin::readsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("initials");
    const auto row = [](const QString &text, const QString &initials) {
        QTest::newRow(qUtf8Printable(text)) << text << initials;
    };
    row(u"户口迁移"_s, u"hkqy"_s);
    row(u"重庆"_s, u"cq"_s);
    row(u"东莞市大朗镇"_s, u"dgsdlz"_s);
    row(u"食品经营许可证（新办）"_s, u"spjyxkzxb"_s);
    row(u"３Ｃ认证 A类"_s, u"3crzal"_s);
    row(u"长者津贴"_s, u"czjt"_s);
    row(u"行政许可"_s, u"xzxk"_s);
    row(u"鱷、𨋢"_s, u"e"_s);
}

void TestPinyin::readsTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, initials);
    const QStringList all = m_pinyin.ofText(text);
    QVERIFY2(all.contains(initials), qUtf8Printable(all.join(u' ')));
}

void TestPinyin::capsTheCombinations()
{
    const QStringList all = m_pinyin.ofText(QString(u"重长行乐"_s).repeated(10));
    QCOMPARE(all.size(), 16);
    for (const QString &initials : all)
        QCOMPARE(initials.size(), 40);
    QVERIFY(m_pinyin.ofText(u"—— ！"_s).isEmpty());
    QVERIFY(m_pinyin.ofName(QString()).isEmpty());
}

void TestPinyin::refusesADamagedTable()
{
    const QByteArray whole = pinyinReadings();
    QVERIFY(!PinyinInitials::fromBytes({}).ok());
    QVERIFY(!PinyinInitials::fromBytes("HPY2").ok());
    for (qsizetype length : {qsizetype(5), qsizetype(100), whole.size() / 2, whole.size() - 1})
        QVERIFY(!PinyinInitials::fromBytes(whole.first(length)).ok());
    QVERIFY(!PinyinInitials::fromBytes(whole + 'x').ok());
}

void TestPinyin::doesWithoutATable()
{
    const PinyinInitials none;
    QCOMPARE(none.ofText(u"张abc1"_s), QStringList(u"abc1"_s));
}

QTEST_GUILESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"

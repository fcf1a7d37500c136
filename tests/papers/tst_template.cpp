// Filling and checking of templates.
#include "papers/paperdata.h"
#include "papers/paperfield.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

Result<Template> form(const QString &body, PaperKind kind = PaperKind::IntakeReceipt)
{
    return Template::fromText(kind, u"<paper version=\"7\">"_s + body + u"</paper>"_s);
}

QString fill(const QString &body, const QJsonObject &data)
{
    const QString text = form(body).value().fill(data).value();
    return text.mid(u"<paper version=\"7\">"_s.size()).chopped(u"</paper>"_s.size());
}

} // namespace

class TestTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAndFilters_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("filled");
        QTest::newRow("text") << u"<p>{{applicantName}}</p>"_s << u"<p>李四</p>"_s;
        QTest::newRow("absent") << u"<p>{{agentName}}</p>"_s << u"<p>—</p>"_s;
        QTest::newRow("empty") << u"<p>{{legalPerson}}</p>"_s << u"<p>—</p>"_s;
        QTest::newRow("null") << u"<p>{{clerkName}}</p>"_s << u"<p>—</p>"_s;
        QTest::newRow("blank") << u"<p>{{agentName|blank}}</p>"_s << u"<p></p>"_s;
        QTest::newRow("zero") << u"<p>{{pages}}</p>"_s << u"<p>0</p>"_s;
        QTest::newRow("escaped") << u"<p>{{itemName}}</p>"_s << u"<p>&lt;b&gt; &amp; {{x}}</p>"_s;
        QTest::newRow("lines") << u"<p>{{organAddress}}</p>"_s << u"<p>一<br/>二</p>"_s;
        QTest::newRow("date") << u"<p>{{issuedOn|date}}</p>"_s << u"<p>2026年11月2日</p>"_s;
        // 16:30 UTC is the next day in the hall.
        QTest::newRow("instant") << u"<p>{{receivedAt|datetime}}</p>"_s
                                 << u"<p>2026年11月3日 00:30</p>"_s;
        QTest::newRow("ms") << u"<p>{{at|minute}} {{at|day}} {{at|time}}</p>"_s
                            << u"<p>1970-01-01 08:00 1970-01-01 08:00</p>"_s;
        QTest::newRow("no date") << u"<p>{{validTo|date}}</p>"_s << u"<p>长期</p>"_s;
        QTest::newRow("money") << u"<p>{{fen|money}} {{fen|capitals}}</p>"_s
                               << u"<p>1,234.50 壹仟贰佰叁拾肆元伍角整</p>"_s;
        QTest::newRow("no money") << u"<p>{{agentName|money}}</p>"_s << u"<p>—</p>"_s;
        QTest::newRow("box") << u"<p>{{way|box:post}}{{way|box:direct}}{{nil|box}}</p>"_s
                             << u"<p>■□□</p>"_s;
        QTest::newRow("count")
            << u"<p>{{materials|count}} {{materials|sum:due}} {{nil|count}} {{nil|sum:due}}</p>"_s
            << u"<p>2 3 — —</p>"_s;
        QTest::newRow("sum of nothing") << u"<p>{{materials|sum:pages}}</p>"_s << u"<p>—</p>"_s;
        QTest::newRow("rows")
            << u"{{#materials}}<p>{{@no}}{{name}}{{due}}{{remark}}{{applicantName}}</p>{{/materials}}"_s
            << u"<p>1甲1—李四</p><p>2乙2—李四</p>"_s;
        QTest::newRow("texts") << u"{{#servers}}<p>{{.}}</p>{{/servers}}"_s
                               << u"<p>陈</p><p>何</p>"_s;
        QTest::newRow("inverted")
            << u"{{^nil}}<p>无</p>{{/nil}}{{^materials}}<p>x</p>{{/materials}}"_s << u"<p>无</p>"_s;
        QTest::newRow("object") << u"{{#total}}<p>{{a}}</p>{{/total}}<p>{{total.a}}</p>"_s
                                << u"<p>5</p><p>5</p>"_s;
        QTest::newRow("control characters") << u"<p>{{queryCode}}</p>"_s << u"<p>ab</p>"_s;
    }
    void fieldsAndFilters()
    {
        QFETCH(QString, body);
        const QJsonObject data{
            {u"applicantName"_s, u"李四"_s},
            {u"legalPerson"_s, u"  "_s},
            {u"clerkName"_s, QJsonValue()},
            {u"pages"_s, 0},
            {u"itemName"_s, u"<b> & {{x}}"_s},
            {u"organAddress"_s, u"一\n二"_s},
            {u"issuedOn"_s, u"2026-11-02"_s},
            {u"receivedAt"_s, u"2026-11-02T16:30:00.000Z"_s},
            {u"at"_s, 0},
            {u"validTo"_s, u"长期"_s},
            {u"fen"_s, 123450},
            {u"way"_s, u"post"_s},
            {u"materials"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"甲"_s}, {u"due"_s, 1}},
                        QJsonObject{{u"name"_s, u"乙"_s}, {u"due"_s, 2}}}},
            {u"servers"_s, QJsonArray{u"陈"_s, u"何"_s}},
            {u"total"_s, QJsonObject{{u"a"_s, 5}}},
            {u"queryCode"_s, u"a\u000b\u0001b"_s},
        };
        QTEST(fill(body, data), "filled");
    }

    void lintNamesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("problem");
        QTest::newRow("field") << u"<p>{{aplicantName}}</p>"_s << u"unknown field aplicantName"_s;
        QTest::newRow("row field")
            << u"{{#materials}}<p>{{colour}}</p>{{/materials}}"_s << u"unknown field colour"_s;
        QTest::newRow("row field outside") << u"<p>{{remark}}</p>"_s << u"unknown field remark"_s;
        QTest::newRow("other paper's field")
            << u"<p>{{certificateNumber}}</p>"_s << u"unknown field certificateNumber"_s;
        QTest::newRow("filter") << u"<p>{{issuedOn|roman}}</p>"_s << u"unknown filter roman"_s;
        QTest::newRow("not closed")
            << u"{{#materials}}<p>x</p>"_s << u"{{#materials}} is not closed"_s;
        QTest::newRow("closes nothing")
            << u"<p>x</p>{{/materials}}"_s << u"{{/materials}} closes nothing"_s;
        QTest::newRow("crossed") << u"{{#materials}}{{#fees}}{{/materials}}{{/fees}}"_s
                                 << u"closes {{#"_s;
        QTest::newRow("half a mark") << u"<p>{{caseNumber}</p>"_s << u"a {{ without its }}"_s;
        QTest::newRow("element") << u"<img/>"_s << u"unknown element <img>"_s;
        QTest::newRow("attribute") << u"<p color=\"red\">x</p>"_s << u"unknown attribute color"_s;
        QTest::newRow("place") << u"<tr/>"_s << u"<tr> does not belong into <paper>"_s;
    }
    void lintNamesWhatIsWrong()
    {
        QFETCH(QString, body);
        QFETCH(QString, problem);
        const QString found = form(body).value().lint().join(u'\n');
        QVERIFY2(found.contains(problem), qPrintable(found));
    }

    void brokenMarkupIsRefused()
    {
        QCOMPARE(form(u"<p>x</b>"_s).error().kind, ErrorKind::DefinitionInvalid);
        QCOMPARE(form(u"<p>x"_s).error().kind, ErrorKind::DefinitionInvalid);
        QVERIFY(!form(u"{{#materials}}<p>x</p>"_s).value().fill({}).ok());
    }

    void rootSaysVersionAndPage()
    {
        const Template a5
            = Template::fromText(
                  PaperKind::FeeReceipt,
                  u"<paper version=\"3\" size=\"A5\" landscape=\"yes\" margins=\"10 11 12 13\"><p>x</p></paper>"_s)
                  .value();
        QCOMPARE(a5.version(), 3);
        QCOMPARE(a5.page().sheetMm(), QSizeF(210, 148));
        QCOMPARE(a5.page().contentMm(), QRectF(13, 10, 210 - 11 - 13, 148 - 10 - 12));
    }

    /// The table of fields in the README is what other folders fill the data by.
    void readmeNamesEveryField()
    {
        QFile file(QStringLiteral(HALL_SOURCE_DIR "/app/papers/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const PaperKind kind : allPapers())
            checkNames(paperFields(kind), text);
    }

private:
    void checkNames(const PaperField &fields, const QString &text)
    {
        for (const PaperField &each : fields.fields) {
            QVERIFY2(text.contains(each.name), qPrintable(each.name));
            checkNames(each, text);
        }
    }
};

QTEST_MAIN(TestTemplate)
#include "tst_template.moc"

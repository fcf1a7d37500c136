// Every paper of every kind of case, over the sample hall: nothing empty that the case knows,
// nothing that the form cannot read.
#include "papercase.h"
#include "papers/codes.h"
#include "testmain.h"

#include <QGuiApplication>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// What the forms ask for and no hall of ours has (yet): codes of the fiscal system.
int allowedBlanks(const QString &kind)
{
    return kind == "payment-notice"_L1 ? 2 : 0;
}

} // namespace

class TestCasePapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPaper_data();
    void everyPaper();
    void guides();
    void analogyForWhatIsNoPermit();
    void stepsOfTheSheet();
    void qrNamesTheCase();
    void reprintsAreCounted();
    void unknownPaper();
};

void TestCasePapers::everyPaper_data()
{
    QTest::addColumn<QString>("item");
    // One item a workflow kind; permits and others, with and without a fee.
    for (const char *item : {"DL-FG-009", "DL-FG-001", "DL-HB-001", "DL-HB-005", "DL-HB-002",
                             "DL-GH-001", "DL-WJ-010", "DL-CJ-004"})
        QTest::newRow(item) << QString::fromLatin1(item);
}

void TestCasePapers::everyPaper()
{
    QFETCH(const QString, item);
    PaperCase made(item);
    made.driveToTheEnd();
    QCOMPARE(made.problem, QString());
    QVERIFY(made.file.isClosed());
    QVERIFY(made.file.papers.size() >= 3);
    for (const CasePaper &paper : std::as_const(made.file.papers)) {
        const PaperKind kind = *paperFromCode(paper.kind);
        QCOMPARE(unknownNames(made.data(paper), paperFields(kind), paper.kind + u' '), QString());
        const QString text = made.text(paper);
        QVERIFY2(!text.isEmpty(), qPrintable(paper.kind));
        QVERIFY2(!text.contains(u"{{"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"1970"_s), qPrintable(text));
        const int blanks = int(text.count(u'—'));
        if (blanks > allowedBlanks(paper.kind))
            QFAIL(qPrintable(paper.kind + u": "_s + text));
        draw(made, paper);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestCasePapers::guides()
{
    for (const ItemDef &item : sample().items) {
        const QJsonObject data = guideData(item, sample());
        QCOMPARE(unknownNames(data, paperFields(PaperKind::ServiceGuide), item.code), QString());
        QVERIFY2(data.value("materials"_L1).toArray().size() == item.materials.size(),
                 qPrintable(item.code));
    }
    const auto guide
        = composeGuide(*sample().item(u"DL-FG-003"_s), sample(),
                       {.now = hallInstant(QDate(2026, 11, 23), QTime(9, 0)), .name = u"刘思"_s});
    QVERIFY(guide.ok());
    if (const QString folder = qEnvironmentVariable("HALL_SHOTS"); !folder.isEmpty())
        guide.value().image(0, 100).save(folder + u"/service-guide.png"_s);
}

void TestCasePapers::analogyForWhatIsNoPermit()
{
    PaperCase registration(u"DL-FG-001"_s); // 行政确认
    registration.driveToTheEnd();
    QVERIFY(registration.text(u"grant-decision"_s).contains(u"准予办理决定书"_s));
    QVERIFY(!registration.text(u"grant-decision"_s).contains(u"准予行政许可"_s));
    QVERIFY(registration.text(u"acceptance-notice"_s).contains(u"参照《"_s));
    QVERIFY(registration.text(u"delivery-receipt"_s).contains(u"准予办理决定书"_s));
    PaperCase permit(u"DL-HB-001"_s); // 行政许可
    permit.driveToTheEnd();
    QVERIFY(permit.text(u"grant-decision"_s).contains(u"准予行政许可决定书"_s));
    QVERIFY(!permit.text(u"acceptance-notice"_s).contains(u"参照"_s));
    QVERIFY(permit.text(u"acceptance-notice"_s).contains(u"行政许可受理专用章"_s));
}

void TestCasePapers::stepsOfTheSheet()
{
    PaperCase made(u"DL-HB-002"_s);
    made.driveToTheEnd();
    const QJsonArray steps = made.data(u"signoff-sheet"_s).value("steps"_L1).toArray();
    QStringList names;
    for (const QJsonValue &step : steps)
        names.append(step["name"_L1].toString());
    // Accepted, reviewed, two officers, head, leader, made.
    QCOMPARE(names.size(), 7);
    QCOMPARE(names.first(), u"收件"_s);
    const QString second = steps.at(3)["opinion"_L1].toString();
    QVERIFY(second.contains(u"长富西路12号"_s)); // the record of the visit, once
    QVERIFY(!steps.at(2)["opinion"_L1].toString().contains(u"长富西路12号"_s));
    QVERIFY(steps.at(2)["personName"_L1] != steps.at(3)["personName"_L1]);
    QCOMPARE(steps.last()["opinion"_L1].toString(), u"制证盖章完成"_s);
}

void TestCasePapers::qrNamesTheCase()
{
    PaperCase made(u"DL-FG-009"_s);
    made.driveToTheEnd();
    for (const CasePaper &paper : std::as_const(made.file.papers)) {
        const auto code = parseSlipCode(made.data(paper).value("qr"_L1).toString());
        QVERIFY2(code, qPrintable(paper.kind));
        QCOMPARE(code->caseId, made.file.id.uuid());
        QCOMPARE(code->caseNumber, made.file.number);
        QCOMPARE(code->hash8.size(), 8);
        QCOMPARE(code->fen >= 0, paper.kind == "payment-notice"_L1);
    }
}

void TestCasePapers::reprintsAreCounted()
{
    PaperCase made(u"DL-HB-001"_s);
    made.open();
    const QString id = made.paper(u"intake-receipt"_s).id;
    const QJsonObject original = made.data(u"intake-receipt"_s);
    made.run(MarkPaper{.paper = id, .state = PaperState::Printed}, made.clerk());
    made.run(MarkPaper{.paper = id, .state = PaperState::Printed}, made.clerk());
    const auto occasion = occasionOf(made.journal, id, sample().definitions);
    QVERIFY(occasion.ok());
    QCOMPARE(occasion.value().paper.copies, 2);
    QCOMPARE(made.data(u"intake-receipt"_s), original);
}

void TestCasePapers::unknownPaper()
{
    PaperCase made(u"DL-HB-001"_s);
    made.open();
    const auto none = occasionOf(made.journal, u"no such paper"_s, sample().definitions);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
    // An event that wants no paper.
    QVERIFY(!occasionOf(made.journal, made.journal.first().id.text(), sample().definitions).ok());
}

HALL_TEST_MAIN(QGuiApplication, TestCasePapers)
#include "tst_casepapers.moc"

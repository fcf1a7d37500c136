#include "domain/dryrun.h"
#include "domain/lint.h"
#include "samplehall.h"

#include <QTest>

#include <algorithm>

using namespace hall;
using namespace Qt::StringLiterals;

namespace {

Definition definitionOf(QByteArray json)
{
    json.replace('\'', '"');
    const auto definition = Definition::fromJson(json);
    if (!definition.ok())
        qFatal("%s", qPrintable(definition.error().detail));
    return definition.value();
}

QByteArray definitionJson(const QByteArray &states, const QByteArray &actions)
{
    return "{'form':1,'code':'X1','version':1,'fourEyes':false,'states':[" + states
        + "],'actions':[" + actions + "]}";
}

const QByteArray openState
    = "{'id':'a','phase':'received','step':'ACC','owner':{'role':'clerk','dept':'lead'}}";
const QByteArray endState = "{'id':'z','phase':'closed'}";
const QByteArray finish
    = "{'id':'go','sort':'forward','from':['a'],'to':'z','roles':['clerk'],'finish':'0'}";

bool has(const QList<Finding> &findings, LintFault fault, const QString &place,
         const QString &detail = {})
{
    return findings.contains(Finding{.fault = fault, .place = place, .detail = detail});
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedDefinitionsAreClean();
    void faultsOfDefinitions_data();
    void faultsOfDefinitions();
    void aSoundDefinitionHasNoFinding();
    void sampleItemsFitTheirDefinitions();
    void faultsOfItems();
    void everyPostOfTheSampleIsHeld();
    void anEmptyPostIsTold();
    void dryRunFollowsTheSteps();
    void dryRunSeesThePromiseBehindTheLaw();
};

void TestLint::shippedDefinitionsAreClean()
{
    const Reference hall = test::sampleReference();
    QCOMPARE(hall.definitions.all().size(), 6);
    for (const Definition *definition : hall.definitions.all())
        QVERIFY2(lint(*definition).isEmpty(),
                 qPrintable(definition->code() + u": "_s + lint(*definition).join(u"; "_s)));
}

void TestLint::faultsOfDefinitions_data()
{
    QTest::addColumn<QByteArray>("states");
    QTest::addColumn<QByteArray>("actions");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &states, const QByteArray &actions,
                        const Finding &finding) {
        QTest::newRow(name) << states << actions << static_cast<int>(finding.fault) << finding.place
                            << finding.detail;
    };
    const QByteArray lost
        = ",{'id':'b','phase':'review','owner':{'role':'reviewer','dept':'lead'}}";
    const QByteArray leave
        = ",{'id':'end','from':['b'],'to':'z','roles':['reviewer'],'finish':'0'}";
    const QByteArray enter = ",{'id':'in','from':['a'],'to':'b','roles':['clerk']}";
    row("unreachable", openState + lost + "," + endState, finish + leave,
        {LintFault::StateUnreachable, u"b"_s});
    row("nobody can act", openState + lost + "," + endState, finish + enter,
        {LintFault::StateWithoutAction, u"b"_s});
    row("no owner", openState + ",{'id':'b','phase':'review'}," + endState, finish + enter + leave,
        {LintFault::StateWithoutOwner, u"b"_s});
    row("no end", openState + lost + "," + endState,
        finish + enter + ",{'id':'round','from':['b'],'to':'b','roles':['reviewer']}",
        {LintFault::EndUnreachable, u"b"_s});
    row("unknown target", openState + "," + endState,
        finish + ",{'id':'off','from':['a'],'to':'q','roles':['clerk']}",
        {LintFault::ActionToUnknown, u"off"_s, u"q"_s});
    row("unknown source", openState + "," + endState,
        finish + ",{'id':'off','from':['q'],'to':'z','roles':['clerk'],'finish':'0'}",
        {LintFault::ActionFromUnknown, u"off"_s, u"q"_s});
    row("stop without end", openState + "," + endState,
        finish + ",{'id':'stop','sort':'suspend','from':['a'],'to':'','roles':['clerk']}",
        {LintFault::StopWithoutEnd, u"a"_s});
    row("group without seats",
        openState
            + ",{'id':'b','phase':'review','group':{'members':'seats','seats':0,'role':'surveyor',"
              "'rule':'all','next':'z'}},"
            + endState,
        finish + enter + ",{'id':'look','from':['b'],'to':'','roles':['surveyor']}",
        {LintFault::GroupCannotEnd, u"b"_s});
    row("quorum too large",
        openState
            + ",{'id':'b','phase':'review','group':{'members':'seats','seats':2,'role':'surveyor',"
              "'rule':'quorum','quorum':3,'next':'z'}},"
            + endState,
        finish + enter + ",{'id':'look','from':['b'],'to':'','roles':['surveyor']}",
        {LintFault::GroupCannotEnd, u"b"_s});
    row("paper unknown", openState + "," + endState,
        finish
            + ",{'id':'p','from':['a'],'to':'z','roles':['clerk'],'finish':'0','papers':['Poem']}",
        {LintFault::PaperUnknown, u"p"_s, u"Poem"_s});
    row("no finish code", openState + "," + endState,
        "{'id':'go','from':['a'],'to':'z','roles':['clerk']}", {LintFault::FinishMissing, u"go"_s});
    row("owner cannot act", openState + lost + "," + endState,
        finish + enter + ",{'id':'out','from':['b'],'to':'z','roles':['clerk'],'finish':'0'}",
        {LintFault::OwnerCannotAct, u"b"_s, u"reviewer"_s});
}

void TestLint::faultsOfDefinitions()
{
    QFETCH(QByteArray, states);
    QFETCH(QByteArray, actions);
    QFETCH(int, fault);
    QFETCH(QString, place);
    QFETCH(QString, detail);
    const Definition definition = definitionOf(definitionJson(states, actions));
    const QList<Finding> findings = findingsOf(definition);
    QVERIFY2(has(findings, static_cast<LintFault>(fault), place, detail),
             qPrintable(lint(definition).join(u"; "_s)));
}

void TestLint::aSoundDefinitionHasNoFinding()
{
    QCOMPARE(lint(definitionOf(definitionJson(openState + "," + endState, finish))), QStringList());
}

void TestLint::sampleItemsFitTheirDefinitions()
{
    const Reference hall = test::sampleReference();
    QStringList found;
    for (const ItemDef &item : hall.items) {
        const Definition *definition = hall.definitions.newest(item.workflow);
        QVERIFY(definition);
        found += lint(item, *definition);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u"; "_s)));
}

void TestLint::faultsOfItems()
{
    const Reference hall = test::sampleReference();
    const Definition &way = *hall.definitions.newest(u"W2"_s);
    ItemDef item = *hall.item(u"DL-CZ-001"_s);
    item.steps.removeLast();
    item.steps[1].limitDays += 2;
    item.promisedLimit.days = 25;
    item.materials.clear();
    item.fees.clear();
    item.caseType = CaseType::SameDay;
    const QList<Finding> findings = findingsOf(item, way);
    const QString &code = item.code;
    QVERIFY(has(findings, LintFault::StepMissing, code, u"OUT"_s));
    QVERIFY(has(findings, LintFault::StepsBelowPromise, code, u"12/25"_s));
    QVERIFY(has(findings, LintFault::PromiseAfterLaw, code, u"25/20"_s));
    QVERIFY(has(findings, LintFault::SameDayWithDays, code, u"25"_s));
    QVERIFY(has(findings, LintFault::NoMaterials, code));
    QVERIFY(has(findings, LintFault::FeeWithoutLine, code));
    QVERIFY(lint(item, way).contains(u"item DL-CZ-001: the step OUT is missing"_s));
    item.workflow = u"W9"_s;
    QVERIFY(has(findingsOf(item, way), LintFault::WorkflowUnknown, code, u"W9"_s));
}

void TestLint::everyPostOfTheSampleIsHeld()
{
    const Reference hall = test::sampleReference();
    QStringList found;
    for (const ItemDef &item : hall.items) {
        if (!item.stationed)
            continue;
        for (const Finding &finding :
             emptyPosts(item, *hall.definitions.newest(item.workflow), hall))
            found.append(englishText(finding));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u"; "_s)));
}

void TestLint::anEmptyPostIsTold()
{
    Reference hall = test::sampleReference();
    hall.staff[u"hb22"_s].isDisabled = true; // one of two officers, and the only certifier
    const ItemDef &item = *hall.item(u"DL-HB-002"_s);
    const auto findings = emptyPosts(item, *hall.definitions.newest(item.workflow), hall);
    QVERIFY(has(findings, LintFault::PostEmpty, item.code, u"HB/surveyor"_s));
    QVERIFY(has(findings, LintFault::PostEmpty, item.code, u"HB/certifier"_s));
    QCOMPARE(findings.size(), 2);
}

void TestLint::dryRunFollowsTheSteps()
{
    const Reference hall = test::sampleReference();
    const ItemDef &item = *hall.item(u"DL-CZ-001"_s);
    // Saturday: dated to Monday 9 November 2026, no holiday near.
    const DryRun run
        = dryRun(item, *hall.definitions.newest(item.workflow), hall.calendar, QDate(2026, 11, 7));
    QCOMPARE(run.accepted, QDate(2026, 11, 9));
    QCOMPARE(run.promise.date, QDate(2026, 11, 23));
    QCOMPARE(run.statutory->date, QDate(2026, 12, 7));
    QVERIFY(!run.endsAfterPromise);
    QVERIFY(!run.hasNoEnd);
    QStringList states;
    for (const DryRunStep &step : run.steps)
        states.append(step.state);
    QCOMPARE(states.first(), u"received"_s);
    QCOMPARE(states.last(), u"ready"_s);
    const auto review = std::ranges::find(run.steps, u"review"_s, &DryRunStep::state);
    QVERIFY(review != run.steps.end());
    QCOMPARE(review->due.date, QDate(2026, 11, 18)); // seven working days
    const DryRun late
        = dryRun(item, *hall.definitions.newest(item.workflow), hall.calendar, QDate(2026, 12, 28));
    QVERIFY(late.promise.isProvisional); // the notice of 2027 is not out
}

void TestLint::dryRunSeesThePromiseBehindTheLaw()
{
    const Reference hall = test::sampleReference();
    const ItemDef &item = *hall.item(u"DL-HB-002"_s); // 20 working days against 30 calendar days
    const DryRun run
        = dryRun(item, *hall.definitions.newest(item.workflow), hall.calendar, QDate(2026, 9, 10));
    QCOMPARE(run.promise.date, QDate(2026, 10, 14));
    QCOMPARE(run.statutory->date, QDate(2026, 10, 10));
    QVERIFY(run.promiseAfterLaw);
}

QTEST_APPLESS_MAIN(TestLint)
#include "tst_lint.moc"

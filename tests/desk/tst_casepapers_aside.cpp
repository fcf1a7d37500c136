// What papers say of a course that is not the straight one: corrections, refusals, voids, timers.
#include "domain/deadlines.h"
#include "papercase.h"
#include "papers/codes.h"
#include "testmain.h"

#include <QGuiApplication>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

class TestCasePapersAside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void correctionKeepsItsWords();
    void refusals_data();
    void refusals();
    void noPermitIsNeeded();
    void denialSaysWhy();
    void voidedReceipt();
    void twoSlips();
    void deemedAcceptance();
    void overtakenAcceptance();
};

/// A reprint says what was wrong then, though everything is right by now.
void TestCasePapersAside::correctionKeepsItsWords()
{
    PaperCase made(u"DL-FG-003"_s);
    made.open(LineVerdict::Open);
    made.run(
        CheckMaterials{
            .lines = {{.line = 1,
                       .originals = 1,
                       .verdict = LineVerdict::Wrong,
                       .problem = u"未签名，请补签。"_s},
                      {.line = 2, .verdict = LineVerdict::Wrong, .problem = u"未提交该材料。"_s}}},
        made.clerk());
    made.act(u"correct"_s, Role::Clerk, {});
    QCOMPARE(made.problem, QString());
    const QJsonObject before = made.data(u"correction-notice"_s);
    QCOMPARE(before.value("corrections"_L1).toArray().size(), 2);
    QVERIFY(before.value("incomplete"_L1).toBool());
    QVERIFY(before.value("wrongForm"_L1).toBool());
    // 15 working days after Monday, 23 November 2026.
    QCOMPARE(before.value("dueBy"_L1).toString(), u"2026-12-14"_s);
    draw(made, made.paper(u"correction-notice"_s));

    made.now = made.now.addDays(2);
    QList<LineCheck> right;
    for (const MaterialLine &line : std::as_const(made.file.materials))
        right.append({.line = line.due.no,
                      .originals = line.due.originals,
                      .copies = line.due.copies,
                      .verdict = LineVerdict::Right});
    made.run(CheckMaterials{.lines = right}, made.clerk());
    made.act(u"accept"_s, Role::Clerk, {});
    QCOMPARE(made.problem, QString());
    QCOMPARE(made.data(u"correction-notice"_s), before);
    QCOMPARE(made.data(u"acceptance-notice"_s).value("fees"_L1).toArray().size(), 2);
}

void TestCasePapersAside::refusals_data()
{
    QTest::addColumn<QString>("ground");
    QTest::addColumn<QString>("rightBody");
    QTest::addColumn<QString>("reason");
    QTest::newRow("power") << u"申请事项依法不属于本行政机关职权范围。"_s << u"东莞市生态环境局"_s
                           << u"out-of-power"_s;
    QTest::newRow("false") << u"申请人隐瞒有关情况或者提供虚假材料。"_s << QString()
                           << u"false-facts"_s;
    QTest::newRow("standing") << u"申请人不具备申请资格。"_s << QString() << u"no-standing"_s;
    QTest::newRow("incomplete") << u"经一次性告知补正后，材料仍不齐全或者不符合法定形式。"_s
                                << QString() << u"still-incomplete"_s;
    QTest::newRow("other") << u"同一事项正在办理。"_s << QString() << u"other"_s;
}

void TestCasePapersAside::refusals()
{
    QFETCH(const QString, ground);
    QFETCH(const QString, rightBody);
    QFETCH(const QString, reason);
    PaperCase made(u"DL-HB-002"_s);
    made.open();
    made.run(Act{.action = u"refuse"_s, .details = {.ground = ground, .rightBody = rightBody}},
             made.clerk());
    QCOMPARE(made.problem, QString());
    const QJsonObject data = made.data(u"refusal-notice"_s);
    QCOMPARE(data.value("reason"_L1).toString(), reason);
    QCOMPARE(data.value("reasonText"_L1).toString(), ground);
    QCOMPARE(data.value("rightOrgan"_L1).toString(), rightBody);
    QCOMPARE(data.value("returned"_L1).toArray().size(), made.file.materials.size());
    QCOMPARE(unknownNames(data, paperFields(PaperKind::RefusalNotice), {}), QString());
    const QString text = made.text(u"refusal-notice"_s);
    QCOMPARE(text.count(u'■'), 1);
    QCOMPARE(text.count(u'—'), 0);
    draw(made, made.paper(u"refusal-notice"_s));
}

void TestCasePapersAside::noPermitIsNeeded()
{
    PaperCase made(u"DL-HB-001"_s);
    made.open();
    made.run(
        Act{.action = u"notNeeded"_s, .details = {.ground = u"申请事项依法不需要取得行政许可。"_s}},
        made.clerk());
    QCOMPARE(made.problem, QString());
    const QString text = made.text(u"not-needed-notice"_s);
    QVERIFY(text.contains(u"申请事项依法不需要取得行政许可。"_s));
    QCOMPARE(text.count(u'—'), 0);
    QCOMPARE(unknownNames(made.data(u"not-needed-notice"_s),
                          paperFields(PaperKind::NotNeededNotice), {}),
             QString());
    draw(made, made.paper(u"not-needed-notice"_s));
}

void TestCasePapersAside::denialSaysWhy()
{
    PaperCase made(u"DL-HB-005"_s);
    made.open();
    made.act(u"accept"_s, Role::Clerk);
    made.act(u"review"_s, Role::Reviewer, u"内部意见"_s);
    made.act(u"headObject"_s, Role::DeptHead);
    made.act(u"leaderDeny"_s, Role::TownLeader, u"施工时间在考试期间，不符合规定条件。"_s);
    made.act(u"make"_s, Role::Certifier, {});
    QCOMPARE(made.problem, QString());
    const QString text = made.text(u"denial-decision"_s);
    QVERIFY(text.contains(u"施工时间在考试期间，不符合规定条件。"_s));
    QVERIFY(!text.contains(u"内部意见"_s)); // opinions inside the house are not the applicant's
    QVERIFY(text.contains(u"不予行政许可决定书"_s));
    QCOMPARE(text.count(u'—'), 0);
    QCOMPARE(
        unknownNames(made.data(u"denial-decision"_s), paperFields(PaperKind::DenialDecision), {}),
        QString());
    draw(made, made.paper(u"denial-decision"_s));
}

void TestCasePapersAside::voidedReceipt()
{
    PaperCase made(u"DL-FG-003"_s);
    made.open();
    made.act(u"accept"_s, Role::Clerk);
    made.payAll();
    QCOMPARE(made.problem, QString());
    const CasePaper receipt = made.paper(u"fee-receipt"_s);
    QJsonObject data = made.data(receipt);
    QCOMPARE(data.value("windowCode"_L1).toString(), u"B02"_s); // where it was paid
    QCOMPARE(data.value("changeFen"_L1).toInteger(), 2000);
    QVERIFY(!data.value("voided"_L1).toBool());
    made.run(VoidPayment{.receipt = receipt.number, .reason = u"金额开错"_s, .witness = u"sf03"_s},
             actorOf(u"sf02"_s, u"FG/cashier"_s, u"B02"_s));
    QCOMPARE(made.problem, QString());
    data = made.data(receipt);
    QVERIFY(data.value("voided"_L1).toBool());
    QCOMPARE(data.value("voidedBy"_L1).toString(), u"刘宇承"_s);
    QVERIFY(data.value("voidedAt"_L1).toInteger() > data.value("paidAt"_L1).toInteger());
    QVERIFY(made.text(receipt).contains(u"作废：金额开错"_s));
    draw(made, receipt);
}

void TestCasePapersAside::twoSlips()
{
    PaperCase made(u"DL-FG-003"_s);
    made.open();
    made.act(u"accept"_s, Role::Clerk);
    QCOMPARE(made.file.slips.size(), 1);
    const Context context = made.context(made.clerk());
    const Event blank{.id = EventId::fromText(u"33333333-3333-4333-8333-333333333333"_s),
                      .stream = made.file.id,
                      .type = u"fee"_s,
                      .branch = u"main"_s,
                      .action = u"demand"_s,
                      .actor = context.actor.staff,
                      .actedAt = made.now.toMSecsSinceEpoch()};
    QJsonArray lines{QJsonObject{{u"no"_s, 1},
                                 {u"name"_s, u"补证工本费"_s},
                                 {u"basis"_s, u"样例"_s},
                                 {u"unit"_s, u"本"_s},
                                 {u"quantity"_s, 2500},
                                 {u"rate"_s, 10'000'000},
                                 {u"amount"_s, 2500}}};
    made.append(
        sealed(blank, {{u"slip"_s, u"缴字第2号"_s}, {u"lines"_s, lines}, {u"total"_s, 2500}}));
    Event want = blank;
    want.id = EventId::fromText(u"44444444-4444-4444-8444-444444444444"_s);
    want.type = u"paper"_s;
    want.action = u"want"_s;
    made.append(sealed(want,
                       {{u"kind"_s, u"payment-notice"_s},
                        {u"number"_s, u"缴字第2号"_s},
                        {u"about"_s, QString()}}));
    const QList<CasePaper> papers = made.file.papers;
    const auto first = std::ranges::find(papers, u"payment-notice"_s, &CasePaper::kind);
    QCOMPARE(made.data(*first).value("totalFen"_L1).toInteger(),
             made.file.slips.first().total.fen());
    const QJsonObject second = made.data(papers.last());
    QCOMPARE(second.value("totalFen"_L1).toInteger(), 2500);
    QCOMPARE(second.value("fees"_L1)[0]["quantity"_L1].toString(), u"2.5"_s);
    const auto code = parseSlipCode(second.value("qr"_L1).toString());
    QVERIFY(code);
    QCOMPARE(code->slipNumber, u"2"_s);
    QCOMPARE(code->fen, 2500);
    QCOMPARE(parseSlipCode(made.data(*first).value("qr"_L1).toString())->slipNumber, u"1"_s);
}

void TestCasePapersAside::deemedAcceptance()
{
    PaperCase made(u"DL-HB-001"_s);
    made.open();
    made.now = made.now.addDays(20);
    const auto timer = dueTimer(made.file, made.now, sample());
    QVERIFY(timer);
    made.run(*timer, {});
    made.run(WantPaper{.kind = u"acceptance-notice"_s}, made.clerk());
    QCOMPARE(made.problem, QString());
    const QJsonObject data = made.data(u"acceptance-notice"_s);
    QVERIFY(data.value("deemed"_L1).toBool());
    QCOMPARE(data.value("acceptedOn"_L1).toString(), u"2026-11-23"_s); // back to the receipt
    QVERIFY(made.text(u"acceptance-notice"_s).contains(u"自收到申请材料之日起即为受理"_s));
}

/// The clerk had accepted without a network before the timer's notice was given here.
void TestCasePapersAside::overtakenAcceptance()
{
    PaperCase made(u"DL-HB-001"_s);
    made.open();
    PaperCase away(u"DL-HB-001"_s);
    away.file = made.file;
    for (int i = 0; i < 9; ++i)
        away.run(WantPaper{.kind = u"acceptance-notice"_s}, away.clerk()); // other ids and numbers
    away.file = made.file;
    const qsizetype notes = away.journal.size();
    away.now = made.now.addDays(2);
    away.act(u"accept"_s, Role::Clerk);
    QCOMPARE(away.problem, QString());
    made.now = made.now.addDays(20);
    const auto timer = dueTimer(made.file, made.now, sample());
    QVERIFY(timer);
    made.run(*timer, {});
    Actor clerk = made.clerk();
    clerk.window = made.file.window;
    made.run(*timer, clerk);
    QCOMPARE(made.problem, QString());
    const CasePaper first = made.paper(u"acceptance-notice"_s);
    for (const Event &event : away.journal.mid(notes))
        made.append(event);
    const CasePaper second = made.paper(u"acceptance-notice"_s);
    QVERIFY(first.id != second.id);
    QVERIFY(made.text(second).contains(u"本通知书取代受理通知书（"_s + first.number));
    const auto old = std::ranges::find(made.file.papers, first.id, &CasePaper::id);
    QVERIFY(old->isSuperseded);
    QVERIFY(made.text(*old).contains(u"本通知书已作废"_s));
    QVERIFY(!made.text(second).contains(u"本通知书已作废"_s));
    draw(made, second);
}

HALL_TEST_MAIN(QGuiApplication, TestCasePapersAside)
#include "tst_casepapers_aside.moc"

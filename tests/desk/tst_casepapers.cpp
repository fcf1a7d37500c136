// Every paper of every kind of case, over the sample hall: nothing empty that the case knows,
// nothing that the form cannot read.
#include "desk/papers/casepapers.h"
#include "desk/papers/paperfields.h"
#include "domain/deadlines.h"
#include "papers/codes.h"
#include "papers/paperfield.h"
#include "samplehall.h"
#include "testmain.h"
#include "tests/domain/smallhall.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>

#include <algorithm>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

const Reference &sample()
{
    static const Reference reference = sampleReference();
    return reference;
}

Actor actorOf(const QString &staff, const QString &post, const QString &window = {})
{
    return {.staff = staff, .post = *Post::fromCode(post), .window = window, .station = u"A01"_s};
}

/// A case of the sample hall that people of its departments drive.
class PaperCase
{
public:
    QDateTime now = hallInstant(QDate(2026, 11, 23), QTime(9, 5)); // a Monday
    CaseFile file;
    QList<Event> journal;

    explicit PaperCase(const QString &item)
        : m_item(*sample().item(item))
    {
    }
    [[nodiscard]] Actor clerk() const { return of(Role::Clerk, u"A07"_s); }
    [[nodiscard]] Actor of(Role role, const QString &window = {}) const
    {
        for (const StaffMember &member : sample().staff) {
            for (const Post &post : member.posts) {
                const bool fits = post.dept.isEmpty() || post.dept == m_item.dept;
                if (post.role == role && fits && !m_used.contains(member.code))
                    return actorOf(member.code, post.code(), window);
            }
        }
        return {};
    }
    void open(LineVerdict verdict = LineVerdict::Right)
    {
        Registration opening{
            .stream = m_ids.make<StreamId>(),
            .item = m_item.code,
            .applicant = {.id = m_ids.make<ApplicantId>(),
                          .kind = 2,
                          .name = u"东莞市大朗镇巷头毛织有限公司"_s,
                          .idKind = u"USCC"_s,
                          .idNumber = u"91441900MA4W3X2P5G"_s,
                          .phone = u"0769-83012345"_s,
                          .legalName = u"陈𠮷祥"_s},
            .agent = {.name = u"李娜"_s, .idKind = u"111"_s, .idNumber = u"441900199001019997"_s},
            .summary = u"大朗镇长富西路12号"_s};
        for (const MaterialDef &due : m_item.materials)
            opening.lines.append({.line = due.no,
                                  .originals = due.originals,
                                  .copies = due.copies,
                                  .verdict = verdict});
        take(openCase(opening, context(clerk())));
    }
    void run(const Command &command, const Actor &actor)
    {
        take(decide(file, command, context(actor)));
    }
    void act(const QString &action, Role role, const QString &opinion = u"同意。"_s,
             const QString &branch = u"main"_s)
    {
        Act act{.action = action, .branch = branch, .opinion = opinion, .manifest = "{}"};
        act.details = {.findings = Findings{.place = u"长富西路12号"_s,
                                            .at = now.toMSecsSinceEpoch(),
                                            .present = u"李娜（代理人）"_s,
                                            .text = u"现场与申报材料一致，符合条件。"_s},
                       .collector = Collector{.name = u"李娜"_s,
                                              .idKind = u"111"_s,
                                              .idNumber = u"441900199001019997"_s,
                                              .relation = u"代理人"_s},
                       .certificate = u"朗证字第20260001号"_s};
        Actor actor = role == Role::Clerk ? clerk() : of(role);
        if (role == Role::CoReviewer) {
            const QString dept = branch.section(u'/', 1);
            actor = actorOf(dept.toLower() + u"41"_s, dept + u"/co_reviewer"_s);
        }
        run(act, actor);
        if (branch.startsWith("survey"_L1))
            m_used.insert(actor.staff);
    }
    void payAll()
    {
        for (const FeeSlip &slip : QList<FeeSlip>(file.slips))
            run(TakePayment{.slip = slip.number,
                            .tendered = slip.total + Money(2000),
                            .till = m_ids.make<StreamId>()},
                actorOf(u"sf02"_s, u"FG/cashier"_s, u"B02"_s));
    }
    /// Straight on to the hand-over, everybody agreeing.
    void driveToTheEnd()
    {
        open();
        act(u"accept"_s, Role::Clerk);
        now = now.addDays(1);
        const QString kind = m_item.workflow;
        if (kind == "W1"_L1) {
            act(u"grantNow"_s, Role::Clerk);
        } else {
            act(u"review"_s, Role::Reviewer, u"经审核，材料齐全，拟同意。"_s);
            middle(kind);
        }
        payAll();
        now = now.addDays(1);
        run(WantPaper{.kind = u"signoff-sheet"_s}, clerk());
        act(u"handOver"_s, Role::Clerk, {});
    }
    [[nodiscard]] CasePaper paper(const QString &kind) const
    {
        const auto found = std::find_if(file.papers.crbegin(), file.papers.crend(),
                                        [&kind](const CasePaper &one) { return one.kind == kind; });
        return found == file.papers.crend() ? CasePaper() : *found;
    }
    [[nodiscard]] QJsonObject data(const CasePaper &paper) const
    {
        const auto occasion = occasionOf(journal, paper.id, sample().definitions);
        if (!occasion.ok())
            return {};
        return casePaperData(
            {occasion.value().file, occasion.value().paper, sample(), now, occasion.value().about});
    }
    [[nodiscard]] QJsonObject data(const QString &kind) const { return data(paper(kind)); }
    [[nodiscard]] QString text(const CasePaper &paper) const
    {
        const auto form = templateFor(*paperFromCode(paper.kind), sample());
        return form.ok() ? form.value().fill(data(paper)).valueOr({}) : QString();
    }
    [[nodiscard]] QString text(const QString &kind) const { return text(paper(kind)); }
    void append(const Event &event)
    {
        apply(file, event, sample().definitions);
        journal.append(event);
    }
    Context context(const Actor &actor) { return {sample(), actor, now, m_ids, m_numbers}; }
    QString problem; ///< first refusal

private:
    void middle(const QString &kind)
    {
        if (kind == "W4"_L1) {
            act(u"surveyPass"_s, Role::Surveyor, u"符合条件。"_s, u"survey/1"_s);
            act(u"surveyPass"_s, Role::Surveyor, u"同意以上意见。"_s, u"survey/2"_s);
        }
        if (kind == "W6"_L1) {
            for (const QString &dept : m_item.jointDepts)
                act(u"jointAgree"_s, Role::CoReviewer, u"同意。"_s, u"joint/"_s + dept);
            act(u"sumUp"_s, Role::Reviewer, u"协办部门均无异议。"_s);
        }
        act(kind == "W2"_L1 ? u"headApprove"_s : u"headAgree"_s, Role::DeptHead);
        if (kind == "W5"_L1) {
            act(u"leaderAgree"_s, Role::TownLeader);
            act(u"sendUp"_s, Role::Reviewer, {});
            now = now.addDays(5);
            act(u"cityGrant"_s, Role::Reviewer, u"市局批准。"_s);
            return;
        }
        if (kind != "W2"_L1)
            act(u"leaderApprove"_s, Role::TownLeader);
        m_used.clear();
        act(u"make"_s, Role::Certifier, {});
    }
    void take(const Result<QList<Event>> &events)
    {
        if (!events.ok()) {
            if (problem.isEmpty())
                problem = u"kind %1 %2"_s.arg(int(events.error().kind)).arg(events.error().detail);
            return;
        }
        for (const Event &event : events.value())
            append(event);
        now = now.addSecs(600);
    }

    ItemDef m_item;
    SeededIds m_ids{11};
    CountedNumbers m_numbers;
    QSet<QString> m_used;
};

/// Names that the form of the paper does not know.
QString unknownNames(const QJsonObject &data, const PaperField &fields, const QString &at)
{
    QStringList unknown;
    for (auto entry = data.begin(); entry != data.end(); ++entry) {
        const PaperField *field = fields.find(entry.key());
        if (!field) {
            unknown.append(at + entry.key());
            continue;
        }
        for (const QJsonValue &row : entry->toArray()) {
            if (row.isObject())
                unknown += unknownNames(row.toObject(), *field, entry.key() + u'.');
        }
    }
    unknown.removeAll(QString());
    return unknown.join(u' ');
}

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
    void correctionKeepsItsWords();
    void refusals_data();
    void refusals();
    void noPermitIsNeeded();
    void denialSaysWhy();
    void analogyForWhatIsNoPermit();
    void stepsOfTheSheet();
    void voidedReceipt();
    void twoSlips();
    void deemedAcceptance();
    void qrNamesTheCase();
    void reprintsAreCounted();
    void unknownPaper();

private:
    static void draw(const PaperCase &made, const CasePaper &paper);
};

/// HALL_SHOTS=folder leaves pictures for a person to look at.
void TestCasePapers::draw(const PaperCase &made, const CasePaper &paper)
{
    const auto occasion = occasionOf(made.journal, paper.id, sample().definitions);
    QVERIFY(occasion.ok());
    const auto document
        = composeCasePaper(occasion.value().file, occasion.value().paper, sample(),
                           {.now = made.now, .name = u"刘思"_s, .about = occasion.value().about});
    QVERIFY(document.ok());
    QVERIFY(document.value().pageCount() >= 1);
    const QString folder = qEnvironmentVariable("HALL_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (int page = 0; page < document.value().pageCount(); ++page) {
        document.value().image(page, 100).save(
            u"%1/%2-%3-%4.png"_s.arg(folder, paper.kind, made.file.item.code).arg(page));
    }
}

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

/// A reprint says what was wrong then, though everything is right by now.
void TestCasePapers::correctionKeepsItsWords()
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

void TestCasePapers::refusals_data()
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

void TestCasePapers::refusals()
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

void TestCasePapers::noPermitIsNeeded()
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

void TestCasePapers::denialSaysWhy()
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

void TestCasePapers::voidedReceipt()
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

void TestCasePapers::twoSlips()
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

void TestCasePapers::deemedAcceptance()
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

#include "playedcases.h"

#include "store/applicants.h"
#include "store/caserows.h"
#include "store/figurerows.h"
#include "store/paperrows.h"
#include "store/search.h"

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

int total(const QList<MilestoneSum> &sums, Milestone kind)
{
    int count = 0;
    for (const MilestoneSum &sum : sums)
        count += sum.kind == kind ? sum.count : 0;
    return count;
}

} // namespace

class TestProjection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowFollowsTheCase();
    void pileFollowsTheBranches();
    void fourEyesKeepAFileOutOfThePile();
    void listsByDate();
    void papersWaitUntilPrinted();
    void directoryKeepsTheNewestWord();
    void duplicatesAreExplained();
    void figuresOpenTheirRows();
    void coldRowBecomesFolded();

private:
    template <class F> auto read(F fn)
    {
        return await(m_fixture->store().read([fn](ReadTx &tx) { return fn(tx); }));
    }
    QStringList pile(const QString &who);
    Result<CaseRow> row(const StreamId &id)
    {
        return read([id](ReadTx &tx) { return caseRow(tx, id); });
    }

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<PlayedCases> m_cases;
};

void TestProjection::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    VERIFY_OK(m_fixture->open());
    m_cases = std::make_unique<PlayedCases>(*m_fixture, 5);
    VERIFY_OK(m_cases->publish());
}

/// "branch state" of what lies in somebody's pile.
QStringList TestProjection::pile(const QString &who)
{
    const Actor actor = m_cases->hall().actor(who);
    const auto rows = read([actor](ReadTx &tx) { return pileOf(tx, actor.post, actor.staff); });
    QStringList list;
    for (const PileRow &entry : rows.valueOr({}))
        list.append(entry.branch + u' ' + entry.state);
    return list;
}

void TestProjection::rowFollowsTheCase()
{
    const auto id = m_cases->open(u"W2"_s);
    VERIFY_OK(id);
    auto now = row(id.value());
    VERIFY_OK(now);
    QVERIFY(now.value().phase == Phase::Received);
    QCOMPARE(now.value().clerk, u"clerk1"_s);
    QVERIFY(now.value().receiptDue.isValid());
    QVERIFY(now.value().isFolded);
    VERIFY_OK(m_cases->act(id.value(), u"clerk1"_s, u"accept"_s));
    now = row(id.value());
    QVERIFY(now.value().phase == Phase::Review);
    QCOMPARE(now.value().acceptedBy, u"clerk1"_s);
    QCOMPARE(now.value().acceptedAt, m_fixture->clock.now().toMSecsSinceEpoch());
    QVERIFY(!now.value().isPaid);
    const auto file = read([&](ReadTx &tx) { return tx.caseFile(id.value()); });
    const auto dates = deadlinesOf(file.value(), m_fixture->clock.now(), m_cases->hall().reference);
    QCOMPARE(now.value().light.promiseDue, dates.promise.date);
    QCOMPARE(now.value().light.legalDue, dates.statutory.date);
    QCOMPARE(now.value().version, file.value().eventCount);
    const auto same = read([&](ReadTx &tx) { return caseByNumber(tx, now.value().number); });
    VERIFY_OK(same);
    QCOMPARE(same.value(), id.value());
    QVERIFY(!read([](ReadTx &tx) { return caseByNumber(tx, u"none"_s); }).ok());
}

void TestProjection::pileFollowsTheBranches()
{
    const auto id = m_cases->open(u"W6"_s);
    VERIFY_OK(id);
    QCOMPARE(pile(u"clerk2"_s), QStringList{u"main received"_s});
    VERIFY_OK(m_cases->act(id.value(), u"clerk1"_s, u"accept"_s));
    QVERIFY(pile(u"clerk2"_s).isEmpty());
    QCOMPARE(pile(u"rev1"_s), QStringList{u"main review"_s});
    VERIFY_OK(m_cases->act(id.value(), u"rev1"_s, u"review"_s));
    QCOMPARE(pile(u"co1"_s), QStringList{u"joint/AJ joint"_s});
    QCOMPARE(pile(u"co2"_s), QStringList{u"joint/NY joint"_s});
    VERIFY_OK(m_cases->act(id.value(), u"co1"_s, u"jointAgree"_s, u"joint/AJ"_s));
    QVERIFY(pile(u"co1"_s).isEmpty());
    QCOMPARE(pile(u"co2"_s), QStringList{u"joint/NY joint"_s});
    VERIFY_OK(m_cases->act(id.value(), u"co2"_s, u"jointAgree"_s, u"joint/NY"_s));
    QVERIFY(pile(u"co2"_s).isEmpty());
    const auto file = read([&](ReadTx &tx) { return tx.caseFile(id.value()); });
    const auto rows = read([&](ReadTx &tx) {
        return pileOf(tx, {.role = Role::Reviewer, .dept = u"HB"_s}, u"rev1"_s);
    });
    VERIFY_OK(rows);
    for (const PileRow &entry : rows.value())
        QCOMPARE(entry.expects, file.value().branch(entry.branch)->last);
}

void TestProjection::fourEyesKeepAFileOutOfThePile()
{
    const auto id = m_cases->open(u"W2"_s);
    VERIFY_OK(m_cases->act(id.value(), u"clerk1"_s, u"accept"_s));
    // "clerk1r" is the accepting clerk in his second post, as a reviewer.
    QVERIFY(pile(u"clerk1r"_s).isEmpty());
    QCOMPARE(pile(u"rev2"_s), QStringList{u"main review"_s});
}

void TestProjection::listsByDate()
{
    const auto first = m_cases->open(u"W2"_s);
    m_fixture->clock.advance(3 * 86400);
    const auto second = m_cases->open(u"W2"_s);
    const auto received = [this](const QStringList &depts) {
        return read([depts](ReadTx &tx) { return casesIn(tx, CaseList::ReceivedHere, depts, 10); });
    };
    QCOMPARE(received({}).value().size(), 2);
    QCOMPARE(received({u"HB"_s, u"AJ"_s}).value().first().id, first.value());
    QVERIFY(received({u"AJ"_s}).value().isEmpty());
    VERIFY_OK(m_cases->act(second.value(), u"clerk1"_s, u"accept"_s));
    QCOMPARE(received({}).value().size(), 1);
    const QDate today = m_fixture->clock.today();
    const auto accepted = read([today](ReadTx &tx) { return acceptedAt(tx, u"A01"_s, today, 10); });
    QCOMPARE(accepted.value().size(), 1);
    QCOMPARE(accepted.value().first().id, second.value());
    const auto newest
        = read([](ReadTx &tx) { return casesIn(tx, CaseList::AcceptedHere, {u"HB"_s}, 10); });
    QCOMPARE(newest.value().size(), 1);
}

void TestProjection::papersWaitUntilPrinted()
{
    const auto id = m_cases->open(u"W2"_s);
    VERIFY_OK(m_cases->act(id.value(), u"clerk1"_s, u"accept"_s));
    const auto waiting
        = [this] { return read([](ReadTx &tx) { return papersWaiting(tx, u"A01"_s, 100); }); };
    const auto before = waiting();
    VERIFY_OK(before);
    QVERIFY(!before.value().isEmpty());
    QVERIFY(read([](ReadTx &tx) { return papersWaiting(tx, u"B09"_s, 100); }).value().isEmpty());
    VERIFY_OK(m_cases->act(id.value(), u"clerk1"_s, MarkPaper{.paper = before.value().first().id}));
    QCOMPARE(waiting().value().size(), before.value().size() - 1);
}

void TestProjection::directoryKeepsTheNewestWord()
{
    const auto id = m_cases->open(u"W2"_s);
    const auto file = read([&](ReadTx &tx) { return tx.caseFile(id.value()); });
    const Applicant who = file.value().applicant;
    m_fixture->clock.advance(60);
    VERIFY_OK(m_cases->act(id.value(), u"clerk1"_s,
                           EditField{.field = u"applicant.name"_s,
                                     .oldValue = who.name,
                                     .newValue = u"䶮大山"_s,
                                     .reason = u"录入错误"_s}));
    const auto entry = read([&](ReadTx &tx) { return applicantById(tx, who.id); });
    VERIFY_OK(entry);
    QCOMPARE(entry.value().applicant.name, u"䶮大山"_s);
    QCOMPARE(entry.value().cases, 1);
    const auto typed = [this](const QString &text) {
        return read([text](ReadTx &tx) { return findApplicants(tx, text); }).valueOr({});
    };
    QCOMPARE(typed(u"大山"_s).size(), 1);
    QCOMPARE(typed(who.idNumber).size(), 1);
    QCOMPARE(typed(who.idNumber.last(4)).size(), 1);
    QCOMPARE(typed(who.phone.first(7)).size(), 1);
    QVERIFY(typed(who.name).isEmpty());
    QVERIFY(typed(QString()).isEmpty());
    QCOMPARE(read([&](ReadTx &tx) { return casesOfApplicant(tx, who.id); }).value().size(), 1);
}

void TestProjection::duplicatesAreExplained()
{
    const auto id = m_cases->open(u"W2"_s);
    const auto file = read([&](ReadTx &tx) { return tx.caseFile(id.value()); });
    Applicant typed = file.value().applicant;
    const auto likely = [this, &typed] {
        return read([typed](ReadTx &tx) { return possibleDuplicates(tx, typed); }).valueOr({});
    };
    QVERIFY(likely().isEmpty()); // not a duplicate of itself
    typed.id = ApplicantId(QUuid::createUuidV5(QUuid(), u"another"_s));
    QVERIFY(likely().value(0).reasons.contains(SameReason::Number));
    typed.idNumber = u"11010119900307"_s + typed.idNumber.last(4);
    typed.phone.clear();
    typed.address.clear();
    QCOMPARE(likely().size(), 1);
    QVERIFY(likely().first().reasons == QList<SameReason>{SameReason::NameAndTail});
    typed.name = u"别人"_s;
    QVERIFY(likely().isEmpty());
}

void TestProjection::figuresOpenTheirRows()
{
    for (int i = 0; i < 30; ++i) {
        const auto id = m_cases->open(i % 2 ? u"W2"_s : u"W1"_s);
        VERIFY_OK(id);
        for (int step = 0; step < 12; ++step)
            VERIFY_OK(m_cases->stumble(id.value()));
    }
    const FigureScope all{.from = QDate(2026, 1, 1), .to = QDate(2027, 12, 31)};
    int everything = 0;
    for (const FigureGroup group : {FigureGroup::Hall, FigureGroup::Window, FigureGroup::Item,
                                    FigureGroup::Clerk, FigureGroup::Hour, FigureGroup::Day}) {
        const auto sums = read([&](ReadTx &tx) { return milestoneSums(tx, all, group); });
        VERIFY_OK(sums);
        QCOMPARE(total(sums.value(), Milestone::Received), 30);
        for (const Milestone kind : {Milestone::Accepted, Milestone::Refused, Milestone::Corrected,
                                     Milestone::Returned, Milestone::Decided, Milestone::Ended}) {
            const auto rows = read([&](ReadTx &tx) { return rowsBehind(tx, {.kind = kind}, all); });
            QCOMPARE(rows.value().size(), total(sums.value(), kind));
            everything += int(rows.value().size());
        }
    }
    QVERIFY(everything > 100);
    const auto inHand = read([&](ReadTx &tx) { return casesInHand(tx, {}); });
    const auto ended
        = read([&](ReadTx &tx) { return rowsBehind(tx, {.kind = Milestone::Ended}, all); });
    QCOMPARE(inHand.value().size() + ended.value().size(), 30);
    const auto last = read([&](ReadTx &tx) { return casesInHandAt(tx, {}, QDate(2027, 12, 31)); });
    const auto never = read([&](ReadTx &tx) { return casesInHandAt(tx, {}, QDate(2026, 1, 1)); });
    QVERIFY(never.value().isEmpty());
    QVERIFY(last.value().size() <= inHand.value().size());
    const auto fees = read([&](ReadTx &tx) { return feeSums(tx, all, FigureGroup::Window); });
    qint64 fen = 0;
    for (const FeeSum &sum : fees.value())
        fen += sum.sum.amount.fen();
    qint64 rowFen = 0;
    const auto payments = read([&](ReadTx &tx) { return paymentsBehind(tx, all); });
    for (const PaymentRow &payment : payments.value())
        rowFen += payment.isVoid ? 0 : payment.amount.fen();
    QCOMPARE(fen, rowFen);
    QVERIFY(fen > 0);
}

void TestProjection::coldRowBecomesFolded()
{
    Registration opening = m_fixture->registration(u"冷行"_s, u"W2"_s);
    const qint64 before = m_fixture->clock.now().addDays(-3).toMSecsSinceEpoch();
    const CaseRow cold{.id = opening.stream,
                       .number = u"441900113-20261120-B09-0001-A"_s,
                       .dept = u"HB"_s,
                       .applicantName = u"旧名字"_s,
                       .registeredAt = before,
                       .changedAt = before};
    VERIFY_OK(await(
        m_fixture->store().write([cold](WriteTx &tx) { return insertColdRows(tx, {cold}); })));
    QVERIFY(!row(cold.id).value().isFolded);
    const auto pulled = await(m_fixture->store().write([&](WriteTx &tx) -> Result<Done> {
        const Context context{tx.reference(), m_cases->hall().actor(u"clerk1"_s), tx.clock().now(),
                              m_fixture->ids, tx.numbers()};
        const Result<QList<Event>> events = openCase(opening, context);
        return events.ok() ? tx.append(events.value()) : Result<Done>(events.error());
    }));
    VERIFY_OK(pulled);
    QVERIFY(row(cold.id).value().isFolded);
    const auto hits = [this](const QString &text) {
        return read([text](ReadTx &tx) { return searchCases(tx, text); }).value().size();
    };
    QCOMPARE(hits(u"旧名"_s), 0);
    QCOMPARE(hits(u"冷行"_s), 1);
    const FigureScope all{.from = QDate(2026, 1, 1), .to = QDate(2027, 12, 31)};
    const auto sums = read([&](ReadTx &tx) { return milestoneSums(tx, all, FigureGroup::Hall); });
    QCOMPARE(total(sums.value(), Milestone::Received), 1);
}

QTEST_GUILESS_MAIN(TestProjection)

#include "tst_projection.moc"

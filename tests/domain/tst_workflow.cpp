#include "domain/deadlines.h"
#include "domain/decide.h"
#include "smallhall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// Names of the errors that vectors speak of.
const QMap<QString, ErrorKind> errors{{u"FeeUnpaid"_s, ErrorKind::FeeUnpaid},
                                      {u"SamePersonTwice"_s, ErrorKind::SamePersonTwice},
                                      {u"NotYourDepartment"_s, ErrorKind::NotYourDepartment},
                                      {u"NotYourPost"_s, ErrorKind::NotYourPost},
                                      {u"StateMoved"_s, ErrorKind::StateMoved},
                                      {u"AlreadyPaid"_s, ErrorKind::AlreadyPaid},
                                      {u"RuleBroken"_s, ErrorKind::RuleBroken},
                                      {u"NothingToCorrect"_s, ErrorKind::NothingToCorrect},
                                      {u"MaterialsIncomplete"_s, ErrorKind::MaterialsIncomplete},
                                      {u"CaseClosed"_s, ErrorKind::CaseClosed},
                                      {u"ActionUnknown"_s, ErrorKind::ActionUnknown}};

/// "who action [branch or state]" → the command; every field that a definition may ask for is
/// filled.
Command commandFrom(const QString &verb, const QString &argument, const CaseFile &file)
{
    if (verb == "pay"_L1)
        return TakePayment{.slip = file.slips.value(0).number, .tendered = Money(10'000)};
    if (verb == "problem"_L1)
        return CheckMaterials{{{.line = 2, .verdict = LineVerdict::Wrong, .problem = u"看不清"_s}}};
    if (verb == "right"_L1)
        return CheckMaterials{{{.line = 2, .copies = 1, .verdict = LineVerdict::Right}}};
    Act act{.action = verb, .opinion = u"同意"_s, .reason = u"理由"_s, .manifest = "{}"};
    act.details = {.returnTo = argument,
                   .resumesAfter = verb == "returnResume"_L1,
                   .ground = u"理由"_s,
                   .findings = Findings{.place = u"现场"_s, .text = u"相符"_s},
                   .collector = Collector{.name = u"王建国"_s, .relation = u"本人"_s},
                   .certificate = u"证0001"_s};
    if (argument.contains(u'/'))
        act.branch = argument;
    if (verb == "returnResume"_L1)
        act.action = u"return"_s;
    return act;
}

Result<QList<Event>> play(DrivenCase &driven, const QString &step)
{
    const QStringList parts = step.split(u' ');
    return driven.run(commandFrom(parts.at(1), parts.value(2), driven.file), parts.at(0));
}

} // namespace

class TestWorkflow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data();
    void vectors();
    void journalVerifies();
    void expectsStopsTheLater();
    void opinionsOfDifferentMembersDoNotConflict();
    void signatureIsVoidWhenItsPageGoes();
    void editNeedsTheOldValue();
    void secondPaymentFoldsToPaidTwice();
    void voidedPaymentNeedsAWitness();
    void deemedAcceptedOnDaySix();
    void actOvertakesTimer();
    void lightsOfAPromisedCase();
    void lightsOfASameDayCase();
    void erasedBodyStillVerifies();
    void eventFormIsFinal();

private:
    SmallHall m_hall;
};

void TestWorkflow::vectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    QFile file(QStringLiteral(HALL_TEST_DATA "/workflow-vectors.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(vectors.size() > 30);
    for (const QJsonValue &vector : vectors) {
        const QJsonObject object = vector.toObject();
        QTest::newRow(qPrintable(object.value("name"_L1).toString())) << object;
    }
}

void TestWorkflow::vectors()
{
    QFETCH(QJsonObject, vector);
    DrivenCase driven(m_hall);
    QVERIFY(driven.open(vector.value("item"_L1).toString()).ok());
    for (const QJsonValue &step : vector.value("journal"_L1).toArray()) {
        const auto events = play(driven, step.toString());
        QVERIFY2(events.ok(), qPrintable(step.toString()));
    }
    const auto events = play(driven, vector.value("act"_L1).toString());
    const QString verdict = vector.value("verdict"_L1).toString();
    if (errors.contains(verdict)) {
        QVERIFY(!events.ok());
        QCOMPARE(static_cast<int>(events.error().kind), static_cast<int>(errors.value(verdict)));
        return;
    }
    QVERIFY2(events.ok(), qPrintable(events.ok() ? QString() : events.error().detail));
    QCOMPARE(driven.file.state(), verdict);
    if (vector.contains("finish"_L1))
        QCOMPARE(driven.file.finish, vector.value("finish"_L1).toString());
}

void TestWorkflow::journalVerifies()
{
    DrivenCase driven(m_hall);
    QVERIFY(driven.open(u"W2"_s).ok());
    QVERIFY(play(driven, u"clerk1 accept"_s).ok());
    QByteArray chain;
    for (const Event &event : std::as_const(driven.journal)) {
        QVERIFY(isIntact(event));
        chain = chainAfter(chain, event.hash);
    }
    QCOMPARE(driven.file.chain, chain);
    const CaseFile again = fold(driven.journal, m_hall.reference.definitions);
    QCOMPARE(again.chain, driven.file.chain);
    QCOMPARE(again.state(), driven.file.state());
    Event forged = driven.journal.last();
    forged.actor = u"somebody"_s;
    QVERIFY(!isIntact(forged));
    forged = driven.journal.last();
    forged.body.replace("20", "02");
    QVERIFY(!isIntact(forged));
}

void TestWorkflow::expectsStopsTheLater()
{
    DrivenCase first(m_hall);
    QVERIFY(first.open(u"W2"_s).ok());
    const CaseFile before = first.file;
    QVERIFY(play(first, u"clerk1 accept"_s).ok());
    // The second clerk decided on what he saw before: his event does not fit any more.
    DrivenCase second(m_hall, 7);
    second.file = before;
    QVERIFY(play(second, u"clerk2 refuse"_s).ok());
    CaseFile merged = first.file;
    apply(merged, second.journal.first(), m_hall.reference.definitions);
    QCOMPARE(merged.state(), u"review"_s);
    QVERIFY(merged.history.last().isIrregular);
}

void TestWorkflow::opinionsOfDifferentMembersDoNotConflict()
{
    DrivenCase first(m_hall);
    QVERIFY(first.open(u"W6"_s).ok());
    QVERIFY(play(first, u"clerk1 accept"_s).ok());
    QVERIFY(play(first, u"rev1 review"_s).ok());
    DrivenCase second(m_hall, 7);
    second.file = first.file;
    QVERIFY(play(first, u"co1 jointAgree joint/AJ"_s).ok());
    QVERIFY(play(second, u"co2 jointAgree joint/NY"_s).ok());
    CaseFile merged = first.file;
    for (const Event &event : std::as_const(second.journal))
        apply(merged, event, m_hall.reference.definitions);
    QCOMPARE(merged.state(), u"sum"_s);
}

void TestWorkflow::signatureIsVoidWhenItsPageGoes()
{
    DrivenCase driven(m_hall);
    QVERIFY(driven.open(u"W2"_s).ok());
    const PageId page(QUuid(u"11111111-1111-4111-8111-111111111111"_s));
    QVERIFY(driven
                .run(AttachPages{{{.id = page, .sha = QByteArray(32, 'a'), .format = u"jpeg"_s}}},
                     u"clerk1"_s)
                .ok());
    QVERIFY(play(driven, u"clerk1 accept"_s).ok());
    QVERIFY(driven
                .run(Act{.action = u"review"_s,
                         .opinion = u"属实"_s,
                         .manifest = manifestText(driven.file, {}, u"属实"_s)},
                     u"rev1"_s)
                .ok());
    QVERIFY(driven.run(MovePage{.page = page, .line = 2, .position = 0}, u"rev1"_s).ok());
    QVERIFY(!driven.file.opinions.last().isVoid);
    QVERIFY(driven.run(RotatePage{.page = page, .rotation = 90}, u"rev1"_s).ok());
    QVERIFY(driven.file.opinions.last().isVoid);
    const auto blocked = driven.run(
        Act{.action = u"headApprove"_s, .opinion = u"同意"_s, .allPagesHere = false}, u"head1"_s);
    QVERIFY(!blocked.ok());
    QCOMPARE(static_cast<int>(blocked.error().kind), static_cast<int>(ErrorKind::PageNotHere));
}

void TestWorkflow::editNeedsTheOldValue()
{
    DrivenCase driven(m_hall);
    QVERIFY(driven.open(u"W2"_s).ok());
    const EditField edit{.field = u"applicant.name"_s,
                         .oldValue = u"王建国"_s,
                         .newValue = u"王健国"_s,
                         .reason = u"录入错误"_s};
    EditField silent = edit;
    silent.reason.clear();
    QVERIFY(!driven.run(silent, u"clerk1"_s).ok());
    const CaseFile before = driven.file;
    QVERIFY(driven.run(edit, u"clerk1"_s).ok());
    QCOMPARE(driven.file.applicant.name, u"王健国"_s);
    QVERIFY(!driven.run(edit, u"clerk2"_s).ok());
    // Written elsewhere at the same time: kept for a person, not applied.
    DrivenCase other(m_hall, 9);
    other.file = before;
    QVERIFY(other.run(edit, u"clerk2"_s).ok());
    apply(driven.file, other.journal.first(), m_hall.reference.definitions);
    QVERIFY(driven.file.history.last().isIrregular);
}

void TestWorkflow::secondPaymentFoldsToPaidTwice()
{
    DrivenCase driven(m_hall);
    QVERIFY(driven.open(u"W2"_s).ok());
    QVERIFY(play(driven, u"clerk1 accept"_s).ok());
    DrivenCase offline(m_hall, 5);
    offline.file = driven.file;
    QVERIFY(play(driven, u"cash1 pay"_s).ok());
    QVERIFY(play(offline, u"cash2 pay"_s).ok());
    QVERIFY(!driven.file.slips.first().isPaidTwice());
    apply(driven.file, offline.journal.first(), m_hall.reference.definitions);
    QVERIFY(driven.file.slips.first().isPaidTwice());
    QCOMPARE(driven.file.slips.first().total, Money(2000));
}

void TestWorkflow::voidedPaymentNeedsAWitness()
{
    DrivenCase driven(m_hall);
    QVERIFY(driven.open(u"W2"_s).ok());
    QVERIFY(play(driven, u"clerk1 accept"_s).ok());
    QVERIFY(play(driven, u"cash1 pay"_s).ok());
    VoidPayment command{.receipt = driven.file.slips.first().payments.first().receipt,
                        .reason = u"重复"_s,
                        .witness = u"cash1"_s};
    QVERIFY(!driven.run(command, u"cash1"_s).ok());
    command.witness = u"nobody"_s;
    QVERIFY(!driven.run(command, u"cash1"_s).ok());
    command.witness = u"man1"_s;
    QVERIFY(driven.run(command, u"cash1"_s).ok());
    QVERIFY(!driven.file.isPaid());
}

void TestWorkflow::deemedAcceptedOnDaySix()
{
    DrivenCase driven(m_hall);
    driven.now = hallInstant(QDate(2026, 3, 2), QTime(10, 0)); // Monday
    QVERIFY(driven.open(u"W2"_s).ok());
    const qint64 registered = driven.file.registeredAt;
    QVERIFY(
        !dueTimer(driven.file, hallInstant(QDate(2026, 3, 9), QTime(23, 59)), m_hall.reference));
    const auto due = dueTimer(driven.file, hallInstant(QDate(2026, 3, 10)), m_hall.reference);
    QVERIFY(due);
    CaseFile elsewhere = driven.file;
    const auto events = driven.run(*due, u"clerk1"_s);
    QVERIFY(events.ok());
    QCOMPARE(driven.file.state(), u"review"_s);
    QCOMPARE(driven.file.acceptedAt, registered);
    QVERIFY(driven.file.isDeemedAccepted);
    // Another workstation makes the very same event.
    DrivenCase other(m_hall, 99);
    other.file = elsewhere;
    const auto same = other.run(*due, u"rev1"_s);
    QCOMPARE(same.value().first().id, events.value().first().id);
}

void TestWorkflow::actOvertakesTimer()
{
    DrivenCase driven(m_hall);
    driven.now = hallInstant(QDate(2026, 3, 2), QTime(10, 0));
    QVERIFY(driven.open(u"W2"_s).ok());
    // A clerk without a network accepts on day four; elsewhere the timer strikes first.
    DrivenCase away(m_hall, 7);
    away.file = driven.file;
    away.now = hallInstant(QDate(2026, 3, 5), QTime(15, 0));
    const auto accepted = play(away, u"clerk1 accept"_s);
    QVERIFY(accepted.ok());
    const auto due = dueTimer(driven.file, hallInstant(QDate(2026, 3, 10)), m_hall.reference);
    QVERIFY(due && driven.run(*due, u"clerk1"_s).ok());
    QVERIFY(driven.run(AddNote{.text = u"来电询问"_s}, u"clerk1"_s).ok());
    const int count = driven.file.eventCount;
    for (const Event &event : accepted.value())
        apply(driven.file, event, m_hall.reference.definitions);
    QVERIFY(!driven.file.isDeemedAccepted);
    QCOMPARE(driven.file.state(), away.file.state());
    QCOMPARE(driven.file.acceptedAt, away.file.acceptedAt);
    QCOMPARE(driven.file.eventCount, count + int(accepted.value().size()));
    QCOMPARE(std::ranges::count(driven.file.history, true, &HistoryLine::isIrregular), 1);
    QVERIFY(std::ranges::any_of(driven.file.history, [](const HistoryLine &line) {
        return line.isIrregular && line.action == u"deemedAccepted"_s;
    }));
    // What was done on day eleven, after the due instant, does not beat it.
    DrivenCase late(m_hall);
    late.now = hallInstant(QDate(2026, 3, 2), QTime(10, 0));
    QVERIFY(late.open(u"W2"_s).ok());
    DrivenCase slow(m_hall, 8);
    slow.file = late.file;
    slow.now = hallInstant(QDate(2026, 3, 11), QTime(9, 0));
    const auto tooLate = play(slow, u"clerk1 accept"_s);
    QVERIFY(tooLate.ok() && late.run(*due, u"clerk1"_s).ok());
    for (const Event &event : tooLate.value())
        apply(late.file, event, m_hall.reference.definitions);
    QVERIFY(late.file.isDeemedAccepted);
}

void TestWorkflow::lightsOfAPromisedCase()
{
    DrivenCase driven(m_hall);
    driven.now = hallInstant(QDate(2026, 3, 2), QTime(10, 0));
    QVERIFY(driven.open(u"W2"_s).ok());
    const auto light = [&](QDate day) {
        const QDateTime at = hallInstant(day, QTime(10, 0));
        return lightOf(lightInputsOf(driven.file, deadlinesOf(driven.file, at, m_hall.reference)),
                       at, m_hall.reference);
    };
    QCOMPARE(light(QDate(2026, 3, 2)), Light::Grey);
    QCOMPARE(light(QDate(2026, 3, 6)), Light::Yellow); // a day before the five are over
    QVERIFY(play(driven, u"clerk1 accept"_s).ok());
    // Ten working days from 2 March end on 16 March; twenty on 30 March.
    QCOMPARE(light(QDate(2026, 3, 2)), Light::Green);
    QCOMPARE(light(QDate(2026, 3, 11)), Light::Yellow); // three of ten left
    QCOMPARE(light(QDate(2026, 3, 16)), Light::Yellow);
    QCOMPARE(light(QDate(2026, 3, 17)), Light::Red);
    QCOMPARE(light(QDate(2026, 3, 31)), Light::RedBar);
    QVERIFY(play(driven, u"rev1 suspend"_s).ok());
    QCOMPARE(light(QDate(2026, 3, 17)), Light::Blue);
}

void TestWorkflow::lightsOfASameDayCase()
{
    DrivenCase driven(m_hall);
    driven.now = hallInstant(QDate(2026, 3, 2), QTime(10, 0));
    QVERIFY(driven.open(u"W1"_s).ok());
    QVERIFY(play(driven, u"clerk1 accept"_s).ok());
    const auto light = [&](QTime time) {
        const QDateTime at = hallInstant(QDate(2026, 3, 2), time);
        return lightOf(lightInputsOf(driven.file, deadlinesOf(driven.file, at, m_hall.reference)),
                       at, m_hall.reference);
    };
    QCOMPARE(light(QTime(15, 29)), Light::Green);
    QCOMPARE(light(QTime(15, 30)), Light::Yellow);
    QCOMPARE(light(QTime(17, 31)), Light::Red);
}

void TestWorkflow::erasedBodyStillVerifies()
{
    DrivenCase driven(m_hall);
    QVERIFY(driven.open(u"W2"_s).ok());
    Event erased = driven.journal.first();
    erased.body.clear();
    QVERIFY(isIntact(erased));
    erased.actedAt += 1;
    QVERIFY(!isIntact(erased));
}

/// The form of events is final: this hash must never change.
void TestWorkflow::eventFormIsFinal()
{
    Event event{.id = EventId(QUuid(u"00000000-0000-4000-8000-000000000001"_s)),
                .stream = StreamId(QUuid(u"00000000-0000-4000-8000-000000000002"_s)),
                .type = u"note"_s,
                .branch = u"main"_s,
                .action = u"note"_s,
                .actor = u"hb01"_s,
                .post = u"HB/clerk"_s,
                .station = u"A07"_s,
                .actedAt = 1'790'000'000'000};
    event
        = sealed(event, {{u"text"_s, u"备注\n\"𠮷\""_s}, {u"n"_s, qint64(9'007'199'254'740'991)}});
    QCOMPARE(event.body, QByteArray("{\"n\":9007199254740991,\"text\":\"备注\\n\\\"𠮷\\\"\"}"));
    QCOMPARE(event.hash.toHex(),
             QByteArray("f336b4208b3fec16d1b6b1898c33de475796188ee8f66daab07d8fcb5b37e379"));
}

QTEST_GUILESS_MAIN(TestWorkflow)
#include "tst_workflow.moc"

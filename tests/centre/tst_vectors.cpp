#include "centretown.h"

#include <QJsonDocument>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

namespace {

/// What the centre says where decide says this. Conditions on data (materials, fees) stand in
/// bodies, which the centre never reads: there it takes the event, and every fold shows it as
/// irregular.
const QMap<QString, QString> verdicts{
    {u"SamePersonTwice"_s, u"3 eyes"_s}, {u"NotYourDepartment"_s, u"3 department"_s},
    {u"NotYourPost"_s, u"3 post"_s},     {u"StateMoved"_s, u"2 state"_s},
    {u"RuleBroken"_s, u"2 state"_s},     {u"ActionUnknown"_s, u"2 state"_s},
    {u"CaseClosed"_s, u"2 closed"_s},    {u"FeeUnpaid"_s, u"0"_s},
    {u"AlreadyPaid"_s, u"0"_s},          {u"NothingToCorrect"_s, u"0"_s},
    {u"MaterialsIncomplete"_s, u"0"_s}};

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

/// The event that a program without decide would send for an act.
Event unruly(const TownCase &driven, const CentreTown &town, const QStringList &parts)
{
    const QString argument = parts.value(2);
    if (parts.at(1) == "pay"_L1)
        return driven.forged(parts.at(0), {.type = u"paid"_s, .action = u"pay"_s});
    const QString branchId = argument.contains(u'/') ? argument : u"main"_s;
    const Branch branch = driven.file.branches.value(branchId);
    const Definition *definition = town.hall().reference.definitions.find(
        driven.file.item.workflow, driven.file.definitionVersion);
    const ActionDef *action = definition->action(parts.at(1));
    QString to = action ? action->to : u"review"_s;
    if (to.isEmpty() && branchId != "main"_L1)
        to = action->verdict == Verdict::Deny ? u"refused"_s : u"agreed"_s;
    if (to.isEmpty())
        to = argument;
    return driven.forged(parts.at(0),
                         {.type = u"moved"_s,
                          .branch = branchId,
                          .action = parts.at(1),
                          .from = branch.state,
                          .to = to,
                          .expects = branch.last});
}

} // namespace

/// One table of rules, two judges: what decide allows and refuses, push does too.
class TestVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void vectors_data();
    void vectors();
    void timerIsOvertakenOnlyByWhatWasEarlier();

private:
    bool offer(const QList<Event> &events);

    CentreTown m_town;
    SeededIds m_ids{20261122};
    StationNumbersOf m_numbers{u"A01"_s};
    std::unique_ptr<PgLink> m_station;
};

void TestVectors::initTestCase()
{
    QVERIFY2(m_town.begin(), qPrintable(m_town.problem()));
    m_station = m_town.station(u"A01"_s);
}

bool TestVectors::offer(const QList<Event> &events)
{
    QList<Offer> offers;
    for (const Event &event : events)
        offers.append({.event = event});
    const QJsonArray answers = m_town.push(*m_station, offers).value("answers"_L1).toArray();
    for (const QJsonValue &answer : answers) {
        if (CentreTown::wordOf(answer) != "0"_L1) {
            qWarning() << "refused:" << CentreTown::wordOf(answer);
            return false;
        }
    }
    return answers.size() == events.size();
}

void TestVectors::vectors_data()
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

void TestVectors::vectors()
{
    QFETCH(QJsonObject, vector);
    TownCase driven(m_town, m_ids, m_numbers);
    const auto opened = driven.open(vector.value("item"_L1).toString());
    QVERIFY(opened.ok());
    QVERIFY(offer(opened.value()));
    for (const QJsonValue &step : vector.value("journal"_L1).toArray()) {
        const QStringList parts = step.toString().split(u' ');
        const auto events
            = driven.run(commandFrom(parts.at(1), parts.value(2), driven.file), parts.at(0));
        QVERIFY2(events.ok(), qPrintable(step.toString()));
        QVERIFY2(offer(events.value()), qPrintable(step.toString()));
    }
    const QStringList act = vector.value("act"_L1).toString().split(u' ');
    const QString verdict = vector.value("verdict"_L1).toString();
    if (verdicts.contains(verdict)) {
        QCOMPARE(m_town.verdict(*m_station, {.event = unruly(driven, m_town, act)}),
                 verdicts.value(verdict));
        return;
    }
    const auto events = driven.run(commandFrom(act.at(1), act.value(2), driven.file), act.at(0));
    QVERIFY(events.ok());
    QVERIFY(offer(events.value()));
    const PgAnswer row
        = m_town.root()->run("select state, phase, is_open from app.stream where stream = $1::uuid",
                             {driven.file.id.text().toUtf8()});
    QCOMPARE(QString::fromUtf8(row.value()), verdict);
    QCOMPARE(QString::fromUtf8(row.rows.at(0).at(1)), phaseWord(driven.file.phase));
    QCOMPARE(row.rows.at(0).at(2) == "f", driven.file.isClosed());
}

void TestVectors::timerIsOvertakenOnlyByWhatWasEarlier()
{
    TownCase driven(m_town, m_ids, m_numbers);
    driven.now = QDateTime::currentDateTimeUtc().addDays(-12);
    QVERIFY(offer(driven.open(u"W2"_s).value()));
    const Event registered = driven.journal.first();
    const auto accepted = [&](qint64 actedAt) {
        return driven.forged(u"clerk1"_s,
                             {.type = u"moved"_s,
                              .action = u"accept"_s,
                              .from = u"received"_s,
                              .to = u"review"_s,
                              .expects = registered.id,
                              .actedAt = actedAt});
    };
    const qint64 due = registered.actedAt + 8 * 86'400'000LL;
    const auto timer = [&](qint64 at) {
        Event event{.id = timerEventId(driven.file.id, u"deemedAccepted"_s, at),
                    .stream = driven.file.id,
                    .type = u"moved"_s,
                    .branch = u"main"_s,
                    .action = u"deemedAccepted"_s,
                    .from = u"received"_s,
                    .to = u"review"_s,
                    .expects = registered.id,
                    .actedAt = at};
        return sealed(event, {{u"rule"_s, u"deemedAccepted"_s}});
    };
    QCOMPARE(m_town.verdict(*m_station, {.event = timer(registered.actedAt + 86'400'000)}),
             u"2 state"_s); // no working week is over in a day
    QCOMPARE(
        m_town.verdict(*m_station, {.event = timer(QDateTime::currentMSecsSinceEpoch() + 200'000)}),
        u"4 future"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = timer(due)}), u"0"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = accepted(due + 1000)}), u"2 state"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = accepted(due - 1000)}), u"0"_s);
    const PgAnswer row = m_town.root()->run("select state, eyes::text, array_length(overtaken, 1) "
                                            "from app.stream where stream = $1::uuid",
                                            {driven.file.id.text().toUtf8()});
    QCOMPARE(row.value(), QByteArray("review"));
    QCOMPARE(row.rows.at(0).at(1), QByteArray("{\"accept\": [\"clerk1\"]}"));
    QCOMPARE(row.rows.at(0).at(2), QByteArray("1"));
}

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"

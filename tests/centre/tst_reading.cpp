#include "centretown.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

using namespace hall;
using namespace hall::test;
using namespace Qt::StringLiterals;

/// What goes down: scopes with their own cursors, streams entered and left, first fillings, pages.
class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void caseEntersAndLeavesScopes();
    void everyCursorReadsAllInSmallSteps();
    void firstFillingWalksOpenThenClosed();
    void searchFindsByNumberNameAndKeys();
    void pageTravelsInPieces();
    void endWaitsForPages();
    void stationMayKeepWhatItsPeopleRead();
    void tillIsSeenByCashiersOnly();

private:
    using Row = QList<QByteArray>;
    bool offer(const QList<Event> &events, const QJsonArray &pages = {});
    [[nodiscard]] QList<Row> pulled(const QString &staff, const QByteArray &after,
                                    int limit = 1000);

    CentreTown m_town;
    SeededIds m_ids{5};
    StationNumbersOf m_numbers{u"A01"_s};
    std::unique_ptr<PgLink> m_station;
    std::unique_ptr<PgLink> m_root;
};

void TestReading::initTestCase()
{
    QVERIFY2(m_town.begin(), qPrintable(m_town.problem()));
    m_station = m_town.station(u"A01"_s);
    m_root = m_town.root();
}

bool TestReading::offer(const QList<Event> &events, const QJsonArray &pages)
{
    QList<Offer> offers;
    for (const Event &event : events)
        offers.append({.event = event, .pages = pages});
    const QJsonObject reply = m_town.push(*m_station, offers);
    for (const QJsonValue &answer : reply.value("answers"_L1).toArray()) {
        if (CentreTown::wordOf(answer) != "0"_L1)
            return false;
    }
    return reply.value("answers"_L1).toArray().size() == events.size();
}

QList<TestReading::Row> TestReading::pulled(const QString &staff, const QByteArray &after,
                                            int limit)
{
    return m_town.person(staff)
        ->run("select pos, kind, stream::text, scope from api.pull('A01', $1, $2::int)",
              {after, QByteArray::number(limit)})
        .rows;
}

void TestReading::caseEntersAndLeavesScopes()
{
    TownCase driven(m_town, m_ids, m_numbers);
    QVERIFY(offer(driven.open(u"W6"_s).value()));
    const QByteArray stream = driven.file.id.text().toUtf8();
    const Act accept{.action = u"accept"_s};
    QVERIFY(offer(driven.run(accept, u"clerk1"_s).value()));
    const auto before = pulled(u"co1"_s, "{\"AJ\": 0}");
    QCOMPARE(before.size(), 1); // only "up to here"
    const QByteArray upto = before.first().at(0);
    QVERIFY(offer(
        driven.run(Act{.action = u"review"_s, .opinion = u"属实"_s, .manifest = "{}"}, u"rev1"_s)
            .value()));
    // the joint department hears that the case entered, and reads the whole stream
    const auto after = pulled(u"co1"_s, "{\"AJ\": " + upto + "}");
    QCOMPARE(after.size(), 2);
    QCOMPARE(after.at(0).at(1), QByteArray("2"));
    QCOMPARE(after.at(0).at(2), stream);
    QCOMPARE(after.at(0).at(3), QByteArray("AJ"));
    const PgAnswer history
        = m_town.person(u"co1"_s)->run("select pos, kind from api.history($1::uuid)", {stream});
    QCOMPARE(history.rows.size(), driven.journal.size() + 1);
    QCOMPARE(history.rows.last().at(1), QByteArray("9"));
    // its own department gets it as an event, once
    int times = 0;
    for (const Row &row : pulled(u"rev1"_s, "{\"HB\": 0, \"hall\": 0}"))
        times += row.at(0) == after.at(0).at(0) ? 1 : 0;
    QCOMPARE(times, 2 - (after.last().at(0) == after.at(0).at(0) ? 0 : 1));
    // a manager takes it out of a department again
    Event left = driven.forged(u"man1"_s, {.type = u"note"_s, .action = u"note"_s});
    left.scopesLost = {u"AJ"_s};
    left = sealed(left, {});
    QVERIFY(offer({left}));
    const auto gone = pulled(u"co1"_s, "{\"AJ\": " + after.last().at(0) + "}");
    QCOMPARE(gone.size(), 2);
    QCOMPARE(gone.at(0).at(1), QByteArray("3"));
    QVERIFY(!m_town.person(u"co1"_s)->run("select * from api.history($1::uuid)", {stream}).ok);
}

void TestReading::everyCursorReadsAllInSmallSteps()
{
    for (int i = 0; i < 30; ++i) {
        TownCase driven(m_town, m_ids, m_numbers);
        QVERIFY(offer(driven.open(u"W2"_s).value()));
    }
    const auto all = pulled(u"clerk1"_s, "{\"HB\": 0, \"hall\": 0}", 20'000);
    QList<Row> stepwise;
    QByteArray cursor = "0";
    for (QByteArray last = "-1"; last != cursor;) {
        last = cursor;
        const auto page
            = pulled(u"clerk1"_s, "{\"HB\": " + cursor + ", \"hall\": " + cursor + "}", 1);
        stepwise += page.mid(0, page.size() - 1);
        cursor = page.last().at(0);
    }
    QCOMPARE(stepwise, all.mid(0, all.size() - 1));
    QCOMPARE(cursor, all.last().at(0));
    // cursors of their own: what one scope has is not sent again
    for (const Row &row : pulled(u"clerk1"_s, "{\"HB\": " + cursor + ", \"hall\": 0}"))
        QVERIFY(row.at(3) != "HB");
}

void TestReading::firstFillingWalksOpenThenClosed()
{
    TownCase ended(m_town, m_ids, m_numbers);
    QVERIFY(offer(ended.open(u"W2"_s).value()));
    Act refuse{.action = u"refuse"_s};
    refuse.details.ground = u"理由"_s;
    QVERIFY(offer(ended.run(refuse, u"clerk1"_s).value()));
    const auto clerk = m_town.person(u"clerk1"_s);
    QSet<QByteArray> streams;
    QByteArray after;
    for (bool more = true; more;) {
        const PgAnswer page
            = clerk->run("select stream::text, is_open, envelope, mac is null, state "
                         "from api.snapshot('A01', 'HB', true, $1::uuid, 7)",
                         {after});
        QVERIFY2(page.ok, qPrintable(page.message));
        more = !page.rows.isEmpty();
        for (const Row &row : page.rows) {
            QCOMPARE(row.at(1), QByteArray("t"));
            QVERIFY(row.at(2).startsWith("{\"actedAt\"") && row.at(3) == "f");
            streams.insert(row.at(0));
            after = row.at(0);
        }
    }
    QCOMPARE(QByteArray::number(streams.size()),
             m_root->run("select count(*) from app.stream where kind = 1 and is_open").value());
    const PgAnswer closed = clerk->run("select stream::text, is_open, envelope, head, state from "
                                       "api.snapshot('A01', 'HB', false, null, 7)");
    QCOMPARE(closed.rows.size(), 1);
    QCOMPARE(closed.rows.first().at(0), ended.file.id.text().toUtf8());
    QVERIFY(closed.rows.first().at(2).isNull());
    QCOMPARE(closed.rows.first().at(4), QByteArray("refused"));
    QCOMPARE(
        QJsonDocument::fromJson(closed.rows.first().at(3)).object().value("number"_L1).toString(),
        ended.file.number);
    QVERIFY(!m_town.person(u"man1"_s)
                 ->run("select 1 from api.snapshot('A01', '*', true, null, 5)")
                 .rows.isEmpty());
}

void TestReading::searchFindsByNumberNameAndKeys()
{
    TownCase driven(m_town, m_ids, m_numbers);
    QVERIFY(offer(driven.open(u"W2"_s, u"clerk1"_s, u"买买提·𠮷祥"_s).value()));
    const auto clerk = m_town.person(u"clerk1"_s);
    const auto find = [&](const QByteArray &kind, const QString &value) {
        return QJsonDocument::fromJson(
                   clerk->run("select api.find($1, $2, '来电')", {kind, value.toUtf8()}).value())
            .array();
    };
    QCOMPARE(find("number", driven.file.number).size(), 1);
    QCOMPARE(find("name", u"𠮷祥"_s).size(), 1);
    QCOMPARE(find("name", u"提•𠮷"_s).size(), 1); // another middle dot
    QCOMPARE(find("name", u"祥𠮷"_s).size(), 0);
    QCOMPARE(find("phone", u"13812345678"_s).size(), 33);
    QVERIFY(find("idNumber", u"441900199001019997"_s).size() > 1);
    // an edit moves the name
    const EditField edit{.field = u"applicant.name"_s,
                         .oldValue = u"买买提·𠮷祥"_s,
                         .newValue = u"欧阳婉仪"_s,
                         .reason = u"录入错误"_s};
    QVERIFY(offer(driven.run(edit, u"clerk1"_s).value()));
    QCOMPARE(find("name", u"𠮷祥"_s).size(), 0);
    QCOMPARE(find("name", u"婉仪"_s).size(), 1);
}

void TestReading::pageTravelsInPieces()
{
    TownCase driven(m_town, m_ids, m_numbers);
    QVERIFY(offer(driven.open(u"W2"_s).value()));
    QByteArray page(600'000, 'a');
    page[599'999] = 'z';
    const QByteArray sha = QCryptographicHash::hash(page, QCryptographicHash::Sha256).toHex();
    const QJsonArray named{QJsonArray{QString::fromLatin1(sha), page.size()}};
    const auto put = [&](int n, const QByteArray &bytes) {
        return m_station->run("select api.page_put($1::bytea, 600000, $2::int, $3::bytea)",
                              {"\\x" + sha, QByteArray::number(n), "\\x" + bytes.toHex()});
    };
    const auto commit
        = [&] { return m_station->run("call api.page_commit($1, null)", {"\\x" + sha}).value(); };
    QCOMPARE(put(0, page.left(262'144)).message, u"unknown"_s);
    QVERIFY(offer({driven.forged(u"clerk1"_s, {.type = u"page"_s, .action = u"attach"_s})}, named));
    QVERIFY(put(0, page.left(262'144)).ok);
    QVERIFY(put(0, page.left(262'144)).ok); // twice is once
    QCOMPARE(put(1, page.left(100)).message, u"form"_s);
    QCOMPARE(put(3, page.left(262'144)).message, u"form"_s);
    QCOMPARE(commit(), QByteArray("again"));
    const QByteArray have = m_station->run("select api.page_have($1)", {"{" + sha + "}"}).value();
    QVERIFY2(have.contains("[false, [0], 600000]"), have.constData());
    QVERIFY(put(1, page.mid(262'144, 262'144)).ok);
    QVERIFY(put(2, QByteArray(75'712, 'x')).ok); // a flipped bit
    QCOMPARE(commit(), QByteArray("again"));
    QVERIFY(m_station->run("select api.page_have($1)", {"{" + sha + "}"})
                .value()
                .contains("[false, [], 600000]"));
    const QByteArray upto = pulled(u"clerk1"_s, "{\"HB\": 0}", 20'000).last().at(0);
    for (int n = 0; n < 3; ++n)
        QVERIFY(put(n, page.mid(n * 262'144, 262'144)).ok);
    QCOMPARE(commit(), QByteArray("ok"));
    QCOMPARE(commit(), QByteArray("ok"));
    const auto told = pulled(u"clerk1"_s, "{\"HB\": " + upto + "}");
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.at(0).at(1), QByteArray("4"));
    QCOMPARE(told.at(0).at(2), driven.file.id.text().toUtf8());
    const auto piece = [&](const QString &who) {
        return m_town.person(who)->run("select api.page_get('A01', $1, 2)", {"\\x" + sha});
    };
    QCOMPARE(piece(u"clerk1"_s).value(), "\\x" + page.mid(524'288).toHex());
    QCOMPARE(piece(u"co2"_s).message, u"notHere"_s);
    QCOMPARE(m_root->run("select * from admin.verify()").rows.size(), 0);
    QVERIFY(m_root->run("update app.page_piece set bytes = set_byte(bytes, 5, 7) where n = 1").ok);
    QCOMPARE(m_root->run("select * from admin.verify()").rows.size(), 1);
    QVERIFY(m_root->run("update app.page_piece set bytes = set_byte(bytes, 5, 97) where n = 1").ok);
}

void TestReading::endWaitsForPages()
{
    TownCase driven(m_town, m_ids, m_numbers);
    QVERIFY(offer(driven.open(u"W2"_s).value()));
    const QByteArray page("seven77");
    const QByteArray sha = QCryptographicHash::hash(page, QCryptographicHash::Sha256).toHex();
    const QJsonArray named{QJsonArray{QString::fromLatin1(sha), page.size()}};
    QVERIFY(offer({driven.forged(u"clerk1"_s, {.type = u"page"_s, .action = u"attach"_s})}, named));
    Act refuse{.action = u"refuse"_s};
    refuse.details.ground = u"理由"_s;
    const Event end = driven.run(refuse, u"clerk1"_s).value().first();
    QCOMPARE(m_town.verdict(*m_station, {.event = end}), u"2 pages"_s);
    QVERIFY(m_station
                ->run("select api.page_put($1::bytea, 7, 0, $2::bytea)",
                      {"\\x" + sha, "\\x" + page.toHex()})
                .ok);
    QCOMPARE(m_station->run("call api.page_commit($1, null)", {"\\x" + sha}).value(),
             QByteArray("ok"));
    QCOMPARE(m_town.verdict(*m_station, {.event = end}), u"0"_s);
    // after the end notes and papers follow, pages do not
    const auto word = [&](const QString &type) {
        return m_town.verdict(
            *m_station, {.event = driven.forged(u"clerk1"_s, {.type = type, .action = type})});
    };
    QCOMPARE(word(u"note"_s), u"0"_s);
    QCOMPARE(word(u"paper"_s), u"0"_s);
    QCOMPARE(word(u"page"_s), u"2 closed"_s);
}

void TestReading::stationMayKeepWhatItsPeopleRead()
{
    QVERIFY(m_root
                ->run("select admin.enrol_station('B05', '[\"HB\", \"AJ\"]', $1)",
                      {CentreTown::verifier(u"x"_s)})
                .ok);
    const auto station = m_town.station(u"B05"_s);
    const auto scopes = [&] {
        const QJsonObject ask{{u"station"_s, u"B05"_s},
                              {u"install"_s, u"11111111-1111-4111-8111-111111111111"_s},
                              {u"proto"_s, 1},
                              {u"seq"_s, 0},
                              {u"ms"_s, 0}};
        const QJsonObject reply
            = QJsonDocument::fromJson(
                  station->run("select api.hello($1)", {QJsonDocument(ask).toJson()}).value())
                  .object();
        return reply.value("scopes"_L1).toArray();
    };
    QCOMPARE(scopes(), (QJsonArray{u"hall"_s}));
    QVERIFY(m_town.person(u"co1"_s)->run("select api.sign_in('B05')").ok);
    QCOMPARE(scopes(), (QJsonArray{u"AJ"_s, u"hall"_s}));
    QVERIFY(m_town.person(u"man1"_s)
                ->run("select api.sign_in('B05')")
                .ok); // sees all, the PC keeps its own
    QCOMPARE(scopes().size(), 3);
    QVERIFY(m_town.person(u"co1"_s)->run("select * from api.pull('B05', '{\"AJ\": 0}', 10)").ok);
    QCOMPARE(
        m_town.person(u"rev1"_s)->run("select * from api.pull('B05', '{\"AJ\": 0}', 10)").message,
        u"scope"_s);
}

void TestReading::tillIsSeenByCashiersOnly()
{
    TownCase any(m_town, m_ids, m_numbers);
    any.file.id = m_ids.make<StreamId>();
    const auto event = [&](const QString &who, const QString &type) {
        return any.forged(who, {.kind = StreamKind::Till, .type = type, .action = type});
    };
    QCOMPARE(m_town.verdict(*m_station, {.event = event(u"clerk1"_s, u"tillOpened"_s)}),
             u"3 post"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = event(u"cash1"_s, u"tillClosed"_s)}),
             u"2 state"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = event(u"cash1"_s, u"tillOpened"_s)}), u"0"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = event(u"cash2"_s, u"tillClosed"_s)}), u"0"_s);
    QCOMPARE(m_town.verdict(*m_station, {.event = event(u"cash1"_s, u"tillClosed"_s)}),
             u"2 closed"_s);
    QVERIFY(!m_town.person(u"clerk1"_s)
                 ->run("select * from api.history($1::uuid)", {any.file.id.text().toUtf8()})
                 .ok);
}

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"

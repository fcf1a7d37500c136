#include "sqlline.h"

#include "sqlwords.h"

#include <QJsonDocument>

namespace hall::lockstep {

using namespace Qt::StringLiterals;
using namespace hall::model;
using namespace hall::test;

SqlLine::SqlLine(SqlTown &town, const QString &login)
    : m_town(town)
    , m_login(login)
    , m_code(stationOf(login))
{
    m_town.m_lines.insert(this);
}

SqlLine::~SqlLine()
{
    m_town.m_lines.remove(this);
}

void SqlLine::close()
{
    m_station.reset();
    m_people.clear();
}

PgAnswer SqlLine::asStation(const QByteArray &sql, const QList<QByteArray> &arguments)
{
    if (!m_station) {
        m_station = m_town.m_town.station(stationOf(m_login));
        // As hello has said it before.
        static_cast<void>(
            m_station->run("select set_config('onehall.station', $1, false)", {m_code.toUtf8()}));
    }
    return m_station->run(sql, arguments);
}

PgAnswer SqlLine::asPerson(const QString &person, const QByteArray &sql,
                           const QList<QByteArray> &arguments)
{
    std::unique_ptr<PgLink> &link = m_people[person];
    if (!link)
        link = m_town.m_town.person(person);
    return link->run(sql, arguments);
}

void SqlLine::expect(const QString &what, const QString &model, const QString &sql)
{
    if (model == sql)
        return;
    qsizetype at = 0;
    while (at < model.size() && at < sql.size() && model.at(at) == sql.at(at))
        ++at;
    const qsizetype from = std::max<qsizetype>(0, at - 40);
    m_town.differ(u"%1 (%2 %3): the model says \"%4\", the SQL \"%5\""_s.arg(
        what, m_login, m_code, model.mid(from, 200), sql.mid(from, 200)));
}

QByteArray SqlLine::value(const PgAnswer &answer, const QString &what)
{
    if (!answer.ok)
        m_town.differ(what + u" fails: "_s + answer.state + u' ' + answer.message);
    return answer.value();
}

void SqlLine::hello(bool isPerson, const Session &session, const HelloAsk &ask,
                    const HelloReply &reply)
{
    if (isPerson && (session.person.isEmpty() || reply.status == HelloStatus::Clone))
        return; // only the station's session says so there
    QJsonArray trail;
    for (const Checkpoint &point : ask.trail)
        trail.append(QJsonArray{point.pos, hex(point.chain)});
    const QByteArray asked = compact({{u"station"_s, ask.station},
                                      {u"install"_s, QString::fromLatin1(uuidText(ask.install))},
                                      {u"program"_s, ask.program},
                                      {u"proto"_s, ask.proto},
                                      {u"seq"_s, ask.newestSerial},
                                      {u"ms"_s, reply.centreMs},
                                      {u"trail"_s, trail}});
    const QByteArray sql = "select api.hello($1)";
    const QJsonObject said = objectIn(value(
        isPerson ? asPerson(session.person, sql, {asked}) : asStation(sql, {asked}), u"hello"_s));
    const QString status = said.value("status"_L1).toString();
    if (!isPerson && status != "clone"_L1)
        m_code = ask.station;
    expect(u"hello"_s, statusWord(reply.status), status);
    if (reply.status == HelloStatus::Fork)
        expect(u"common of hello"_s, QString::number(reply.common),
               QString::number(said.value("common"_L1).toInteger()));
    expect(u"head of hello"_s, u"%1 %2"_s.arg(reply.head.pos).arg(hex(reply.head.chain)),
           u"%1 %2"_s.arg(said.value("pos"_L1).toInteger()).arg(said.value("chain"_L1).toString()));
    if (reply.status == HelloStatus::Ok)
        expect(isPerson ? u"scopes of "_s + session.person : u"scopes kept"_s,
               departments(reply.scopes), departments(listIn(said.value("scopes"_L1))));
}

void SqlLine::push(const QList<OfferedEvent> &events, const PushReply &reply)
{
    QJsonArray forms;
    for (const OfferedEvent &offer : events)
        forms.append(formOf(offer));
    const QJsonObject said = objectIn(value(
        asStation("call api.push($1, null)", {QJsonDocument(forms).toJson(QJsonDocument::Compact)}),
        u"push"_s));
    expect(u"clone in push"_s, reply.isClone ? u"yes"_s : u"no"_s,
           said.value("clone"_L1).toBool() ? u"yes"_s : u"no"_s);
    const QJsonArray answers = said.value("answers"_L1).toArray();
    for (qsizetype i = 0; i < reply.answers.size(); ++i) {
        const PushAnswer &answer = reply.answers.at(i);
        const QJsonArray one = answers.at(i).toArray();
        expect(u"push of "_s + QString::fromUtf8(events.at(i).envelope),
               u"%1 %2 %3"_s.arg(int(answer.code)).arg(answer.pos).arg(answer.reason),
               u"%1 %2 %3"_s.arg(one.at(0).toInt())
                   .arg(one.at(1).toInteger())
                   .arg(one.at(2).toString()));
    }
    expect(u"head of push"_s, u"%1 %2"_s.arg(reply.head.pos).arg(hex(reply.head.chain)),
           u"%1 %2"_s.arg(said.value("pos"_L1).toInteger())
               .arg(reply.head.pos == 0 ? QString() : said.value("chain"_L1).toString()));
}

/// Page by page the two may cut otherwise: what both cover is compared.
void SqlLine::compareRows(const QString &what, const Result<PullReply> &reply,
                          const PgAnswer &answer)
{
    expect(what, reply.ok() ? QString() : u"refused"_s, answer.ok ? QString() : u"refused"_s);
    if (!reply.ok() || !answer.ok || answer.rows.isEmpty())
        return;
    const qint64 upto = answer.rows.last().at(Pos).toLongLong();
    const qint64 both = std::min(upto, reply.value().upto.pos);
    QStringList model;
    QStringList sql;
    for (const FeedEntry &entry : reply.value().entries) {
        if (entry.pos <= both)
            model.append(wordOf(entry));
    }
    for (const QList<QByteArray> &row : answer.rows) {
        if (row.at(Kind) != "9" && row.at(Pos).toLongLong() <= both)
            sql.append(wordOf(row));
    }
    expect(what, sortedLines(model), sortedLines(sql));
    if (upto == reply.value().upto.pos)
        expect(what + u", end"_s, hex(reply.value().upto.chain),
               hexIn(answer.rows.last().at(Chain)));
}

void SqlLine::pull(bool isPerson, const Session &session, const ScopeCursors &after, int limit,
                   const Result<PullReply> &reply)
{
    if (!isPerson || session.person.isEmpty())
        return; // the hall's own data, of which there is nothing
    QJsonObject cursors;
    for (auto cursor = after.cbegin(); cursor != after.cend(); ++cursor)
        cursors.insert(cursor.key(), cursor.value());
    compareRows(u"pull of %1 after %2"_s.arg(session.person, QString::fromUtf8(compact(cursors))),
                reply,
                asPerson(session.person, "select * from api.pull($1, $2, $3::int)",
                         {session.station.toUtf8(), compact(cursors), QByteArray::number(limit)}));
}

void SqlLine::history(const Session &session, const StreamId &stream,
                      const Result<PullReply> &reply)
{
    if (!session.person.isEmpty())
        compareRows(u"history for "_s + session.person, reply,
                    asPerson(session.person, "select * from api.history($1::uuid)",
                             {stream.text().toLatin1()}));
}

void SqlLine::snapshot(const Session &session, const SnapshotAsk &ask, const StreamId &after,
                       const Result<QList<SnapshotRow>> &reply)
{
    if (session.person.isEmpty() || !reply.ok())
        return;
    const PgAnswer answer
        = asPerson(session.person, "select * from api.snapshot($1, $2, $3::boolean, $4::uuid, 500)",
                   {ask.station.toUtf8(), ask.scope.toUtf8(), ask.open ? "t" : "f",
                    after.isNull() ? QByteArray() : after.text().toLatin1()});
    expect(u"snapshot"_s, QString(), answer.ok ? QString() : answer.message);
    QStringList model;
    QStringList sql;
    QSet<QString> streams; // the model's page may be shorter
    for (const SnapshotRow &row : reply.value()) {
        model.append(stateWord(row));
        streams.insert(row.stream.text());
    }
    for (const QList<QByteArray> &row : answer.rows) {
        if (streams.contains(QString::fromUtf8(row.at(0))))
            sql.append(stateWord(row, ask.open));
    }
    expect(u"snapshot of "_s + ask.scope, model.join(u'\n'), sql.join(u'\n'));
    if (model.isEmpty())
        expect(u"end of snapshot"_s, u"0"_s, QString::number(answer.rows.size()));
}

void SqlLine::pagesThere(const QMap<QByteArray, PageProgress> &there)
{
    QStringList shas;
    for (auto page = there.cbegin(); page != there.cend(); ++page)
        shas.append(hex(page.key()));
    const QJsonObject said = objectIn(value(
        asStation("select api.page_have($1::text[])", {'{' + shas.join(u',').toLatin1() + '}'}),
        u"page_have"_s));
    for (auto page = there.cbegin(); page != there.cend(); ++page) {
        const QJsonArray one = said.value(hex(page.key())).toArray();
        QStringList mine{page->isComplete ? u"complete"_s : u"open"_s};
        for (const int n : page->isComplete ? QList<int>() : page->pieces)
            mine.append(QString::number(n));
        QStringList theirs{one.at(0).toBool() ? u"complete"_s : u"open"_s};
        for (const QJsonValue &n : one.at(1).toArray())
            theirs.append(QString::number(n.toInt()));
        expect(u"page_have"_s, mine.join(u' '), theirs.join(u' '));
    }
}

void SqlLine::putPiece(const CarriedPage &page, int n, const QByteArray &piece, bool isTaken)
{
    const PgAnswer answer = asStation(
        "select api.page_put($1::bytea, $2::bigint, $3::int, $4::bytea)",
        {bytea(page.sha), QByteArray::number(page.size), QByteArray::number(n), bytea(piece)});
    expect(u"page_put"_s, isTaken ? QString() : u"unknown"_s,
           answer.ok ? QString() : answer.message);
}

void SqlLine::commitPage(const QByteArray &sha, bool isComplete)
{
    const PgAnswer answer = asStation("call api.page_commit($1::bytea, null)", {bytea(sha)});
    expect(u"page_commit"_s, isComplete ? u"ok"_s : u"no"_s,
           answer.ok && answer.value() == "ok" ? u"ok"_s : u"no"_s);
}

void SqlLine::getPiece(const Session &session, const QByteArray &sha, int n,
                       const Result<QByteArray> &piece)
{
    if (session.person.isEmpty() || n > 0)
        return;
    const PgAnswer answer = asPerson(session.person, "select api.page_get($1, $2::bytea, $3::int)",
                                     {session.station.toUtf8(), bytea(sha), QByteArray::number(n)});
    expect(u"page_get"_s, piece.ok() ? hex(piece.value()) : u"none"_s,
           answer.ok && !answer.value().isNull() ? hexIn(answer.value()) : u"none"_s);
}

QString SqlLine::renewStation(const QUuid &install)
{
    m_code
        = objectIn(value(asStation("call api.renew_station($1::uuid, null)", {uuidText(install)}),
                         u"renew_station"_s))
              .value("station"_L1)
              .toString();
    return m_code;
}

QByteArray SqlLine::signIn(const QString &person, const QString &station)
{
    if (person.isEmpty())
        return QByteArray::fromHex(value(asStation("select api.station_key()"), u"station_key"_s));
    const QByteArray said
        = value(asPerson(person, "select api.sign_in($1)", {station.toUtf8()}), u"sign_in"_s);
    return QByteArray::fromHex(objectIn(said).value("mac"_L1).toString().toLatin1());
}

int SqlLine::lease(int size)
{
    const QByteArray said = value(
        asStation("call api.lease('letter', 'A', 2026, $1::int, null)", {QByteArray::number(size)}),
        u"lease"_s);
    return objectIn(said).value("first"_L1).toInt();
}

} // namespace hall::lockstep

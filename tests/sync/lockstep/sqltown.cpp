#include "sqltown.h"

#include "sqlline.h"
#include "world.h"

#include <QJsonDocument>

namespace hall::lockstep {

using namespace Qt::StringLiterals;
using namespace hall::test;

namespace {

/// The model's moves (casestate.cpp) as a definition.
const QByteArray definition = R"({"version":1,"fourEyes":false,"states":[
 {"id":"received","phase":"received","owner":{"role":"clerk"}},
 {"id":"review","phase":"review","owner":{"role":"clerk"}},
 {"id":"joint","phase":"review","group":{"role":"clerk","members":"jointDepts","rule":"all",
  "onRefusal":"endsGroup","next":"decide"}},
 {"id":"decide","phase":"decision","owner":{"role":"clerk"}},
 {"id":"closed","phase":"closed"},{"id":"refused","phase":"refused"}],"actions":[
 {"id":"accept","from":["received"],"to":"review","roles":["clerk"]},
 {"id":"refuse","from":["received"],"to":"refused","roles":["clerk"]},
 {"id":"consult","from":["review"],"to":"joint","roles":["clerk"]},
 {"id":"propose","from":["review"],"to":"decide","roles":["clerk"]},
 {"id":"route","from":["review"],"to":"review","roles":["manager"]},
 {"id":"recall","from":["joint"],"to":"review","roles":["clerk"]},
 {"id":"agree","from":["joint"],"to":"","roles":["clerk"],"verdict":"grant"},
 {"id":"object","from":["joint"],"to":"","roles":["clerk"],"verdict":"deny"},
 {"id":"back","from":["decide"],"to":"review","roles":["clerk"]},
 {"id":"close","from":["decide"],"to":"closed","roles":["clerk"]}]})";
// The world's clock in place of the server's.
const QByteArray clockSql = R"(begin; set local role onehall_owner;
create table app.lockstep_clock (ms bigint not null);
insert into app.lockstep_clock values (0);
create or replace function app.now_ms() returns bigint
language sql volatile set search_path = app, pg_temp as 'select ms from app.lockstep_clock';
commit)";

QByteArray row(const QString &kind, const QString &code, const QJsonObject &data)
{
    return QJsonDocument(QJsonObject{{u"kind"_s, kind}, {u"code"_s, code}, {u"data"_s, data}})
        .toJson(QJsonDocument::Compact);
}

QByteArray backupName(int number)
{
    return "backup_" + QByteArray::number(number % 8);
}

QByteArray arrayOf(const QStringList &list)
{
    return '{' + list.join(u',').toUtf8() + '}';
}

} // namespace

QString stationOf(const QString &login)
{
    return u"E%1"_s.arg(login.mid(1).toInt() - 1, 2, 10, QLatin1Char('0'));
}

void SqlTown::differ(const QString &what)
{
    if (m_difference.isEmpty())
        m_difference = what;
}

bool SqlTown::runOn(const PgLink &link, const QByteArray &sql, const QList<QByteArray> &arguments)
{
    const PgAnswer answer = link.run(sql, arguments);
    if (!answer.ok && m_problem.isEmpty())
        m_problem = QString::fromUtf8(sql.left(80)) + u": "_s + answer.message;
    return answer.ok;
}

void SqlTown::run(const QByteArray &sql, const QList<QByteArray> &arguments)
{
    if (!runOn(*m_root, sql, arguments))
        differ(m_problem);
}

bool SqlTown::makeCluster()
{
    if (!m_town.server().begin()) {
        m_problem = m_town.server().problem();
        return false;
    }
    m_server = m_town.root(u"postgres"_s);
    for (const char *setting : {"fsync", "synchronous_commit", "full_page_writes"}) {
        if (!runOn(*m_server, QByteArray("alter system set ") + setting + " = off"))
            return false; // nothing of it outlives the run
    }
    if (!runOn(*m_server, "select pg_reload_conf()") || !m_town.makeDatabase(u"fresh"_s)) {
        m_problem += m_town.problem();
        return false;
    }
    const auto root = m_town.root(u"fresh"_s);
    if (!m_town.applySteps(*root, 1, CentreTown::stepCount()) || !makeTown(*root)) {
        m_problem += m_town.problem();
        return false;
    }
    m_isMade = true;
    return true;
}

bool SqlTown::makeTown(const PgLink &root)
{
    const QByteArray secret = CentreTown::verifier(CentreTown::password);
    const QByteArray town = CentreTown::town.toUtf8();
    bool isMade = runOn(root, "select admin.make_town($1, 'lockstep')", {town});
    const auto put = [&](const QByteArray &published) {
        isMade = isMade && runOn(root, "select app.put_row($1::int, $2::jsonb)", {town, published});
    };
    put(row(u"definition"_s, u"lockstep"_s, QJsonDocument::fromJson(definition).object()));
    const model::Items items = model::worldItems(true);
    for (auto item = items.cbegin(); item != items.cend(); ++item)
        put(row(u"item"_s, item.key(),
                {{u"version"_s, 1},
                 {u"dept"_s, item->dept},
                 {u"workflow"_s, u"lockstep"_s},
                 {u"joint"_s, QJsonArray::fromStringList(item->joint)}}));
    for (const char *person : {"pa", "pb", "pc", "pd", "pe"}) {
        put(row(u"staff"_s, QLatin1StringView(person), {{u"posts"_s, QJsonArray()}}));
        isMade = isMade && runOn(root, "select admin.set_staff($1, $2)", {person, secret});
    }
    for (int nth = 1; nth <= 4; ++nth) {
        const QByteArray code = stationOf(u"s%1"_s.arg(nth)).toUtf8();
        isMade = isMade
            && runOn(root, "select admin.enrol_station($1, '[\"*\"]', $2)", {code, secret});
    }
    // Enrolled when the world begins, or a little before.
    return isMade && runOn(root, clockSql)
        && runOn(root, "update app.station set made_at = 1770000000000");
}

bool SqlTown::begin()
{
    if (!m_isMade && !makeCluster())
        return false;
    m_difference.clear();
    copyDatabase("fresh", "hall");
    run("update app.town set identity = app.database_identity()"); // this one is no restored one
    return m_difference.isEmpty();
}

/// Nobody may be at work in the one that is copied, nor in the one that it replaces.
void SqlTown::copyDatabase(const QByteArray &from, const QByteArray &to)
{
    for (SqlLine *line : std::as_const(m_lines))
        line->close();
    m_root.reset();
    m_town.server().drain();
    const bool isCopied = runOn(*m_server, "drop database if exists " + to + " with (force)")
        && runOn(*m_server, "create database " + to + " template " + from);
    if (!isCopied)
        differ(m_problem);
    m_root = m_town.root(u"hall"_s);
}

std::unique_ptr<model::MirrorLine> SqlTown::line(const QString &login)
{
    return std::make_unique<SqlLine>(*this, login);
}

void SqlTown::setNow(qint64 ms)
{
    run("update app.lockstep_clock set ms = $1::bigint", {QByteArray::number(ms)});
}

void SqlTown::setPosts(const QString &person, const QStringList &posts)
{
    run("update app.staff set posts = $1::text[] where code = $2",
        {arrayOf(posts), person.toUtf8()});
}

void SqlTown::setStationScopes(const QString &login, const QStringList &scopes)
{
    const QString role = u"s_%1_%2"_s.arg(CentreTown::town, stationOf(login).toLower());
    run("update app.station set scopes = $1::text[] where login = $2",
        {arrayOf(scopes), role.toUtf8()});
}

void SqlTown::backUp(int number)
{
    copyDatabase("hall", backupName(number));
}

void SqlTown::restore(int number)
{
    const PgAnswer clock = m_root->run("select ms from app.lockstep_clock");
    copyDatabase(backupName(number), "hall");
    run("update app.lockstep_clock set ms = $1::bigint", {clock.value()});
}

} // namespace hall::lockstep

#include "processtown.h"

#include "store/referencerows.h"

#include <QFile>
#include <QJsonDocument>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

const QString fullSign = u"/disk-is-full"_s;
const QString fullLibrary = u"/libhall_fulldisk.so"_s;

QJsonObject rowOf(const QString &kind, const QString &code, const QJsonObject &data)
{
    return {{u"kind"_s, kind}, {u"code"_s, code}, {u"data"_s, data}};
}

} // namespace

bool ProcessTown::begin()
{
    // In the server's own folder, for its account reads no other.
    QFile library(QStringLiteral(HALL_BIN_DIR) + fullLibrary);
    if (!library.copy(server().folder() + fullLibrary)) {
        m_problem = u"libhall_fulldisk.so is not there"_s;
        return false;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, server().folder() + fullLibrary);
    environment.insert(u"HALL_FULL_DISK"_s, server().folder() + fullSign);
    server().setEnvironment(environment);
    if (!m_town.begin()) {
        m_problem = m_town.problem();
        return false;
    }
    QJsonArray bodies{rowOf(u"hall"_s, u"hall"_s, hall().reference.hall.json())};
    for (const Department &dept : hall().reference.departments)
        bodies.append(rowOf(u"department"_s, dept.code, dept.json()));
    if (!publish(bodies, {}, CentreTown::database_))
        return false;
    const auto link = m_town.root();
    for (const char *code : {"A03", "A04"}) {
        const PgAnswer enrolled
            = link->run("select admin.enrol_station($1, '[\"*\"]', $2)",
                        {code,
                         link->run("select rolpassword from pg_authid where rolname ="
                                   " 's_441900113_a01'")
                             .value()});
        if (!enrolled.ok) {
            m_problem = enrolled.message;
            return false;
        }
    }
    return true;
}

bool ProcessTown::publish(const QJsonArray &bodies, const QJsonArray &rows, const QString &database)
{
    QJsonArray events;
    for (const QJsonValue &body : bodies) {
        const Event event
            = sealed({.id = EventId(QUuid::createUuid()),
                      .kind = StreamKind::Hall,
                      .stream = StreamId::fromText(u"b0a8a3d6-9c57-4c1e-8f7e-3d1c5f0a7e10"_s),
                      .type = u"published"_s,
                      .branch = u"main"_s,
                      .action = u"publish"_s,
                      .actor = u"tool"_s,
                      .station = u"000"_s,
                      .actedAt = QDateTime::currentMSecsSinceEpoch()},
                     body.toObject());
        events.append(m_town.form({.event = event, .serial = ++m_serial, .mac = ""}));
    }
    const PgAnswer answer
        = m_town.root(database)->run("select admin.publish($1, $2)",
                                     {QJsonDocument(events).toJson(QJsonDocument::Compact),
                                      QJsonDocument(rows).toJson(QJsonDocument::Compact)});
    const QJsonArray answers
        = QJsonDocument::fromJson(answer.value()).object().value("answers"_L1).toArray();
    for (const QJsonValue &one : answers) {
        if (CentreTown::wordOf(one) != "0"_L1)
            m_problem = u"publish: "_s + CentreTown::wordOf(one);
    }
    if (!answer.ok)
        m_problem = u"publish: "_s + answer.message;
    return answer.ok && m_problem.isEmpty();
}

bool ProcessTown::publishPosts(const QString &staff, const QStringList &posts)
{
    StaffMember member = hall().reference.staff.value(staff);
    member.posts.clear();
    for (const QString &post : posts)
        member.posts.append(*Post::fromCode(post));
    const QJsonArray one{rowOf(u"staff"_s, staff, member.json())};
    return publish(one, one, m_database);
}

bool ProcessTown::run(const QByteArray &sql)
{
    const PgAnswer answer = root()->run(sql);
    if (!answer.ok)
        m_problem = QString::fromUtf8(sql.left(60)) + u": "_s + answer.message;
    return answer.ok;
}

QByteArray ProcessTown::value(const QByteArray &sql) const
{
    return root()->run(sql).value();
}

bool ProcessTown::endSessions(const QString &database)
{
    return m_town.root(u"postgres"_s)
        ->run("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = "
              "$1",
              {database.toUtf8()})
        .ok;
}

bool ProcessTown::beginRun()
{
    m_problem.clear();
    server().drain();
    setDiskFull(false);
    const auto link = m_town.root(u"postgres"_s);
    if (!m_database.isEmpty()) {
        link->run("drop database if exists " + m_database.toUtf8() + " with (force)");
        link->run("drop database if exists kept with (force)");
    }
    m_database = u"run%1"_s.arg(++m_runs);
    const PgAnswer made = link->run("create database " + m_database.toUtf8() + " template hall");
    m_problem = made.message;
    return made.ok;
}

ConnectionFile ProcessTown::connection(const QString &station, int port)
{
    QFile authority(server().authorityFile());
    if (!authority.open(QIODevice::ReadOnly))
        return {};
    return {.hall = u"试验大厅"_s,
            .host = u"localhost"_s,
            .address = u"127.0.0.1"_s,
            .port = port,
            .database = m_database,
            .town = CentreTown::town,
            .station = station,
            .secret = CentreTown::password,
            .authority = authority.readAll()};
}

Access ProcessTown::access()
{
    return {.host = server().folder(),
            .port = server().port(),
            .database = m_database,
            .user = u"postgres"_s};
}

bool ProcessTown::keepBackup()
{
    if (!endSessions(m_database))
        return false;
    const auto link = m_town.root(u"postgres"_s);
    link->run("drop database if exists kept with (force)");
    // A station may come back between the two: then once more.
    PgAnswer made;
    for (int tries = 0; tries < 20 && !made.ok; ++tries) {
        static_cast<void>(endSessions(m_database));
        made = link->run("create database kept template " + m_database.toUtf8());
    }
    m_problem = made.message;
    return made.ok;
}

bool ProcessTown::restoreBackup()
{
    const auto link = m_town.root(u"postgres"_s);
    const PgAnswer dropped = link->run("drop database " + m_database.toUtf8() + " with (force)");
    const PgAnswer made = link->run("create database " + m_database.toUtf8() + " template kept");
    m_problem = dropped.message + made.message;
    return dropped.ok && made.ok;
}

bool ProcessTown::keepFiles()
{
    return server().keepCopy(m_database);
}

bool ProcessTown::restoreFiles()
{
    return server().restoreCopy(m_database) && run("select admin.restored(1000)");
}

bool ProcessTown::crash()
{
    server().stop(PrivatePostgres::Stop::Immediate);
    return server().start();
}

void ProcessTown::setDiskFull(bool isFull)
{
    QFile sign(server().folder() + fullSign);
    if (isFull)
        static_cast<void>(sign.open(QIODevice::WriteOnly));
    else
        sign.remove();
}

void ProcessTown::setReadOnly(bool isReadOnly)
{
    const auto link = m_town.root(u"postgres"_s);
    link->run(isReadOnly ? "alter system set default_transaction_read_only = on"
                         : "alter system reset default_transaction_read_only");
    link->run("select pg_reload_conf()");
}

} // namespace hall::test

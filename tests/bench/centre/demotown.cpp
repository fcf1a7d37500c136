#include "tests/bench/centre/demotown.h"

#include "main/centre/centretool.h"

#include <QBuffer>
#include <QDir>
#include <QMessageAuthenticationCode>

#include <libpq-fe.h>
#include <poll.h>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr auto benchSql = R"(
create schema bench;
create table bench.piece (sha bytea, n int, bytes bytea, primary key (sha, n));
alter table bench.piece alter column bytes set storage external;
create table bench.event (pos bigint generated always as identity primary key, id uuid not null unique,
                          mac text not null, envelope text not null, body text not null);
create role a_441900113_bench login superuser password 'bench' in role onehall_admin;
)";

Exit quietly(const QStringList &arguments)
{
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Console console(in, out, err);
    return CentreTool(console).run(arguments);
}

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

class TownMacs final : public MacSource
{
public:
    explicit TownMacs(QByteArray secret)
        : m_secret(std::move(secret))
    {
    }
    [[nodiscard]] QByteArray mac(const QString &actor, const QString &station,
                                 const QByteArray &hash) const override
    {
        return hmac(hmac(m_secret, actor.toUtf8() + '\0' + station.toUtf8()), hash);
    }

private:
    QByteArray m_secret;
};

} // namespace

void Bare::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

Bare::Bare(const QByteArray &words)
    : m_connection(PQconnectdb(words.constData()))
{
}

bool Bare::isOpen() const
{
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

bool Bare::run(const char *sql, const QList<QByteArray> &values, bool areBytes)
{
    QList<const char *> texts;
    QList<int> lengths;
    QList<int> formats;
    for (const QByteArray &value : values) {
        texts.append(value.constData());
        lengths.append(static_cast<int>(value.size()));
        formats.append(areBytes && value.size() > 20 ? 1 : 0);
    }
    PGresult *result
        = PQexecParams(m_connection.get(), sql, static_cast<int>(texts.size()), nullptr,
                       texts.constData(), lengths.constData(), formats.constData(), 1);
    const ExecStatusType status = PQresultStatus(result);
    PQclear(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

QByteArray Bare::ask(const char *sql)
{
    PGresult *result = PQexec(m_connection.get(), sql);
    const QByteArray value = PQntuples(result) > 0 ? QByteArray(PQgetvalue(result, 0, 0)) : "";
    PQclear(result);
    return value;
}

qint64 Bare::copy(const QByteArray &sql)
{
    PQclear(PQexec(m_connection.get(), sql.constData()));
    qint64 bytes = 0;
    char *row = nullptr;
    for (int got = PQgetCopyData(m_connection.get(), &row, 0); got > 0;
         got = PQgetCopyData(m_connection.get(), &row, 0)) {
        bytes += got;
        PQfreemem(row);
    }
    PQclear(PQgetResult(m_connection.get()));
    return bytes;
}

bool Bare::awaitHint(int ms)
{
    for (;;) {
        PQconsumeInput(m_connection.get());
        if (PGnotify *hint = PQnotifies(m_connection.get())) {
            PQfreemem(hint);
            return true;
        }
        pollfd watched{.fd = PQsocket(m_connection.get()), .events = POLLIN, .revents = 0};
        if (::poll(&watched, 1, ms) <= 0)
            return false;
    }
}

DemoTown::~DemoTown()
{
    quietly({u"demo"_s, u"--stop"_s, u"--folder"_s, m_folder});
    QDir(m_folder).removeRecursively();
}

QString DemoTown::fileOf(const QString &station) const
{
    return m_folder + u'/' + station + u".onehall"_s;
}

bool DemoTown::prepare(const QStringList &stations)
{
    if (quietly({u"demo"_s, u"--folder"_s, m_folder}) != Exit::Done)
        return false;
    m_place = CentrePlace::read(m_folder);
    for (const QString &station : stations) {
        if (!QFile::exists(fileOf(station))
            && quietly({u"enrol"_s, station, u"--folder"_s, m_folder, u"--out"_s, fileOf(station)})
                != Exit::Done)
            return false;
    }
    const Result<ConnectionFile> file = ConnectionFile::read(fileOf(u"A01"_s));
    return file.ok() && writePrivately(m_folder + u"/bench.crt"_s, file.value().certificate).ok()
        && writePrivately(m_folder + u"/bench.key"_s, file.value().key).ok() && sql(benchSql);
}

std::unique_ptr<PostgresCentre> DemoTown::line(const QString &station) const
{
    return std::make_unique<PostgresCentre>(ConnectionFile::read(fileOf(station)).valueOr({}));
}

std::unique_ptr<Bare> DemoTown::bare() const
{
    return std::make_unique<Bare>(
        u"host=localhost hostaddr=127.0.0.1 port=%1 dbname=%2 user=a_441900113_bench "
        "password=bench sslmode=verify-full sslrootcert=%3/authority.crt "
        "sslcert=%3/bench.crt sslkey=%3/bench.key"_s.arg(m_place.port)
            .arg(m_place.database, m_folder)
            .toUtf8());
}

Access DemoTown::ownAccess() const
{
    return {.host = u"localhost"_s,
            .address = u"127.0.0.1"_s,
            .port = m_place.port,
            .database = m_place.database,
            .user = u"a_441900113_bench"_s,
            .password = u"bench"_s,
            .authorityFile = m_folder + u"/authority.crt"_s,
            .certificateFile = m_folder + u"/bench.crt"_s,
            .keyFile = m_folder + u"/bench.key"_s};
}

bool DemoTown::sql(const QByteArray &text) const
{
    const Bare owner("host=" + m_place.socket.toUtf8() + " port=" + QByteArray::number(m_place.port)
                     + " dbname=" + m_place.database.toUtf8() + " user=postgres");
    PGresult *result = PQexec(owner.handle(), text.constData());
    const bool done
        = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
    if (!done)
        qWarning("%s", PQerrorMessage(owner.handle()));
    PQclear(result);
    return done;
}

QByteArray DemoTown::ask(const QByteArray &sql) const
{
    Bare owner("host=" + m_place.socket.toUtf8() + " port=" + QByteArray::number(m_place.port)
               + " dbname=" + m_place.database.toUtf8() + " user=postgres");
    return owner.ask(sql.constData());
}

std::shared_ptr<MacSource> DemoTown::macs() const
{
    return std::make_shared<TownMacs>(
        QByteArray::fromHex(ask("select encode(secret, 'hex') from app.town")));
}

} // namespace hall::bench

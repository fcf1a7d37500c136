#include "sync/postgres/serversession.h"

#include "sync/postgres/namelookup.h"
#include "sync/postgres/refusals.h"
#include "sync/postgres/socketwait.h"

#include <QList>

#include <libpq-fe.h>

#include <algorithm>
#include <optional>

#ifdef Q_OS_UNIX
#include <clocale>
#endif

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int slice = 100; ///< ms after which `stop` is looked at again

/// libpq speaks the language of the process; what is told apart by its words is asked for in
/// English, on this thread only.
class PlainWords
{
public:
#ifdef Q_OS_UNIX
    PlainWords()
        : m_plain(newlocale(LC_MESSAGES_MASK, "C", duplocale(LC_GLOBAL_LOCALE)))
        , m_before(uselocale(m_plain))
    {
    }
    ~PlainWords()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(PlainWords)

private:
    locale_t m_plain;
    locale_t m_before;
#endif
};

using Option = std::pair<QByteArray, QByteArray>;
using Options = QList<Option>;

/// libpq wants as many names as addresses.
QByteArray hostsOf(const Access &access)
{
    const qsizetype more = access.address.count(u',');
    return access.host.toUtf8() + (',' + access.host.toUtf8()).repeated(more);
}

Options optionsOf(const Access &access)
{
    Options options{{"host", hostsOf(access)},
                    {"port", QByteArray::number(access.port)},
                    {"dbname", access.database.toUtf8()},
                    {"user", access.user.toUtf8()},
                    {"password", access.password.toUtf8()},
                    {"application_name", "onehall"},
                    {"client_encoding", "UTF8"},
                    // Nothing of this computer's own settings may speak for the hall.
                    {"passfile", "/nonexistent"},
                    {"gssencmode", "disable"},
                    {"target_session_attrs", "read-write"},
                    {"keepalives", "1"},
                    {"keepalives_idle", "5"},
                    {"keepalives_interval", "3"},
                    {"keepalives_count", "3"},
                    {"tcp_user_timeout", "15000"}};
    if (!access.address.isEmpty())
        options.append(Option{"hostaddr", access.address.toUtf8()});
    if (access.isLocal()) {
        options.append(Option{"sslmode", "disable"});
        return options;
    }
    const QByteArray none = access.authorityFile.toUtf8() + ".none";
    options
        += {{"sslmode", "verify-full"},
            {"channel_binding", "require"},
            {"ssl_min_protocol_version", "TLSv1.2"},
            {"sslrootcert", access.authorityFile.toUtf8()},
            {"sslcrl", none},
            {"sslcert", access.certificateFile.isEmpty() ? none : access.certificateFile.toUtf8()},
            {"sslkey", access.keyFile.isEmpty() ? none : access.keyFile.toUtf8()}};
    return options;
}

} // namespace

void ServerSession::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

ServerSession::ServerSession(const LinkTimes &times, const std::atomic_bool &stop)
    : m_times(times)
    , m_stop(stop)
{
}

ServerSession::~ServerSession() = default;

bool ServerSession::isOpen() const
{
    return m_connection && PQstatus(m_connection.get()) == CONNECTION_OK;
}

void ServerSession::close()
{
    m_connection.reset();
}

Result<Done> ServerSession::open(const Access &access)
{
    close();
    Access found = access;
    if (!access.isLocal() && (access.address.isEmpty() || m_looksUp)) {
        const QDeadlineTimer until(m_times.connect);
        const QString addresses = addressesOf(access.host, until, m_stop);
        found.address = addresses.isEmpty() ? access.address : addresses;
    }
    if (!access.isLocal() && found.address.isEmpty()) {
        m_words = u"no address is known for "_s + access.host;
        return Error{ErrorKind::CentreUnreachable};
    }
    const Result<Done> opened = connect(found);
    // The centre may have moved to another machine under its old name, or the name server be away:
    // the next try goes the other way.
    if (!opened.ok() && opened.error().kind == ErrorKind::CentreUnreachable)
        m_looksUp = !m_looksUp;
    return opened;
}

Result<Done> ServerSession::connect(const Access &access)
{
    const PlainWords plain;
    const Options options = optionsOf(access);
    QList<const char *> keys;
    QList<const char *> values;
    for (const auto &[key, value] : options) {
        keys.append(key.constData());
        values.append(value.constData());
    }
    keys.append(nullptr);
    values.append(nullptr);
    m_connection.reset(PQconnectStartParams(keys.constData(), values.constData(), 0));
    if (!m_connection)
        return Error{ErrorKind::CentreUnreachable, u"memory"_s};
    PQsetErrorVerbosity(m_connection.get(), PQERRORS_VERBOSE);
    const Result<Done> signedIn = finishSignIn();
    if (signedIn.ok())
        return signedIn;
    close();
    // On the socket there is no password: the server knows the account that asks, or it does not.
    if (access.isLocal() && stateIn(m_words) == "28000"_L1)
        return Error{ErrorKind::CentreRefused, u"who"_s};
    return signedIn;
}

Result<Done> ServerSession::finishSignIn()
{
    const QDeadlineTimer until(m_times.connect);
    PostgresPollingStatusType next = PGRES_POLLING_WRITING;
    if (PQstatus(m_connection.get()) == CONNECTION_BAD)
        next = PGRES_POLLING_FAILED;
    while (next != PGRES_POLLING_OK && next != PGRES_POLLING_FAILED) {
        if (wait(next == PGRES_POLLING_WRITING, until) != Waited::Ready)
            return lost();
        next = PQconnectPoll(m_connection.get());
    }
    if (next == PGRES_POLLING_FAILED) {
        m_words = QString::fromUtf8(PQerrorMessage(m_connection.get()))
                      .section(u"\nLOCATION:"_s, 0, 0)
                      .trimmed();
        return refusedSignIn(m_words);
    }
    PQsetErrorVerbosity(m_connection.get(), PQERRORS_DEFAULT);
    PQsetnonblocking(m_connection.get(), 1);
    // What the server has to say beside an answer belongs on nobody's screen.
    PQsetNoticeProcessor(
        m_connection.get(), [](void *, const char *) {}, nullptr);
    return Done{};
}

ServerSession::Waited ServerSession::wait(bool isWriting, const QDeadlineTimer &until) const
{
    while (!m_stop.load()) {
        const auto left = static_cast<int>(std::min<qint64>(until.remainingTime(), slice));
        if (waitForSocket(PQsocket(m_connection.get()), isWriting, left))
            return Waited::Ready;
        if (until.hasExpired())
            return Waited::Expired;
    }
    return Waited::Stopped;
}

bool ServerSession::flush(QDeadlineTimer &silence, const QDeadlineTimer &whole)
{
    for (;;) {
        const int left = PQflush(m_connection.get());
        if (left <= 0)
            return left == 0;
        // Readable must be looked at too: a server that answers before it has read all would block.
        if (wait(true, std::min(silence, whole)) != Waited::Ready
            || PQconsumeInput(m_connection.get()) == 0)
            return false;
        silence.setRemainingTime(m_times.silence);
    }
}

bool ServerSession::awaitResult(QDeadlineTimer &silence, const QDeadlineTimer &whole)
{
    while (PQisBusy(m_connection.get()) != 0) {
        // Twice: TLS may hold decrypted bytes of which the socket knows nothing any more.
        for (int i = 0; i < 2; ++i) {
            if (PQconsumeInput(m_connection.get()) == 0)
                return false;
        }
        if (PQisBusy(m_connection.get()) == 0)
            return true;
        if (wait(false, std::min(silence, whole)) != Waited::Ready)
            return false;
        silence.setRemainingTime(m_times.silence);
    }
    return true;
}

Result<Rows> ServerSession::answers()
{
    QDeadlineTimer silence(m_times.silence);
    const QDeadlineTimer whole(m_times.whole);
    if (!flush(silence, whole))
        return lost();
    std::optional<Rows> rows;
    std::optional<Error> error;
    for (;;) {
        if (!awaitResult(silence, whole))
            return lost();
        pg_result *result = PQgetResult(m_connection.get());
        if (!result)
            break;
        const Rows kept(result);
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
            rows = kept;
        else if (!error)
            error = refusal(result);
    }
    if (PQstatus(m_connection.get()) == CONNECTION_BAD)
        return lost();
    if (error)
        return *error;
    if (!rows)
        return lost();
    return *rows;
}

Result<Rows> ServerSession::call(const QByteArray &sql, const Parameters &parameters)
{
    if (!isOpen())
        return lost();
    const PlainWords plain;
    QList<Oid> types;
    QList<const char *> values;
    QList<int> lengths;
    for (const Parameters::One &one : parameters.list()) {
        types.append(one.type);
        values.append(one.isNull ? nullptr : one.value.constData());
        lengths.append(static_cast<int>(one.value.size()));
    }
    const QList<int> formats(types.size(), 1);
    if (PQsendQueryParams(m_connection.get(), sql.constData(), static_cast<int>(types.size()),
                          types.constData(), values.constData(), lengths.constData(),
                          formats.constData(), 1)
        == 0)
        return lost();
    return answers();
}

Result<Done> ServerSession::script(const QByteArray &sql)
{
    if (!isOpen() || PQsendQuery(m_connection.get(), sql.constData()) == 0)
        return lost();
    const Result<Rows> rows = answers();
    if (!rows.ok())
        return rows.error();
    return Done{};
}

bool ServerSession::takeHint()
{
    if (!isOpen())
        return false;
    // Twice: TLS may hold decrypted bytes of which the socket knows nothing any more.
    for (int i = 0; i < 2; ++i) {
        if (PQconsumeInput(m_connection.get()) == 0) {
            close();
            return true;
        }
    }
    bool hasHint = false;
    while (PGnotify *hint = PQnotifies(m_connection.get())) {
        hasHint = true;
        PQfreemem(hint);
    }
    return hasHint;
}

qintptr ServerSession::socket() const
{
    return isOpen() ? PQsocket(m_connection.get()) : -1;
}

Result<QByteArray> ServerSession::verifier(const QString &user, const QString &password)
{
    if (!isOpen())
        return lost();
    const std::unique_ptr<char, decltype(&PQfreemem)> made(
        PQencryptPasswordConn(m_connection.get(), password.toUtf8().constData(),
                              user.toUtf8().constData(), "scram-sha-256"),
        &PQfreemem);
    if (!made)
        return lost();
    return QByteArray(made.get());
}

Error ServerSession::refusal(const pg_result *result)
{
    const auto field
        = [result](int code) { return QString::fromUtf8(PQresultErrorField(result, code)); };
    m_words = field(PG_DIAG_MESSAGE_PRIMARY);
    return meaning(field(PG_DIAG_SQLSTATE), m_words);
}

Error ServerSession::lost()
{
    if (m_connection)
        m_words = QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed();
    close();
    return {ErrorKind::CentreUnreachable};
}

} // namespace hall

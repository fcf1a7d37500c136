#include "sync/postgres/session.h"

#include "sync/postgres/socketwait.h"

#include <QList>
#include <QRegularExpression>

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

Options optionsOf(const Access &access)
{
    Options options{{"host", access.host.toUtf8()},
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

/// The five letters of a refusal in libpq's verbose form: "FATAL:  28P01: password …".
QString stateIn(const QString &words)
{
    static const QRegularExpression pattern(u"(?:FATAL|ERROR|PANIC):\\s+([0-9A-Z]{5}):"_s);
    return pattern.match(words).captured(1);
}

bool speaksOf(const QString &words, std::initializer_list<QLatin1StringView> signs)
{
    return std::ranges::any_of(
        signs, [&](QLatin1StringView sign) { return words.contains(sign, Qt::CaseInsensitive); });
}

/// A connection that did not come about. The server's own words come in its language, so a code
/// decides where there is one.
Error refusedSignIn(const QString &words)
{
    const QString state = stateIn(words);
    if (state == "28P01"_L1)
        return {ErrorKind::WrongPassword};
    // The file of rules is named the same in every language: it lets in only logins of our groups,
    // so this one is of none, or does not exist. A closed login is told only after the right
    // password.
    if (state == "28000"_L1 && words.contains("pg_hba.conf"_L1))
        return {ErrorKind::CentreRefused, u"login"_s};
    if (state == "28000"_L1)
        return words.contains("certificate"_L1) ? Error{ErrorKind::CentreRefused, u"certificate"_s}
                                                : Error{ErrorKind::AccountDisabled};
    if (state == "3D000"_L1)
        return {ErrorKind::CentreRefused, u"database"_s};
    if (!state.isEmpty())
        return {ErrorKind::CentreUnreachable, state};
    if (speaksOf(words,
                 {"certificate verify failed"_L1, "does not match host name"_L1,
                  "server does not support SSL"_L1, "channel binding"_L1, "root certificate"_L1,
                  "could not get server's host name"_L1, "unsupported protocol"_L1}))
        return {ErrorKind::CentreUntrusted};
    // The server turns this computer away: no certificate, or one of another hall.
    if (speaksOf(words, {"alert"_L1}))
        return {ErrorKind::CentreRefused, u"certificate"_s};
    if (speaksOf(words, {"certificate file"_L1, "private key file"_L1}))
        return {ErrorKind::ConnectionFile, u"certificate"_s};
    if (speaksOf(words, {"wrong version number"_L1}))
        return {ErrorKind::CentreUntrusted};
    return {ErrorKind::CentreUnreachable};
}

/// What a statement's SQLSTATE means to the caller.
Error meaning(const QString &state, const QString &message)
{
    if (state == "HA001"_L1) {
        if (message == "unknown"_L1 || message == "notHere"_L1)
            return {ErrorKind::NotFound};
        if (message == "tooOld"_L1)
            return {ErrorKind::CentreTooOld};
        return {ErrorKind::CentreRefused, message};
    }
    if (state == "42883"_L1 || state == "3F000"_L1)
        return {ErrorKind::CentreTooOld};
    if (state == "42501"_L1)
        return {ErrorKind::CentreRefused, u"rights"_s};
    if (state == "53100"_L1)
        return {ErrorKind::CentreRefused, u"full"_s};
    // Shut down, out of connections, lock not had, cancelled, standby: later it may work.
    static const QStringList passing{u"08"_s, u"40"_s, u"53"_s, u"55"_s, u"57"_s};
    if (passing.contains(state.left(2)) || state == "25006"_L1)
        return {ErrorKind::CentreUnreachable, state};
    return {ErrorKind::CentreRefused, u"fault "_s + state};
}

} // namespace

void Session::Finish::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

Session::Session(const LinkTimes &times, const std::atomic_bool &stop)
    : m_times(times)
    , m_stop(stop)
{
}

Session::~Session() = default;

bool Session::isOpen() const
{
    return m_connection && PQstatus(m_connection.get()) == CONNECTION_OK;
}

void Session::close()
{
    m_connection.reset();
}

Result<Done> Session::open(const Access &access)
{
    const PlainWords plain;
    close();
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

Result<Done> Session::finishSignIn()
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

Session::Waited Session::wait(bool isWriting, const QDeadlineTimer &until) const
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

bool Session::flush(QDeadlineTimer &silence, const QDeadlineTimer &whole)
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

bool Session::awaitResult(QDeadlineTimer &silence, const QDeadlineTimer &whole)
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

Result<Rows> Session::answers()
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

Result<Rows> Session::call(const QByteArray &sql, const Parameters &parameters)
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

Result<Done> Session::script(const QByteArray &sql)
{
    if (!isOpen() || PQsendQuery(m_connection.get(), sql.constData()) == 0)
        return lost();
    const Result<Rows> rows = answers();
    if (!rows.ok())
        return rows.error();
    return Done{};
}

Result<QByteArray> Session::verifier(const QString &user, const QString &password)
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

Error Session::refusal(const pg_result *result)
{
    const auto field
        = [result](int code) { return QString::fromUtf8(PQresultErrorField(result, code)); };
    m_words = field(PG_DIAG_MESSAGE_PRIMARY);
    return meaning(field(PG_DIAG_SQLSTATE), m_words);
}

Error Session::lost()
{
    if (m_connection)
        m_words = QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed();
    close();
    return {ErrorKind::CentreUnreachable};
}

} // namespace hall

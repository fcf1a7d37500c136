#pragma once

#include "domain/result.h"
#include "sync/postgres/values.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <atomic>
#include <memory>

struct pg_conn;

namespace hall {

/// How long the link waits before it gives the connection up, in milliseconds.
struct LinkTimes
{
    int connect = 10'000; ///< from the first packet to the end of the sign-in
    int silence = 10'000; ///< without a byte in either direction during a call
    int whole = 60'000;   ///< a whole call, however busily it trickles
};

/// What one session connects with. A host that begins with '/' is the socket folder of this very
/// machine and needs no TLS; every other host is spoken to over TLS that is verified, or not at
/// all.
struct Access
{
    QString host = {};
    /// Numeric; spares the look-up as long as it answers. The certificate must still name `host`.
    QString address = {};
    int port = 5432;
    QString database = {};
    QString user = {};
    QString password = {};
    QString authorityFile = {};   ///< certificate of the hall's authority, PEM
    QString certificateFile = {}; ///< this computer's; empty = none
    QString keyFile = {};

    [[nodiscard]] bool isLocal() const { return host.startsWith(u'/'); }
};

/// One connection to PostgreSQL with own deadlines. Blocks, so only the sync thread and the command
/// line use it. When a deadline passes, or `stop` is set, the connection is dropped and the outcome
/// of the call is unknown: CentreUnreachable. Other errors: WrongPassword, AccountDisabled (the
/// login is closed), CentreUntrusted, CentreTooOld (a function is missing), NotFound (word
/// `unknown`), CentreRefused (detail = the word of PROTOCOL.md, or "fault <SQLSTATE>").
class ServerSession
{
public:
    ServerSession(const LinkTimes &times, const std::atomic_bool &stop);
    ~ServerSession();
    Q_DISABLE_COPY_MOVE(ServerSession)

    [[nodiscard]] Result<Done> open(const Access &access);
    [[nodiscard]] bool isOpen() const;
    void close();

    /// One statement with parameters; binary results. Autocommit.
    [[nodiscard]] Result<Rows> call(const QByteArray &sql, const Parameters &parameters = {});
    /// Several statements in one transaction of the server, without parameters.
    [[nodiscard]] Result<Done> script(const QByteArray &sql);
    /// The SCRAM verifier of a password, made here: the password itself never travels.
    [[nodiscard]] Result<QByteArray> verifier(const QString &user, const QString &password);
    /// Whether the server has told of something since (LISTEN), or has ended the connection: then
    /// it is closed here too. Does not wait.
    [[nodiscard]] bool takeHint();
    /// -1 = closed.
    [[nodiscard]] qintptr socket() const;
    /// The server's own words of the newest error, for the administrator's screen only.
    [[nodiscard]] const QString &lastWords() const { return m_words; }

private:
    enum class Waited { Ready, Expired, Stopped };
    [[nodiscard]] Waited wait(bool isWriting, const QDeadlineTimer &until) const;
    [[nodiscard]] Result<Done> connect(const Access &access);
    [[nodiscard]] Result<Done> finishSignIn();
    [[nodiscard]] bool flush(QDeadlineTimer &silence, const QDeadlineTimer &whole);
    [[nodiscard]] bool awaitResult(QDeadlineTimer &silence, const QDeadlineTimer &whole);
    [[nodiscard]] Result<Rows> answers();
    [[nodiscard]] Error refusal(const pg_result *result);
    [[nodiscard]] Error lost();

    struct Finish
    {
        void operator()(pg_conn *connection) const;
    };
    LinkTimes m_times;
    const std::atomic_bool &m_stop;
    std::unique_ptr<pg_conn, Finish> m_connection;
    QString m_words;
    bool m_looksUp = false; ///< the host's name is asked for although an address is given
};

} // namespace hall

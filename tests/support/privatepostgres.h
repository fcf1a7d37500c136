#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace hall::test {

/// A PostgreSQL of the test's own: in a temporary folder, on loopback with TLS (a throw-away
/// authority) and a socket, as an unprivileged user, for initdb refuses root. Over the socket every
/// role comes in without a password, over TCP only with TLS and SCRAM. It ends with the test, also
/// when that is killed.
class PrivatePostgres
{
public:
    enum class Stop { Fast, Immediate };

    PrivatePostgres();
    ~PrivatePostgres();
    Q_DISABLE_COPY_MOVE(PrivatePostgres)

    /// Makes the cluster and starts it; false: see problem().
    [[nodiscard]] bool begin();
    [[nodiscard]] bool start();
    bool stop(Stop how = Stop::Fast);
    /// A copy of the stopped cluster under a name, and the cluster as that copy was (a restored
    /// backup). Both stop a running server and start it again.
    [[nodiscard]] bool keepCopy(const QString &name);
    [[nodiscard]] bool restoreCopy(const QString &name);

    /// For the server's process, from the next start on.
    void setEnvironment(const QProcessEnvironment &environment)
    {
        m_server.setProcessEnvironment(environment);
    }
    /// Where everything of it lies, its socket too.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// A long run reads what the server says, or its pipe fills.
    void drain();

    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_server.processId(); }
    [[nodiscard]] QString authorityFile() const { return path(QStringLiteral("ca.crt")); }
    /// Connection string over the socket, no password.
    [[nodiscard]] QString byName(const QString &user, const QString &database) const;
    /// Connection string over TCP; `sslmode` as libpq names it.
    [[nodiscard]] QString byPassword(const QString &user, const QString &password,
                                     const QString &database,
                                     const QString &sslmode = QStringLiteral("verify-full")) const;

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments,
                           bool asServer = false);
    [[nodiscard]] bool makeCertificates();
    [[nodiscard]] bool writeSettings();
    [[nodiscard]] static QString serverFolder();

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_account; ///< empty: this test's own
    QString m_problem;
    int m_port = 0;
};

} // namespace hall::test

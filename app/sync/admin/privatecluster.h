#pragma once

#include "domain/result.h"
#include "sync/admin/accessrules.h"
#include "sync/postgres/serversession.h"

#include <QString>

namespace hall {

/// A PostgreSQL of one's own in one folder, for the demonstration and for trying a backup: on
/// loopback with TLS, its socket in a folder that only its owner enters. As root it runs as the
/// account of PostgreSQL's package. The destructor stops it unless keepRunning() was called.
class PrivateCluster
{
public:
    /// `folder` is made; its path must be short enough for a socket (about 90 characters).
    explicit PrivateCluster(const QString &folder);
    ~PrivateCluster();
    Q_DISABLE_COPY_MOVE(PrivateCluster)

    /// initdb with data checksums. WorkerFailed when PostgreSQL's server programs are missing.
    [[nodiscard]] Result<Done> make();
    [[nodiscard]] bool exists() const;
    /// Certificate and rules for what comes over TCP, before start().
    [[nodiscard]] Result<Done> setUp(const ServerFiles &files, const QString &database);
    [[nodiscard]] Result<Done> start(int port);
    [[nodiscard]] Result<Done> stop();
    void keepRunning() { m_isKept = true; }

    /// The superuser over the socket.
    [[nodiscard]] Access access(const QString &database) const;
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString dataFolder() const;
    /// Hands a file below the folder to the account that the server runs as.
    [[nodiscard]] Result<Done> handOver(const QString &path) const;
    [[nodiscard]] static int freePort();

private:
    [[nodiscard]] Result<Done> run(const QString &program, const QStringList &arguments) const;

    QString m_folder;
    int m_port = 0;
    bool m_isRunning = false;
    bool m_isKept = false;
};

} // namespace hall

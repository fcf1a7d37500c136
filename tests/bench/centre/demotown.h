#pragma once

#include "main/centre/invocation.h"
#include "store/macsource.h"
#include "sync/postgres/postgrescentre.h"

#include <memory>

struct pg_conn;

namespace hall::bench {

/// Bare libpq over the same TLS, blocking, without a thought: the limit of what goes over the line.
class Bare
{
public:
    explicit Bare(const QByteArray &words);
    [[nodiscard]] bool isOpen() const;
    /// One statement with texts or bytes; false when it failed.
    bool run(const char *sql, const QList<QByteArray> &values = {}, bool areBytes = false);
    /// The first value of the first row.
    [[nodiscard]] QByteArray ask(const char *sql);
    /// Reads a COPY to its end; its bytes.
    qint64 copy(const QByteArray &sql);
    /// Blocks until a notification comes.
    bool awaitHint(int ms);
    [[nodiscard]] pg_conn *handle() const { return m_connection.get(); }

private:
    struct Finish
    {
        void operator()(pg_conn *connection) const;
    };
    std::unique_ptr<pg_conn, Finish> m_connection;
};

/// A private centre with the sample hall and a few more workstations, for one run.
class DemoTown
{
public:
    explicit DemoTown(const QString &folder)
        : m_folder(folder)
    {
    }
    ~DemoTown();
    Q_DISABLE_COPY_MOVE(DemoTown)

    [[nodiscard]] bool prepare(const QStringList &stations);
    [[nodiscard]] std::unique_ptr<PostgresCentre> line(const QString &station) const;
    [[nodiscard]] std::unique_ptr<Bare> bare() const;
    /// The same login by the program's own session.
    [[nodiscard]] Access ownAccess() const;
    /// As the superuser, past every check.
    bool sql(const QByteArray &text) const;
    [[nodiscard]] QByteArray ask(const QByteArray &sql) const;
    /// Keys of authorship as the centre derives them.
    [[nodiscard]] std::shared_ptr<MacSource> macs() const;
    [[nodiscard]] qint64 head() const { return ask("select pos from app.town").toLongLong(); }
    [[nodiscard]] static QString password() { return QStringLiteral("dalang2026"); }

private:
    [[nodiscard]] QString fileOf(const QString &station) const;
    QString m_folder;
    CentrePlace m_place;
};

} // namespace hall::bench

#pragma once

#include "sync/admin/centredatabase.h"
#include "sync/postgres/connectionfile.h"
#include "tests/centre/centretown.h"

#include <QStringList>

#include <memory>

namespace hall::test {

/// One private server for all runs of a driver, and in it a database of its own for each run, made
/// from a town that is set up once: the small hall published, stations A01 to A04 and everybody's
/// logins.
class ProcessTown
{
public:
    [[nodiscard]] bool begin();
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Another town for the next run; the one before is thrown away.
    [[nodiscard]] bool beginRun();
    [[nodiscard]] PrivatePostgres &server() { return m_town.server(); }
    [[nodiscard]] const SmallHall &hall() const { return m_town.hall(); }
    [[nodiscard]] QString database() const { return m_database; }
    /// As a superuser, over the socket.
    [[nodiscard]] std::unique_ptr<PgLink> root() const { return m_town.root(m_database); }
    bool run(const QByteArray &sql);
    [[nodiscard]] QByteArray value(const QByteArray &sql) const;
    [[nodiscard]] ConnectionFile connection(const QString &station, int port);
    [[nodiscard]] Access access();

    /// A copy of the run's database, and the town as the copy was: another database of the same
    /// name, as pg_restore makes it. False: see problem().
    [[nodiscard]] bool keepBackup();
    [[nodiscard]] bool restoreBackup();
    /// The same with the files of the whole stopped server; what `onehall-centre restored` does is
    /// done, because nobody else can see it.
    [[nodiscard]] bool keepFiles();
    [[nodiscard]] bool restoreFiles();
    /// stop -m immediate, as a power failure of the server, and start.
    [[nodiscard]] bool crash();
    void setDiskFull(bool isFull);
    void setReadOnly(bool isReadOnly);
    /// Rights of a person from now on, published by the administrator.
    [[nodiscard]] bool publishPosts(const QString &staff, const QStringList &posts);

private:
    [[nodiscard]] bool publish(const QJsonArray &bodies, const QJsonArray &rows,
                               const QString &database);
    [[nodiscard]] bool endSessions(const QString &database);

    CentreTown m_town;
    QString m_problem;
    QString m_database;
    int m_runs = 0;
    qint64 m_serial = 1000;
};

} // namespace hall::test

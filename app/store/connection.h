#pragma once

#include "domain/result.h"

#include <QHash>
#include <QLatin1StringView>
#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <atomic>
#include <functional>
#include <memory>

class QSqlError;

namespace hall {

/// Lets a test fail the i-th access to the store (statement, commit, file write, fsync), for every
/// i. Passed in by StoreOptions; absent in the program.
struct FaultPlan
{
    std::atomic<int> failAt{0};          ///< 1-based access that fails; 0 = none
    std::atomic<int> accesses{0};        ///< counted so far
    std::function<void()> onStrike = {}; ///< runs at that access: a test kills its process there
    /// True when this access is the one to fail.
    [[nodiscard]] bool strikes()
    {
        if (++accesses != failAt.load())
            return false;
        if (onStrike)
            onStrike();
        return true;
    }
};

/// What SQLite reports, by what a person can do: DiskFull, StoreDamaged, StoreBusy, StoreOpen, else
/// StoreFailed with the technical text.
[[nodiscard]] Error storeError(const QSqlError &error);

/// One SQLite connection, used by one thread only. Statements are prepared once and kept.
class Connection
{
public:
    /// How a commit is made durable: user actions FULL, pulled data NORMAL (design.md section 6).
    enum class Sync { Full, Normal, ReadOnly };

    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &file, Sync sync,
                                                                  FaultPlan *faults = nullptr);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// BEGIN IMMEDIATE; on a read-only connection a snapshot that stays the same until rollback().
    [[nodiscard]] Result<Done> begin();
    [[nodiscard]] Result<Done> commit();
    void rollback();
    /// Runs a script of several statements (a migration): statement ends are found with respect to
    /// strings, comments and triggers.
    [[nodiscard]] Result<Done> script(const QString &sql);
    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] FaultPlan *faults() const { return m_faults; }

private:
    friend class Query;
    struct Statement;
    explicit Connection(FaultPlan *faults);
    [[nodiscard]] Result<Done> configure(Sync sync);
    [[nodiscard]] Result<Done> execute(const QString &sql);
    [[nodiscard]] std::shared_ptr<Statement> prepared(const QString &sql);

    QString m_name;
    FaultPlan *m_faults = nullptr;
    Sync m_sync = Sync::Full;
    QHash<QString, std::shared_ptr<Statement>> m_statements;
};

/// A bound statement: values by name, columns by name.
///     Query rows(connection, sql);
///     rows.bind(":case"_L1, key);
///     for (auto more = rows.next(); …; more = rows.next()) rows.text("name"_L1) …
class Query
{
public:
    Query(Connection &connection, const QString &sql);
    ~Query(); ///< resets the statement, so that no read lock stays
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// A null QString counts as the empty text; QVariant() is NULL.
    Query &bind(QLatin1StringView name, const QVariant &value);
    /// Executes a statement without rows. May be called again with new values.
    [[nodiscard]] Result<Done> run();
    /// Executes at the first call; true while there is a row.
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] QVariant value(QLatin1StringView column) const;
    [[nodiscard]] QString text(QLatin1StringView column) const { return value(column).toString(); }
    [[nodiscard]] qint64 number(QLatin1StringView column) const
    {
        return value(column).toLongLong();
    }
    [[nodiscard]] QByteArray bytes(QLatin1StringView column) const
    {
        return value(column).toByteArray();
    }
    [[nodiscard]] qint64 insertedKey() const;
    [[nodiscard]] int affected() const;

private:
    [[nodiscard]] Result<Done> execute();

    Connection &m_connection;
    std::shared_ptr<Connection::Statement> m_statement;
    bool m_executed = false;
};

} // namespace hall

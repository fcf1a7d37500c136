#pragma once

#include "domain/result.h"
#include "sync/api/protocol.h"

#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace hall::bench {

/// The least that a store can do with an event: one row of the journal's own form, by SQLite's own
/// interface, everything bound beforehand. No parsing, no hash, no projection.
class RawStore
{
public:
    /// Tables as in the store of `like`; synchronous as the store has it for what is pulled.
    RawStore(const QString &file, const QString &like, const char *sync = "normal");
    ~RawStore();
    Q_DISABLE_COPY_MOVE(RawStore)

    [[nodiscard]] bool isReady() const { return m_insert != nullptr; }
    /// Rows ready to be bound; not part of what is measured.
    void prepare(const QList<FeedEntry> &entries);
    /// Inserts the next `count` of them in one transaction.
    bool insert(qsizetype from, qsizetype count);
    /// One small row and its commit.
    bool commitOne(const QByteArray &bytes);
    /// Many small rows in one transaction.
    bool commitMany(const QByteArray &bytes, int count);
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }

private:
    struct RawRow
    {
        qint64 key = 0;
        QList<QByteArray> texts = {};
        QList<QByteArray> blobs = {};
        qint64 version = 0;
        qint64 actedAt = 0;
        qint64 pos = 0;
    };
    bool run(const char *sql);
    bool bind(const RawRow &row);

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_one = nullptr;
    QList<RawRow> m_rows;
};

} // namespace hall::bench

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

struct pg_conn;

namespace hall::test {

/// What a statement gave: rows of texts (null reads as a null array), or SQLSTATE and message.
struct PgAnswer
{
    bool ok = false;
    QString state = {};
    QString message = {};
    QList<QList<QByteArray>> rows = {};

    /// The first field; empty where there is none.
    [[nodiscard]] QByteArray value() const
    {
        return rows.isEmpty() || rows.first().isEmpty() ? QByteArray() : rows.first().first();
    }
};

/// A connection as a person with psql has it: plain statements, everything as text. For tests only.
class PgLink
{
public:
    explicit PgLink(const QString &connection);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QString problem() const;
    /// $1, $2 … as texts, the server infers their types.
    PgAnswer run(const QByteArray &sql, const QList<QByteArray> &arguments = {}) const;
    /// Sends a statement without waiting; taken() waits for what it gives.
    bool send(const QByteArray &sql) const;
    PgAnswer taken() const;

private:
    struct Finish
    {
        void operator()(pg_conn *link) const;
    };
    std::unique_ptr<pg_conn, Finish> m_link;
};

} // namespace hall::test

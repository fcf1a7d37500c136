#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <memory>

struct pg_result;

namespace hall {

/// Parameters of a call in the order of their $n, in PostgreSQL's binary form.
class Parameters
{
public:
    Parameters &text(const QString &value) { return utf8(value.toUtf8()); }
    Parameters &utf8(const QByteArray &value);
    Parameters &bytes(const QByteArray &value);
    Parameters &int4(int value);
    Parameters &int8(qint64 value);
    Parameters &truth(bool value);
    Parameters &uuid(const QUuid &value); ///< a null uuid is null
    Parameters &textArray(const QList<QByteArray> &values);
    Parameters &null();

    struct One
    {
        unsigned int type = 0; ///< 0 = the server infers it
        QByteArray value = {};
        bool isNull = false;
    };
    [[nodiscard]] const QList<One> &list() const { return m_list; }

private:
    QList<One> m_list;
};

/// Rows of a binary answer. The column must be of the type that is asked for; null reads as empty
/// or 0.
class Rows
{
public:
    explicit Rows(pg_result *result);

    [[nodiscard]] int count() const;
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] QByteArray bytes(int row, int column) const; ///< text (UTF-8) or bytea
    [[nodiscard]] QString text(int row, int column) const;
    /// smallint, integer or bigint
    [[nodiscard]] qint64 number(int row, int column) const;
    [[nodiscard]] bool truth(int row, int column) const;
    [[nodiscard]] QUuid uuid(int row, int column) const;

private:
    std::shared_ptr<pg_result> m_result;
};

} // namespace hall

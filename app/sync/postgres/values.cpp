#include "sync/postgres/values.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace hall {

namespace {

// From PostgreSQL's catalogue; these numbers never change.
constexpr unsigned int boolType = 16;
constexpr unsigned int byteaType = 17;
constexpr unsigned int int8Type = 20;
constexpr unsigned int int4Type = 23;
constexpr unsigned int textType = 25;
constexpr unsigned int textArrayType = 1009;
constexpr unsigned int uuidType = 2950;

template <class Number> void append(QByteArray &bytes, Number value)
{
    const Number big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

} // namespace

Parameters &Parameters::utf8(const QByteArray &value)
{
    m_list.append({.type = textType, .value = value});
    return *this;
}

Parameters &Parameters::bytes(const QByteArray &value)
{
    m_list.append({.type = byteaType, .value = value});
    return *this;
}

Parameters &Parameters::int4(int value)
{
    QByteArray bytes;
    append(bytes, static_cast<qint32>(value));
    m_list.append({.type = int4Type, .value = bytes});
    return *this;
}

Parameters &Parameters::int8(qint64 value)
{
    QByteArray bytes;
    append(bytes, value);
    m_list.append({.type = int8Type, .value = bytes});
    return *this;
}

Parameters &Parameters::truth(bool value)
{
    m_list.append({.type = boolType, .value = QByteArray(1, value ? '\1' : '\0')});
    return *this;
}

Parameters &Parameters::uuid(const QUuid &value)
{
    m_list.append({.type = uuidType, .value = value.toRfc4122(), .isNull = value.isNull()});
    return *this;
}

Parameters &Parameters::textArray(const QList<QByteArray> &values)
{
    QByteArray bytes;
    append(bytes, qint32(values.isEmpty() ? 0 : 1)); // dimensions
    append(bytes, qint32(0));                        // no nulls
    append(bytes, static_cast<qint32>(textType));
    if (!values.isEmpty()) {
        append(bytes, static_cast<qint32>(values.size()));
        append(bytes, qint32(1)); // the first index
    }
    for (const QByteArray &value : values) {
        append(bytes, static_cast<qint32>(value.size()));
        bytes.append(value);
    }
    m_list.append({.type = textArrayType, .value = bytes});
    return *this;
}

Parameters &Parameters::null()
{
    m_list.append({.type = textType, .isNull = true});
    return *this;
}

Rows::Rows(pg_result *result)
    : m_result(result, &PQclear)
{
}

int Rows::count() const
{
    return PQntuples(m_result.get());
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray Rows::bytes(int row, int column) const
{
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

QString Rows::text(int row, int column) const
{
    return QString::fromUtf8(PQgetvalue(m_result.get(), row, column),
                             PQgetlength(m_result.get(), row, column));
}

qint64 Rows::number(int row, int column) const
{
    const char *value = PQgetvalue(m_result.get(), row, column);
    switch (PQgetlength(m_result.get(), row, column)) {
    case 2:
        return qFromBigEndian<qint16>(value);
    case 4:
        return qFromBigEndian<qint32>(value);
    case 8:
        return qFromBigEndian<qint64>(value);
    default:
        return 0;
    }
}

bool Rows::truth(int row, int column) const
{
    return PQgetlength(m_result.get(), row, column) == 1
        && PQgetvalue(m_result.get(), row, column)[0] != 0;
}

QUuid Rows::uuid(int row, int column) const
{
    if (PQgetlength(m_result.get(), row, column) != 16)
        return {};
    return QUuid::fromRfc4122(QByteArrayView(PQgetvalue(m_result.get(), row, column), 16));
}

} // namespace hall

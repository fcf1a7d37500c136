#include "pglink.h"

#include <libpq-fe.h>

namespace hall::test {

namespace {

PgAnswer read(PGresult *result)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> kept(result, &PQclear);
    const ExecStatusType status = PQresultStatus(result);
    PgAnswer answer{.ok = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK};
    if (!answer.ok) {
        answer.state = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_SQLSTATE));
        answer.message = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
        return answer;
    }
    for (int row = 0; row < PQntuples(result); ++row) {
        QList<QByteArray> fields;
        for (int column = 0; column < PQnfields(result); ++column) {
            fields.append(PQgetisnull(result, row, column)
                              ? QByteArray()
                              : QByteArray(PQgetvalue(result, row, column),
                                           PQgetlength(result, row, column)));
        }
        answer.rows.append(fields);
    }
    return answer;
}

} // namespace

void PgLink::Finish::operator()(pg_conn *link) const
{
    PQfinish(link);
}

PgLink::PgLink(const QString &connection)
    : m_link(PQconnectdb(connection.toUtf8().constData()))
{
    PQsetNoticeProcessor(
        m_link.get(), [](void *, const char *) {}, nullptr);
}

bool PgLink::isOpen() const
{
    return PQstatus(m_link.get()) == CONNECTION_OK;
}

QString PgLink::problem() const
{
    return QString::fromUtf8(PQerrorMessage(m_link.get()));
}

PgAnswer PgLink::run(const QByteArray &sql, const QList<QByteArray> &arguments) const
{
    if (arguments.isEmpty())
        return read(PQexec(m_link.get(), sql.constData()));
    QList<const char *> values;
    for (const QByteArray &argument : arguments)
        values.append(argument.isNull() ? nullptr : argument.constData());
    return read(PQexecParams(m_link.get(), sql.constData(), int(values.size()), nullptr,
                             values.constData(), nullptr, nullptr, 0));
}

bool PgLink::send(const QByteArray &sql) const
{
    return PQsendQuery(m_link.get(), sql.constData()) == 1;
}

PgAnswer PgLink::taken() const
{
    PgAnswer answer;
    while (PGresult *result = PQgetResult(m_link.get()))
        answer = read(result);
    return answer;
}

} // namespace hall::test

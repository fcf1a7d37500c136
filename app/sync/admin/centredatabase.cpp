#include "sync/admin/centredatabase.h"

#include "sync/postgres/wireform.h"

#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// A verification of a whole journal may think for minutes before it answers.
constexpr LinkTimes patient{.connect = 10'000, .silence = 1'800'000, .whole = 14'400'000};

QString loginName(char family, const QString &town, const QString &code)
{
    return u"%1_%2_%3"_s.arg(QLatin1Char(family)).arg(town, code.toLower());
}

QList<JournalRow> journalRows(const Rows &rows)
{
    QList<JournalRow> list;
    list.reserve(rows.count());
    for (int row = 0; row < rows.count(); ++row) {
        list.append({.pos = rows.number(row, 0),
                     .stream = StreamId(rows.uuid(row, 1)),
                     .kind = static_cast<StreamKind>(rows.number(row, 2)),
                     .hash = rows.bytes(row, 3),
                     .chain = rows.bytes(row, 4),
                     .townChain = rows.bytes(row, 5),
                     .envelope = rows.bytes(row, 6),
                     .body = rows.bytes(row, 7)});
    }
    return list;
}

/// Rows of one shape out of an answer.
template <class Row, class Read> Result<QList<Row>> listOf(const Result<Rows> &rows, Read read)
{
    if (!rows.ok())
        return rows.error();
    QList<Row> list;
    list.reserve(rows.value().count());
    for (int row = 0; row < rows.value().count(); ++row)
        list.append(read(rows.value(), row));
    return list;
}

} // namespace

CentreDatabase::CentreDatabase()
    : m_session(patient, m_stop)
{
}

Result<Done> CentreDatabase::open(const Access &access)
{
    m_access = access;
    return m_session.open(access);
}

Result<QJsonObject> CentreDatabase::object(const QByteArray &sql, const Parameters &parameters)
{
    const Result<Rows> rows = m_session.call(sql, parameters);
    if (!rows.ok())
        return rows.error();
    if (rows.value().count() != 1)
        return Error{ErrorKind::CentreTooOld, u"form"_s};
    return QJsonDocument::fromJson(rows.value().bytes(0, 0)).object();
}

Result<QString> CentreDatabase::role(const QByteArray &sql, const Parameters &parameters)
{
    const Result<QJsonObject> answer = object(sql, parameters);
    if (!answer.ok())
        return answer.error();
    return answer.value().value("role"_L1).toString();
}

Result<Done> CentreDatabase::makeTown(const QString &town, const QString &name)
{
    const Result<QJsonObject> made
        = object("select admin.make_town($1, $2)", Parameters().text(town).text(name));
    if (!made.ok())
        return made.error();
    return Done{};
}

Result<QString> CentreDatabase::makeAdmin(const QString &town, const QString &name,
                                          const QString &password)
{
    const Result<QByteArray> secret = m_session.verifier(loginName('a', town, name), password);
    if (!secret.ok())
        return secret.error();
    return role("select admin.make_admin($1, $2)", Parameters().text(name).utf8(secret.value()));
}

Result<QString> CentreDatabase::setStaff(const QString &town, const QString &staff,
                                         const QString &password)
{
    const Result<QByteArray> secret = m_session.verifier(loginName('p', town, staff), password);
    if (!secret.ok())
        return secret.error();
    return role("select admin.set_staff($1, $2)", Parameters().text(staff).utf8(secret.value()));
}

Result<bool> CentreDatabase::hasLogin(const QString &town, const QString &staff)
{
    const Result<Rows> rows
        = m_session.call("select exists (select from pg_roles where rolname = $1 and rolcanlogin)",
                         Parameters().text(loginName('p', town, staff)));
    if (!rows.ok())
        return rows.error();
    return rows.value().truth(0, 0);
}

Result<QString> CentreDatabase::closeStaff(const QString &staff)
{
    return role("select admin.close_staff($1)", Parameters().text(staff));
}

Result<QString> CentreDatabase::enrolStation(const ConnectionLogin &login,
                                             const QStringList &scopes)
{
    const Result<QByteArray> secret
        = m_session.verifier(loginName('s', login.town, login.station), login.secret);
    if (!secret.ok())
        return secret.error();
    const QByteArray list
        = QJsonDocument(QJsonArray::fromStringList(scopes)).toJson(QJsonDocument::Compact);
    return role("select admin.enrol_station($1, $2, $3)",
                Parameters().text(login.station).utf8(list).utf8(secret.value()));
}

Result<int> CentreDatabase::closeStation(const QString &station)
{
    const Result<QJsonObject> answer
        = object("select admin.close_station($1)", Parameters().text(station));
    if (!answer.ok())
        return answer.error();
    return answer.value().value("voided"_L1).toInt();
}

Result<PushReply> CentreDatabase::publish(const QList<OfferedEvent> &events, const QJsonArray &rows)
{
    const Result<Rows> answer
        = m_session.call("select admin.publish($1, $2)",
                         Parameters()
                             .utf8(offersForm(events))
                             .utf8(QJsonDocument(rows).toJson(QJsonDocument::Compact)));
    if (!answer.ok())
        return answer.error();
    return pushFrom(answer.value().bytes(0, 0), events.size());
}

Result<Done> CentreDatabase::restored(int skip)
{
    const Result<QJsonObject> answer = object("select admin.restored($1)", Parameters().int4(skip));
    if (!answer.ok())
        return answer.error();
    return Done{};
}

Result<QJsonObject> CentreDatabase::status()
{
    return object("select admin.status()", {});
}

Result<QList<JournalRow>> CentreDatabase::events(qint64 after, int limit)
{
    const Result<Rows> rows = m_session.call("select * from admin.events($1, $2)",
                                             Parameters().int8(after).int4(limit));
    if (!rows.ok())
        return rows.error();
    return journalRows(rows.value());
}

Result<QList<JournalRow>> CentreDatabase::stream(const StreamId &stream)
{
    const Result<Rows> rows
        = m_session.call("select * from admin.stream($1)", Parameters().uuid(stream.uuid()));
    if (!rows.ok())
        return rows.error();
    return journalRows(rows.value());
}

Result<QList<PagePosition>> CentreDatabase::pagePositions(qint64 after, int limit)
{
    return listOf<PagePosition>(m_session.call("select * from admin.page_positions($1, $2)",
                                               Parameters().int8(after).int4(limit)),
                                [](const Rows &rows, int row) {
                                    return PagePosition{.pos = rows.number(row, 0),
                                                        .sha = rows.bytes(row, 1),
                                                        .townChain = rows.bytes(row, 2)};
                                });
}

Result<QList<HeadRow>> CentreDatabase::heads(const StreamId &after, int limit)
{
    return listOf<HeadRow>(m_session.call("select * from admin.heads($1, $2)",
                                          Parameters().uuid(after.uuid()).int4(limit)),
                           [](const Rows &rows, int row) {
                               return HeadRow{.stream = StreamId(rows.uuid(row, 0)),
                                              .kind = static_cast<StreamKind>(rows.number(row, 1)),
                                              .isOpen = rows.truth(row, 2),
                                              .head = rows.bytes(row, 3),
                                              .state = rows.text(row, 4),
                                              .pos = rows.number(row, 5)};
                           });
}

Result<QList<PageRow>> CentreDatabase::pages(const QByteArray &after, int limit)
{
    Parameters parameters;
    parameters.bytes(after).int4(limit);
    return listOf<PageRow>(m_session.call("select * from admin.pages($1, $2)", parameters),
                           [](const Rows &rows, int row) {
                               return PageRow{.sha = rows.bytes(row, 0),
                                              .size = rows.number(row, 1),
                                              .isComplete = rows.truth(row, 2),
                                              .pieces = static_cast<int>(rows.number(row, 3))};
                           });
}

Result<QByteArray> CentreDatabase::pagePiece(const QByteArray &sha, int n)
{
    const Result<Rows> rows
        = m_session.call("select admin.page_piece($1, $2)", Parameters().bytes(sha).int4(n));
    if (!rows.ok())
        return rows.error();
    return rows.value().bytes(0, 0);
}

Result<QList<RefusedRow>> CentreDatabase::refused(qint64 after, int limit)
{
    return listOf<RefusedRow>(
        m_session.call("select * from admin.refused($1, $2)", Parameters().int8(after).int4(limit)),
        [](const Rows &rows, int row) {
            return RefusedRow{.id = rows.number(row, 0),
                              .atMs = rows.number(row, 1),
                              .role = rows.text(row, 2),
                              .code = static_cast<int>(rows.number(row, 3)),
                              .reason = rows.text(row, 4),
                              .raw = rows.bytes(row, 5)};
        });
}

Result<QString> CentreDatabase::user()
{
    const Result<Rows> rows = m_session.call("select session_user::text", {});
    if (!rows.ok())
        return rows.error();
    return rows.value().text(0, 0);
}

} // namespace hall

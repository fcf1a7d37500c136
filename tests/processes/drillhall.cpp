#include "drillhall.h"

#include "samplehall.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int numbersADay = 400; ///< of each series, leased before the line is cut
constexpr qsizetype atOnce = 100;

QJsonObject rowOf(const QString &kind, const QString &code, const QJsonObject &data)
{
    return {{u"kind"_s, kind}, {u"code"_s, code}, {u"data"_s, data}};
}

/// What the centre keeps a row of; other publications are events only.
bool hasRow(const QString &kind)
{
    static const QStringList kinds{u"staff"_s, u"window"_s, u"item"_s, u"definition"_s};
    return kinds.contains(kind);
}

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

} // namespace

bool DrillHall::run(const QByteArray &sql, const QList<QByteArray> &arguments)
{
    const PgAnswer answer = root()->run(sql, arguments);
    if (!answer.ok)
        m_problem = QString::fromUtf8(sql.left(50)) + u": "_s + answer.message;
    return answer.ok;
}

bool DrillHall::begin()
{
    if (!m_town.server().begin()) {
        m_problem = m_town.server().problem();
        return false;
    }
    if (!m_town.makeDatabase(CentreTown::database_)
        || !m_town.applySteps(*root(), 1, CentreTown::stepCount())) {
        m_problem = m_town.problem();
        return false;
    }
    // Two sessions a window, and the drill's own.
    return run("alter system set max_connections = 100")
        && run("select admin.make_town($1, 'drill')", {CentreTown::town.toUtf8()}) && publish()
        && enrol() && cutOff() && joinAgain();
}

bool DrillHall::publish()
{
    const Reference reference = sampleReference();
    HallInfo hall = reference.hall;
    hall.region = CentreTown::town;
    QJsonArray bodies{rowOf(u"hall"_s, u"hall"_s, hall.json()),
                      rowOf(u"setting"_s, u"number-block"_s, {{u"size"_s, numbersADay}})};
    for (const Department &dept : reference.departments)
        bodies.append(rowOf(u"department"_s, dept.code, dept.json()));
    for (const Window &window : reference.windows)
        bodies.append(rowOf(u"window"_s, window.code, window.json()));
    for (const StaffMember &member : reference.staff)
        bodies.append(rowOf(u"staff"_s, member.code, member.json()));
    for (const Definition *definition : reference.definitions.all())
        bodies.append(rowOf(u"definition"_s, definition->code(),
                            QJsonDocument::fromJson(definition->json()).object()));
    for (const ItemDef &item : reference.items)
        bodies.append(rowOf(u"item"_s, item.code, item.json()));
    for (qsizetype at = 0; at < bodies.size(); at += atOnce) {
        QJsonArray part;
        for (qsizetype i = at; i < qMin(bodies.size(), at + atOnce); ++i)
            part.append(bodies.at(i));
        if (!publishRows(part))
            return false;
    }
    takeSeats(reference);
    return true;
}

bool DrillHall::publishRows(const QJsonArray &bodies)
{
    QJsonArray events;
    QJsonArray rows;
    for (const QJsonValue &body : bodies) {
        const Event event
            = sealed({.id = EventId(QUuid::createUuid()),
                      .kind = StreamKind::Hall,
                      .stream = StreamId::fromText(u"b0a8a3d6-9c57-4c1e-8f7e-3d1c5f0a7e10"_s),
                      .type = u"published"_s,
                      .branch = u"main"_s,
                      .action = u"publish"_s,
                      .actor = u"tool"_s,
                      .station = u"000"_s,
                      .actedAt = QDateTime::currentMSecsSinceEpoch()},
                     body.toObject());
        events.append(m_town.form({.event = event, .serial = ++m_serial, .mac = ""}));
        if (hasRow(body.toObject().value("kind"_L1).toString()))
            rows.append(body);
    }
    const PgAnswer answer
        = root()->run("select admin.publish($1, $2)", {compact(events), compact(rows)});
    const QJsonArray answers
        = QJsonDocument::fromJson(answer.value()).object().value("answers"_L1).toArray();
    for (const QJsonValue &one : answers) {
        if (CentreTown::wordOf(one) != "0"_L1)
            m_problem = u"publish: "_s + CentreTown::wordOf(one);
    }
    if (!answer.ok)
        m_problem = u"publish: "_s + answer.message;
    return m_problem.isEmpty();
}

/// The window's own clerk; at a cashier's window, which takes cases too on this day, a clerk of one
/// of its departments, or of a window that serves one.
void DrillHall::takeSeats(const Reference &reference)
{
    const auto serves
        = [](const Window &window, const QString &dept) { return window.depts.contains(dept); };
    for (const Window &window : reference.windows) {
        DrillSeat seat{.window = window.code};
        int best = 0;
        for (const StaffMember &member : reference.staff) {
            const Window home = reference.windows.value(member.window);
            for (const Post &post : member.posts) {
                const bool isNear = std::ranges::any_of(
                    window.depts, [&](const QString &dept) { return serves(home, dept); });
                const int fits = member.window == window.code ? 3
                    : serves(window, post.dept)               ? 2
                                                              : int(isNear);
                if (post.role != Role::Clerk || fits <= best)
                    continue;
                best = fits;
                seat.desk = fits > 1 ? window.code : home.code;
                seat.staff = member.code;
                seat.post = post;
            }
        }
        for (const ItemDef &item : reference.items) {
            const bool isOwn = item.dept == seat.post.dept;
            if (isOwn || (seat.post.dept == "ZH"_L1 && serves(window, item.dept)))
                seat.items.append(item);
        }
        if (!seat.items.isEmpty())
            m_seats.append(seat);
    }
}

bool DrillHall::enrol()
{
    const QByteArray secret = CentreTown::verifier(CentreTown::password);
    for (const DrillSeat &seat : std::as_const(m_seats)) {
        if (!run("select admin.set_staff($1, $2)", {seat.staff.toUtf8(), secret})
            || !run("select admin.enrol_station($1, '[\"*\"]', $2)",
                    {seat.window.toUtf8(), secret}))
            return false;
    }
    return true;
}

ConnectionFile DrillHall::connection(const QString &station)
{
    QFile authority(m_town.server().authorityFile());
    if (!authority.open(QIODevice::ReadOnly))
        return {};
    return {.hall = u"演练"_s,
            .host = u"localhost"_s,
            .address = u"127.0.0.1"_s,
            .port = m_town.server().port(),
            .database = CentreTown::database_,
            .town = CentreTown::town,
            .station = station,
            .secret = CentreTown::password,
            .authority = authority.readAll()};
}

Access DrillHall::access()
{
    return {.host = m_town.server().folder(),
            .port = m_town.server().port(),
            .database = CentreTown::database_,
            .user = u"postgres"_s};
}

} // namespace hall::test

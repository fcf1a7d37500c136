#include "centretown.h"

#include "domain/casenumber.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

const QUuid hallStreamId(u"{b0a8a3d6-9c57-4c1e-8f7e-3d1c5f0a7e10}"_s);

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray hmac(const QByteArray &key, const QByteArray &data)
{
    return QMessageAuthenticationCode::hash(data, key, QCryptographicHash::Sha256);
}

} // namespace

CentreTown::CentreTown()
{
    StaffMember admin{.code = u"admin"_s, .name = u"admin"_s};
    admin.posts.append(*Post::fromCode(u"/administrator"_s));
    m_hall.reference.staff.insert(admin.code, admin);
    m_hall.posts.insert(u"admin"_s, {u"admin"_s, admin.posts.first()});
}

bool CentreTown::failed(const PgAnswer &answer, const QString &what)
{
    if (answer.ok)
        return false;
    m_problem = what + u": "_s + answer.state + u' ' + answer.message;
    return true;
}

std::unique_ptr<PgLink> CentreTown::root(const QString &database) const
{
    return std::make_unique<PgLink>(m_server.byName(u"postgres"_s, database));
}

std::unique_ptr<PgLink> CentreTown::station(const QString &code) const
{
    return std::make_unique<PgLink>(
        m_server.byName(u"s_%1_%2"_s.arg(town, code.toLower()), database_));
}

std::unique_ptr<PgLink> CentreTown::person(const QString &staff) const
{
    return std::make_unique<PgLink>(m_server.byName(u"p_%1_%2"_s.arg(town, staff), database_));
}

int CentreTown::stepCount()
{
    return int(QDir(QStringLiteral(HALL_SOURCE_DIR "/installer/centre/sql"))
                   .entryList({u"0*.sql"_s})
                   .size());
}

bool CentreTown::makeDatabase(const QString &name)
{
    return !failed(
        root(u"postgres"_s)
            ->run("create database " + name.toUtf8() + " encoding 'UTF8' template template0"),
        name);
}

bool CentreTown::applySteps(const PgLink &link, int first, int last)
{
    const QDir folder(QStringLiteral(HALL_SOURCE_DIR "/installer/centre/sql"));
    const QStringList names = folder.entryList({u"0*.sql"_s}, QDir::Files, QDir::Name);
    for (int step = first; step <= last; ++step) {
        QFile file(folder.filePath(names.at(step - 1)));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        if (failed(link.run("begin;" + file.readAll() + ";commit"), names.at(step - 1)))
            return false;
    }
    return true;
}

bool CentreTown::begin()
{
    if (!m_server.begin()) {
        m_problem = m_server.problem();
        return false;
    }
    if (!makeDatabase(database_))
        return false;
    const auto link = root();
    return applySteps(*link, 1, stepCount()) && settle(*link);
}

bool CentreTown::publishHall(const PgLink &link)
{
    QJsonArray rows;
    const auto add = [&rows](const QString &kind, const QString &code, const QJsonObject &data) {
        rows.append(QJsonObject{{u"kind"_s, kind}, {u"code"_s, code}, {u"data"_s, data}});
    };
    const Reference &reference = m_hall.reference;
    for (const StaffMember &member : reference.staff)
        add(u"staff"_s, member.code, member.json());
    for (const Window &window : reference.windows)
        add(u"window"_s, window.code, window.json());
    for (const ItemDef &item : reference.items)
        add(u"item"_s, item.code, item.json());
    for (const Definition *definition : reference.definitions.all())
        add(u"definition"_s, definition->code(),
            QJsonDocument::fromJson(definition->json()).object());
    QJsonArray events;
    SeededIds ids(4711);
    for (const QJsonValue &row : rows) {
        const Event event = sealed({.id = ids.make<EventId>(),
                                    .kind = StreamKind::Hall,
                                    .stream = StreamId(hallStreamId),
                                    .type = u"published"_s,
                                    .branch = u"main"_s,
                                    .action = u"publish"_s,
                                    .actor = u"tool"_s,
                                    .station = u"000"_s,
                                    .actedAt = QDateTime::currentMSecsSinceEpoch()},
                                   row.toObject());
        events.append(form({.event = event, .serial = events.size() + 1, .mac = ""}));
    }
    const PgAnswer answer
        = link.run("select admin.publish($1, $2)", {compact(events), compact(rows)});
    if (failed(answer, u"publish"_s))
        return false;
    const QJsonArray answers
        = QJsonDocument::fromJson(answer.value()).object().value("answers"_L1).toArray();
    for (const QJsonValue &one : answers) {
        if (wordOf(one) != "0"_L1)
            m_problem = u"publish: "_s + wordOf(one);
    }
    return m_problem.isEmpty();
}

bool CentreTown::settle(const PgLink &link)
{
    const QByteArray secret = verifier(password);
    if (failed(link.run("select admin.make_town($1, $2)", {town.toUtf8(), "town"}), u"town"_s)
        || failed(link.run("select admin.make_admin('main', $1)", {secret}), u"admin"_s)
        || !publishHall(link))
        return false;
    for (const QString &code : m_hall.reference.staff.keys()) {
        if (failed(link.run("select admin.set_staff($1, $2)", {code.toUtf8(), secret}), code))
            return false;
    }
    for (const char *code : {"A01", "A02"}) {
        const PgAnswer answer
            = link.run("select admin.enrol_station($1, '[\"*\"]', $2)", {code, secret});
        if (failed(answer, QLatin1StringView(code)))
            return false;
    }
    return true;
}

QByteArray CentreTown::key(const QString &staff, const QString &station)
{
    QByteArray &known = m_keys[staff + u'@' + station];
    if (!known.isEmpty())
        return known;
    if (staff.isEmpty())
        known = this->station(station)->run("select api.station_key()").value();
    else
        known = QJsonDocument::fromJson(
                    person(staff)->run("select api.sign_in($1)", {station.toUtf8()}).value())
                    .object()
                    .value("mac"_L1)
                    .toString()
                    .toLatin1();
    known = QByteArray::fromHex(known);
    return known;
}

QByteArray CentreTown::macOf(const Event &event, const QString &deliverer)
{
    return hmac(key(event.actor, event.actor.isEmpty() ? deliverer : event.station), event.hash)
        .toHex();
}

QJsonObject CentreTown::form(const Offer &offer, const QString &deliverer)
{
    const QByteArray envelope
        = offer.envelope.isNull() ? canonicalEnvelope(offer.event) : offer.envelope;
    return {{u"s"_s, offer.serial},
            {u"e"_s, QString::fromUtf8(envelope)},
            {u"b"_s, QString::fromUtf8(offer.event.body)},
            {u"m"_s,
             QString::fromLatin1(offer.mac.isNull() ? macOf(offer.event, deliverer) : offer.mac)},
            {u"p"_s, offer.pages},
            {u"n"_s, offer.numbers}};
}

QJsonObject CentreTown::push(const PgLink &link, const QList<Offer> &offers,
                             const QString &deliverer)
{
    QJsonArray forms;
    for (Offer offer : offers) {
        if (offer.serial == 0 && offer.event.station == deliverer)
            offer.serial = nextSerial();
        forms.append(form(offer, deliverer));
    }
    const PgAnswer answer = link.run("call api.push($1, null)", {compact(forms)});
    if (!answer.ok)
        return {{u"state"_s, answer.state}, {u"message"_s, answer.message}};
    return QJsonDocument::fromJson(answer.value()).object();
}

QString CentreTown::wordOf(const QJsonValue &answer)
{
    const QJsonArray parts = answer.toArray();
    const QString code = QString::number(parts.at(0).toInt(-1));
    const QString reason = parts.at(2).toString();
    return reason.isEmpty() ? code : code + u' ' + reason;
}

QString CentreTown::verdict(const PgLink &link, const Offer &offer)
{
    const QJsonObject reply = push(link, {offer});
    if (reply.contains("state"_L1))
        return u"error "_s + reply.value("message"_L1).toString();
    return reply.value("clone"_L1).toBool() ? u"clone"_s
                                            : wordOf(reply.value("answers"_L1).toArray().at(0));
}

QByteArray CentreTown::verifier(const QString &password)
{
    const QByteArray salt("0123456789abcdef");
    const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256,
                                                                 password.toUtf8(), salt, 4096, 32);
    const QByteArray stored
        = QCryptographicHash::hash(hmac(salted, "Client Key"), QCryptographicHash::Sha256);
    return "SCRAM-SHA-256$4096:" + salt.toBase64() + '$' + stored.toBase64() + ':'
        + hmac(salted, "Server Key").toBase64();
}

Result<QString> StationNumbersOf::intakeNumber(QDate date)
{
    const Result<CaseNumber> number
        = CaseNumber::make(CentreTown::town, date, m_station, ++m_given);
    if (!number.ok())
        return number.error();
    return number.value().text();
}

Result<QString> StationNumbersOf::officialNumber(const QString &series, const QString &organ,
                                                 int year)
{
    return organ + series + QString::number(year) + u'-' + QString::number(++m_given);
}

TownCase::TownCase(const CentreTown &town, IdSource &ids, NumberGiver &numbers,
                   const QString &station)
    : now(QDateTime::currentDateTimeUtc().addDays(-1))
    , m_town(town)
    , m_ids(ids)
    , m_numbers(numbers)
    , m_station(station)
{
}

Context TownCase::context(const QString &who) const
{
    Actor actor = m_town.hall().actor(who);
    actor.station = m_station;
    return {m_town.hall().reference, actor, now, m_ids, m_numbers};
}

Result<QList<Event>> TownCase::open(const QString &item, const QString &who, const QString &name)
{
    const Registration registration{.stream = m_ids.make<StreamId>(),
                                    .item = item,
                                    .applicant = {.id = m_ids.make<ApplicantId>(),
                                                  .name = name,
                                                  .idKind = u"111"_s,
                                                  .idNumber = u"441900199001019997"_s,
                                                  .phone = u"13812345678"_s},
                                    .lines
                                    = {{.line = 1, .originals = 1, .verdict = LineVerdict::Right},
                                       {.line = 2, .copies = 1, .verdict = LineVerdict::Right}}};
    const auto events = openCase(registration, context(who));
    if (events.ok()) {
        file = fold(events.value(), m_town.hall().reference.definitions);
        journal = events.value();
        now = now.addSecs(60);
    }
    return events;
}

Result<QList<Event>> TownCase::run(const Command &command, const QString &who)
{
    const auto events = decide(file, command, context(who));
    if (events.ok()) {
        for (const Event &event : events.value())
            apply(file, event, m_town.hall().reference.definitions);
        journal.append(events.value());
        now = now.addSecs(60);
    }
    return events;
}

Event TownCase::forged(const QString &who, Event event, const QJsonObject &body) const
{
    const Context asked = context(who);
    event.id = m_ids.make<EventId>();
    event.stream = event.stream.isNull() ? file.id : event.stream;
    event.branch = event.branch.isEmpty() ? u"main"_s : event.branch;
    event.actor = asked.actor.staff;
    event.post = asked.actor.post.code();
    event.station = event.station.isEmpty() ? m_station : event.station;
    event.actedAt = event.actedAt == 0 ? now.toMSecsSinceEpoch() : event.actedAt;
    return sealed(event, body);
}

} // namespace hall::test

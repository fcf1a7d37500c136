#include "sync/postgres/postgrescentre.h"

#include "sync/postgres/wireform.h"

#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QString findWord(FindKind kind)
{
    switch (kind) {
    case FindKind::Number:
        return u"number"_s;
    case FindKind::Name:
        return u"name"_s;
    case FindKind::IdNumber:
        return u"idNumber"_s;
    case FindKind::Phone:
        return u"phone"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

PostgresCentre::PostgresCentre(const ConnectionFile &file, const LinkTimes &times)
    : m_file(file)
    , m_times(times)
    , m_station(times, m_stop)
    , m_person(times, m_stop)
{
}

PostgresCentre::~PostgresCentre() = default;

void PostgresCentre::disconnect()
{
    m_station.close();
    m_person.close();
    prickEars();
}

Result<Done> PostgresCentre::layOutFiles()
{
    if (m_folder)
        return Done{};
    auto folder = std::make_unique<QTemporaryDir>(); // mode 0700
    if (!folder->isValid())
        return Error{ErrorKind::FileNotWritten, folder->path()};
    const QList<std::pair<QString, QByteArray>> files{{u"authority.pem"_s, m_file.authority},
                                                      {u"station.pem"_s, m_file.certificate},
                                                      {u"station.key"_s, m_file.key}};
    for (const auto &[name, bytes] : files) {
        if (bytes.isEmpty())
            continue;
        const Result<Done> written = writePrivately(folder->filePath(name), bytes);
        if (!written.ok())
            return written;
    }
    m_folder = std::move(folder);
    return Done{};
}

Access PostgresCentre::accessOf(Party party) const
{
    const bool isStation = party == Party::Station;
    Access access{.host = m_file.host,
                  .address = m_file.address,
                  .port = m_file.port,
                  .database = m_file.database,
                  .user = isStation ? m_file.stationRole() : m_file.personRole(m_staff),
                  .password = isStation ? m_file.secret : m_password,
                  .authorityFile = m_folder->filePath(u"authority.pem"_s)};
    if (!m_file.certificate.isEmpty()) {
        access.certificateFile = m_folder->filePath(u"station.pem"_s);
        access.keyFile = m_folder->filePath(u"station.key"_s);
    }
    return access;
}

Result<Done> PostgresCentre::opened(Party party)
{
    ServerSession &session = party == Party::Station ? m_station : m_person;
    if (session.isOpen())
        return Done{};
    if (party == Party::Person && m_staff.isEmpty())
        return Error{ErrorKind::SignInExpired};
    const Result<Done> laid = layOutFiles();
    if (!laid.ok())
        return laid;
    const Result<Done> open = session.open(accessOf(party));
    // A centre that tells nothing is asked more often, that is all.
    if (open.ok() && party == Party::Person && m_heard && session.call("listen onehall").ok())
        m_listened = session.socket();
    return open;
}

void PostgresCentre::prickEars()
{
    if (!m_heard)
        return;
    const bool hasHint = m_person.takeHint();
    if (m_ears && m_ears->socket() != m_person.socket()) {
        m_ears->setEnabled(false);
        m_ears.release()->deleteLater(); // it may be what calls
    }
    if (!m_ears && m_person.isOpen() && m_person.socket() == m_listened) {
        m_ears = std::make_unique<QSocketNotifier>(m_listened, QSocketNotifier::Read);
        QObject::connect(m_ears.get(), &QSocketNotifier::activated, m_ears.get(),
                         [this] { prickEars(); });
    }
    if (hasHint)
        m_heard();
}

Result<Rows> PostgresCentre::call(Party party, const QByteArray &sql, const Parameters &parameters)
{
    const Result<Done> open = opened(party);
    if (!open.ok())
        return open.error();
    if (party == Party::Station)
        return m_station.call(sql, parameters);
    const Result<Rows> rows = m_person.call(sql, parameters);
    prickEars();
    return rows;
}

Result<QByteArray> PostgresCentre::word(Party party, const QByteArray &sql,
                                        const Parameters &parameters)
{
    const Result<Rows> rows = call(party, sql, parameters);
    if (!rows.ok())
        return rows.error();
    if (rows.value().count() != 1)
        return Error{ErrorKind::CentreTooOld, u"form"_s};
    return rows.value().bytes(0, 0);
}

Result<HelloReply> PostgresCentre::hello(Party party, const HelloAsk &ask)
{
    return word(party, "select api.hello($1)", Parameters().utf8(helloForm(ask)))
        .andThen(helloFrom);
}

Result<PushReply> PostgresCentre::push(const QList<OfferedEvent> &events)
{
    const qsizetype offered = events.size();
    return word(Party::Station, "call api.push($1, null)", Parameters().utf8(offersForm(events)))
        .andThen([offered](const QByteArray &json) { return pushFrom(json, offered); });
}

Result<PullReply> PostgresCentre::pull(Party party, const QString &station,
                                       const ScopeCursors &after, int limit)
{
    return call(party, "select * from api.pull($1, $2, $3)",
                Parameters().text(station).utf8(cursorsForm(after)).int4(limit))
        .andThen(feedFrom);
}

Result<PullReply> PostgresCentre::history(const StreamId &stream)
{
    return call(Party::Person, "select * from api.history($1)", Parameters().uuid(stream.uuid()))
        .andThen(feedFrom);
}

Result<QList<SnapshotRow>> PostgresCentre::snapshot(const SnapshotAsk &ask, const StreamId &after,
                                                    int limit)
{
    const Result<Rows> rows = call(Party::Person, "select * from api.snapshot($1, $2, $3, $4, $5)",
                                   Parameters()
                                       .text(ask.station)
                                       .text(ask.scope)
                                       .truth(ask.open)
                                       .uuid(after.uuid())
                                       .int4(limit));
    if (!rows.ok())
        return rows.error();
    return snapshotFrom(rows.value());
}

Result<QString> PostgresCentre::renewStation(const QUuid &install)
{
    const Result<QByteArray> json
        = word(Party::Station, "call api.renew_station($1, null)", Parameters().uuid(install));
    if (!json.ok())
        return json.error();
    return objectIn(json.value()).value("station"_L1).toString();
}

Result<SignInReply> PostgresCentre::signIn(const QString &staff, const QString &password,
                                           const QString &station)
{
    if (password.isNull() && (staff != m_staff || m_password.isEmpty()))
        return Error{ErrorKind::WrongPassword};
    // A fresh session: the password is tried now, not the one of an hour ago.
    if (!password.isNull()) {
        m_person.close();
        prickEars();
        m_staff = staff;
        m_password = password;
    }
    const Result<QByteArray> json
        = word(Party::Person, "select api.sign_in($1)", Parameters().text(station));
    if (!json.ok()) {
        // A silent line does not make the password wrong: the session opens later by itself.
        if (json.error().kind != ErrorKind::CentreUnreachable)
            signOut();
        // Whoever guesses is not told which names exist.
        if (json.error() == Error{ErrorKind::CentreRefused, u"login"_s})
            return Error{ErrorKind::WrongPassword};
        return json.error();
    }
    const QJsonObject object = objectIn(json.value());
    SignInReply reply{
        .macKey = QByteArray::fromHex(object.value("mac"_L1).toString().toLatin1()),
        .until = object.value("until"_L1).toInteger(),
    };
    for (const QJsonValue &post : object.value("posts"_L1).toArray())
        reply.posts.append(post.toString());
    if (reply.macKey.size() != 32)
        return Error{ErrorKind::CentreTooOld, u"form"_s};
    return reply;
}

Result<Done> PostgresCentre::prove(const QString &staff, const QString &password)
{
    const Result<Done> laid = layOutFiles();
    if (!laid.ok())
        return laid;
    Access access = accessOf(Party::Person);
    access.user = m_file.personRole(staff);
    access.password = password;
    ServerSession session(m_times, m_stop);
    const Result<Done> open = session.open(access);
    if (!open.ok() && open.error() == Error{ErrorKind::CentreRefused, u"login"_s})
        return Error{ErrorKind::WrongPassword};
    return open;
}

void PostgresCentre::signOut()
{
    m_person.close();
    prickEars();
    m_staff.clear();
    m_password.clear();
}

Result<QByteArray> PostgresCentre::stationKey()
{
    const Result<QByteArray> hex = word(Party::Station, "select api.station_key()", {});
    if (!hex.ok())
        return hex.error();
    return QByteArray::fromHex(hex.value());
}

Result<LeasedBlock> PostgresCentre::lease(const LeaseAsk &ask)
{
    const Result<QByteArray> json
        = word(Party::Station, "call api.lease($1, $2, $3, $4, null)",
               Parameters().text(ask.series).text(ask.organ).int4(ask.year).int4(ask.size));
    if (!json.ok())
        return json.error();
    const QJsonObject object = objectIn(json.value());
    return LeasedBlock{.first = object.value("first"_L1).toInt(),
                       .last = object.value("last"_L1).toInt()};
}

Result<Done> PostgresCentre::returnLease(const LeaseAsk &block, int first, int from)
{
    const Result<Rows> returned = call(
        Party::Station, "select api.lease_return($1, $2, $3, $4, $5)",
        Parameters().text(block.series).text(block.organ).int4(block.year).int4(first).int4(from));
    if (!returned.ok())
        return returned.error();
    return Done{};
}

Result<QList<QJsonObject>> PostgresCentre::find(const FindAsk &ask)
{
    const Result<QByteArray> json
        = word(Party::Person, "select api.find($1, $2, $3)",
               Parameters().text(findWord(ask.kind)).text(ask.text).text(ask.purpose));
    if (!json.ok())
        return json.error();
    QList<QJsonObject> heads;
    for (const QJsonValue &head : QJsonDocument::fromJson(json.value()).array())
        heads.append(head.toObject());
    return heads;
}

Result<qint64> PostgresCentre::claim(const QString &station, const StreamId &stream,
                                     const QString &branch, const QString &action)
{
    const Result<QByteArray> json
        = word(Party::Person, "select api.claim($1, $2, $3, $4)",
               Parameters().text(station).uuid(stream.uuid()).text(branch).text(action));
    if (!json.ok())
        return json.error();
    return objectIn(json.value()).value("until"_L1).toInteger();
}

Result<Done> PostgresCentre::voidNumber(const LeaseAsk &series, int serial, const QString &reason)
{
    const Result<QByteArray> done
        = word(Party::Station, "call api.number_void($1, $2, $3, $4, $5, null)",
               Parameters()
                   .text(series.series)
                   .text(series.organ)
                   .int4(series.year)
                   .int4(serial)
                   .text(reason));
    if (!done.ok())
        return done.error();
    return Done{};
}

Result<PushReply> PostgresCentre::publish(const QList<OfferedEvent> &events, const QJsonArray &rows)
{
    const qsizetype offered = events.size();
    return word(Party::Person, "call api.publish($1, $2, null)",
                Parameters()
                    .utf8(offersForm(events))
                    .utf8(QJsonDocument(rows).toJson(QJsonDocument::Compact)))
        .andThen([offered](const QByteArray &json) { return pushFrom(json, offered); });
}

Result<Done> PostgresCentre::changePassword(const QString &password)
{
    const Result<Done> open = opened(Party::Person);
    if (!open.ok())
        return open;
    const Result<QByteArray> verifier = m_person.verifier(m_file.personRole(m_staff), password);
    if (!verifier.ok())
        return verifier.error();
    const Result<Rows> changed
        = m_person.call("select api.change_password($1)", Parameters().utf8(verifier.value()));
    if (!changed.ok())
        return changed.error();
    m_password = password;
    return Done{};
}

} // namespace hall

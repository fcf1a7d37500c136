#include "main/centre/placemaking.h"

#include "main/centre/publication.h"
#include "sync/admin/certificates.h"
#include "sync/admin/schemasteps.h"
#include "sync/postgres/connectionfile.h"
#include "sync/postgres/namelookup.h"

#include <QDateTime>
#include <QFile>
#include <QHostAddress>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestLookUp = 3000; // ms
constexpr int secretLength = 32;

/// What the workstations reach this machine under, so that they need no name server. The machine's
/// own view of its name is often a loopback address (Debian's /etc/hosts), which helps nobody.
QString usualAddress(const CentrePlace &place)
{
    if (!place.address.isEmpty())
        return place.address;
    const QString &host = place.host;
    if (!QHostAddress(host).isNull())
        return host;
    const std::atomic_bool stop = false;
    const QStringList addresses
        = addressesOf(host, QDeadlineTimer(longestLookUp), stop).split(u',', Qt::SkipEmptyParts);
    for (const QString &address : addresses) {
        const QHostAddress one(address);
        if (!one.isLoopback() && !one.isLinkLocal())
            return address;
    }
    return {};
}

Result<Done> makeDatabase(CentreDatabase &centre, const NewPlace &made)
{
    const Result<Done> opened = centre.open(made.server);
    if (!opened.ok())
        return opened;
    const Result<Rows> there = centre.session().call(
        "select rolsuper, exists (select from pg_database where datname = $1)"
        " from pg_roles where rolname = session_user",
        Parameters().text(made.place.database));
    if (!there.ok())
        return there.error();
    if (there.value().count() != 1 || !there.value().truth(0, 0))
        return Error{ErrorKind::CentreRefused, u"who"_s};
    if (!there.value().truth(0, 1)) {
        // One locale for every machine: order and case of names are the program's, not the
        // server's.
        const QByteArray name = made.place.database.toUtf8().replace('"', "\"\"");
        const Result<Done> created
            = centre.session().script("create database \"" + name
                                      + "\" template template0 encoding 'UTF8' lc_collate 'C'"
                                        " lc_ctype 'C'");
        if (!created.ok())
            return created;
    }
    Access inside = made.server;
    inside.database = made.place.database;
    return centre.open(inside);
}

/// A second `init` adds what the first did not get to; it takes nothing back that was changed
/// since.
QList<Publication> missing(const PublishedHall &hall, const QList<Publication> &publications)
{
    QList<Publication> list;
    for (const Publication &publication : publications) {
        if (!hall.has(publication.kind, publication.code))
            list.append(publication);
    }
    return list;
}

} // namespace

Exit bringUp(Console &console, CentreDatabase &centre)
{
    const Result<UpgradeReport> report = upgradeSchema(centre.session(), shippedSteps());
    if (!report.ok())
        return console.fail(report.error(), centre.words());
    const QString after = QString::number(report.value().after);
    const qsizetype applied = report.value().applied.size();
    console.say(applied == 0 ? CentreText::say(Say::NothingToApply).arg(after)
                             : CentreText::say(Say::StepsApplied).arg(after).arg(applied));
    return Exit::Done;
}

Exit makePlace(Console &console, CentreDatabase &centre, const NewPlace &made)
{
    const Result<Done> opened = makeDatabase(centre, made);
    if (!opened.ok())
        return console.fail(opened.error(), centre.words());
    const Exit up = bringUp(console, centre);
    if (up != Exit::Done)
        return up;
    const Result<Done> town = centre.makeTown(made.place.town, made.place.hall);
    // An `init` that was broken off goes on where it stopped.
    const bool isThere = !town.ok() && town.error() == Error{ErrorKind::CentreRefused, u"used"_s};
    if (!town.ok() && !isThere)
        return console.fail(town.error(), centre.words());
    console.say(CentreText::say(Say::TownMade).arg(made.place.hall, made.place.town));
    RandomIds ids;
    CentrePublisher publisher(centre, ids, QDateTime::currentMSecsSinceEpoch());
    const Result<PublishedHall> before = publishedHall(centre);
    const Result<qsizetype> published = before.ok()
        ? publisher.publish(before.value(), missing(before.value(), made.publications))
        : Result<qsizetype>(before.error());
    if (!published.ok())
        return console.fail(published.error(), centre.words());
    console.say(CentreText::say(Say::Published).arg(published.value()));
    return Exit::Done;
}

Result<ServerFiles> certify(const QString &folder, const CentrePlace &place,
                            const QStringList &names)
{
    Authority authority(folder);
    Result<Done> done = authority.exists() ? Done{} : authority.make(place.hall);
    if (!done.ok())
        return done.error();
    const Result<CertifiedKey> own = authority.certifyServer(names);
    if (!own.ok())
        return own.error();
    const ServerFiles files{.certificate = folder + u"/centre.crt"_s,
                            .key = folder + u"/centre.key"_s,
                            .authority = folder + u"/authority.crt"_s};
    done = writePrivately(files.certificate, own.value().certificate);
    if (done.ok())
        done = writePrivately(files.key, own.value().key);
    if (done.ok())
        done = place.write(folder);
    if (!done.ok())
        return done.error();
    return files;
}

Result<Done> keepSettings(const QString &folder, const ServerFiles &files, const QString &database)
{
    const Result<Done> kept
        = writePrivately(folder + u"/postgresql.conf.sample"_s, settingLines(files));
    if (!kept.ok())
        return kept;
    return writePrivately(folder + u"/pg_hba.conf.sample"_s, accessRules(database));
}

Result<Done> enrol(CentreDatabase &centre, const Enrolment &enrolment)
{
    const Authority authority(enrolment.folder);
    const Result<QByteArray> trusted = authority.certificate();
    if (!trusted.ok())
        return trusted.error();
    const Result<CertifiedKey> own = authority.certifyStation(enrolment.station);
    if (!own.ok())
        return own.error();
    const CentrePlace &place = enrolment.place;
    const ConnectionFile connection{.hall = place.hall,
                                    .host = place.host,
                                    .address = enrolment.address.isEmpty() ? usualAddress(place)
                                                                           : enrolment.address,
                                    .port = place.port,
                                    .database = place.database,
                                    .town = place.town,
                                    .station = enrolment.station,
                                    .secret = generatedPassword(secretLength),
                                    .authority = trusted.value(),
                                    .certificate = own.value().certificate,
                                    .key = own.value().key};
    // The file first: a login whose secret nobody has would use up the code.
    const Result<Done> written = connection.write(enrolment.file);
    if (!written.ok())
        return written;
    const Result<QString> role = centre.enrolStation(
        {.town = place.town, .station = enrolment.station, .secret = connection.secret},
        enrolment.scopes);
    if (!role.ok()) {
        QFile::remove(enrolment.file);
        return role.error();
    }
    return Done{};
}

} // namespace hall

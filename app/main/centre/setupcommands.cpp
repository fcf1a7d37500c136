#include "desk/setup/ownhall.h"
#include "desk/setup/samplehall.h"
#include "desk/setup/shipped.h"
#include "main/centre/commands.h"
#include "main/centre/placemaking.h"
#include "main/centre/publication.h"
#include "sync/admin/certificates.h"
#include "sync/admin/schemasteps.h"
#include "sync/postgres/connectionfile.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualSkip = 1000; ///< more numbers than a hall leases between two backups

/// What `init` was asked for, whole.
Result<OwnHall> askedHall(const Invocation &call)
{
    if (call.has(u"sample"_s)) {
        const Result<QByteArray> bytes = shippedFile(u"sample/hall.json"_s);
        if (!bytes.ok())
            return bytes.error();
        const HallInfo info = HallInfo::fromJson(QJsonDocument::fromJson(bytes.value()).object());
        return OwnHall{.name = info.name, .region = info.region, .administrator = u"admin"_s};
    }
    const QString administrator = call.value(u"administrator"_s);
    const QString name = call.value(u"administrator-name"_s);
    OwnHall hall{.name = call.value(u"name"_s),
                 .region = call.value(u"town"_s),
                 .administrator = administrator,
                 .administratorName = name.isEmpty() ? administrator : name,
                 // Nobody signs in with it: the login gets its password by `staff add`.
                 .password = generatedPassword(),
                 .window = call.has(u"window"_s) ? call.value(u"window"_s) : u"A01"_s};
    const Result<Done> checked = SetupDesk::check(hall);
    if (!checked.ok())
        return checked.error();
    return hall;
}

Result<QList<Publication>> firstPublications(const Invocation &call, const OwnHall &hall)
{
    if (call.has(u"sample"_s))
        return samplePublications();
    const Result<QList<Publication>> common = commonPublications();
    if (!common.ok())
        return common.error();
    return ownPublications(hall) + common.value();
}

/// The first name that is an address: it goes into every connection file.
QString numericOf(const QStringList &names)
{
    for (const QString &name : names) {
        if (!QHostAddress(name).isNull())
            return name;
    }
    return {};
}

QStringList hostNames(const Invocation &call)
{
    const QStringList given = call.values(u"host-name"_s);
    return given.isEmpty() ? QStringList{QHostInfo::localHostName()} : given;
}

Exit settings(const Invocation &call, CentreDatabase &centre, const ServerFiles &files)
{
    Console &console = call.console();
    const Result<Done> kept = keepSettings(call.folder(), files, centre.access().database);
    if (!kept.ok())
        return console.fail(kept.error());
    if (call.has(u"no-settings"_s)) {
        console.say(CentreText::say(Say::SettingsWritten).arg(call.folder()));
        return Exit::Done;
    }
    const Result<Applied> applied = applyAccessRules(centre.session(), files);
    if (!applied.ok())
        return console.fail(applied.error(), centre.words());
    console.say(CentreText::say(Say::SettingsApplied).arg(applied.value().hbaFile));
    if (applied.value().needsRestart)
        console.say(CentreText::say(Say::RestartNeeded));
    return Exit::Done;
}

} // namespace

Exit initCentre(const Invocation &call)
{
    Console &console = call.console();
    const Result<OwnHall> hall = askedHall(call);
    if (!hall.ok())
        return console.fail(hall.error());
    const Result<QList<Publication>> publications = firstPublications(call, hall.value());
    if (!publications.ok())
        return console.fail(publications.error());
    CentrePlace place = call.place();
    place.hall = hall.value().name;
    place.town = hall.value().region;
    place.host = hostNames(call).first();
    place.address = numericOf(hostNames(call));
    if (call.has(u"host"_s))
        place.socket = call.value(u"host"_s);

    CentreDatabase centre;
    const Result<Access> server = call.access(u"postgres"_s);
    if (!server.ok())
        return console.fail(server.error());
    const Exit made = makePlace(console, centre, {server.value(), place, publications.value()});
    if (made != Exit::Done)
        return made;
    const Result<ServerFiles> files = certify(call.folder(), place, hostNames(call));
    if (!files.ok())
        return console.fail(files.error());
    console.say(CentreText::say(Say::Certified).arg(call.folder()));
    const Exit set = settings(call, centre, files.value());
    if (set != Exit::Done)
        return set;
    console.say(CentreText::say(Say::InitNext).arg(hall.value().administrator));
    return Exit::Done;
}

Exit upgradeCentre(const Invocation &call)
{
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return call.console().fail(opened.error(), centre.words());
    return bringUp(call.console(), centre);
}

Exit markRestored(const Invocation &call)
{
    CentreDatabase centre;
    Result<Done> done = call.open(centre);
    if (done.ok())
        done = centre.restored(call.has(u"skip"_s) ? call.value(u"skip"_s).toInt() : usualSkip);
    if (!done.ok())
        return call.console().fail(done.error(), centre.words());
    call.console().say(CentreText::say(Say::RestoredDone));
    return Exit::Done;
}

Exit makeAdminLogin(const Invocation &call)
{
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return call.console().fail(opened.error(), centre.words());
    const Result<QString> town = Invocation::town(centre);
    if (!town.ok())
        return call.console().fail(town.error(), centre.words());
    const Result<QString> password
        = call.console().newSecret(CentreText::say(Say::AskNewPassword).arg(call.argument(0)),
                                   call.value(u"new-password-file"_s), u"new-password-file"_s);
    if (!password.ok())
        return call.console().fail(password.error());
    const Result<QString> role = centre.makeAdmin(town.value(), call.argument(0), password.value());
    if (!role.ok())
        return call.console().fail(role.error(), centre.words());
    // From the network nobody gets to the password prompt without a certificate.
    const Result<CertifiedKey> own
        = Authority(call.folder()).certifyStation(u"administrator "_s + call.argument(0));
    const QString file = call.folder() + u'/' + role.value();
    Result<Done> written = own.ok() ? writePrivately(file + u".crt"_s, own.value().certificate)
                                    : Result<Done>(own.error());
    if (written.ok())
        written = writePrivately(file + u".key"_s, own.value().key);
    if (!written.ok())
        return call.console().fail(written.error());
    call.console().say(CentreText::say(Say::AdminSet).arg(role.value(), file));
    return Exit::Done;
}

} // namespace hall

#include "main/centredoor.h"

#include "store/pagestore.h"
#include "store/store.h"
#include "store/storepaths.h"
#include "sync/engine/syncrunner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtConcurrent>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

Result<Done> ask(CentreServices &centre, const JoinAsk &who)
{
    const Result<QByteArray> station = centre.stationKey();
    if (!station.ok()) {
        switch (station.error().kind) {
        case ErrorKind::AccountDisabled:
            return Error{ErrorKind::CentreRefused, u"station"_s};
        case ErrorKind::WrongPassword:
            return Error{ErrorKind::ConnectionFile, u"secret"_s};
        default:
            return station.error();
        }
    }
    return centre.prove(who.staff, who.password);
}

} // namespace

CentreDoor::~CentreDoor()
{
    breakOff();
}

QString CentreDoor::keptFile(const QString &storeFolder)
{
    return storeFolder + u"/centre.json"_s;
}

Result<CentrePlate> CentreDoor::plateOf(const QString &file)
{
    const Result<ConnectionFile> read = ConnectionFile::read(file);
    if (!read.ok())
        return read.error();
    const ConnectionFile &found = read.value();
    return CentrePlate{
        .hall = found.hall, .host = found.host, .station = found.station, .town = found.town};
}

Result<Done> CentreDoor::mayReplace(const ConnectionFile &given, const QString &storeFolder,
                                    const QString &region)
{
    if (given.town != region)
        return Error{ErrorKind::ConnectionFile, u"town"_s};
    const Result<ConnectionFile> kept = ConnectionFile::read(keptFile(storeFolder));
    // One that cannot be read any more is what the new one is for.
    if (kept.ok() && kept.value().station != given.station)
        return Error{ErrorKind::ConnectionFile, u"station"_s};
    return Done{};
}

std::unique_ptr<CentreLink> CentreDoor::line(const ConnectionFile &file, const LineParts &parts)
{
    const auto connect = [file] {
        CentreCall call = callCentre(file);
        return CentreLine{.centre = std::move(call.centre),
                          .services = call.services,
                          .interrupt = call.interrupt,
                          .resume = call.resume};
    };
    return std::make_unique<SyncRunner>(
        RunnerParts{.store = parts.store,
                    .pages = parts.pages,
                    .clock = parts.clock,
                    .ids = parts.ids,
                    .connect = connect,
                    .program = QCoreApplication::applicationVersion()});
}

void CentreDoor::emptyStore(const QString &storeFolder, const QString &backupFolder)
{
    const StorePaths paths = storePaths(storeFolder, backupFolder);
    const QStringList files{keptFile(storeFolder),
                            paths.database(),
                            paths.database() + u"-wal"_s,
                            paths.database() + u"-shm"_s,
                            paths.safety(),
                            paths.previousSafety(),
                            paths.newSafety()};
    for (const QString &file : files)
        QFile::remove(file);
    QDir(paths.pages()).removeRecursively();
}

QFuture<Result<Done>> CentreDoor::probe(const JoinAsk &ask)
{
    const Result<ConnectionFile> file = ConnectionFile::read(ask.file);
    if (!file.ok())
        return QtFuture::makeReadyFuture(Result<Done>(file.error()));
    breakOff();
    m_probe = std::make_shared<CentreCall>(callCentre(file.value()));
    return QtConcurrent::run(
        [call = m_probe, ask]() -> Result<Done> { return hall::ask(*call->services, ask); });
}

void CentreDoor::breakOff()
{
    if (m_probe)
        m_probe->interrupt();
    m_probe.reset();
}

} // namespace hall

#include "desk/setup/samplehall.h"
#include "desk/setup/shipped.h"
#include "main/centre/commands.h"
#include "main/centre/placemaking.h"
#include "main/centre/publication.h"
#include "sync/admin/privatecluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// The windows at which the two workstations of the demonstration stand.
const QStringList &demoStations()
{
    static const QStringList codes{u"A01"_s, u"A02"_s};
    return codes;
}

class Demonstration
{
public:
    // The analyzer does not see the cluster's constructor, which stands in another file.
    // NOLINTNEXTLINE(clang-analyzer-optin.cplusplus.UninitializedObject)
    explicit Demonstration(const Invocation &call)
        : m_call(call)
        , m_console(call.console())
        // The account of PostgreSQL must be able to enter it, so it is not below the home of root.
        , m_folder(call.has(u"folder"_s) ? call.folder() : QDir::tempPath() + u"/onehall-demo"_s)
        , m_cluster(m_folder)
    {
    }

    Exit run()
    {
        if (m_call.has(u"stop"_s))
            return stop();
        m_place = CentrePlace::read(m_folder);
        const Result<Done> started
            = m_cluster.exists() ? m_cluster.start(m_place.port) : startNew();
        if (!started.ok())
            return m_console.fail(started.error());
        // A first start that was broken off goes on where it stopped.
        const Exit filled
            = QFile::exists(connectionFile(demoStations().last())) ? Exit::Done : fill();
        if (filled != Exit::Done)
            return filled;
        m_cluster.keepRunning();
        explain();
        return Exit::Done;
    }

private:
    Exit stop()
    {
        const Result<Done> stopped = m_cluster.stop();
        if (!stopped.ok())
            return m_console.fail(stopped.error());
        m_console.say(CentreText::say(Say::DemoStopped).arg(m_folder));
        return Exit::Done;
    }

    Result<Done> startNew()
    {
        const Result<Done> made = m_cluster.make();
        if (!made.ok())
            return made;
        m_place = {.hall = u"样例大厅"_s,
                   .host = u"localhost"_s,
                   .socket = m_cluster.access({}).host,
                   .port = m_call.has(u"demo-port"_s) ? m_call.value(u"demo-port"_s).toInt()
                                                      : PrivateCluster::freePort(),
                   .database = u"onehall"_s};
        const Result<ServerFiles> files
            = certify(m_folder, m_place, {u"localhost"_s, u"127.0.0.1"_s});
        if (!files.ok())
            return files.error();
        // The groups that the rules name need not exist before a login uses them.
        const Result<Done> set = m_cluster.setUp(files.value(), m_place.database);
        if (!set.ok())
            return set;
        return m_cluster.start(m_place.port);
    }

    Exit fill()
    {
        const Result<QList<Publication>> publications = samplePublications();
        if (!publications.ok())
            return m_console.fail(publications.error());
        const HallInfo info = HallInfo::fromJson(publications.value().first().data);
        m_place.hall = info.name;
        m_place.town = info.region;
        const Result<Done> kept = m_place.write(m_folder);
        if (!kept.ok())
            return m_console.fail(kept.error());
        CentreDatabase centre;
        const Exit made = makePlace(
            m_console, centre, {m_cluster.access(u"postgres"_s), m_place, publications.value()});
        if (made != Exit::Done)
            return made;
        Result<Done> done = openLogins(centre, publications.value());
        for (const QString &station : demoStations()) {
            if (done.ok() && !QFile::exists(connectionFile(station)))
                done = enrol(centre,
                             {.folder = m_folder,
                              .place = m_place,
                              .station = station,
                              .file = connectionFile(station)});
        }
        return done.ok() ? Exit::Done : m_console.fail(done.error(), centre.words());
    }

    Result<Done> openLogins(CentreDatabase &centre, const QList<Publication> &publications)
    {
        for (const Publication &publication : publications) {
            if (publication.kind != "staff"_L1)
                continue;
            const Result<QString> role
                = centre.setStaff(m_place.town, publication.code, samplePassword());
            if (!role.ok())
                return role.error();
        }
        return Done{};
    }

    [[nodiscard]] QString connectionFile(const QString &station) const
    {
        return m_folder + u'/' + station + u".onehall"_s;
    }

    /// The workstation lies beside this program, as it was built or installed.
    [[nodiscard]] static QString workstation()
    {
        const QString beside = QCoreApplication::applicationDirPath() + u"/onehall"_s;
        return QFile::exists(beside) ? beside : u"onehall"_s;
    }

    void explain()
    {
        m_console.say(CentreText::say(Say::DemoReady).arg(m_cluster.port()).arg(m_folder));
        for (const QString &station : demoStations()) {
            m_console.say(CentreText::say(Say::DemoStation)
                              .arg(station,
                                   u"%1 --store %2/workstation-%3 --connect %4"_s.arg(
                                       workstation(), m_folder, station, connectionFile(station))));
        }
        m_console.say(CentreText::say(Say::DemoPeople).arg(samplePassword()));
        m_console.say(CentreText::say(Say::DemoStop).arg(m_folder));
    }

    const Invocation &m_call;
    Console &m_console;
    QString m_folder;
    PrivateCluster m_cluster;
    CentrePlace m_place;
};

} // namespace

Exit demonstrate(const Invocation &call)
{
    return Demonstration(call).run();
}

} // namespace hall

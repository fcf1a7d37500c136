#include "townday.h"

#include "baton.h"
#include "expectations.h"
#include "pglink.h"
#include "seats.h"
#include "stage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 5 * 60 * 1000;

QString centreProgram()
{
    return QCoreApplication::applicationDirPath() + u"/onehall-centre"_s;
}

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

} // namespace

TownDay::TownDay(QString folder, bool isShown)
    : m_folder(std::move(folder))
    // The account that PostgreSQL runs as must be able to enter it, and a socket's path is short.
    , m_place(QDir::tempPath() + u"/onehall-day-XXXXXX"_s)
    , m_isShown(isShown)
    , m_visits(readVisits(QStringLiteral(HALL_JOURNEYS)))
{
    QFile::setPermissions(m_place.path(),
                          QFile::permissions(m_place.path()) | QFile::ExeGroup | QFile::ExeOther);
    m_centre = m_place.filePath(u"centre"_s);
}

TownDay::~TownDay()
{
    for (const std::unique_ptr<QProcess> &seat : m_seats) {
        seat->kill();
        seat->waitForFinished();
    }
    (void)call({u"demo"_s, u"--stop"_s});
}

bool TownDay::call(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(centreProgram(), arguments + QStringList{u"--folder"_s, m_centre});
    const bool isDone = process.waitForFinished(patienceMs) && process.exitCode() == 0;
    if (!isDone)
        say(QString::fromUtf8(process.readAll()));
    return isDone;
}

bool TownDay::makeCentre()
{
    say(u"Setting up a private centre and %1 workstations"_s.arg(seats().size()));
    if (!call({u"demo"_s}) || !takeOverClock())
        return false;
    return std::ranges::all_of(seats(), [this](const QString &code) {
        return QFile::exists(connectionFile(code))
            || call({u"enrol"_s, code, u"--out"_s, connectionFile(code)});
    });
}

/// The play has its own time, which stands between two acts; the centre reads it from a file.
bool TownDay::takeOverClock()
{
    const QString clock = m_centre + u"/clock"_s;
    QFile file(clock);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QByteArray::number(firstMoment().toMSecsSinceEpoch()));
    file.close();
    QFile::setPermissions(clock, file.permissions() | QFile::ReadGroup | QFile::ReadOther);
    QFile place(m_centre + u"/centre.json"_s);
    if (!place.open(QIODevice::ReadOnly))
        return false;
    const QJsonObject found = QJsonDocument::fromJson(place.readAll()).object();
    const test::PgLink link(u"host=%1/socket port=%2 user=postgres dbname=%3"_s.arg(
        m_centre, QString::number(found.value(u"port"_s).toInt()),
        found.value(u"database"_s).toString()));
    const QByteArray sql = "create or replace function app.now_ms() returns bigint language sql "
                           "volatile security definer set search_path = pg_catalog as "
                           "$$ select pg_read_file('"
        + clock.toUtf8()
        + "')::bigint $$; grant execute on function app.now_ms() to onehall_owner; "
          "alter function app.now_ms() owner to postgres; "
          "grant execute on function app.now_ms() to onehall_owner";
    for (const QByteArray &step : sql.split(';')) {
        const test::PgAnswer answer = link.run(step);
        if (!answer.ok) {
            say(answer.message + link.problem());
            return false;
        }
    }
    return true;
}

QString TownDay::connectionFile(const QString &code) const
{
    return m_centre + u'/' + code + u".onehall"_s;
}

int TownDay::run()
{
    if (m_visits.isEmpty() || !makeCentre()) {
        say(u"The centre could not be set up."_s);
        return 2;
    }
    for (const QString &code : seats())
        seat(code);
    m_untilAllLeft.exec();
    if (m_isBroken)
        return 2;
    compare();
    return m_report.failed() == 0 ? 0 : 1;
}

void TownDay::seat(const QString &code)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{
        u"--out"_s,           m_folder,     u"--seat"_s,           code, u"--connection"_s,
        connectionFile(code), u"--clock"_s, m_centre + u"/clock"_s};
    if (m_isShown)
        arguments.append(u"--show"_s);
    QProcess *seat = process.get();
    connect(seat, &QProcess::readyReadStandardOutput, this, [this, seat] { hear(*seat); });
    connect(seat, &QProcess::finished, this, [this, code](int exitCode, QProcess::ExitStatus how) {
        left(code, how == QProcess::NormalExit ? exitCode : -1);
    });
    ++m_running;
    seat->start(QCoreApplication::applicationFilePath(), arguments);
    m_seats.push_back(std::move(process));
}

void TownDay::hear(QProcess &from)
{
    while (from.canReadLine()) {
        const QByteArray line = from.readLine();
        if (!line.startsWith(Baton::mark)) {
            QTextStream(stdout) << QString::fromUtf8(line);
            continue;
        }
        const QByteArray passed = line.sliced(Baton::mark.size());
        m_last = QJsonDocument::fromJson(passed).object();
        for (const std::unique_ptr<QProcess> &seat : m_seats) {
            if (seat.get() != &from)
                seat->write(passed);
        }
    }
}

void TownDay::left(const QString &code, int exitCode)
{
    --m_running;
    if (exitCode != 0 && !m_isBroken) {
        m_isBroken = true;
        say(u"Workstation %1 has ended with %2."_s.arg(code).arg(exitCode));
    }
    if (m_running == 0 || m_isBroken)
        m_untilAllLeft.quit();
}

void TownDay::compare()
{
    const QJsonArray progress = m_last.value(u"visits"_s).toArray();
    for (qsizetype row = 0; row < m_visits.size(); ++row)
        setProgress(m_visits[row], progress.at(row).toObject());
    m_report.setCounts(m_last.value(u"passed"_s).toInt(), m_last.value(u"failed"_s).toInt());
    const StageOptions managers{.folder = m_folder, .seat = managersSeat};
    Expectations(m_folder, storeFolder(managers), m_visits, m_report)
        .check(m_last.value(u"pictures"_s).toVariant().toStringList());
    m_report.check(u"the centre's chains, positions and pages are in order"_s, call({u"verify"_s}));
    m_report.total();
}

} // namespace hall::journeys

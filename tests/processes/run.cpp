#include "run.h"

#include "checks.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>

namespace hall::test {

using namespace Qt::StringLiterals;

Run::Run(ProcessTown &town, quint32 seed)
    : m_town(town)
    , m_random(seed)
{
}

bool Run::expect(const QString &answer, const QString &what)
{
    if (answer.startsWith("ok"_L1))
        return true;
    problem(what + u": "_s + answer);
    return false;
}

StationProcess &Run::add(const QString &code, const QString &staff)
{
    m_stations.push_back(std::make_unique<StationProcess>(m_town, code, staff));
    return *m_stations.back();
}

bool Run::begin()
{
    if (!m_town.beginRun()) {
        problem(m_town.problem());
        return false;
    }
    add(u"A01"_s, u"clerk1"_s);
    add(u"A02"_s, u"rev1"_s);
    for (const auto &station : m_stations) {
        if (!expect(station->start(), station->code()))
            return false;
    }
    for (const auto &station : m_stations)
        station->send(u"settle 1"_s); // signs in
    for (const auto &station : m_stations) {
        if (!expect(station->answer(), station->code() + u" begins"_s))
            return false;
    }
    work(counter(), 6 + below(4));
    if (!settleAll())
        return false;
    work(upstairs(), 3);
    return settleAll();
}

bool Run::bringUp(StationProcess &station)
{
    return expect(station.start(), station.code() + u" starts"_s)
        && expect(station.ask(u"settle 0"_s), station.code() + u" signs in"_s);
}

void Run::work(StationProcess &station, int steps)
{
    const QString answer = station.ask(u"work %1 %2"_s.arg(steps).arg(roll()));
    if (answer != "dead"_L1)
        expect(answer, u"work at "_s + station.code());
}

QString Run::newCase()
{
    const QString answer = counter().ask(u"register 单%1"_s.arg(roll()));
    return expect(answer, u"register"_s) ? answer.section(u' ', 1) : QString();
}

QString Run::newPage(const QString &stream, int bytes)
{
    const QString answer = counter().ask(u"page %1 %2"_s.arg(stream).arg(bytes));
    return expect(answer, u"page"_s) ? answer.section(u' ', 1) : QString();
}

qint64 Run::head() const
{
    return m_town.value("select pos from app.town").toLongLong();
}

bool Run::centreSays(const QByteArray &sql, int ms) const
{
    const QDeadlineTimer until(ms);
    const auto link = m_town.root();
    while (!until.hasExpired()) {
        if (link->run(sql).value() == "t")
            return true;
        link->run("select pg_sleep(0.01)");
    }
    return false;
}

qsizetype Run::promised(const StationProcess &station) const
{
    QFile file(station.path(u"promises.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
}

/// What one pushes another pulls, and what it pulls may make it push: until the head stands still.
bool Run::settleAll()
{
    qint64 reached = -1;
    for (int round = 0; round < 8; ++round) {
        const qint64 target = head();
        if (target == reached)
            return true;
        for (const auto &station : m_stations)
            station->send(u"settle %1"_s.arg(target));
        for (const auto &station : m_stations) {
            const QString answer = station->answer();
            if (!expect(answer, station->code() + u" settles"_s))
                return false;
            m_pauses = qMax(m_pauses, answer.section(u' ', 1).toDouble() / 1000);
        }
        reached = target;
    }
    problem(u"the head of the centre never stands still"_s);
    return false;
}

void Run::heal()
{
    m_pauses = 0;
    QElapsedTimer timer;
    timer.start();
    m_town.setDiskFull(false);
    m_town.setReadOnly(false);
    if (m_town.value("select 1") != "1" && !m_town.crash())
        problem(u"the server does not come back: "_s + m_town.server().problem());
    for (const auto &station : m_stations) {
        station->line().mend(below(2) == 0);
        if (!station->isRunning())
            expect(station->start(), station->code() + u" starts again"_s);
        station->ask(u"kill none"_s);
    }
    static_cast<void>(settleAll());
    m_healing = double(timer.elapsed()) / 1000;
}

void Run::check()
{
    RunChecks(*this).all();
}

} // namespace hall::test

#include "tests/bench/centre/paintbench.h"

#include "desk/routing/caseacts.h"
#include "domain/whendone.h"
#include "store/caserows.h"
#include "sync/engine/syncrunner.h"
#include "tests/bench/centre/ackingline.h"
#include "tests/bench/centre/joinedstore.h"
#include "tests/bench/centre/rawstore.h"
#include "tests/bench/hallmaker.h"

#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int acts = 30;
constexpr int idleLines = 5;
constexpr int pause = 250; // ms: longer than hints are held back
constexpr int longWait = 60'000;

void rest(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A whole workstation without its window.
class Window
{
public:
    Window(DemoTown &town, const QString &folder, const QString &station)
        : m_pages(folder + u"/pages"_s)
    {
        Result<std::unique_ptr<Store>> opened
            = Store::open({.folder = folder, .station = station}, m_clock);
        if (!opened.ok())
            return;
        m_store = std::move(opened).value();
        const auto connect = [this, &town, station] {
            auto line = std::make_unique<AckingLine>(town.line(station), m_ackedAt);
            CentreLine made{.services = &line->services()};
            made.interrupt = [inner = line.get()] { inner->interrupt(); };
            made.centre = std::move(line);
            return made;
        };
        m_runner = std::make_unique<SyncRunner>(RunnerParts{.store = *m_store,
                                                            .pages = m_pages,
                                                            .clock = m_corrected,
                                                            .ids = m_ids,
                                                            .connect = connect,
                                                            .program = u"bench"_s});
    }

    /// True when everything that the person may read is here.
    bool signIn(const QString &staff)
    {
        if (!m_runner)
            return false;
        const auto signedIn = m_runner->signIn(staff, DemoTown::password());
        return wait([&] { return signedIn.isFinished(); }) && signedIn.result().ok() && wait([&] {
                   const CentreStatus status = m_runner->status();
                   return status.state == LinkState::Online && status.hasPerson && !status.filling
                       && !m_store->reference()->items.isEmpty() && status.unsent == 0;
               });
    }

    template <class F> static bool wait(F isSo)
    {
        QElapsedTimer timer;
        timer.start();
        while (!isSo() && timer.elapsed() < longWait)
            rest(5);
        return isSo();
    }

    Store &store() { return *m_store; }
    IdSource &ids() { return m_ids; }
    /// ns on the steady clock; 0 = not yet.
    std::atomic<qint64> &ackedAt() { return m_ackedAt; }

private:
    SystemClock m_clock;
    CorrectedClock m_corrected{m_clock};
    RandomIds m_ids;
    PageStore m_pages;
    std::atomic<qint64> m_ackedAt{0};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncRunner> m_runner;
};

class PaintBench
{
public:
    PaintBench(DemoTown &town, const QString &scratch)
        : m_town(town)
        , m_folderA(scratch + u"/a-XXXXXX"_s)
        , m_folderB(scratch + u"/b-XXXXXX"_s)
        , m_a(town, m_folderA.path(), u"A01"_s)
        , m_b(town, m_folderB.path(), u"A02"_s)
    {
    }

    QList<Row> measure()
    {
        const QString name = u"ack at A → row in B's list / bare libpq + SQLite"_s;
        if (!m_b.signIn(u"gl01"_s) || !m_a.signIn(u"cz01"_s))
            return {{.name = name, .ours = u"not joined"_s}};
        Samples ours;
        Samples limit;
        const QMetaObject::Connection heard = listenAtB(ours);
        RawStore raw(m_folderB.filePath(u"raw.sqlite"_s), m_folderB.filePath(u"hall.sqlite"_s));
        Bares bares{m_town.bare(), m_town.bare()};
        bares.listener->run("listen bench_hint");
        bool isGood = true;
        for (int i = 0; i < acts && isGood; ++i) {
            isGood = act(ours);
            rest(pause);
            limit.add(bare(bares, raw));
        }
        QObject::disconnect(heard);
        if (!isGood)
            return {{.name = name, .ours = u"B did not hear"_s}};
        return {ratioRow(name, ours, limit, u"≤ 1.2, p99 ≤ 10 ms"_s), memory()};
    }

private:
    struct Bares
    {
        std::unique_ptr<Bare> sender = {};
        std::unique_ptr<Bare> listener = {};
    };

    static qint64 steadyNow()
    {
        return std::chrono::steady_clock::now().time_since_epoch().count();
    }

    QMetaObject::Connection listenAtB(Samples &ours)
    {
        return QObject::connect(
            &m_b.store(), &Store::changed, &m_context, [this, &ours](const Changes &changes) {
                if (m_awaited.isNull() || !changes.cases.contains(m_awaited))
                    return;
                const StreamId stream = std::exchange(m_awaited, StreamId());
                const auto row
                    = m_b.store().read([stream](ReadTx &tx) { return caseRow(tx, stream); });
                whenDone(row, &m_context,
                         [this, &ours](const auto &painted) { paint(painted.ok(), ours); });
            });
    }

    void paint(bool isThere, Samples &ours)
    {
        const qint64 now = steadyNow();
        const qint64 acked = m_a.ackedAt().load();
        // B may be quicker than A's thread comes back from its call.
        if (isThere)
            ours.add(acked == 0 ? 0 : static_cast<double>(now - acked) / 1e6);
        m_isPainted = true;
    }

    /// Somebody hands something in at A.
    bool act(Samples &)
    {
        m_isPainted = false;
        m_a.ackedAt() = 0;
        const auto made = m_a.store().write([this](WriteTx &tx) -> Result<StreamId> {
            for (const ItemDef &item : tx.reference().items) {
                const Session clerk = clerkFor(item, tx.reference());
                if (!item.stationed || clerk.member.code != "cz01"_L1)
                    continue;
                const Registration opening = randomRegistration(item, m_people, m_a.ids());
                m_made = opening.stream;
                const Result<ActResult> opened = CaseActs::openIn(tx, opening, clerk, m_a.ids());
                return opened.ok() ? Result<StreamId>(opening.stream) : opened.error();
            }
            return Error{ErrorKind::NotFound};
        });
        const Result<StreamId> stream = awaited(made);
        if (!stream.ok())
            return false;
        m_awaited = stream.value();
        return Window::wait([this] { return m_isPainted; });
    }

    double bare(const Bares &bares, RawStore &raw)
    {
        bares.sender->run("insert into bench.event (id, mac, envelope, body) values "
                          "(gen_random_uuid(), '', repeat('x', 700), repeat('y', 2000))");
        const qint64 acked = steadyNow();
        bares.sender->run("select pg_notify('bench_hint', '')");
        bares.listener->awaitHint(1000);
        const QByteArray body = bares.listener->ask(
            "select envelope || body from bench.event order by pos desc limit 1");
        raw.commitOne(body);
        return static_cast<double>(steadyNow() - acked) / 1e6;
    }

    static double pssOf(const QByteArray &pid)
    {
        QFile file(u"/proc/%1/smaps_rollup"_s.arg(QString::fromLatin1(pid)));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("Pss:"))
                return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
        }
        return 0;
    }

    /// MB of backends that have nothing to do.
    Row memory()
    {
        Samples idle;
        Samples bareOnes;
        std::vector<std::unique_ptr<Bare>> bares;
        for (int i = 0; i < idleLines; ++i) {
            bares.push_back(m_town.bare());
            bares.back()->run("select 1");
        }
        for (const auto &bare : bares)
            bareOnes.add(pssOf(bare->ask("select pg_backend_pid()")));
        const QByteArray pids = m_town.ask(
            "select string_agg(pid::text, ',') from pg_stat_activity where usename like "
            "'p\\_%' or usename like 's\\_%'");
        for (const QByteArray &pid : pids.split(','))
            idle.add(pssOf(pid));
        Row row = ratioRow(u"server memory of an idle session (PSS) / bare one"_s, idle, bareOnes,
                           u"≤ 1.2"_s);
        row.ours = u"%1 MB"_s.arg(idle.median(), 0, 'f', 2);
        row.limit = u"%1 MB"_s.arg(bareOnes.median(), 0, 'f', 2);
        return row;
    }

    DemoTown &m_town;
    QTemporaryDir m_folderA;
    QTemporaryDir m_folderB;
    Window m_a;
    Window m_b;
    People m_people{11};
    StreamId m_awaited;
    StreamId m_made;
    bool m_isPainted = false;
    QObject m_context;
};

} // namespace

QList<Row> measurePaint(DemoTown &town, const QString &scratch)
{
    return PaintBench(town, scratch).measure();
}

} // namespace hall::bench

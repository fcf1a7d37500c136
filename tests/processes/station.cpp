#include "station.h"

#include "store/recovery.h"

#include <QDeadlineTimer>
#include <QDirIterator>
#include <QFile>

#include <csignal>
#include <sys/resource.h>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceOfSettle = 30'000;
constexpr int look = 20;       ///< ms after which waitUntil() looks again by itself
constexpr qint64 skip = 1'000; ///< of a pause, at each look

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

QString said(const Error &error)
{
    return u"no %1 %2"_s.arg(int(error.kind)).arg(error.detail.simplified());
}

template <class T> QString said(const Result<T> &result)
{
    return result.ok() ? u"ok"_s : said(result.error());
}

} // namespace

Station::Station(const StationSetting &setting)
    : m_setting(setting)
{
    m_steady.start();
}

Station::~Station()
{
    m_runner.reset();
}

Result<Done> Station::open()
{
    if (!m_promises.open(m_setting.promises))
        return Error{ErrorKind::FileNotWritten, u"promises"_s};
    const Result<ConnectionFile> file = ConnectionFile::read(m_setting.connection);
    if (!file.ok())
        return file.error();
    if (m_setting.dieAtOpening > 0) {
        m_tamper.faults.onStrike = dieHere;
        m_tamper.faults.failAt = m_setting.dieAtOpening;
    }
    StoreOptions options{.folder = m_setting.folder, .faults = &m_tamper.faults};
    if (!QFile::exists(m_setting.folder + u"/hall.sqlite"_s))
        options.station = file.value().station;
    Result<std::unique_ptr<Store>> store = Store::open(options, m_clock);
    if (!store.ok() && store.error().kind == ErrorKind::StoreDamaged) {
        const Result<RecoveryReport> recovered = recoverStore(options, m_clock);
        if (!recovered.ok())
            return recovered.error();
        store = Store::open(options, m_clock);
    }
    if (!store.ok())
        return store.error();
    m_store = std::move(store).value();
    m_tamper.faults.failAt = 0;
    m_pages = std::make_unique<PageStore>(m_setting.folder + u"/pages"_s);
    const LinkTimes times{.connect = m_setting.patience,
                          .silence = m_setting.patience,
                          .whole = 6 * m_setting.patience};
    m_runner = std::make_unique<SyncRunner>(
        RunnerParts{.store = *m_store,
                    .pages = *m_pages,
                    .clock = m_clock,
                    .ids = m_ids,
                    .connect = [this, file = file.value(), times]() -> CentreLine {
                        auto centre = std::make_unique<TamperedCentre>(file, times, m_tamper);
                        PostgresCentre *inner = &centre->inner();
                        return {.centre = std::move(centre),
                                .services = inner,
                                .interrupt = [inner] { inner->interrupt(); },
                                .resume = [inner] { inner->resume(); }};
                    },
                    .program = m_setting.program,
                    .ticks = [this] { return m_steady.elapsed() + m_skipped.load(); }});
    m_desk = std::make_unique<DeskWork>(DeskWork::Parts{.store = *m_store,
                                                        .pages = *m_pages,
                                                        .ids = m_ids,
                                                        .promises = m_promises,
                                                        .tamper = m_tamper,
                                                        .staff = m_setting.staff});
    QObject::connect(m_runner.get(), &CentreLink::statusChanged, m_runner.get(),
                     [this] { m_bell.release(); });
    QObject::connect(m_store.get(), &Store::changed, m_runner.get(), [this] { m_bell.release(); });
    return Done{};
}

bool Station::waitUntil(const std::function<bool()> &reached, int ms)
{
    const QDeadlineTimer until(ms);
    while (!reached()) {
        if (until.hasExpired())
            return false;
        if (m_bell.tryAcquire(1, look))
            m_bell.tryAcquire(m_bell.available());
    }
    return true;
}

CentreStatus Station::status()
{
    CentreStatus status;
    call("status", [&] { status = m_runner->status(); });
    return status;
}

/// As the program does it: the centre first, without it what an earlier sign-in left here.
Result<Done> Station::signIn()
{
    QFuture<Result<SignInReply>> asked;
    call("signIn", [&] { asked = m_runner->signIn(m_setting.staff, stationPassword); });
    const Result<SignInReply> reply = awaited(asked);
    if (reply.ok())
        return Done{};
    if (reply.error().kind != ErrorKind::CentreUnreachable)
        return reply.error();
    QFuture<Result<Done>> offline;
    call("signInOffline",
         [&] { offline = m_runner->signInOffline(m_setting.staff, stationPassword); });
    const Result<Done> here = awaited(offline);
    return here.ok() ? reply.error() : here.error();
}

bool Station::isAt(qint64 pos)
{
    return awaited(m_store->report([pos](ReadTx &tx) -> Result<bool> {
               Query query(tx.connection(),
                           u"select count(*) as n, count(*) filter (where fill <> 0 or pos < :pos)"
                           " as behind from centre_scope"_s);
               const Result<bool> row = query.bind(":pos"_L1, pos).next();
               if (!row.ok())
                   return row;
               return query.number("n"_L1) > 0 && query.number("behind"_L1) == 0;
           }))
        .valueOr(false);
}

/// Nothing is on its way here, up or down.
bool Station::isQuiet(qint64 pos)
{
    const CentreStatus status = this->status();
    if (status.state != LinkState::Online || !status.hasPerson || status.needsSignIn || !isAt(pos))
        return false;
    const PageStore &pages = *m_pages;
    return awaited(m_store->report([&pages](ReadTx &tx) -> Result<bool> {
               Query query(tx.connection(),
                           u"select (select count(*) from outbox where state = 0)"
                           " + (select count(*) from want_history)"
                           " + (select count(*) from page_gone) as n"_s);
               const Result<bool> row = query.next();
               if (!row.ok() || query.number("n"_L1) != 0)
                   return row.ok() ? Result<bool>(false) : row;
               // A page of a refused event waits with it for a person; one that is not here is
               // another station's to bring.
               Query waiting(tx.connection(),
                             u"select sha from case_page where is_there = 0 and not exists"
                             " (select 1 from attention a where a.state = 0"
                             "  and instr(a.body, lower(hex(sha))) > 0)"_s);
               Result<bool> more = waiting.next();
               for (; more.ok() && more.value(); more = waiting.next()) {
                   if (pages.has(waiting.bytes("sha"_L1)))
                       return false;
               }
               return more.ok() ? Result<bool>(true) : more;
           }))
        .valueOr(false);
}

QString Station::settle(qint64 pos, int ms)
{
    QElapsedTimer sinceAsked;
    const auto reached = [&] {
        if (isQuiet(pos))
            return true;
        const CentreStatus status = this->status();
        if (status.state == LinkState::Offline)
            m_skipped += skip;
        const bool wantsPerson = !status.hasPerson || status.needsSignIn;
        if (wantsPerson && (!sinceAsked.isValid() || sinceAsked.elapsed() > 500)) {
            sinceAsked.start();
            static_cast<void>(signIn());
        }
        call("hint", [&] { m_runner->hint(); });
        return false;
    };
    if (waitUntil(reached, ms))
        return u"ok %1"_s.arg(m_skipped.load());
    return u"no settle "_s + troubles();
}

/// By the engine's own poll: nobody hints.
QString Station::awaitPos(qint64 pos)
{
    return waitUntil([&] { return isAt(pos); }, patienceOfSettle) ? u"ok"_s : u"no poll"_s;
}

QString Station::work(int steps, quint32 seed)
{
    m_desk->reseed(seed);
    int done = 0;
    QString stopped;
    for (int i = 0; i < steps; ++i) {
        const Result<Done> step = m_desk->step();
        done += step.ok() ? 1 : 0;
        if (!step.ok())
            stopped = said(step);
    }
    return u"ok %1 %2"_s.arg(done).arg(stopped);
}

QString Station::obey(const QString &line)
{
    const Words words = line.split(u' ');
    const QString &verb = words.first();
    if (verb == "settle"_L1)
        return settle(words.value(1).toLongLong(),
                      words.size() > 2 ? words.at(2).toInt() * 1000 : patienceOfSettle);
    if (verb == "await"_L1)
        return awaitPos(words.value(1).toLongLong());
    if (verb == "report"_L1)
        return said(report(words.value(1)));
    if (verb == "resolve"_L1)
        return resolve(words.value(1));
    for (const auto obeyed : {&Station::obeyWork, &Station::obeyLink, &Station::obeyTamper}) {
        const QString answer = (this->*obeyed)(words);
        if (!answer.isEmpty())
            return answer;
    }
    return u"no verb"_s;
}

QString Station::obeyWork(const Words &words)
{
    const QString &verb = words.first();
    const StreamId stream = StreamId::fromText(words.value(1));
    if (verb == "work"_L1)
        return work(words.value(1).toInt(), words.value(2).toUInt());
    if (verb == "register"_L1) {
        const Result<StreamId> opened = m_desk->registerCase(words.value(1));
        return opened.ok() ? u"ok "_s + opened.value().text() : said(opened.error());
    }
    if (verb == "act"_L1)
        return said(m_desk->act(stream, words.value(2)));
    if (verb == "note"_L1)
        return said(m_desk->note(stream));
    if (verb == "page"_L1) {
        const Result<QByteArray> sha = m_desk->attach(stream, words.value(2).toLongLong());
        return sha.ok() ? u"ok "_s + QString::fromLatin1(sha.value().toHex()) : said(sha.error());
    }
    if (verb == "backup"_L1)
        return said(awaited(m_store->backup()));
    return {};
}

QString Station::obeyLink(const Words &words)
{
    const QString &verb = words.first();
    if (verb == "signin"_L1)
        return said(signIn());
    if (verb == "hint"_L1) {
        call("hint", [&] { m_runner->hint(); });
        return u"ok"_s;
    }
    if (verb == "want"_L1) {
        const QByteArray sha = QByteArray::fromHex(words.value(1).toLatin1());
        const auto reached = [&] {
            call("wantPage", [&] { m_runner->wantPage(sha); });
            if (status().state == LinkState::Offline)
                m_skipped += skip;
            return m_pages->has(sha);
        };
        return waitUntil(reached, patienceOfSettle) ? u"ok"_s : u"no page"_s;
    }
    if (verb == "state"_L1) { // waits for a state of the link: "state 3" = offline
        const int wanted = words.value(1).toInt();
        const auto reached = [&] {
            call("hint", [&] { m_runner->hint(); });
            return int(status().state) == wanted;
        };
        return waitUntil(reached, patienceOfSettle) ? u"ok"_s : u"no state "_s + troubles();
    }
    if (verb == "sent"_L1)
        return waitUntil([&] { return status().unsent == 0; }, patienceOfSettle) ? u"ok"_s
                                                                                 : u"no sent"_s;
    if (verb == "code"_L1)
        return u"ok "_s + m_store->station();
    return {};
}

QString Station::obeyTamper(const Words &words)
{
    static const QMap<QString, KillPoint> points{
        {u"paper"_s, KillPoint::BeforePaper}, {u"commit"_s, KillPoint::LocalCommit},
        {u"answer"_s, KillPoint::Answered},   {u"apply"_s, KillPoint::Applying},
        {u"up"_s, KillPoint::PieceUp},        {u"down"_s, KillPoint::PieceDown}};
    const QString &verb = words.first();
    const QString what = words.value(1);
    if (verb == "kill"_L1) {
        m_tamper.accesses = qMax(1, words.value(2).toInt());
        m_tamper.point = points.value(what, KillPoint::None);
    } else if (verb == "clock"_L1) {
        m_machine.setWrong(what.toLongLong());
    } else if (verb == "proto"_L1) {
        m_tamper.proto = what.toInt();
    } else if (verb == "flip"_L1) {
        (what == "up"_L1 ? m_tamper.flipsUp : m_tamper.flipsDown) = true;
    } else if (verb == "break"_L1 && what == "offer"_L1) {
        m_tamper.losesOffer = true;
    } else if (verb == "break"_L1 && what == "entry"_L1) {
        m_tamper.losesEntry = true;
    } else if (verb == "break"_L1 && what == "page"_L1) {
        return spoilPage();
    } else if (verb == "limit"_L1) { // bytes that a file may have; without a figure: no limit
        ::signal(SIGXFSZ, SIG_IGN);
        const rlim_t bytes = what.isEmpty() ? RLIM_INFINITY : rlim_t(what.toULongLong());
        const rlimit size{bytes, RLIM_INFINITY};
        return ::setrlimit(RLIMIT_FSIZE, &size) == 0 ? u"ok"_s : u"no limit"_s;
    } else {
        return {};
    }
    return u"ok"_s;
}

QString Station::spoilPage()
{
    QDirIterator files(m_setting.folder + u"/pages"_s, QDir::Files, QDirIterator::Subdirectories);
    if (!files.hasNext())
        return u"no page"_s;
    QFile file(files.next());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return u"no file"_s;
    const QByteArray first = file.read(1);
    file.seek(0);
    file.write(QByteArray(1, char(first.at(0) ^ 1)));
    return u"ok"_s;
}

/// What a person does with the attention list: "retry", or "giveup" with a reason.
QString Station::resolve(const QString &how)
{
    QFuture<Result<QList<AttentionRow>>> asked;
    call("attention", [&] { asked = m_runner->attention(); });
    const Result<QList<AttentionRow>> rows = awaited(asked);
    if (!rows.ok())
        return said(rows.error());
    for (const AttentionRow &row : rows.value()) {
        QFuture<Result<Done>> decided;
        const AttentionCommand command{.event = row.event,
                                       .act = how == "giveup"_L1 ? AttentionAct::GiveUp
                                                                 : AttentionAct::Retry,
                                       .text = u"放弃"_s};
        call("decideOn", [&] { decided = m_runner->decideOn(command, m_desk->actor()); });
        static_cast<void>(awaited(decided));
    }
    return u"ok %1"_s.arg(rows.value().size());
}

} // namespace hall::test

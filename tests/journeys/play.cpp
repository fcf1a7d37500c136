#include "play.h"

#include "desk/setup/shipped.h"
#include "seats.h"

#include <algorithm>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesAVisit = 5;
constexpr int minutesAFile = 11;
constexpr int minutesAPayer = 3;

bool isOnTheSpot(const Visit &visit)
{
    return visit.route == "spot-pay"_L1;
}

bool isPromised(const Visit &visit)
{
    return !isOnTheSpot(visit);
}

} // namespace

Play::Play(Stage &stage, QList<Visit> &visits, Report &report, Baton &baton)
    : m_stage(stage)
    , m_visits(visits)
    , m_report(report)
    , m_baton(baton)
    , m_signIn(stage)
    , m_counter(stage)
    , m_upstairs(stage, visits)
    , m_till(stage)
    , m_delivery(stage)
    , m_manager(stage)
    , m_administrator(stage)
    , m_reader(stage)
{
}

void Play::run()
{
    m_report.setSpeaking(isFirstSpeaker());
    m_report.chapter(u"Monday 23 November: the hall is set up and opens"_s);
    monday();
    m_report.chapter(u"Tuesday 24 November: corrections, site visits, joint opinions, heads"_s);
    tuesday();
    m_report.chapter(u"Wednesday 25 November: the town leader, documents, the city's answers"_s);
    wednesday();
    m_report.chapter(u"Thursday 26 November: fees and results"_s);
    thursday();
    m_report.chapter(u"Friday 27 November: the manager looks at the week"_s);
    friday();
    m_report.chapter(u"Monday 21 December: what was never corrected"_s);
    weeksLater();
}

bool Play::scene(const QString &name, const std::function<void()> &play)
{
    try {
        play();
        return true;
    } catch (const Stopped &stopped) {
        m_report.problem(name, stopped.what);
        m_stage.shoot(u"stopped-"_s + name);
        m_stage.clearUp();
        return false;
    }
}

void Play::signedIn(const Post &who, const std::function<void()> &work)
{
    turn(who.staff, [&] {
        const qint64 since = QDateTime::currentMSecsSinceEpoch();
        const bool isIn
            = scene(u"sign-in-"_s + who.staff, [&] { m_signIn.as(who.staff, who.choice); });
        if (!isIn)
            return;
        if (!m_baton.isAlone())
            scene(u"catch-up-"_s + who.staff, [this, since] { m_stage.untilCaughtUp(since); });
        m_stage.advance(60);
        if (m_stage.sees(u"counterPage"_s))
            scene(u"sit-down-"_s + who.staff, [this] { m_counter.sitDown(); });
        scene(who.staff, work);
        scene(u"sign-out-"_s + who.staff, [this] { m_signIn.out(); });
    });
}

void Play::reach(QDate day, QTime time)
{
    const QDateTime wanted = hallInstant(day, time);
    if (wanted > m_stage.now())
        m_stage.setTime(wanted);
}

void Play::serveAll(const QString &clerk)
{
    for (Visit &visit : m_visits) {
        if (visit.clerk != clerk)
            continue;
        m_stage.advance(minutesAVisit * 60);
        if (!scene(visit.id, [&] { m_counter.serve(visit); }))
            visit.problem = u"the visit stopped at the counter"_s;
        m_report.visit(visit);
    }
}

void Play::onVisits(const QString &clerk, const QString &route, void (Counter::*verb)(Visit &))
{
    for (Visit &visit : m_visits) {
        const bool isMeant
            = visit.clerk == clerk && visit.route == route && !visit.number.isEmpty();
        if (!isMeant)
            continue;
        m_stage.advance(minutesAVisit * 60);
        scene(visit.id, [&] { (m_counter.*verb)(visit); });
        m_report.visit(visit);
    }
}

void Play::upstairs(const QList<Post> &people)
{
    for (const Post &who : people) {
        m_stage.advance(minutesAFile * 60);
        signedIn(who, [&] { m_upstairs.workThePile(who.staff); });
        m_report.note(who.staff + u" has worked the pile"_s);
    }
}

void Play::takeFees(const std::function<bool(const Visit &)> &isMeant)
{
    signedIn({QString(cashier)}, [&] {
        for (Visit &visit : m_visits) {
            const bool owes = visit.papers.contains(u"fee-receipt"_s) && !visit.isPaid;
            if (!owes || visit.number.isEmpty() || !isMeant(visit))
                continue;
            m_stage.advance(minutesAPayer * 60);
            scene(u"fee-"_s + visit.id, [&] { m_till.take(visit); });
            if (!visit.marks.contains(u"retaken"_s))
                continue;
            scene(u"retake-"_s + visit.id, [&] {
                m_till.takeBack(visit, u"sf03"_s, m_signIn.password());
                m_stage.advance(minutesAPayer * 60);
                m_till.take(visit);
            });
        }
        m_till.closeShift();
    });
    m_report.note(u"sf02 has taken the fees and closed the shift"_s);
}

void Play::deliver(const QString &clerk, const std::function<bool(const Visit &)> &isMeant)
{
    signedIn({clerk}, [&] {
        for (const Visit &visit : std::as_const(m_visits)) {
            const bool isReady = visit.clerk == clerk && !visit.number.isEmpty()
                && visit.route != "spot"_L1 && visit.papers.contains(u"delivery-receipt"_s);
            if (!isReady || !isMeant(visit))
                continue;
            m_stage.advance(minutesAPayer * 60);
            scene(u"delivery-"_s + visit.id, [&] { m_delivery.handOver(visit); });
        }
    });
    m_report.note(clerk + u" has handed the results over"_s);
}

void Play::begin()
{
    if (m_baton.isAlone())
        scene(u"first-start"_s, [this] { m_signIn.makeSampleHall(); });
    else
        scene(u"join"_s, [this] { m_signIn.joinHall(joinerAt(m_baton.seat()), samplePassword()); });
    turn(u"fg01"_s, [this] {
        scene(u"sign-in-page"_s, [this] {
            m_stage.shootBoth(u"03-sign-in"_s);
            m_signIn.mistype(u"fg01"_s);
        });
    });
}

void Play::monday()
{
    begin();
    for (const QString &clerk : {u"fg01"_s, u"wj01"_s, u"zh01"_s}) {
        signedIn({clerk}, [&] {
            if (clerk == "fg01"_L1) {
                lockTheScreen();
                m_counter.showThings();
            }
            serveAll(clerk);
            // The applicant comes back before anybody upstairs has looked at it.
            onVisits(clerk, u"withdraw-accepted"_s, &Counter::withdraw);
        });
    }
    reach(QDate(2026, 11, 23), QTime(13, 40));
    decideAsManager(visitOf(u"W17"_s), u"void"_s, u"窗口误选事项，重复录入，经核实作废。"_s);
    reach(QDate(2026, 11, 23), QTime(14, 30));
    batchAndStop();
    m_upstairs.showThings(u"20-upstairs"_s);
    upstairs({{u"wj11"_s}, {u"ny11"_s}, {u"sw11"_s}, {u"aj11"_s}});
    m_till.showThings();
    takeFees(isOnTheSpot);
    m_delivery.showThings();
    deliver(u"fg01"_s, isOnTheSpot);
    signedIn({u"gl02"_s}, [this] { m_manager.report(u"report-2026-11-23"_s); });
}

void Play::tuesday()
{
    reach(QDate(2026, 11, 24), QTime(8, 35));
    signedIn({u"fg01"_s}, [this] { onVisits(u"fg01"_s, u"correct-supply"_s, &Counter::supplied); });
    signedIn({u"wj01"_s}, [this] {
        onVisits(u"wj01"_s, u"correct-supply"_s, &Counter::supplied);
        onVisits(u"wj01"_s, u"withdraw-received"_s, &Counter::withdraw);
        onVisits(u"wj01"_s, u"correct-again"_s, &Counter::stillWrong);
    });
    decideAsManager(visitOf(u"W16"_s), u"correctAgain"_s,
                    u"申请人按告知补正时缺页，同意再次告知。"_s);
    upstairs({{u"fg11"_s}, {u"wj11"_s}});
    m_upstairs.showThings(u"21-site-visit"_s);
    upstairs({{u"wj21"_s}, {u"wj22"_s}, {u"aj21"_s}, {u"aj22"_s}});
    m_upstairs.showThings(u"22-joint-opinion"_s);
    upstairs({{u"hb41"_s}, {u"aj41"_s}});
    upstairs({{u"wj11"_s}});
    m_upstairs.showThings(u"23-head"_s);
    upstairs({{u"fg51"_s}, {u"wj51"_s}, {u"ny51"_s}, {u"sw51"_s}, {u"aj51"_s}});
    upstairs({{u"fg11"_s}, {u"fg51"_s}});
}

void Play::wednesday()
{
    reach(QDate(2026, 11, 25), QTime(8, 40));
    m_upstairs.showThings(u"24-town-leader"_s);
    upstairs({{u"zld01"_s}, {u"wj11"_s}, {u"wj51"_s}, {u"zld01"_s}, {u"wj11"_s}});
    signedIn({u"fg11"_s}, [this] {
        m_upstairs.startTheClock(visitOf(u"F05"_s));
        m_upstairs.workThePile(u"fg11"_s);
    });
    upstairs({{u"fg51"_s}});
    m_upstairs.showThings(u"27-certifier"_s);
    upstairs({{u"fg31"_s}, {u"wj22"_s, 1}, {u"ny22"_s, 1}, {u"sw22"_s, 1}, {u"aj22"_s, 1}});
}

void Play::thursday()
{
    reach(QDate(2026, 11, 26), QTime(8, 40));
    signedIn({u"wj01"_s}, [this] { onVisits(u"wj01"_s, u"correct-again"_s, &Counter::supplied); });
    takeFees(isPromised);
    for (const QString &clerk : {u"fg01"_s, u"wj01"_s, u"zh01"_s})
        deliver(clerk, isPromised);
    signedIn({u"fg01"_s}, [this] {
        m_delivery.lookUp(m_visits.first());
        scene(u"reprint-F02"_s, [this] {
            m_reader.open(visitOf(u"F02"_s));
            m_reader.print(u"受理通知书"_s);
        });
    });
}

void Play::friday()
{
    reach(QDate(2026, 11, 27), QTime(9, 0));
    signedIn({u"gl02"_s}, [this] { m_manager.lookAtTheHall(); });
    signedIn({u"admin"_s}, [this] {
        m_administrator.changeAPhone(u"fg02"_s, u"0769-20009999"_s);
        m_administrator.walkThrough();
        publishDayOff();
    });
}

void Play::publishDayOff()
{
    // The promise of Z05 runs over that day, so it moves by one working day.
    scene(u"day-off"_s, [this] {
        m_administrator.closeOn({.day = dayOff,
                                 .reason = u"台风停业一天（市府通知）"_s,
                                 .number = visitOf(u"Z05"_s).number,
                                 .before = QDate(2026, 12, 7),
                                 .after = QDate(2026, 12, 8)});
    });
    m_report.note(u"admin has closed the hall on "_s + dayOff.toString(Qt::ISODate));
}

Visit &Play::visitOf(const QString &id)
{
    const auto visit = std::ranges::find(m_visits, id, &Visit::id);
    Q_ASSERT(visit != m_visits.end());
    return *visit;
}

void Play::lockTheScreen()
{
    scene(u"lock"_s, [this] {
        const QString typed = u"wjg"_s;
        m_stage.press(Qt::Key_F3);
        m_stage.untilFocus(u"searchEdit"_s);
        m_stage.type(typed);
        m_signIn.lockAndUnlock();
        if (m_stage.textOf(u"searchEdit"_s) != typed)
            throw Stopped{u"what was typed is gone after the lock"_s};
        m_stage.fill(u"searchEdit"_s, {});
        m_stage.press(Qt::Key_Delete);
    });
}

void Play::batchAndStop()
{
    signedIn({u"fg11"_s}, [this] {
        m_upstairs.stopTheClock(visitOf(u"F05"_s), u"鉴定"_s);
        m_upstairs.signAllAtOnce(u"经逐件核对，材料齐全，同意。"_s);
    });
    m_report.note(u"fg11 has stopped one clock and signed the others in one go"_s);
}

void Play::decideAsManager(const Visit &visit, const QString &action, const QString &reason)
{
    signedIn({u"gl02"_s}, [&] {
        scene(action + u'-' + visit.id, [&] {
            m_reader.open(visit);
            m_reader.decide(action, reason, u"44-manager-"_s + action);
        });
    });
    m_report.note(u"gl02: %1 of %2"_s.arg(action, visit.number));
}

void Play::weeksLater()
{
    reach(QDate(2026, 12, 21), QTime(9, 0));
    // What the law does by itself is written where somebody sits at the window of the case.
    signedIn({u"fg01"_s}, [] {});
    signedIn({u"zh01"_s}, [] {});
    // Whose store is compared in the end: everything has come to it.
    if (!m_baton.isAlone())
        signedIn({u"gl02"_s}, [this] { m_manager.lookAtTheHall(); });
}

int Play::countKeys()
{
    const auto visit = std::ranges::find(m_visits, u"F01"_s, &Visit::id);
    int keys = -1;
    scene(u"keys"_s, [&] {
        m_signIn.makeSampleHall();
        m_signIn.as(visit->clerk);
        m_counter.serve(*visit);
        m_counter.shortest(*visit);
        keys = m_stage.keys();
    });
    return keys;
}

} // namespace hall::journeys

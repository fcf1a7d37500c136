#include "play.h"

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

Play::Play(Stage &stage, QList<Visit> &visits, Report &report)
    : m_stage(stage)
    , m_visits(visits)
    , m_report(report)
    , m_signIn(stage)
    , m_counter(stage)
    , m_upstairs(stage, visits)
    , m_till(stage)
    , m_delivery(stage)
    , m_manager(stage)
    , m_administrator(stage)
{
}

void Play::run()
{
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
    const bool isIn = scene(u"sign-in-"_s + who.staff, [&] { m_signIn.as(who.staff, who.choice); });
    if (!isIn)
        return;
    m_stage.clock().advance(60);
    if (m_stage.sees(u"counterPage"_s))
        scene(u"sit-down-"_s + who.staff, [this] { m_counter.sitDown(); });
    scene(who.staff, work);
    scene(u"sign-out-"_s + who.staff, [this] { m_signIn.out(); });
}

void Play::reach(QDate day, QTime time)
{
    const QDateTime wanted = hallInstant(day, time);
    if (wanted > m_stage.clock().now())
        m_stage.clock().set(wanted);
}

void Play::serveAll(const QString &clerk)
{
    for (Visit &visit : m_visits) {
        if (visit.clerk != clerk)
            continue;
        m_stage.clock().advance(minutesAVisit * 60);
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
        m_stage.clock().advance(minutesAVisit * 60);
        scene(visit.id, [&] { (m_counter.*verb)(visit); });
        m_report.visit(visit);
    }
}

void Play::upstairs(const QList<Post> &people)
{
    for (const Post &who : people) {
        m_stage.clock().advance(minutesAFile * 60);
        signedIn(who, [&] { m_upstairs.workThePile(who.staff); });
        m_report.note(who.staff + u" has worked the pile"_s);
    }
}

void Play::takeFees(const std::function<bool(const Visit &)> &isMeant)
{
    signedIn({u"sf02"_s}, [&] {
        for (Visit &visit : m_visits) {
            const bool owes = visit.papers.contains(u"fee-receipt"_s) && !visit.isPaid;
            if (!owes || visit.number.isEmpty() || !isMeant(visit))
                continue;
            m_stage.clock().advance(minutesAPayer * 60);
            scene(u"fee-"_s + visit.id, [&] { m_till.take(visit); });
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
            m_stage.clock().advance(minutesAPayer * 60);
            scene(u"delivery-"_s + visit.id, [&] { m_delivery.handOver(visit); });
        }
    });
    m_report.note(clerk + u" has handed the results over"_s);
}

void Play::monday()
{
    scene(u"first-start"_s, [this] { m_signIn.makeSampleHall(); });
    scene(u"sign-in-page"_s, [this] {
        m_stage.shootBoth(u"03-sign-in"_s);
        m_signIn.mistype(u"fg01"_s);
        m_stage.clock().advance(120);
    });
    for (const QString &clerk : {u"fg01"_s, u"wj01"_s, u"zh01"_s}) {
        signedIn({clerk}, [&] {
            if (clerk == "fg01"_L1)
                m_counter.showThings();
            serveAll(clerk);
            // The applicant comes back before anybody upstairs has looked at it.
            onVisits(clerk, u"withdraw-accepted"_s, &Counter::withdraw);
        });
    }
    reach(QDate(2026, 11, 23), QTime(14, 30));
    m_upstairs.showThings(u"20-upstairs"_s);
    upstairs({{u"fg11"_s}, {u"wj11"_s}, {u"ny11"_s}, {u"sw11"_s}, {u"aj11"_s}});
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
    });
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
    m_upstairs.showThings(u"27-certifier"_s);
    upstairs({{u"fg31"_s}, {u"wj22"_s, 1}, {u"ny22"_s, 1}, {u"sw22"_s, 1}, {u"aj22"_s, 1}});
}

void Play::thursday()
{
    reach(QDate(2026, 11, 26), QTime(8, 40));
    takeFees(isPromised);
    for (const QString &clerk : {u"fg01"_s, u"wj01"_s, u"zh01"_s})
        deliver(clerk, isPromised);
    signedIn({u"fg01"_s}, [this] { m_delivery.lookUp(m_visits.first()); });
}

void Play::friday()
{
    reach(QDate(2026, 11, 27), QTime(9, 0));
    signedIn({u"gl02"_s}, [this] { m_manager.lookAtTheHall(); });
    signedIn({u"admin"_s}, [this] {
        m_administrator.changeAPhone(u"fg02"_s, u"0769-20009999"_s);
        m_administrator.walkThrough();
    });
}

void Play::weeksLater()
{
    reach(QDate(2026, 12, 21), QTime(9, 0));
    signedIn({u"zh01"_s}, [this] { onVisits(u"zh01"_s, u"lapse"_s, &Counter::lapse); });
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

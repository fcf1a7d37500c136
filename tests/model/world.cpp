#include "world.h"

#include "modelclient.h"

namespace hall::model {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 minute = 60 * 1000;

QString cursorsOf(const ClientStore &store)
{
    QStringList cursors;
    for (auto at = store.cursors.cbegin(); at != store.cursors.cend(); ++at)
        cursors.append(at.key() + QString::number(at.value()));
    return cursors.join(u' ');
}

} // namespace

Items worldItems(bool isHall)
{
    return {{u"I1"_s, {.dept = u"A"_s, .joint = {u"B"_s}, .isHall = isHall}},
            {u"I2"_s, {.dept = u"B"_s, .joint = {u"A"_s, u"C"_s}, .isHall = isHall}},
            {u"I3"_s, {.dept = u"C"_s, .joint = {u"A"_s, u"B"_s}, .isHall = isHall}}};
}

RunReport runSeed(quint64 seed, const Rules &rules, bool isTraced)
{
    return World({.seed = seed, .rules = rules, .isTraced = isTraced}).run();
}

World::World(WorldSetting setting)
    : m_setting(setting)
    , m_random(setting.seed * 0x9E3779B97F4A7C15ULL + 1)
    , m_ids(setting.seed)
    , m_items(worldItems(isHall()))
    , m_server(std::make_unique<ModelServer>(m_items, setting.rules, m_book, setting.piece))
    , m_now(1'770'000'000'000)
{
    const QString word = isHall() ? u"/clerk"_s : u"/reviewer"_s;
    setPosts(u"pa"_s, {u"A"_s + word});
    setPosts(u"pb"_s, {u"B"_s + word});
    setPosts(u"pc"_s, {u"C"_s + word});
    setPosts(u"pd"_s, {u"A/clerk"_s, u"B/clerk"_s});
    setPosts(u"pe"_s,
             isHall() ? QStringList{u"/clerk"_s, u"/manager"_s} : QStringList{u"*/clerk"_s});
    addPc(u"s1"_s, {u"pa"_s, u"pb"_s});
    addPc(u"s2"_s, {u"pb"_s, chance(50) ? u"pe"_s : u"pc"_s});
    addPc(u"s3"_s, {u"pc"_s, u"pd"_s});
    addPc(u"s4"_s, {chance(50) ? u"pa"_s : u"pe"_s});
    watch();
    plan();
}

World::~World() = default;

void World::setPosts(const QString &person, const QStringList &posts)
{
    m_server->setPosts(person, posts);
    if (m_setting.mirror)
        m_setting.mirror->setPosts(person, posts);
}

void World::setStationScopes(const QString &login, const QStringList &scopes)
{
    m_server->setStationScopes(login, scopes);
    if (m_setting.mirror)
        m_setting.mirror->setStationScopes(login, scopes);
}

void World::addPc(const QString &login, const QStringList &people)
{
    setStationScopes(login, {u"*"_s});
    Pc pc;
    pc.login = login;
    pc.people = people;
    pc.disk = m_nextDisk++;
    const Client::Setting how{.items = m_items,
                              .rules = m_setting.rules,
                              .book = m_book,
                              .ids = &m_ids,
                              .now = [this] { return m_now; },
                              .nth = static_cast<int>(m_pcs.size()),
                              .seed = m_setting.seed};
    const auto faults = [this] { return nextFault(); };
    if (m_setting.makeClient)
        pc.client = m_setting.makeClient(how, *m_server, login, faults);
    else
        pc.client = std::make_unique<ModelClient>(how, *m_server, login, faults);
    if (m_setting.mirror)
        pc.client->link().reflect(m_setting.mirror->line(login));
    m_pcs.push_back(std::move(pc));
}

void World::watch()
{
    m_server->watchRefusals([this](const Refusal &refusal) { judgeRefusal(refusal); });
    m_server->watchAccepted([this](const EventRef &event) { judgeAccepted(event); });
}

Fault World::nextFault()
{
    if (m_isHealed || !chance(9))
        return Fault::None;
    static const QList<Fault> faults
        = {Fault::LostRequest, Fault::LostAnswer, Fault::LostAnswer, Fault::Late,
           Fault::Twice,       Fault::FlippedBit, Fault::FlippedBit};
    const Fault fault = oneOf(faults);
    return fault == Fault::Late && isHall() ? Fault::LostRequest : fault;
}

/// The first violation counts; what follows from it is noise.
void World::violate(const QString &kind, const QString &text)
{
    say([&] { return u"!! "_s + kind + u": "_s + text; });
    if (!m_report.violation)
        m_report.violation = Violation{.kind = kind, .text = text};
}

/// The rare things, at steps of this seed.
void World::plan()
{
    const auto at = [this](int from) { return from + dice(m_setting.steps - from); };
    for (int step = 6; step < m_setting.steps; step += 8 + dice(14))
        m_plan[step].append(u"backup"_s);
    if (chance(75)) {
        const int first = at(30);
        m_plan[first].append(u"restore"_s);
        if (chance(60))
            m_plan[chance(60) ? first + 1 + dice(6) : at(30)].append(u"restore"_s);
    }
    for (int i = 0; i < 2; ++i) {
        if (chance(70))
            m_plan[at(20)].append(u"rights"_s);
    }
    for (int i = 0; isRestless() && i < 3; ++i)
        m_plan[at(60)].append(u"reinstall"_s);
    if (chance(30))
        m_plan[at(25)].append(u"reinstall"_s);
    if (chance(35))
        m_plan[at(20)].append(u"clone"_s);
    if (chance(30)) {
        const int taken = at(15);
        m_plan[taken].append(u"image"_s);
        m_plan[std::min(taken + 5 + dice(40), m_setting.steps - 1)].append(u"imageBack"_s);
    }
}

void World::plannedStep()
{
    for (const QString &what : m_plan.value(m_step)) {
        Pc &pc = m_pcs[static_cast<size_t>(dice(static_cast<int>(m_pcs.size())))];
        if (what == "backup"_L1)
            backUp();
        else if (what == "restore"_L1)
            restore();
        else if (what == "rights"_L1)
            changeRights();
        else if (what == "rightsBack"_L1)
            giveRightsBack();
        else if (what == "reinstall"_L1)
            reinstall(pc);
        else if (what == "clone"_L1)
            cloneDisk(pc);
        else if (what == "image"_L1)
            m_pcs.front().image = m_pcs.front().client->copyDisk();
        else
            restoreImage(m_pcs.front());
    }
}

void World::step()
{
    m_now += (1 + dice(15)) * minute * (isHall() ? 20 : 1); // its timers are of days
    setNow();
    plannedStep();
    if (!m_late.isEmpty() && chance(20))
        deliverLate();
    Pc &pc = m_pcs[static_cast<size_t>(dice(static_cast<int>(m_pcs.size())))];
    if (pc.client->person().isEmpty() || chance(6)) {
        const QString person = oneOf(pc.people);
        say([&] { return u"%1: %2 sits down"_s.arg(named(pc), person); });
        static_cast<void>(pc.client->signIn(person));
    }
    if (chance(4))
        pc.offlineUntil = m_step + 10 + dice(40);
    if (chance(45) && pc.client->canWork())
        workStep(pc);
    else if (pc.offlineUntil <= m_step)
        networkStep(pc);
    renewTwins();
    lookInMirror();
}

void World::setNow()
{
    m_server->setNow(m_now);
    if (m_setting.mirror)
        m_setting.mirror->setNow(m_now);
}

void World::lookInMirror()
{
    if (m_setting.mirror && !m_setting.mirror->difference().isEmpty())
        violate(u"mirror"_s, m_setting.mirror->difference());
}

void World::workStep(Pc &pc)
{
    const int what = dice(100);
    if (what < 74)
        act(pc);
    else if (what < 86)
        resolve(pc);
    else if (what < 95)
        writeTimers(pc);
    else
        adoptElsewhere(pc);
}

void World::networkStep(Pc &pc)
{
    Client &client = *pc.client;
    const QString person = client.person().isEmpty() ? oneOf(pc.people) : client.person();
    bool went = client.link().isOpen() || (client.connect() && client.signIn(person));
    if (went && chance(15)) // a new connection, as after a break
        went = client.connect() && client.signIn(person);
    QString did;
    if (went && chance(75)) {
        went = client.push(1 + dice(8));
        did += went ? u" pushes"_s : u" fails to push"_s;
    }
    if (went && chance(40))
        went = client.sendPages();
    if (went && chance(70)) {
        went = client.pull(3 + dice(20), chance(8) ? dice(4) : -1);
        did += went ? u" pulls"_s : u" fails to pull"_s;
    }
    if (went && chance(30))
        went = client.fetchPages();
    if (went && chance(30) && client.store().nextLeased > client.store().lastLeased)
        went = client.leaseNumbers();
    if (auto late = client.link().takeLate())
        m_late.append(*late);
    say([&] {
        return u"%1:%2%3; confirmed %4, pulled %5, %6 waiting, %7 to look at"_s
            .arg(named(pc), did, went ? u""_s : u" (link lost)"_s)
            .arg(client.store().trail.isEmpty() ? 0 : client.store().trail.constFirst().pos)
            .arg(cursorsOf(client.store()))
            .arg(client.store().outbox.size())
            .arg(client.store().attention.size());
    });
}

/// Once one of two PCs under one code has a new one, numbers must not meet any more.
void World::renewTwins()
{
    for (Pc &pc : m_pcs) {
        if (pc.twinOf < 0)
            continue;
        Pc &other = m_pcs[static_cast<size_t>(pc.twinOf)];
        const QString code = pc.client->store().station;
        // An older image is unmasked when all it has is answered, unless the centre has forgotten
        // as well.
        const bool isUnmasked
            = pc.client->link().isOpen() && m_report.restores == 0 && pc.client->isSynchronised();
        const QString otherCode = &pc == &other ? pc.twinStation : other.client->store().station;
        const bool isOver = code != otherCode || (&pc == &other && isUnmasked);
        if (isOver) {
            other.twinOf = -1;
            pc.twinOf = -1;
        }
    }
}

RunReport World::run()
{
    setNow();
    for (m_step = 1; m_step <= m_setting.steps && !m_report.violation; ++m_step)
        step();
    if (!m_report.violation)
        heal();
    if (!m_report.violation) {
        checkPromises();
        checkTwice();
        checkOrder();
        checkChains();
        for (const Pc &pc : m_pcs)
            checkPc(pc);
        checkPages();
        checkNumbers();
        checkStuck();
    }
    m_report.promised = static_cast<int>(m_promises.size());
    return std::move(m_report);
}

QString World::named(const Event &event) const
{
    const QString what = event.type == "moved"_L1
        ? u"%1 (%2 → %3) on %4"_s.arg(event.action, event.from, event.to, event.branch)
        : event.type;
    return u"%1 %2 of case %3 by %4 at %5"_s.arg(
        event.id.text().left(6), what, event.stream.text().left(6),
        event.actor.isEmpty() ? u"the timer"_s : event.actor, event.station);
}

QString World::named(const Pc &pc) const
{
    return u"PC%1 (%2, %3)"_s.arg(&pc - m_pcs.data())
        .arg(pc.client->store().station, pc.client->person());
}

} // namespace hall::model

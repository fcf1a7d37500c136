#pragma once

#include "client.h"

#include <random>

namespace hall::model {

/// What went wrong, by the word that the ablations expect and in words for a person.
struct Violation
{
    QString kind = {};
    QString text = {};
};

struct WorldSetting
{
    quint64 seed = 1;
    Rules rules = {};
    int steps = 140;
    bool isTraced = false;
    MakeClient makeClient = {}; ///< empty = the model's own
    /// Bytes of a piece of a page; small, so that pages of the model have a few.
    qsizetype piece = 48;
    /// A second centre beside the model's: the world then is one that the real SQL takes.
    Mirror *mirror = nullptr;
};

struct RunReport
{
    std::optional<Violation> violation = {};
    QStringList trace = {};
    int promised = 0;
    int restores = 0;
};

/// What somebody has been promised: it was written on a disk before a receipt was printed.
struct Promise
{
    EventRef event = {};
    EventId root = {}; ///< first of its line of redos, also when the event does not say so
    int madeOn = 0;    ///< disk
    int disk = 0;      ///< where it must be kept now
    int rank = 0;      ///< order of making; a redo has that of its root
    bool isRedo = false;
    bool isWithdrawal = false;
    QSet<int> witnesses = {}; ///< disks that held it when a restore took it from the centre
};

struct Pc
{
    std::unique_ptr<Client> client = {};
    QString login = {};
    QStringList people = {};
    int disk = 0;
    int offlineUntil = 0;
    int twinOf = -1; ///< shares its code with that PC (or with its own past) until one is renewed
    QString twinStation = {};
    std::optional<Disk> image = {};
};

/// Workstations, people and a centre, driven by one seed: random steps with faults, then everything
/// heals and is synchronised, then the promises are checked. The same seed gives the same run.
class World
{
public:
    explicit World(WorldSetting setting);
    ~World();
    [[nodiscard]] RunReport run();

private:
    // Chance.
    [[nodiscard]] int dice(int sides)
    {
        return static_cast<int>(m_random() % static_cast<quint64>(sides));
    }
    [[nodiscard]] bool chance(int percent) { return dice(100) < percent; }
    template <class List> [[nodiscard]] auto oneOf(const List &list)
    {
        return list.at(dice(static_cast<int>(list.size())));
    }
    /// Seeds from a million on: cases change departments and PCs are installed anew all the time,
    /// for the rules that only matter when the one who moved a case is gone.
    [[nodiscard]] bool isRestless() const { return m_setting.seed >= 1'000'000; }
    [[nodiscard]] bool isHall() const { return m_setting.mirror != nullptr; }
    [[nodiscard]] Fault nextFault();
    void setPosts(const QString &person, const QStringList &posts);
    void setStationScopes(const QString &login, const QStringList &scopes);
    /// A line of the trace; the words are only made when it is wanted.
    template <class Words> void say(Words words)
    {
        if (m_setting.isTraced)
            m_report.trace.append(QStringLiteral("%1  %2").arg(m_step, 4).arg(words()));
    }
    void violate(const QString &kind, const QString &text);

    // Setting up, steps.
    void addPc(const QString &login, const QStringList &people);
    void watch();
    void plan();
    void step();
    void plannedStep();
    void networkStep(Pc &pc);
    void workStep(Pc &pc);
    void renewTwins();
    void setNow();
    void lookInMirror();

    // What people do.
    void act(Pc &pc);
    [[nodiscard]] std::optional<Draft> registration(Pc &pc);
    [[nodiscard]] QList<Draft> possible(Pc &pc, const StreamId &stream);
    void addMoves(Pc &pc, const CaseState &state, const Draft &base, QList<Draft> &drafts);
    void addAppends(Pc &pc, const CaseState &state, const Draft &base, QList<Draft> &drafts);
    void complete(Draft &draft, const CaseState &state);
    EventRef write(Pc &pc, const Draft &draft, const EventId &root = {});
    void remember(Pc &pc, const EventRef &event, const EventId &root);
    void notePrinted(const Pc &pc, const EventRef &event);
    void resolve(Pc &pc);
    void resolveItem(Pc &pc, qsizetype item);
    [[nodiscard]] std::optional<Draft> redo(Pc &pc, const Event &event);
    [[nodiscard]] std::optional<Draft> withdrawal(Pc &pc, const Event &event);
    void adoptElsewhere(Pc &pc);
    void writeTimers(Pc &pc);
    [[nodiscard]] QStringList postsOf(const QString &person) const;

    // What happens to them.
    void changeRights();
    void giveRightsBack();
    void backUp();
    void restore();
    void reinstall(Pc &pc);
    void cloneDisk(Pc &pc);
    void restoreImage(Pc &pc);
    void newDisk(Pc &pc);
    void moveTo(const ClientStore &store, int oldDisk, int newDisk);
    void deliverLate();

    // Healing and checking.
    void heal();
    void settleRound(bool mayWork);
    [[nodiscard]] qint64 stillness() const;
    void probe();
    void visit(Pc &pc, const QString &person, bool mayWork);
    void checkPromises();
    void checkPromise(const Promise &promise, const QHash<EventId, qint64> &doneRoots);
    [[nodiscard]] bool isInFrontOfSomebody(const Promise &promise) const;
    void checkTwice();
    void checkOrder();
    void checkChains();
    void checkPc(const Pc &pc);
    void checkStream(const Pc &pc, const StreamId &stream, const StreamRow &row);
    void checkLeaks(const Pc &pc, const QStringList &kept);
    void checkPages();
    void checkPcPages(const Pc &pc, const QStringList &kept);
    void checkNumbers();
    void checkStuck();
    [[nodiscard]] bool waitsForLostPage(const Offer &offer) const;
    void judgeRefusal(const Refusal &refusal);
    void judgeAccepted(const EventRef &event);
    [[nodiscard]] QString named(const Event &event) const;
    [[nodiscard]] QString named(const Pc &pc) const;

    WorldSetting m_setting;
    std::mt19937_64 m_random;
    SeededIds m_ids;
    std::shared_ptr<EventBook> m_book = std::make_shared<EventBook>();
    Items m_items;
    std::unique_ptr<ModelServer> m_server;
    std::vector<Pc> m_pcs;
    qint64 m_now = 0;
    int m_step = 0;
    int m_nextDisk = 1;
    bool m_isHealed = false;
    QSet<int> m_deadDisks;
    QMap<int, QStringList> m_plan;         ///< step → what happens then
    QList<std::pair<int, Town>> m_backups; ///< with their numbers
    int m_backupNo = 0;
    QList<LatePush> m_late;
    QMap<EventId, Promise> m_promises;
    QHash<EventId, EventId> m_roots;
    QSet<EventId> m_withdrawn;
    QHash<QString, std::pair<EventId, bool>> m_printed; ///< number → root, and by a twin
    QHash<EventId, EventRef> m_timers;
    QMap<QString, QStringList> m_formerPosts;
    bool m_haveRightsChanged = false;
    QSet<int> m_probed; ///< disks
    RunReport m_report;
};

[[nodiscard]] Items worldItems(bool isHall);
/// One run.
[[nodiscard]] RunReport runSeed(quint64 seed, const Rules &rules, bool isTraced = false);

} // namespace hall::model

#pragma once

#include "domain/catalogue.h"
#include "domain/localtext.h"
#include "domain/result.h"
#include "domain/roles.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace hall {

/// Outer phases, the same for every definition (features.md, "Phases and states"). Lists, figures
/// and lights know phases; only a definition knows its states.
enum class Phase {
    Received,
    Correction,
    Review,
    Decision,
    Making,
    Delivery,
    Closed,
    Refused,
    Withdrawn,
    Lapsed,
    Void
};
[[nodiscard]] QString phaseWord(Phase phase);
[[nodiscard]] std::optional<Phase> phaseFromWord(const QString &word);
/// True for Closed, Refused, Withdrawn, Lapsed and Void: nothing but notes and papers follows.
[[nodiscard]] bool isEnd(Phase phase);

/// Whose pile a case in a state lies in.
enum class OwnerDept {
    Lead,   ///< the item's department
    Step,   ///< the department of the item's step
    Member, ///< the member of the sign-off group that the branch stands for
    Hall    ///< any post of the role, whatever its department (town leader, cashier, manager)
};

/// How the promise clock behaves in a state. The city's own time (W5) is shown apart and not
/// counted.
enum class ClockMode { NotStarted, Runs, Outside, Finished };

/// How a sign-off group ends (design.md section 4: the end is no event, it follows from the
/// opinions).
enum class GroupRule { All, Any, Quorum, Veto };
/// What one refusal inside a group does.
enum class OnRefusal { Counted, EndsGroup };

struct GroupDef
{
    enum class Members {
        JointDepts, ///< one branch per joint department of the item
        Seats       ///< `seats` branches for different persons of one post (two officers on site)
    };
    Members members = Members::JointDepts;
    int seats = 0;
    GroupRule rule = GroupRule::All;
    int quorum = 0;
    OnRefusal onRefusal = OnRefusal::Counted;
    QString next = {}; ///< state of the main line when the group has ended
};

struct StateDef
{
    QString id = {};
    Phase phase = Phase::Review;
    LocalText name = {};
    LocalText publicName = {}; ///< what an applicant may read
    QString step = {};         ///< code of the item's step that fills limit and department
    std::optional<Role> owner = {};
    OwnerDept ownerDept = OwnerDept::Lead;
    ClockMode clock = ClockMode::Runs;
    std::optional<GroupDef> group = {};
};

enum class OpinionRule { None, Optional, Required };
/// What an action may do without the centre (features.md E22).
enum class OfflineClass { Free, Provisional, OnlineOnly };
/// What sort of move: pages and lists show the sorts differently; `decide` checks them differently.
enum class ActionSort { Forward, Back, Correct, Refuse, Withdraw, Lapse, Void, Suspend, Resume };
enum class Verdict { None, Grant, Deny };

/// Conditions on data, checked by decide and again by every fold of the event.
enum class Need {
    Materials,       ///< every required line received and right
    Problems,        ///< at least one line says what is wrong
    FirstCorrection, ///< no correction notice before (a second is another action, of the manager)
    Paid,            ///< every fee slip paid
    Findings,        ///< the site visit's record, two officers
    Collector,       ///< who takes the result
    Ground,          ///< ground of a refusal, stop or withdrawal
    Certificate      ///< the number of the made document
};

struct ActionDef
{
    QString id = {};
    LocalText name = {};
    ActionSort sort = ActionSort::Forward;
    QStringList from = {};
    QString to = {}; ///< empty for Back (the person chooses), Suspend and Resume (stays)
    QList<Role> roles = {};
    OpinionRule opinion = OpinionRule::None;
    bool isSigned = false; ///< a signature with its manifest
    /// Four eyes: a person who acted under one eye of a case may not act under another one.
    QString eye = {};
    QList<Need> needs = {};
    QStringList papers = {}; ///< paper codes that become "wanted"
    Verdict verdict = Verdict::None;
    QString finish = {}; ///< finish code (办结结果) where the action ends the case
    OfflineClass offline = OfflineClass::Free;
    bool demandsFees = false; ///< the case's fee slip is made by this action
};

/// A workflow definition as data (design.md section 5). Immutable once published; a running case
/// keeps its version.
class Definition
{
public:
    /// Reads the JSON file; DefinitionInvalid with the first fault of form. Call lint() for the
    /// rest.
    [[nodiscard]] static Result<Definition> fromJson(const QByteArray &json);

    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const LocalText &name() const { return m_name; }
    [[nodiscard]] bool hasFourEyes() const { return m_fourEyes; }
    [[nodiscard]] const QByteArray &json() const { return m_json; }
    [[nodiscard]] const QList<StateDef> &states() const { return m_states; }
    [[nodiscard]] const QList<ActionDef> &actions() const { return m_actions; }
    [[nodiscard]] const StateDef *state(const QString &id) const;
    [[nodiscard]] const ActionDef *action(const QString &id) const;
    /// Actions that leave a state, in the file's order.
    [[nodiscard]] QList<const ActionDef *> actionsFrom(const QString &state) const;
    /// States that a Back action may name: earlier in the file's order, with an owner, not the
    /// group's own.
    [[nodiscard]] QStringList earlierStates(const QString &state) const;

    static constexpr int form = 1; ///< version of the file's own form

private:
    QString m_code;
    int m_version = 1;
    LocalText m_name;
    bool m_fourEyes = true;
    QByteArray m_json;
    QList<StateDef> m_states;
    QList<ActionDef> m_actions;
};

/// All versions of all definitions, by code and version.
class Definitions
{
public:
    void add(const Definition &definition);
    [[nodiscard]] const Definition *find(const QString &code, int version) const;
    [[nodiscard]] const Definition *newest(const QString &code) const;
    [[nodiscard]] QList<const Definition *> all() const;

private:
    QMap<QString, QMap<int, Definition>> m_byCode;
};

/// What the linter finds (design.md section 5): each fault is one line in English for the
/// administrator's report, e.g. "state review: nobody can act".
[[nodiscard]] QStringList lint(const Definition &definition);
/// Faults of an item against its definition: missing step, step limits that do not add up to the
/// promise, promise later than the statute, same-day item with a limit of days (domain.md section
/// 4).
[[nodiscard]] QStringList lint(const ItemDef &item, const Definition &definition);

} // namespace hall

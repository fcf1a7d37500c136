#include "domain/definition.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

template <class T, size_t N> using Words = std::array<std::pair<QLatin1StringView, T>, N>;

const Words<Phase, 11> phases{{{"received"_L1, Phase::Received},
                               {"correction"_L1, Phase::Correction},
                               {"review"_L1, Phase::Review},
                               {"decision"_L1, Phase::Decision},
                               {"making"_L1, Phase::Making},
                               {"delivery"_L1, Phase::Delivery},
                               {"closed"_L1, Phase::Closed},
                               {"refused"_L1, Phase::Refused},
                               {"withdrawn"_L1, Phase::Withdrawn},
                               {"lapsed"_L1, Phase::Lapsed},
                               {"void"_L1, Phase::Void}}};
const Words<ClockMode, 4> clockModes{{{"notStarted"_L1, ClockMode::NotStarted},
                                      {"run"_L1, ClockMode::Runs},
                                      {"outside"_L1, ClockMode::Outside},
                                      {"finished"_L1, ClockMode::Finished}}};
const Words<OwnerDept, 4> ownerDepts{{{"lead"_L1, OwnerDept::Lead},
                                      {"step"_L1, OwnerDept::Step},
                                      {"member"_L1, OwnerDept::Member},
                                      {"hall"_L1, OwnerDept::Hall}}};
const Words<ActionSort, 9> sorts{{{"forward"_L1, ActionSort::Forward},
                                  {"back"_L1, ActionSort::Back},
                                  {"correct"_L1, ActionSort::Correct},
                                  {"refuse"_L1, ActionSort::Refuse},
                                  {"withdraw"_L1, ActionSort::Withdraw},
                                  {"lapse"_L1, ActionSort::Lapse},
                                  {"void"_L1, ActionSort::Void},
                                  {"suspend"_L1, ActionSort::Suspend},
                                  {"resume"_L1, ActionSort::Resume}}};
const Words<OpinionRule, 3> opinionRules{{{"none"_L1, OpinionRule::None},
                                          {"optional"_L1, OpinionRule::Optional},
                                          {"required"_L1, OpinionRule::Required}}};
const Words<Need, 8> needs{{{"materials"_L1, Need::Materials},
                            {"problems"_L1, Need::Problems},
                            {"firstCorrection"_L1, Need::FirstCorrection},
                            {"paid"_L1, Need::Paid},
                            {"findings"_L1, Need::Findings},
                            {"collector"_L1, Need::Collector},
                            {"ground"_L1, Need::Ground},
                            {"certificate"_L1, Need::Certificate}}};
const Words<Verdict, 3> verdicts{
    {{"none"_L1, Verdict::None}, {"grant"_L1, Verdict::Grant}, {"deny"_L1, Verdict::Deny}}};
const Words<OfflineClass, 3> offlineClasses{{{"free"_L1, OfflineClass::Free},
                                             {"provisional"_L1, OfflineClass::Provisional},
                                             {"online"_L1, OfflineClass::OnlineOnly}}};
const Words<GroupRule, 4> groupRules{{{"all"_L1, GroupRule::All},
                                      {"any"_L1, GroupRule::Any},
                                      {"quorum"_L1, GroupRule::Quorum},
                                      {"veto"_L1, GroupRule::Veto}}};
const Words<OnRefusal, 2> refusals{
    {{"counted"_L1, OnRefusal::Counted}, {"endsGroup"_L1, OnRefusal::EndsGroup}}};
const Words<GroupDef::Members, 2> memberSorts{
    {{"jointDepts"_L1, GroupDef::Members::JointDepts}, {"seats"_L1, GroupDef::Members::Seats}}};

/// Reads the file and remembers the first fault, so that each field is one line.
class Reader
{
public:
    template <class T, size_t N>
    T word(const QJsonObject &object, QLatin1StringView key, const Words<T, N> &words, T absent)
    {
        if (!object.contains(key))
            return absent;
        return known(object.value(key).toString(), key, words, absent);
    }

    template <class T, size_t N>
    T known(const QString &text, QLatin1StringView key, const Words<T, N> &words, T absent)
    {
        for (const auto &[name, value] : words) {
            if (name == text)
                return value;
        }
        fault(key + u": unknown word "_s + text);
        return absent;
    }

    QString required(const QJsonObject &object, QLatin1StringView key)
    {
        const QString text = object.value(key).toString();
        if (text.isEmpty())
            fault(key + u": missing"_s);
        return text;
    }

    Role role(const QString &text)
    {
        const std::optional<Role> found = roleFromWord(text);
        if (!found)
            fault(u"role: unknown word "_s + text);
        return found.value_or(Role::Clerk);
    }

    void fault(const QString &what)
    {
        if (m_fault.isEmpty())
            m_fault = what;
    }
    [[nodiscard]] const QString &faultText() const { return m_fault; }

private:
    QString m_fault;
};

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list.append(entry.toString());
    return list;
}

GroupDef groupFrom(const QJsonObject &object, Reader &reader)
{
    return {.members = reader.word(object, "members"_L1, memberSorts, GroupDef::Members::Seats),
            .seats = object.value("seats"_L1).toInt(),
            .rule = reader.word(object, "rule"_L1, groupRules, GroupRule::All),
            .quorum = object.value("quorum"_L1).toInt(),
            .onRefusal = reader.word(object, "onRefusal"_L1, refusals, OnRefusal::Counted),
            .next = reader.required(object, "next"_L1)};
}

StateDef stateFrom(const QJsonObject &object, Reader &reader)
{
    StateDef state{.id = reader.required(object, "id"_L1),
                   .phase = reader.word(object, "phase"_L1, phases, Phase::Review),
                   .name = LocalText::fromJson(object.value("name"_L1).toObject()),
                   .publicName = LocalText::fromJson(object.value("public"_L1).toObject()),
                   .step = object.value("step"_L1).toString(),
                   .clock = reader.word(object, "clock"_L1, clockModes, ClockMode::Runs)};
    if (object.contains("owner"_L1)) {
        const QJsonObject owner = object.value("owner"_L1).toObject();
        state.owner = reader.role(owner.value("role"_L1).toString());
        state.ownerDept = reader.word(owner, "dept"_L1, ownerDepts, OwnerDept::Lead);
    }
    if (object.contains("group"_L1)) {
        const QJsonObject group = object.value("group"_L1).toObject();
        state.group = groupFrom(group, reader);
        state.owner = reader.role(group.value("role"_L1).toString());
        state.ownerDept = state.group->members == GroupDef::Members::JointDepts ? OwnerDept::Member
                                                                                : OwnerDept::Step;
    }
    return state;
}

ActionDef actionFrom(const QJsonObject &object, Reader &reader)
{
    ActionDef action{
        .id = reader.required(object, "id"_L1),
        .name = LocalText::fromJson(object.value("name"_L1).toObject()),
        .sort = reader.word(object, "sort"_L1, sorts, ActionSort::Forward),
        .from = strings(object.value("from"_L1)),
        .to = object.value("to"_L1).toString(),
        .opinion = reader.word(object, "opinion"_L1, opinionRules, OpinionRule::None),
        .isSigned = object.value("signed"_L1).toBool(),
        .eye = object.value("eye"_L1).toString(),
        .papers = strings(object.value("papers"_L1)),
        .verdict = reader.word(object, "verdict"_L1, verdicts, Verdict::None),
        .finish = object.value("finish"_L1).toString(),
        .offline = reader.word(object, "offline"_L1, offlineClasses, OfflineClass::Free),
        .demandsFees = object.value("demandsFees"_L1).toBool(),
    };
    for (const QString &word : strings(object.value("roles"_L1)))
        action.roles.append(reader.role(word));
    for (const QString &word : strings(object.value("needs"_L1)))
        action.needs.append(reader.known(word, "needs"_L1, needs, Need::Ground));
    return action;
}

} // namespace

QString phaseWord(Phase phase)
{
    for (const auto &[word, known] : phases) {
        if (known == phase)
            return word;
    }
    return {};
}

std::optional<Phase> phaseFromWord(const QString &word)
{
    for (const auto &[known, phase] : phases) {
        if (known == word)
            return phase;
    }
    return std::nullopt;
}

bool isEnd(Phase phase)
{
    switch (phase) {
    case Phase::Closed:
    case Phase::Refused:
    case Phase::Withdrawn:
    case Phase::Lapsed:
    case Phase::Void:
        return true;
    case Phase::Received:
    case Phase::Correction:
    case Phase::Review:
    case Phase::Decision:
    case Phase::Making:
    case Phase::Delivery:
        return false;
    }
    return false;
}

Result<Definition> Definition::fromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonObject object = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return Error{ErrorKind::DefinitionInvalid, parsing.errorString()};
    if (object.value("form"_L1).toInt() != form)
        return Error{ErrorKind::DefinitionInvalid, u"form: not known to this program"_s};
    Reader reader;
    Definition definition;
    definition.m_code = reader.required(object, "code"_L1);
    definition.m_version = object.value("version"_L1).toInt(1);
    definition.m_name = LocalText::fromJson(object.value("name"_L1).toObject());
    definition.m_fourEyes = object.value("fourEyes"_L1).toBool(true);
    definition.m_json = json;
    for (const QJsonValue &state : object.value("states"_L1).toArray())
        definition.m_states.append(stateFrom(state.toObject(), reader));
    for (const QJsonValue &action : object.value("actions"_L1).toArray())
        definition.m_actions.append(actionFrom(action.toObject(), reader));
    if (!reader.faultText().isEmpty())
        return Error{ErrorKind::DefinitionInvalid, reader.faultText()};
    return definition;
}

const StateDef *Definition::state(const QString &id) const
{
    const auto found = std::ranges::find(m_states, id, &StateDef::id);
    return found == m_states.end() ? nullptr : &*found;
}

const ActionDef *Definition::action(const QString &id) const
{
    const auto found = std::ranges::find(m_actions, id, &ActionDef::id);
    return found == m_actions.end() ? nullptr : &*found;
}

QList<const ActionDef *> Definition::actionsFrom(const QString &state) const
{
    QList<const ActionDef *> found;
    for (const ActionDef &candidate : m_actions) {
        if (candidate.from.contains(state))
            found.append(&candidate);
    }
    return found;
}

QStringList Definition::earlierStates(const QString &state) const
{
    QStringList earlier;
    for (const StateDef &candidate : m_states) {
        if (candidate.id == state)
            break;
        // An accepted case stays accepted: nothing goes back before acceptance.
        if (candidate.owner && candidate.phase != Phase::Received
            && candidate.phase != Phase::Correction)
            earlier.append(candidate.id);
    }
    return earlier;
}

void Definitions::add(const Definition &definition)
{
    m_byCode[definition.code()].insert(definition.version(), definition);
}

const Definition *Definitions::find(const QString &code, int version) const
{
    const auto versions = m_byCode.constFind(code);
    if (versions == m_byCode.constEnd())
        return nullptr;
    const auto found = versions->constFind(version);
    return found == versions->constEnd() ? nullptr : &*found;
}

const Definition *Definitions::newest(const QString &code) const
{
    const auto versions = m_byCode.constFind(code);
    if (versions == m_byCode.constEnd() || versions->isEmpty())
        return nullptr;
    return &versions->last();
}

QList<const Definition *> Definitions::all() const
{
    QList<const Definition *> found;
    for (const auto &versions : m_byCode) {
        for (const Definition &definition : versions)
            found.append(&definition);
    }
    return found;
}

} // namespace hall

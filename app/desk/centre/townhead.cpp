#include "desk/centre/townhead.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

LocalText stateNameOf(const QJsonObject &head, const QString &state, const Reference &reference)
{
    const QString workflow = head.value("workflow"_L1).toString();
    const Definition *definition
        = reference.definitions.find(workflow, head.value("definition"_L1).toInt(1));
    if (!definition)
        definition = reference.definitions.newest(workflow);
    const StateDef *found = definition ? definition->state(state) : nullptr;
    return found ? found->name : LocalText{.zh = state};
}

} // namespace

TownHead townHead(const QJsonObject &answer, const Reference &reference)
{
    const QJsonObject head = answer.value("head"_L1).toObject();
    const auto text = [&head](QLatin1StringView name) { return head.value(name).toString(); };
    TownHead found{.stream = StreamId::fromText(answer.value("stream"_L1).toString()),
                   .number = text("number"_L1),
                   .applicant = text("name"_L1),
                   .idNumber = text("idNumber"_L1),
                   .phone = text("phone"_L1),
                   .itemCode = text("item"_L1),
                   .itemName = {.zh = text("item"_L1)},
                   .stateName = stateNameOf(head, answer.value("state"_L1).toString(), reference),
                   .dept = text("dept"_L1),
                   .deptName = {.zh = text("dept"_L1)},
                   .isOpen = answer.value("open"_L1).toBool(true)};
    if (const ItemDef *item = reference.item(found.itemCode))
        found.itemName = item->name;
    const Department *dept = reference.department(found.dept);
    if (dept && !dept->name.zh.isEmpty())
        found.deptName = dept->name;
    return found;
}

} // namespace hall

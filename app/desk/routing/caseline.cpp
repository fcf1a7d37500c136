#include "desk/routing/caseline.h"

namespace hall {

CaseLine caseLine(const CaseRow &row, const QDateTime &now, const Reference &reference)
{
    CaseLine line{.row = row,
                  .light = lightOf(row.light, now, reference),
                  .itemName = {.zh = row.itemName},
                  .stateName = {.zh = row.state}};
    const ItemDef *item = reference.item(row.itemCode);
    if (!item)
        return line;
    line.itemName.en = item->name.en;
    // The row does not carry its definition's version; a state keeps its name from one to the next.
    const Definition *definition = reference.definitions.newest(item->workflow);
    if (const StateDef *state = definition ? definition->state(row.state) : nullptr)
        line.stateName = state->name;
    return line;
}

QList<CaseLine> caseLines(const QList<CaseRow> &rows, const QDateTime &now,
                          const Reference &reference)
{
    QList<CaseLine> lines;
    lines.reserve(rows.size());
    for (const CaseRow &row : rows)
        lines.append(caseLine(row, now, reference));
    return lines;
}

} // namespace hall

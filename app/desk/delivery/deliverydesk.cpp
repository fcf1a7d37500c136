#include "desk/delivery/deliverydesk.h"

#include "papers/codes.h"
#include "store/store.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestList = 500;

} // namespace

QStringList departmentsServed(const Session &session, const Reference &reference)
{
    if (session.post.dept.isEmpty())
        return {};
    const Window *window = reference.window(session.window);
    if (window && window->depts.contains(session.post.dept))
        return window->depts;
    return {session.post.dept};
}

QFuture<Result<QList<ReadyLine>>> DeliveryDesk::ready(const Session &session) const
{
    return m_place.store.read([session,
                               now = m_place.clock.now()](ReadTx &tx) -> Result<QList<ReadyLine>> {
        const Result<QList<CaseRow>> rows
            = casesIn(tx, CaseList::Ready, departmentsServed(session, tx.reference()), longestList);
        if (!rows.ok())
            return rows.error();
        QList<ReadyLine> lines;
        for (const CaseRow &row : rows.value()) {
            lines.append({.row = row,
                          .light = lightOf(row.light, now, tx.reference()),
                          .daysLeft = tx.reference().calendar.workingDaysBetween(hallDate(now),
                                                                                 row.deliveryDue)});
        }
        std::ranges::stable_sort(lines, std::ranges::greater(), &ReadyLine::light);
        return lines;
    });
}

QFuture<Result<CaseFile>> DeliveryDesk::open(const StreamId &stream) const
{
    return m_acts.load(stream);
}

QFuture<Result<StreamId>> DeliveryDesk::find(const QString &text) const
{
    return m_place.store.read([text = text.trimmed()](ReadTx &tx) -> Result<StreamId> {
        if (const std::optional<SlipCode> code = parseSlipCode(text))
            return StreamId(code->caseId);
        return caseByNumber(tx, text);
    });
}

QFuture<Result<ActResult>> DeliveryDesk::handOver(const CaseFile &file, const Collector &collector,
                                                  const Session &session) const
{
    const Branch *mainLine = file.branch(u"main"_s);
    Act act{.action = u"handOver"_s, .expects = mainLine ? mainLine->last : EventId()};
    act.details.collector = collector;
    return m_acts.run(file.id, session, act);
}

} // namespace hall

#include "desk/delivery/deliverydesk.h"

#include "desk/routing/departments.h"
#include "papers/codes.h"
#include "papers/paper.h"
#include "store/store.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestList = 500;

/// The step to which a collector belongs; empty where the case has none now.
QString handingStep(const CaseFile &file, const Reference &reference)
{
    const Definition *definition
        = reference.definitions.find(file.item.workflow, file.definitionVersion);
    if (!definition)
        return {};
    for (const ActionDef *action : definition->actionsFrom(file.state())) {
        if (action->needs.contains(Need::Collector))
            return action->id;
    }
    return {};
}

} // namespace

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
    Act act{.expects = mainLine ? mainLine->last : EventId()};
    act.details.collector = collector;
    return m_place.store.write(
        [stream = file.id, session, act, &ids = m_place.ids](WriteTx &tx) -> Result<ActResult> {
            const Result<CaseFile> now = tx.caseFile(stream);
            if (!now.ok())
                return now.error();
            Act step = act;
            step.action = handingStep(now.value(), tx.reference());
            if (step.action.isEmpty())
                return Error{ErrorKind::StateMoved, now.value().state()};
            Result<ActResult> result = CaseActs::runIn(tx, stream, session, step, ids);
            if (!result.ok())
                return result;
            QList<CasePaper> papers;
            for (const CasePaper &decision : decisionsOf(result.value().file)) {
                if (decision.state == PaperState::Wanted || decision.state == PaperState::Spoiled)
                    papers.append(decision);
            }
            result.value().wanted = papers + result.value().wanted;
            return result;
        });
}

QFuture<Result<ActResult>> DeliveryDesk::confirmSigned(const StreamId &stream,
                                                       const QStringList &papers,
                                                       const Session &session) const
{
    return m_place.store.write(
        [stream, papers, session, &ids = m_place.ids](WriteTx &tx) -> Result<ActResult> {
            const Result<CaseFile> before = tx.caseFile(stream);
            if (!before.ok())
                return before.error();
            QList<MarkPaper> marks;
            for (const QString &paper : papers)
                marks.append({.paper = paper, .state = PaperState::Printed});
            for (const CasePaper &decision : decisionsOf(before.value())) {
                const bool isJustPrinted = papers.contains(decision.id);
                if (decision.state == PaperState::Sent && !isJustPrinted)
                    marks.append({.paper = decision.id, .state = PaperState::Printed});
                if (decision.state == PaperState::Sent || decision.state == PaperState::Printed
                    || isJustPrinted)
                    marks.append({.paper = decision.id, .state = PaperState::HandedOver});
            }
            Result<ActResult> last = Error{ErrorKind::NotFound, u"paper"_s};
            for (const MarkPaper &mark : marks) {
                last = CaseActs::runIn(tx, stream, session, mark, ids);
                if (!last.ok())
                    return last;
            }
            return last;
        });
}

QList<CasePaper> DeliveryDesk::decisionsOf(const CaseFile &file)
{
    QList<CasePaper> decisions;
    for (const CasePaper &paper : file.papers) {
        const std::optional<PaperKind> kind = paperFromCode(paper.kind);
        if (kind == PaperKind::GrantDecision || kind == PaperKind::DenialDecision)
            decisions.append(paper);
    }
    return decisions;
}

bool DeliveryDesk::isReady(const CaseFile &file)
{
    return file.phase == Phase::Delivery;
}

} // namespace hall

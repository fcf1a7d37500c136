#include "desk/intake/intakedesk.h"

#include "desk/intake/draftshelf.h"
#include "domain/identity.h"
#include "store/store.h"
#include "store/transaction.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

using Outcome = Result<ActResult>;

/// Several commands on one case inside one transaction; papers wanted on the way are collected.
class CaseSteps
{
public:
    CaseSteps(WriteTx &tx, const Session &session, IdSource &ids)
        : m_tx(tx)
        , m_session(session)
        , m_ids(ids)
    {
    }

    [[nodiscard]] Outcome begin(const CounterWork &work, const ItemWork &item)
    {
        if (item.loaded.isNull())
            return take(CaseActs::openIn(m_tx, registrationOf(work, item), m_session, m_ids));
        const Result<CaseFile> file = m_tx.caseFile(item.loaded);
        if (!file.ok())
            return file.error();
        const Branch *line = file.value().branch(u"main"_s);
        if (line && !item.seen.isNull() && line->last != item.seen)
            return Error{ErrorKind::StateMoved, file.value().state()};
        m_result.file = file.value();
        return bringUp(item);
    }

    [[nodiscard]] Outcome run(const Command &command)
    {
        return take(CaseActs::runIn(m_tx, m_result.file.id, m_session, command, m_ids));
    }

    [[nodiscard]] const ActResult &result() const { return m_result; }

private:
    [[nodiscard]] Registration registrationOf(const CounterWork &work, const ItemWork &item)
    {
        Registration registration{.stream = m_ids.make<StreamId>(),
                                  .item = item.item,
                                  .applicant = work.applicant,
                                  .agent = work.agent,
                                  .summary = item.summary,
                                  .visit = work.visit,
                                  .lines = item.lines,
                                  .pages = item.pages};
        if (registration.applicant.id.isNull())
            registration.applicant.id = m_ids.make<ApplicantId>();
        return registration;
    }

    /// Writes what the screen knows and the journal does not: the checklist, and pages.
    [[nodiscard]] Outcome bringUp(const ItemWork &item)
    {
        if (!sameChecks(m_result.file, item.lines)) {
            if (const Outcome checked = run(CheckMaterials{.lines = item.lines}); !checked.ok())
                return checked;
        }
        AttachPages attach;
        for (const PageRef &page : item.pages) {
            if (std::ranges::find(m_result.file.pages, page.id, &CasePage::id)
                == m_result.file.pages.end())
                attach.pages.append(page);
        }
        if (!attach.pages.isEmpty()) {
            if (const Outcome attached = run(attach); !attached.ok())
                return attached;
        }
        return m_result;
    }

    [[nodiscard]] static bool sameChecks(const CaseFile &file, const QList<LineCheck> &lines)
    {
        return std::ranges::all_of(lines, [&file](const LineCheck &line) {
            return std::ranges::any_of(file.materials, [&line](const MaterialLine &known) {
                return known.due.no == line.line && known.originals == line.originals
                    && known.copies == line.copies && known.verdict == line.verdict
                    && known.problem == line.problem;
            });
        });
    }

    [[nodiscard]] Outcome take(Outcome outcome)
    {
        if (outcome.ok()) {
            m_result.file = outcome.value().file;
            m_result.wanted.append(outcome.value().wanted);
        }
        return outcome;
    }

    WriteTx &m_tx;
    const Session &m_session;
    IdSource &m_ids;
    ActResult m_result;
};

/// The actions, in order, that a wish means for an item.
Result<QList<Act>> actsFor(const IntakeOrder &order, const ItemWork &item,
                           const Reference &reference)
{
    const ItemDef *known = reference.item(item.item);
    if (!known)
        return Error{ErrorKind::ReferenceMissing, item.item};
    const IntakePlan plan = planOf(*known, item.version, reference);
    const auto one = [&order](const QString &action) -> Result<QList<Act>> {
        if (action.isEmpty())
            return Error{ErrorKind::ActionUnknown};
        return QList<Act>{
            {.action = action, .details = {.ground = order.ground, .rightBody = order.rightBody}}};
    };
    switch (order.wish) {
    case IntakeWish::Accept: {
        Result<QList<Act>> acts = one(plan.accept);
        if (acts.ok()) {
            acts.value().first().details.feeQuantities = item.feeQuantities;
            if (plan.isOnTheSpot())
                acts.value().append({.action = plan.grant});
        }
        return acts;
    }
    case IntakeWish::TakeIn:
    case IntakeWish::Check:
        return QList<Act>();
    case IntakeWish::Correct:
        return one(plan.correct);
    case IntakeWish::Refuse:
        return one(order.refusal);
    case IntakeWish::Withdraw:
        return one(plan.withdraw);
    case IntakeWish::Lapse:
        return one(plan.lapse);
    }
    return QList<Act>();
}

Outcome doItem(WriteTx &tx, const IntakeOrder &order, int index, CaseSteps &steps)
{
    if (index < 0 || index >= order.work.items.size())
        return Error{ErrorKind::FieldMissing, u"item"_s};
    const ItemWork &item = order.work.items.at(index);
    const Result<QList<Act>> acts = actsFor(order, item, tx.reference());
    if (!acts.ok())
        return acts.error();
    if (const Outcome begun = steps.begin(order.work, item); !begun.ok())
        return begun;
    for (const Act &act : acts.value()) {
        if (const Outcome acted = steps.run(act); !acted.ok())
            return acted;
    }
    return steps.result();
}

} // namespace

QFuture<Result<QList<ActResult>>> IntakeDesk::commit(const IntakeOrder &order,
                                                     const Session &session) const
{
    return m_place.store.write(
        [order, session, &ids = m_place.ids](WriteTx &tx) -> Result<QList<ActResult>> {
            IntakeOrder whole = order;
            // One visit, one directory entry: later items name the same person.
            if (whole.work.applicant.id.isNull())
                whole.work.applicant.id = ids.make<ApplicantId>();
            if (whole.work.visit.isNull())
                whole.work.visit = ids.make<VisitId>();
            if (!whole.rest.isEmpty()) {
                whole.rest.visit = whole.work.visit;
                whole.rest.applicant.id = whole.work.applicant.id;
            }
            QList<ActResult> results;
            for (const int index : whole.items) {
                CaseSteps steps(tx, session, ids);
                const Outcome outcome = doItem(tx, whole, index, steps);
                if (!outcome.ok())
                    return outcome.error();
                results.append(outcome.value());
            }
            const Result<Done> kept = DraftShelf::putIn(tx, whole.draft, whole.rest, session);
            if (!kept.ok())
                return kept.error();
            return results;
        });
}

CounterWork IntakeDesk::workOf(const CaseFile &file)
{
    ItemWork item{.item = file.item.code,
                  .loaded = file.id,
                  .number = file.number,
                  .version = file.definitionVersion,
                  .summary = file.summary};
    if (const Branch *line = file.branch(u"main"_s))
        item.seen = line->last;
    for (const MaterialLine &line : file.materials) {
        item.lines.append({.line = line.due.no,
                           .originals = line.originals,
                           .copies = line.copies,
                           .verdict = line.verdict,
                           .problem = line.problem});
    }
    for (const CasePage &page : file.livePages()) {
        item.pages.append({.id = page.id,
                           .sha = page.sha,
                           .format = page.format,
                           .line = page.line,
                           .rotation = page.rotation,
                           .parent = page.parent,
                           .title = page.title});
    }
    return {.visit = file.visit,
            .applicant = file.applicant,
            .agent = file.agent,
            .isSomebodyElse = true,
            .items = {item},
            .current = 0};
}

QFuture<Result<ActResult>> IntakeDesk::handOver(const StreamId &stream, const Collector &collector,
                                                const Session &session) const
{
    return m_place.store.write([stream, collector, session,
                                &ids = m_place.ids](WriteTx &tx) -> Outcome {
        const Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        const IntakePlan plan
            = planOf(file.value().item, file.value().definitionVersion, tx.reference());
        if (plan.handOver.isEmpty())
            return Error{ErrorKind::StateMoved, file.value().state()};
        return CaseActs::runIn(tx, stream, session,
                               Act{.action = plan.handOver, .details = {.collector = collector}},
                               ids);
    });
}

Collector IntakeDesk::usualCollector(const CaseFile &file)
{
    if (!file.agent.isEmpty()) {
        return {.name = file.agent.name,
                .idKind = file.agent.idKind,
                .idNumber = file.agent.idNumber,
                .relation = u"代办人"_s,
                .signedOnPaper = true};
    }
    const Applicant &who = file.applicant;
    if (!who.isPerson()) {
        return {.name = who.legalName,
                .idKind = who.legalIdNumber.isEmpty() ? QString() : QString(citizenCardCode),
                .idNumber = who.legalIdNumber,
                .relation = u"法定代表人"_s,
                .signedOnPaper = true};
    }
    return {.name = who.name,
            .idKind = who.idKind,
            .idNumber = who.idNumber,
            .relation = u"本人"_s,
            .signedOnPaper = true};
}

} // namespace hall

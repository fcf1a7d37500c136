#include "desk/signoff/signoffdesk.h"

#include "store/pagestore.h"
#include "store/store.h"

#include <algorithm>
#include <tuple>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

PileLine lineOf(const PileRow &pile, const QDateTime &now, const Reference &reference)
{
    PileLine line{.pile = pile, .light = lightOf(pile.row.light, now, reference)};
    const QDate due = pile.due.isValid() ? pile.due : pile.row.light.promiseDue;
    line.daysLeft = due.isValid() ? reference.calendar.workingDaysBetween(hallDate(now), due) : 0;
    return line;
}

/// Red first, then the earlier date, then who waits longer.
bool isMoreUrgent(const PileLine &a, const PileLine &b)
{
    const auto key = [](const PileLine &line) {
        const QDate due = line.pile.due.isValid() ? line.pile.due : line.pile.row.light.promiseDue;
        return std::tuple(-static_cast<int>(line.light),
                          due.isValid() ? due.toJulianDay() : std::numeric_limits<qint64>::max(),
                          line.pile.since);
    };
    return key(a) < key(b);
}

QSet<PageId> missingPagesOf(const CaseFile &file, const PageStore &pages)
{
    QSet<PageId> missing;
    for (const CasePage &page : file.livePages()) {
        if (!pages.has(page.sha))
            missing.insert(page.id);
    }
    return missing;
}

/// Who signs a batch, and with which opinion.
struct Signer
{
    QString opinion = {};
    Session session = {};
};

Result<ActResult> actOnRow(WriteTx &tx, const BatchItem &item, const Signer &signer,
                           Workplace &place)
{
    const Result<CaseFile> file = tx.caseFile(item.stream);
    if (!file.ok())
        return file.error();
    const ActionDef *action = signingAction(
        possibleActions(file.value(), item.branch, signer.session.actor(), tx.reference()));
    if (!action)
        return Error{ErrorKind::ActionUnknown, u"batch"_s};
    const Act act{.action = action->id,
                  .branch = item.branch,
                  .expects = item.expects,
                  .opinion = signer.opinion,
                  .allPagesHere = missingPagesOf(file.value(), place.pages).isEmpty()};
    return CaseActs::runIn(tx, item.stream, signer.session, act, place.ids);
}

bool isStoreTrouble(ErrorKind kind)
{
    return kind == ErrorKind::StoreFailed || kind == ErrorKind::DiskFull
        || kind == ErrorKind::StoreDamaged || kind == ErrorKind::SafetyFile;
}

} // namespace

const ActionDef *signingAction(const QList<const ActionDef *> &actions)
{
    for (const ActionDef *action : actions) {
        const bool saysYes = action->verdict == Verdict::Grant || action->verdict == Verdict::None;
        if (action->sort == ActionSort::Forward && action->isSigned && saysYes)
            return action->needs.isEmpty() ? action : nullptr;
    }
    return nullptr;
}

QFuture<Result<QList<PileLine>>> SignoffDesk::pile(const Session &session) const
{
    return m_place.store.read(
        [session, now = m_place.clock.now()](ReadTx &tx) -> Result<QList<PileLine>> {
            const Result<QList<PileRow>> rows = pileOf(tx, session.post, session.member.code);
            if (!rows.ok())
                return rows.error();
            QList<PileLine> lines;
            for (const PileRow &row : rows.value())
                lines.append(lineOf(row, now, tx.reference()));
            std::ranges::stable_sort(lines, isMoreUrgent);
            return lines;
        });
}

QFuture<Result<OpenFile>> SignoffDesk::open(const StreamId &stream, const QString &branch,
                                            const Session &session) const
{
    return m_place.store.read([stream, branch, session, now = m_place.clock.now(),
                               &pages = m_place.pages](ReadTx &tx) -> Result<OpenFile> {
        Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        OpenFile open{.file = std::move(file).value(), .branch = branch};
        const Reference &reference = tx.reference();
        for (const ActionDef *action :
             possibleActions(open.file, branch, session.actor(), reference))
            open.actions.append(*action);
        open.dates = deadlinesOf(open.file, now, reference);
        open.light = lightOf(lightInputsOf(open.file, open.dates), now, reference);
        const Definition *definition
            = reference.definitions.find(open.file.item.workflow, open.file.definitionVersion);
        if (definition)
            open.returnStates = definition->earlierStates(open.file.state());
        open.missingPages = missingPagesOf(open.file, pages);
        open.applicantCases = casesOfApplicant(tx, open.file.applicant.id).valueOr({});
        return open;
    });
}

QFuture<Result<ActResult>> SignoffDesk::act(const StreamId &stream, const Act &act,
                                            const Session &session) const
{
    return m_place.store.write(
        [stream, act, session, &place = m_place](WriteTx &tx) -> Result<ActResult> {
            const Result<CaseFile> file = tx.caseFile(stream);
            if (!file.ok())
                return file.error();
            Act checked = act;
            checked.allPagesHere = missingPagesOf(file.value(), place.pages).isEmpty();
            return CaseActs::runIn(tx, stream, session, checked, place.ids);
        });
}

QFuture<Result<QList<BatchResult>>> SignoffDesk::batch(const QList<BatchItem> &items,
                                                       const QString &opinion,
                                                       const Session &session) const
{
    return m_place.store.write(
        [items, opinion, session, &place = m_place](WriteTx &tx) -> Result<QList<BatchResult>> {
            QList<BatchResult> results;
            for (const BatchItem &item : items) {
                const Result<CaseRow> row = caseRow(tx, item.stream);
                const Result<ActResult> outcome
                    = actOnRow(tx, item, {.opinion = opinion, .session = session}, place);
                // A rule says no to one row; a store that fails says no to all of them.
                if (!outcome.ok() && isStoreTrouble(outcome.error().kind))
                    return outcome.error();
                BatchResult result{.stream = item.stream,
                                   .number = row.ok() ? row.value().number : QString()};
                if (outcome.ok())
                    result.papers = jobsOf(outcome.value().file, outcome.value().wanted);
                else
                    result.outcome = outcome.error();
                results.append(result);
            }
            return results;
        });
}

QStringList SignoffDesk::stopGrounds()
{
    return {u"听证"_s, u"招标、拍卖"_s, u"检验、检测、检疫"_s, u"鉴定"_s, u"专家评审"_s};
}

QStringList SignoffDesk::phrases(const Session &session) const
{
    return m_place.store.reference()->phrases.value(roleWord(session.post.role));
}

} // namespace hall

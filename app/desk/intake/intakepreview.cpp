#include "desk/intake/intakedesk.h"
#include "desk/papers/casepapers.h"
#include "store/store.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// A preview gives no number away.
class NoNumbers final : public NumberGiver
{
public:
    Result<QString> intakeNumber(QDate) override { return u"—"_s; }
    Result<QString> officialNumber(const QString &, const QString &, int) override
    {
        return u"—"_s;
    }
};

Result<Done> take(CaseFile &file, const Result<QList<Event>> &events, const Reference &reference)
{
    if (!events.ok())
        return events.error();
    for (const Event &event : events.value())
        apply(file, event, reference.definitions);
    return Done{};
}

/// The case as it would stand before the act.
Result<CaseFile> caseBefore(const ReadTx &tx, const IntakeOrder &order, const Context &context)
{
    const ItemWork &item = order.work.items.at(order.items.first());
    CaseFile file;
    if (!item.loaded.isNull()) {
        const Result<CaseFile> stored = tx.caseFile(item.loaded);
        if (!stored.ok())
            return stored.error();
        file = stored.value();
        const auto checked = take(file, decide(file, CheckMaterials{.lines = item.lines}, context),
                                  tx.reference());
        return checked.ok() ? Result<CaseFile>(file) : checked.error();
    }
    Registration registration{.stream = context.ids.make<StreamId>(),
                              .item = item.item,
                              .applicant = order.work.applicant,
                              .agent = order.work.agent,
                              .summary = item.summary,
                              .visit = order.work.visit,
                              .lines = item.lines};
    if (registration.applicant.id.isNull())
        registration.applicant.id = context.ids.make<ApplicantId>();
    const auto opened = take(file, openCase(registration, context), tx.reference());
    return opened.ok() ? Result<CaseFile>(file) : opened.error();
}

Result<Document> previewIn(const ReadTx &tx, const IntakeOrder &order, const Session &session,
                           const QDateTime &now)
{
    RandomIds ids;
    NoNumbers numbers;
    const Context context{tx.reference(), session.actor(), now, ids, numbers};
    const Result<CaseFile> before = caseBefore(tx, order, context);
    if (!before.ok())
        return before.error();
    CaseFile file = before.value();
    const IntakePlan plan = planOf(file.item, file.definitionVersion, tx.reference());
    const Act act{.action = order.wish == IntakeWish::Refuse ? order.refusal : plan.correct,
                  .details = {.ground = order.ground, .rightBody = order.rightBody}};
    const Result<Done> acted = take(file, decide(file, act, context), tx.reference());
    if (!acted.ok())
        return acted.error();
    if (file.papers.isEmpty())
        return Error{ErrorKind::NotFound, u"paper"_s};
    return composeCasePaper(
        file, file.papers.last(), tx.reference(),
        {.now = now, .name = session.member.name, .about = {{u"rightBody"_s, order.rightBody}}});
}

} // namespace

QFuture<Result<Document>> IntakeDesk::preview(const IntakeOrder &order,
                                              const Session &session) const
{
    return m_place.store.report(
        [order, session, now = m_place.clock.now()](ReadTx &tx) -> Result<Document> {
            const bool isOne = order.items.size() == 1 && order.items.first() >= 0
                && order.items.first() < order.work.items.size();
            if (!isOne)
                return Error{ErrorKind::FieldMissing, u"item"_s};
            return previewIn(tx, order, session, now);
        });
}

} // namespace hall

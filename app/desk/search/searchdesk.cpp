#include "desk/search/searchdesk.h"

#include "desk/routing/departments.h"
#include "desk/search/caselooks.h"
#include "store/pagestore.h"
#include "store/store.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QSet<PageId> pagesElsewhere(const CaseFile &file, const PageStore &pages)
{
    QSet<PageId> missing;
    for (const CasePage &page : file.livePages()) {
        if (!pages.has(page.sha))
            missing.insert(page.id);
    }
    return missing;
}

/// Where else could it be done? The manager has no other desk than this; a clerk's lists hold the
/// cases accepted today, and an applicant may take a case back on any day. All else has its desk.
bool isDoneFromHere(const ActionDef &action, Role role)
{
    const bool endsACase = action.sort == ActionSort::Withdraw || action.sort == ActionSort::Void;
    return role == Role::Manager || (role == Role::Clerk && endsACase);
}

QList<ActionDef> actionsHere(const CaseFile &file, const Session &session,
                             const Reference &reference)
{
    QList<ActionDef> actions;
    for (const ActionDef *action : possibleActions(file, u"main"_s, session.actor(), reference)) {
        if (isDoneFromHere(*action, session.post.role))
            actions.append(*action);
    }
    return actions;
}

bool isEditable(const CaseFile &file, const Session &session, const Reference &reference)
{
    const QStringList depts = departmentsServed(session, reference);
    return session.post.role == Role::Clerk && !file.isClosed()
        && (depts.isEmpty() || depts.contains(file.item.dept));
}

} // namespace

QFuture<Result<QList<FoundCase>>> SearchDesk::find(const QString &text, int limit) const
{
    return m_place.store.read(
        [text, limit, now = m_place.clock.now()](ReadTx &tx) -> Result<QList<FoundCase>> {
            const Result<QList<CaseHit>> hits = searchCases(tx, text, limit);
            if (!hits.ok())
                return hits.error();
            QList<FoundCase> found;
            for (const CaseHit &hit : hits.value())
                found.append({.line = caseLine(hit.row, now, tx.reference()),
                              .field = hit.field,
                              .text = hit.text});
            return found;
        });
}

QFuture<Result<CaseView>> SearchDesk::open(const StreamId &stream, const Session &session) const
{
    return m_place.store.read([stream, session, now = m_place.clock.now(),
                               &pages = m_place.pages](ReadTx &tx) -> Result<CaseView> {
        const Result<CaseRow> row = caseRow(tx, stream);
        if (!row.ok())
            return row.error();
        const Reference &reference = tx.reference();
        CaseView view{.line = caseLine(row.value(), now, reference)};
        view.applicantCases
            = caseLines(casesOfApplicant(tx, row.value().applicant).valueOr({}), now, reference);
        view.isOutside = isOutsideOwnWork(row.value(), nullptr, session, reference);
        if (!row.value().isFolded)
            return view;
        Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        view.hasJournal = true;
        view.file = std::move(file).value();
        view.isOutside = isOutsideOwnWork(row.value(), &view.file, session, reference);
        view.dates = deadlinesOf(view.file, now, reference);
        view.missingPages = pagesElsewhere(view.file, pages);
        view.actions = actionsHere(view.file, session, reference);
        view.mayEdit = isEditable(view.file, session, reference);
        return view;
    });
}

QFuture<Result<Done>> SearchDesk::logLook(const StreamId &stream, LookKind kind,
                                          const QString &purpose, const Session &session) const
{
    const LookRow look{.at = m_place.clock.now().toMSecsSinceEpoch(),
                       .staff = session.member.code,
                       .post = session.post.code(),
                       .stream = stream,
                       .kind = kind,
                       .purpose = purpose.trimmed()};
    return m_place.store.write([look](WriteTx &tx) { return writeLook(tx, look); });
}

QFuture<Result<ActResult>> SearchDesk::addNote(const StreamId &stream, const QString &text,
                                               const Session &session) const
{
    return m_acts.run(stream, session, AddNote{.text = text.trimmed()});
}

QFuture<Result<ActResult>> SearchDesk::edit(const StreamId &stream, const EditField &edit,
                                            const Session &session) const
{
    return m_place.store.write([stream, edit, session,
                                &ids = m_place.ids](WriteTx &tx) -> Result<ActResult> {
        const Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        if (!isEditable(file.value(), session, tx.reference()))
            return Error{file.value().isClosed() ? ErrorKind::CaseClosed : ErrorKind::NotYourPost,
                         u"edit"_s};
        return CaseActs::runIn(tx, stream, session, edit, ids);
    });
}

QFuture<Result<ActResult>> SearchDesk::decide(const CaseFile &shown, const ActionDef &action,
                                              const QString &reason, const Session &session) const
{
    const Branch *branch = shown.branch(u"main"_s);
    Act act{.action = action.id,
            .expects = branch ? branch->last : EventId(),
            .opinion = reason.trimmed(),
            .reason = reason.trimmed()};
    act.details.ground = reason.trimmed();
    return m_acts.run(shown.id, session, act);
}

} // namespace hall

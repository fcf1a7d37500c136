#pragma once

#include "desk/routing/caseacts.h"
#include "desk/routing/caseline.h"
#include "store/lookrows.h"
#include "store/search.h"

#include <QFuture>
#include <QSet>

namespace hall {

/// A case that the search box found, and why.
struct FoundCase
{
    CaseLine line = {};
    MatchField field = MatchField::Newest;
    QString text = {}; ///< the text of the field that matched
};

/// Everything about a case. A case of which only the row has come to this machine (cold) has no
/// file: `hasJournal` is false, and only `line` and `applicantCases` are filled.
struct CaseView
{
    CaseLine line = {};
    bool hasJournal = false;
    CaseFile file = {};
    Deadlines dates = {};
    QSet<PageId> missingPages = {};
    /// What this post may do from here: the manager's exceptions; a clerk ends a case for its
    /// applicant, whenever it was accepted. Empty for other posts.
    QList<ActionDef> actions = {};
    bool isOutside = false;              ///< beyond the own work: the view is logged (caselooks.h)
    bool mayEdit = false;                ///< a clerk of its department may put a typing error right
    QList<CaseLine> applicantCases = {}; ///< of the same applicant, this one too; newest first
};

/// The one search box, and the page of a case that every desk may open.
class SearchDesk
{
public:
    explicit SearchDesk(Workplace &place)
        : m_place(place)
        , m_acts(place)
    {
    }

    /// Nothing typed = the newest cases.
    [[nodiscard]] QFuture<Result<QList<FoundCase>>> find(const QString &text, int limit = 50) const;
    /// NotFound when this machine knows no such case.
    [[nodiscard]] QFuture<Result<CaseView>> open(const StreamId &stream,
                                                 const Session &session) const;
    /// Who looks at what, and why; kept on this machine.
    [[nodiscard]] QFuture<Result<Done>> logLook(const StreamId &stream, LookKind kind,
                                                const QString &purpose,
                                                const Session &session) const;
    [[nodiscard]] QFuture<Result<ActResult>> addNote(const StreamId &stream, const QString &text,
                                                     const Session &session) const;
    /// A typing error, with its reason. NotYourPost for others than a clerk of the department.
    [[nodiscard]] QFuture<Result<ActResult>> edit(const StreamId &stream, const EditField &edit,
                                                  const Session &session) const;
    /// An action of CaseView::actions on the main line, with its reason. `expects` = what was
    /// shown.
    [[nodiscard]] QFuture<Result<ActResult>> decide(const CaseFile &shown, const ActionDef &action,
                                                    const QString &reason,
                                                    const Session &session) const;

private:
    Workplace &m_place;
    CaseActs m_acts;
};

} // namespace hall

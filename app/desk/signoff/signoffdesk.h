#pragma once

#include "desk/papers/paperdesk.h"
#include "desk/routing/caseacts.h"
#include "domain/deadlines.h"
#include "store/caserows.h"

#include <QFuture>
#include <QList>
#include <QSet>
#include <QString>

namespace hall {

/// A line of somebody's pile, with its light now.
struct PileLine
{
    PileRow pile = {};
    Light light = Light::Grey;
    int daysLeft = 0; ///< working days to the step's date; negative = late
};

/// A file as upstairs opens it: the case, what this person may do on the branch, pages and history.
struct OpenFile
{
    CaseFile file = {};
    QString branch = {};
    QList<ActionDef> actions = {};
    Deadlines dates = {};
    Light light = Light::Grey;
    QStringList returnStates = {};      ///< states that a return may name
    QSet<PageId> missingPages = {};     ///< bytes not on this machine
    QList<CaseRow> applicantCases = {}; ///< the applicant's other cases
};

/// One row of a batch, and what became of it.
struct BatchItem
{
    StreamId stream = {};
    QString branch = {};
    EventId expects = {};
};
struct BatchResult
{
    StreamId stream = {};
    QString number = {};
    Result<Done> outcome = Done{};
    QList<PaperJob> papers = {}; ///< that the act wants printed
};

/// Review, site visit, joint opinions, approval, making and sealing, sending up: every step between
/// acceptance and hand-over. Signing is a recorded act with its manifest.
class SignoffDesk
{
public:
    explicit SignoffDesk(Workplace &place)
        : m_place(place)
        , m_acts(place)
    {
    }

    /// Branches that wait for this post, red first, then by date.
    [[nodiscard]] QFuture<Result<QList<PileLine>>> pile(const Session &session) const;
    [[nodiscard]] QFuture<Result<OpenFile>> open(const StreamId &stream, const QString &branch,
                                                 const Session &session) const;
    /// An act, with the papers that it wants printed now (at this desk: what a post's act asks for
    /// is that post's to print); a signed one is refused with PageNotHere while a page it shows is
    /// missing here.
    [[nodiscard]] QFuture<Result<ActResult>> act(const StreamId &stream, const Act &act,
                                                 const Session &session) const;
    /// The same action and opinion on several files; each stands or falls by itself. Where a row's
    /// action is not possible (another step, four eyes) it says so and the others go on.
    [[nodiscard]] QFuture<Result<QList<BatchResult>>>
    batch(const QList<BatchItem> &items, const QString &opinion, const Session &session) const;
    /// Opinion phrases of the post, from the reference data.
    [[nodiscard]] QStringList phrases(const Session &session) const;
    /// Legal grounds of a stop, as papers print them: permit law art. 45; nothing else stops the
    /// statutory clock.
    [[nodiscard]] static QStringList stopGrounds();

private:
    Workplace &m_place;
    CaseActs m_acts;
};

/// The action by which a step says yes and hands on: what "sign" means on a pile. Nullptr when a
/// step wants more than an opinion (findings, a certificate's number).
[[nodiscard]] const ActionDef *signingAction(const QList<const ActionDef *> &actions);

} // namespace hall

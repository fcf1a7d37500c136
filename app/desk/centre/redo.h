#pragma once

#include "desk/workplace.h"
#include "domain/casefile.h"
#include "domain/result.h"
#include "sync/api/centrelink.h"

#include <QList>
#include <QString>

namespace hall {

class ReadTx;
class WriteTx;

/// How a refused event can be made once more.
enum class RedoKind {
    None,  ///< only once more as it was, or given up
    Act,   ///< an act of the definition: another opinion, or another act
    Edit,  ///< a corrected field: against the value that stands there now
    Note,  ///< a text
    Number ///< the same with a fresh number
};

/// A paper that was made by a refused act. Printed = somebody may hold it in the hand.
struct RefusedPaper
{
    QString id = {}; ///< of the event that wanted it
    QString kind = {};
    QString number = {};
    PaperState state = PaperState::Wanted;
    [[nodiscard]] bool isPrinted() const
    {
        return state == PaperState::Sent || state == PaperState::Printed
            || state == PaperState::HandedOver;
    }
};

/// Both versions of a conflict and what can be done about it.
struct BothVersions
{
    Conflict conflict = {};
    CaseFile file = {};              ///< as it stands now; empty when nothing of it is here
    QList<RefusedPaper> papers = {}; ///< of the refused act
    int parked = 0;                  ///< later acts on the case that wait behind this one
    RedoKind kind = RedoKind::None;
    QList<ActionDef> actions = {}; ///< Act: what is possible on the branch now
    QStringList returnStates = {}; ///< Act: what a return may name
    QString valueNow = {};         ///< Edit: what stands in the field
    [[nodiscard]] const Event &own() const { return conflict.own; }
    [[nodiscard]] bool hasCase() const { return !file.id.isNull(); }
};

/// What the person wants instead.
struct RedoWish
{
    QString action = {};   ///< Act: of BothVersions::actions
    QString returnTo = {}; ///< Act: where the action goes back
    QString text = {};     ///< the opinion; Edit: the value; Note: the note
    QString ground = {};   ///< reason of a refusal, a return, a stop; Edit: the reason
    /// Stands in the case as the reason why prints of the old act are spoiled.
    QString paperReason = {};
};

/// The command that an event of a case was decided from, as far as it can be read back.
[[nodiscard]] Act actOf(const Event &own);
/// Papers that `own` made, with their states, out of the events that were parked behind it.
[[nodiscard]] QList<RefusedPaper> refusedPapers(const Event &own, const QList<Event> &parked);
/// Fills file, kind, actions and values.
void completeVersions(const ReadTx &tx, const Session &session, BothVersions &versions);

/// New events for CentreLink::redo(), not appended. Numbers that they carry are used up.
[[nodiscard]] Result<QList<Event>> redoEvents(WriteTx &tx, const BothVersions &versions,
                                              const RedoWish &wish, const Session &session,
                                              Workplace &place);
/// Whether the prints of the refused act are still right after this redo.
[[nodiscard]] bool keepsPapers(const BothVersions &versions, const RedoWish &wish);
/// After a redo that does not keep them: old papers become spoiled; a fresh number wants the same
/// papers anew.
[[nodiscard]] Result<Done> spoilOldPapers(WriteTx &tx, const BothVersions &versions,
                                          const RedoWish &wish, const Session &session,
                                          Workplace &place);

} // namespace hall

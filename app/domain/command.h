#pragma once

#include "domain/applicant.h"
#include "domain/casefile.h"

#include <QList>
#include <QString>

#include <variant>

namespace hall {

/// A page that is on disk already and is to belong to a case.
struct PageRef
{
    PageId id = {};
    QByteArray sha = {};
    QString format = {};
    int line = 0;
    int rotation = 0;
    PageId parent = {};
    QString title = {};
};

/// What came in for a material line.
struct LineCheck
{
    int line = 0;
    int originals = 0;
    int copies = 0;
    LineVerdict verdict = LineVerdict::Open;
    QString problem = {};
};

/// Opens a case (登记收件): everything that the counter screen holds.
struct Registration
{
    StreamId stream = {};
    QString item = {};
    Applicant applicant = {};
    Agent agent = {};
    QString summary = {};
    VisitId visit = {};
    QList<LineCheck> lines = {};
    QList<PageRef> pages = {};
};

/// Fields of particular actions; what an action needs stands in its definition.
struct ActDetails
{
    QString returnTo = {};     ///< Back: the state chosen
    bool resumesAfter = false; ///< Back: go on where it stopped, not through all steps again
    QString ground = {};       ///< refusal, withdrawal, stop, void
    QString rightBody = {};    ///< refusal: who has the power (permit law art. 32)
    std::optional<Findings> findings = {};
    std::optional<Collector> collector = {};
    QString certificate = {};         ///< made document's number
    QString externalNumber = {};      ///< number of the city's answer
    QDate until = {};                 ///< stop: expected end
    QList<qint64> feeQuantities = {}; ///< thousandths of a unit per fee line; empty = 1 each
};

/// An action of the definition on a branch.
struct Act
{
    QString action = {};
    QString branch = QStringLiteral("main");
    EventId expects = {}; ///< the branch's last state-changing event as seen; null = unchecked
    QString opinion = {};
    QString reason = {};
    ActDetails details = {};
    QByteArray manifest = {}; ///< canonical text shown, where the action signs
    bool allPagesHere = true; ///< false: a page that the step shows is missing on this machine
};

struct AttachPages
{
    QList<PageRef> pages = {};
};
struct MovePage
{
    PageId page = {};
    int line = 0;
    int position = 0;
};
struct RotatePage
{
    PageId page = {};
    int rotation = 0;
};
struct RemovePage
{
    PageId page = {};
    QString reason = {};
};
struct CheckMaterials
{
    QList<LineCheck> lines = {};
};
/// A typing error put right after acceptance: applied only if the old value still stands.
struct EditField
{
    QString field = {};
    QString oldValue = {};
    QString newValue = {};
    QString reason = {};
};
struct AddNote
{
    QString text = {};
};

struct TakePayment
{
    QString slip = {};
    Instrument instrument = Instrument::Cash;
    Money tendered = {};
    QString reference = {};
    StreamId till = {};
};
struct VoidPayment
{
    QString receipt = {};
    QString reason = {};
    QString witness = {}; ///< a colleague; a manager where another till gives the money back
    StreamId till = {};   ///< the till that gives it back; null = the one that took it
};

/// State of a paper, told by the person at the printer (or by the printer, later).
struct MarkPaper
{
    QString paper = {};
    PaperState state = PaperState::Printed;
    QString reason = {};
};
/// A paper asked for by hand: guide aside, e.g. another sign-off sheet or a second original.
struct WantPaper
{
    QString kind = {};
};

/// What a timer wants: "deemedAccepted", "lapse".
struct TimerDue
{
    QString rule = {};
    qint64 dueAt = 0;
};

using Command
    = std::variant<Act, AttachPages, MovePage, RotatePage, RemovePage, CheckMaterials, EditField,
                   AddNote, TakePayment, VoidPayment, MarkPaper, WantPaper, TimerDue>;

} // namespace hall

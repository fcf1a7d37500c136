#pragma once

#include "domain/catalogue.h"
#include "domain/definition.h"
#include "domain/event.h"
#include "domain/feeslip.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace hall {

// The parts that a case is made of; CaseFile (casefile.h) holds them.

enum class LineVerdict { Open, Right, Wrong, NotNeeded };

/// A line of the case's checklist: the pinned definition and what has come in.
struct MaterialLine
{
    MaterialDef due = {};
    int originals = 0; ///< received
    int copies = 0;    ///< received
    LineVerdict verdict = LineVerdict::Open;
    QString problem = {}; ///< what is wrong, in words for the applicant
};

/// A scanned or imported page. The SHA-256 names the bytes; rotation and order are events.
struct CasePage
{
    PageId id = {};
    QByteArray sha = {}; ///< 32 bytes
    QString format = {}; ///< jpeg, png
    int line = 0;        ///< material number; 0 = belongs to the case as a whole
    int rotation = 0;    ///< 0, 90, 180, 270 clockwise
    PageId parent = {};  ///< the page that an edit was made from
    QString title = {};
    bool isRemoved = false; ///< kept in the journal
};

enum class PaperState { Wanted, Sent, Printed, Spoiled, HandedOver };
[[nodiscard]] QString paperStateWord(PaperState state);

struct CasePaper
{
    QString id = {};     ///< EventId text of the event that wanted it
    QString kind = {};   ///< paper code
    QString number = {}; ///< official number, intake number or receipt number
    PaperState state = PaperState::Wanted;
    int copies = 0;     ///< times printed; 1 = the original, more = reprints
    EventId about = {}; ///< state-changing event that it documents
    qint64 at = 0;
    bool isSuperseded = false; ///< documents a timer's act that a person's earlier one overtook
};

/// An opinion or signature on the file.
struct Opinion
{
    EventId event = {};
    QString branch = {};
    QString state = {};
    QString action = {};
    QString actor = {};
    QString post = {};
    qint64 at = 0;
    QString text = {};
    Verdict verdict = Verdict::None;
    QByteArray manifest = {}; ///< SHA-256 of the manifest; empty = not signed
    bool isVoid = false;      ///< something in its manifest was altered, removed or replaced
};

struct Branch
{
    QString id = {}; ///< "main", "joint/HB", "survey/1"
    QString state = {};
    EventId last = {};    ///< last state-changing event
    qint64 since = 0;     ///< when the state was entered
    QString member = {};  ///< department or seat, for group branches
    bool isEnded = false; ///< a group branch that has given its opinion
    bool hasRefused = false;
    QString actor = {}; ///< who ended it
};

/// A stop of a clock (design.md section 5; permit law art. 45 for the statutory clock).
struct ClockStop
{
    QString ground = {};
    qint64 from = 0;
    qint64 to = 0; ///< 0 = still stopped
    bool stopsStatutory = true;
};

struct Findings
{
    QString place = {};
    qint64 at = 0;
    QString present = {};
    QString text = {};
    bool passed = true;
};

struct Collector
{
    QString name = {};
    QString idKind = {};
    QString idNumber = {};
    QString relation = {}; ///< 本人, 代办人, …
    bool signedOnPaper = false;
};

/// One line of the history page: every event, in order.
struct HistoryLine
{
    EventId event = {};
    QString type = {};
    QString action = {};
    QString branch = {};
    QString from = {};
    QString to = {};
    QString actor = {};
    QString post = {};
    qint64 at = 0;
    QString text = {};        ///< opinion, reason or what was changed
    QString paper = {};       ///< CasePaper::id, of what happened to a paper
    bool isIrregular = false; ///< does not fit: shown, not applied, in the department's tray
};

} // namespace hall

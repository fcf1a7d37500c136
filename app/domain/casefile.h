#pragma once

#include "domain/applicant.h"
#include "domain/catalogue.h"
#include "domain/definition.h"
#include "domain/event.h"
#include "domain/money.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace hall {

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

/// A fee line as demanded (pinned at the demand).
struct SlipLine
{
    int feeNo = 0;
    QString name = {};
    QString basis = {};
    QString unit = {};
    qint64 quantityMilli = 1000;
    qint64 rateMicroYuan = 0;
    Money amount = {};
};

enum class Instrument { Cash, Card, Transfer, Qr };
[[nodiscard]] QString instrumentWord(Instrument instrument);
[[nodiscard]] std::optional<Instrument> instrumentFromWord(const QString &word);

struct Payment
{
    EventId event = {};
    QString receipt = {}; ///< number of the receipt
    Money amount = {};
    Instrument instrument = Instrument::Cash;
    Money tendered = {};    ///< cash given; change = tendered − amount
    QString reference = {}; ///< voucher number of card, transfer, QR
    QString cashier = {};
    StreamId till = {};
    qint64 at = 0;
    bool isVoid = false;
    QString voidReason = {};
    QString voidedBy = {};
    QString voidWitness = {}; ///< the second person
};

/// A fee slip (缴款通知书).
struct FeeSlip
{
    QString number = {};
    QList<SlipLine> lines = {};
    Money total = {};
    QList<Payment> payments = {};
    [[nodiscard]] int livePayments() const;
    [[nodiscard]] bool isPaid() const { return livePayments() > 0; }
    [[nodiscard]] bool isPaidTwice() const { return livePayments() > 1; } ///< refund tray
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
    bool isIrregular = false; ///< does not fit: shown, not applied, in the department's tray
};

/// Everything about a case, computed from its journal by fold(). There is no second way to change
/// it.
struct CaseFile
{
    StreamId id = {};
    int eventCount = 0;
    EventId lastEvent = {};
    QByteArray chain = {};

    QString number = {};       ///< intake number
    ItemDef item = {};         ///< pinned
    int definitionVersion = 1; ///< of item.workflow, pinned
    Applicant applicant = {};
    Agent agent = {};
    QString summary = {}; ///< what it is about, in a line
    VisitId visit = {};
    QString window = {};
    QString clerk = {}; ///< who registered
    QString acceptedBy = {};
    QString queryCode = {}; ///< for the applicant's enquiry

    Phase phase = Phase::Received;
    QMap<QString, Branch> branches = {};
    QString resumeAt = {}; ///< after a return with "resume": the state to go back to
    QList<MaterialLine> materials = {};
    QList<CasePage> pages = {}; ///< in order; removed ones too
    QList<FeeSlip> slips = {};
    QList<CasePaper> papers = {};
    QList<Opinion> opinions = {};
    QList<ClockStop> stops = {};
    QList<HistoryLine> history = {};
    std::optional<Findings> findings = {};
    std::optional<Collector> collector = {};
    Verdict verdict = Verdict::None;
    QString certificate = {};
    QString finish = {}; ///< finish code of the exchange tables
    int corrections = 0; ///< notices given
    bool isDeemedAccepted = false;

    /// Instants of the milestones, ms UTC; 0 = not reached.
    qint64 registeredAt = 0;
    qint64 acceptedAt = 0;
    qint64 correctionAt = 0; ///< last correction notice
    qint64 decidedAt = 0;
    qint64 readyAt = 0;
    qint64 closedAt = 0;
    qint64 outsideSince = 0; ///< sent up, the city's time runs

    /// Who acted under which eye (four eyes): eye → staff codes.
    QMap<QString, QStringList> eyes = {};

    [[nodiscard]] const Branch *branch(const QString &id) const;
    [[nodiscard]] QString state() const; ///< of the main line
    [[nodiscard]] bool isClosed() const { return isEnd(phase); }
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] bool isPaid() const; ///< no slip that is unpaid
    [[nodiscard]] Money owed() const;
    [[nodiscard]] QList<CasePage> livePages(int line = -1) const;
    [[nodiscard]] bool materialsComplete() const;
    /// Open branches that somebody must act on: the main line, or the members of its group.
    [[nodiscard]] QList<Branch> openBranches() const;
};

/// Canonical text of what a signature covers (design.md section 4): hashes of the events and pages
/// shown (with rotation), definition version, opinion.
[[nodiscard]] QByteArray manifestText(const CaseFile &file, const QList<QByteArray> &eventHashes,
                                      const QString &opinion);

} // namespace hall

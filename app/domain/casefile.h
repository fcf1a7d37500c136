#pragma once

#include "domain/applicant.h"
#include "domain/caseparts.h"

#include <QList>
#include <QMap>
#include <QString>

#include <memory>
#include <optional>

namespace hall {

struct BeforeTimer;

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
    /// Set while the newest move is a timer's: an act that came late may still overtake it.
    std::shared_ptr<const BeforeTimer> beforeTimer = {};

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

/// The case as it was before a timer moved it, and what came in since. Timers never beat a person
/// (design.md section 4): an act of before the due instant takes effect as if the timer had not.
struct BeforeTimer
{
    CaseFile file = {};
    Event timer = {};
    QList<Event> since = {};
};

/// Canonical text of what a signature covers (design.md section 4): hashes of the events and pages
/// shown (with rotation), definition version, opinion.
[[nodiscard]] QByteArray manifestText(const CaseFile &file, const QList<QByteArray> &eventHashes,
                                      const QString &opinion);

} // namespace hall

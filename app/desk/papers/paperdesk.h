#pragma once

#include "desk/routing/caseacts.h"
#include "desk/workplace.h"
#include "papers/document.h"

#include <QFuture>
#include <QString>
#include <QStringList>

namespace hall {

/// A paper that an act wants, or that is still not in hand, with the case that it belongs to.
struct PaperJob
{
    StreamId stream = {};
    CasePaper paper = {};
    QString number = {}; ///< of the case
    QString applicant = {};
};
/// Some papers of one case.
[[nodiscard]] QList<PaperJob> jobsOf(const CaseFile &file, const QList<CasePaper> &papers);

/// Printing the papers of a case. A paper is "sent" when the queue has it and "printed" when the
/// clerk says it is in hand (design.md section 4, "Papers have states"); a jam is "spoiled".
class PaperDesk
{
public:
    explicit PaperDesk(Workplace &place)
        : m_place(place)
        , m_acts(place)
    {
    }

    /// The paper as it will be printed. `paper` = CasePaper::id.
    [[nodiscard]] QFuture<Result<Document>> compose(const StreamId &stream, const QString &paper,
                                                    const Session &session) const;
    [[nodiscard]] QFuture<Result<Document>> composeGuide(const QString &item,
                                                         const Session &session) const;
    /// Sends the paper to a queue (empty = the system's default) and records "sent".
    [[nodiscard]] QFuture<Result<ActResult>> print(const StreamId &stream, const QString &paper,
                                                   const Session &session,
                                                   const QString &printer) const;
    /// The print at hand is waste: prints anew, then records "spoiled" and "sent" together. A
    /// printer that fails leaves the paper as it was, so it is not forgotten.
    [[nodiscard]] QFuture<Result<ActResult>> replace(const StreamId &stream, const QString &paper,
                                                     const Session &session,
                                                     const QString &printer) const;
    /// Prints something that is no paper of a case (guide, report).
    [[nodiscard]] QFuture<Result<Done>> printDocument(const Document &document,
                                                      const QString &printer) const;
    /// The person at the printer: in hand, spoiled, handed over; for several papers in one go.
    [[nodiscard]] QFuture<Result<ActResult>> mark(const StreamId &stream, const QStringList &papers,
                                                  PaperState state, const Session &session) const;
    /// Another print of a kind that the case can give at any time (sign-off sheet).
    [[nodiscard]] QFuture<Result<ActResult>> want(const StreamId &stream, const QString &kind,
                                                  const Session &session) const;

    /// What this desk has not in hand yet, newest first: the papers that its post wanted (at a
    /// window: for the cases of that window, the manager's orders too, or by this person), not
    /// printed or not confirmed.
    [[nodiscard]] QFuture<Result<QList<PaperJob>>> waiting(const Session &session) const;

private:
    /// States of one paper, recorded together.
    struct Marks
    {
        StreamId stream = {};
        QString paper = {};
        QList<PaperState> states = {};
    };
    [[nodiscard]] QFuture<Result<ActResult>> printThen(const Marks &marks, const Session &session,
                                                       const QString &printer) const;
    [[nodiscard]] QFuture<Result<ActResult>> write(const Marks &marks,
                                                   const Session &session) const;

    Workplace &m_place;
    CaseActs m_acts;
};

} // namespace hall

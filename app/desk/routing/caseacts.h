#pragma once

#include "desk/workplace.h"
#include "domain/casefile.h"
#include "domain/command.h"
#include "domain/result.h"

#include <QFuture>
#include <QObject>

namespace hall {

class ReadTx;
class WriteTx;

/// What a committed command gave.
struct ActResult
{
    CaseFile file = {};
    QList<CasePaper> wanted = {}; ///< papers that this command wants printed now
};

/// The way every desk changes a case: fold the journal, decide, append, in one store transaction.
/// All futures are ready on a store thread; continue with `.then(context, …)`.
class CaseActs
{
public:
    explicit CaseActs(Workplace &place)
        : m_place(place)
    {
    }

    [[nodiscard]] QFuture<Result<CaseFile>> load(const StreamId &stream) const;
    [[nodiscard]] QFuture<Result<ActResult>> run(const StreamId &stream, const Session &session,
                                                 const Command &command) const;
    /// The same inside a transaction that does more (several commands, a draft to remove).
    // Five things, no less: where, which case, who, what, and where ids come from.
    // NOLINTNEXTLINE(readability-function-size)
    [[nodiscard]] static Result<ActResult> runIn(WriteTx &tx, const StreamId &stream,
                                                 const Session &session, const Command &command,
                                                 IdSource &ids);
    /// Opens a case inside a transaction.
    [[nodiscard]] static Result<ActResult> openIn(WriteTx &tx, const Registration &registration,
                                                  const Session &session, IdSource &ids);
    /// Canonical text that a signature covers: everything that the page shows of the case now.
    [[nodiscard]] static QByteArray manifestOf(const ReadTx &tx, const CaseFile &file,
                                               const QString &opinion);

private:
    Workplace &m_place;
};

} // namespace hall

#pragma once

#include "store/journal.h"
#include "store/projection.h"
#include "store/transaction.h"
#include "sync/local/foldedcases.h"

#include <QByteArray>
#include <QList>
#include <QSet>

namespace hall {

/// An event as the centre gives it.
struct GivenEvent
{
    Event event = {};
    qint64 pos = 0;
    QByteArray chain = {}; ///< of the stream, after it
    QByteArray mac = {};
};

/// What the streams of one page share.
struct PageParts
{
    ProjectionBatch batch = {};
    FoldedCases *folded = nullptr; ///< may be none
};

/// One stream while its journal is put into the centre's order: first what the centre has, then
/// what still waits here, in the order in which it was done. Ends with finish().
class OrderedStream
{
public:
    [[nodiscard]] static Result<OrderedStream> open(WriteTx &tx, const StreamId &id,
                                                    StreamKind kind);

    /// Goes on from the settled part; what is here already is passed over. False: the chain does
    /// not go on with an event, so the stream's history is wanted; events before it are taken.
    [[nodiscard]] Result<bool> take(const QList<GivenEvent> &given);
    /// The whole stream as the centre has it. Settled events that it does not have wait again.
    /// False: the centre's own chain is wrong; nothing is changed.
    [[nodiscard]] Result<bool> replace(const QList<GivenEvent> &whole);
    /// Takes unsettled events out of the journal.
    [[nodiscard]] Result<Done> drop(const QSet<EventId> &ids);
    /// Head and projections; those of a case are whole when the batch of `page` is finished.
    [[nodiscard]] Result<Done> finish(PageParts &page);

    [[nodiscard]] const StreamHead &head() const { return m_head; }
    /// Events that were not here before.
    [[nodiscard]] const QList<Event> &fresh() const { return m_fresh; }

private:
    struct Row
    {
        qint64 key = 0;
        EventId id = {};
        QByteArray hash = {};
        bool isSettled = false;
    };
    /// How a stream's rows behind the first `keep` ones are written anew.
    struct Rewriting
    {
        qint64 keep = 0;
        QByteArray chain = {};
        qint64 pos = 0;
        QList<GivenEvent> tail = {};
        QSet<EventId> dropped = {};
    };

    OrderedStream(WriteTx &tx, StreamHead head);
    [[nodiscard]] Result<QList<Row>> rowsBehind(qint64 seq);
    [[nodiscard]] Result<Done> settleFirst(const GivenEvent &given, const Row &row);
    [[nodiscard]] Result<Done> insert(const GivenEvent &given);
    [[nodiscard]] Result<Done> rewrite(const Rewriting &how);
    [[nodiscard]] Result<Done> placeTail(const Rewriting &how, QList<Row> &rows);
    [[nodiscard]] Result<Done> placeWaiting(const Rewriting &how, const QList<Row> &rows);
    [[nodiscard]] Result<Done> place(const Row &row, const SettledAt &at);
    [[nodiscard]] Result<Done> remove(const Row &row);
    [[nodiscard]] Result<Done> moveScopes(const Event &event);
    [[nodiscard]] Result<Done> projectAgain(PageParts &page);
    [[nodiscard]] Result<Done> projectCase(PageParts &page);
    [[nodiscard]] Result<Done> projectTillAgain();
    [[nodiscard]] Result<CaseFile> folded(PageParts &page) const;

    WriteTx *m_tx;
    StreamHead m_head;
    QByteArray m_chainBefore; ///< of all that was here
    bool m_wasEmpty = false;
    bool m_isNew = false;       ///< not even a row of the stream was here
    bool m_isChanged = false;   ///< head must be written
    bool m_isReordered = false; ///< what was folded before no longer holds
    QList<Row> m_waiting;       ///< unsettled rows, once read
    bool m_hasWaiting = false;
    QList<Event> m_fresh;
};

/// True when every event continues the chain of the one before it.
[[nodiscard]] bool isChained(const QList<GivenEvent> &whole);

} // namespace hall

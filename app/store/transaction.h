#pragma once

#include "domain/casefile.h"
#include "domain/clock.h"
#include "domain/decide.h"
#include "domain/event.h"
#include "domain/reference.h"
#include "domain/result.h"
#include "store/connection.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <memory>

namespace hall {

class EventForms;
class LeaseSource;
class MacSource;

/// What the centre's engine gives every transaction; all empty on a machine without a centre.
struct WriteHooks
{
    std::shared_ptr<const MacSource> macs = {};
    std::shared_ptr<LeaseSource> leases = {};
    std::shared_ptr<const EventForms> forms = {}; ///< in which form events are written
};

/// What a committed transaction changed; sent after the commit, on the thread of the Store object.
struct Changes
{
    QSet<StreamId> cases = {};
    bool hasReference = false; ///< reference data were published: reference() is a new value
    bool hasDrafts = false;
    bool hasPayments = false;
};

/// What reads may see. Repositories (caserows.h, search.h, …) take it as their first argument.
class ReadTx
{
public:
    ReadTx(Connection &connection, ReferencePtr reference);
    [[nodiscard]] Connection &connection() const { return m_connection; }
    [[nodiscard]] const Reference &reference() const { return *m_reference; }
    [[nodiscard]] const ReferencePtr &referencePtr() const { return m_reference; }

    /// Events of a stream in order; NotFound when there are none here.
    [[nodiscard]] Result<QList<Event>> journal(const StreamId &stream) const;
    /// journal() folded.
    [[nodiscard]] Result<CaseFile> caseFile(const StreamId &stream) const;

protected:
    Connection &m_connection;
    ReferencePtr m_reference;
};

/// An event where this store has it: position in the order of the store, and in its stream.
struct PlacedEvent
{
    Event event = {};
    qint64 pos = 0;
    qint64 seq = 0;
};

/// A row of this machine's own tables (numbers, drafts, passwords, settings) that the safety file
/// keeps beside the events. An empty `row` = the row with that key was removed.
struct OwnRow
{
    QString table = {};
    QJsonObject key = {};
    QJsonObject row = {};
};

/// One transaction of the writer thread. Everything in it is committed together or not at all.
class WriteTx : public ReadTx
{
public:
    WriteTx(Connection &connection, ReferencePtr reference, const Clock &clock, QString station);
    ~WriteTx();
    void setHooks(const WriteHooks &hooks) { m_hooks = hooks; }

    /// The only way events get into the store, from here or from the centre: journal row,
    /// provisional chain, outbox, projections. Events of several streams may be mixed; each
    /// stream's in order. An event that is here already is passed over.
    [[nodiscard]] Result<Done> append(const QList<Event> &events);
    /// Publications that are in the journal take effect (append() does it itself).
    [[nodiscard]] Result<Done> publish(const QList<Event> &events);
    [[nodiscard]] NumberGiver &numbers();
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const QString &station() const { return m_station; }
    [[nodiscard]] Changes &changes() { return m_changes; }
    /// What goes to the safety file after the commit.
    [[nodiscard]] const QList<PlacedEvent> &appended() const { return m_appended; }
    [[nodiscard]] const QList<OwnRow> &ownRows() const { return m_ownRows; }
    void keep(const OwnRow &row) { m_ownRows.append(row); }

private:
    struct Touched;
    [[nodiscard]] Result<Done> insert(const Event &event, Touched &stream);
    [[nodiscard]] Result<Done> projectStream(const Touched &stream);

    const Clock &m_clock;
    QString m_station;
    Changes m_changes;
    QList<PlacedEvent> m_appended;
    QList<OwnRow> m_ownRows;
    WriteHooks m_hooks;
    std::unique_ptr<NumberGiver> m_numbers;
};

} // namespace hall

#pragma once

#include "domain/id.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// The kinds of streams (design.md section 4). Only case streams have a workflow definition.
enum class StreamKind {
    Case = 1,      ///< everything the hall handles for a person
    Applicant = 2, ///< merge, split, credit
    Till = 3,      ///< window and day
    Stock = 4,     ///< receipt books
    Seal = 5,
    Post = 6,      ///< delegation, absence, re-homing
    Hall = 7       ///< publications of reference data
};

/// The word of a stream kind in canonical text ("case", "till", …).
[[nodiscard]] QString streamWord(StreamKind kind);

/// One entry of a stream: an envelope that the centre reads and a body that it never reads.
///
/// `body` is canonical JSON text of at most 64 KB. `bodyHash` = SHA-256(body). `hash` =
/// SHA-256(canonical envelope), and the envelope contains `bodyHash`, `saw` and everything else here
/// but `hash`; so a body erased by law leaves the envelope and the chain verifiable. Both are made
/// once, by seal(), and never change. Instants are milliseconds since 1970 UTC.
struct Event
{
    EventId id = {};
    StreamKind kind = StreamKind::Case;
    StreamId stream = {};
    QString type = {};              ///< what sort of fact: registered, moved, page, paid, …
    int version = 1;                ///< of the body's form for this type
    QString branch = {};            ///< "main", or state/member of a sign-off group
    QString action = {};            ///< the definition's action, or the verb of an appending event
    QString from = {};              ///< state before; empty for an appending event
    QString to = {};                ///< state after; empty for an appending event
    EventId expects = {};           ///< last state-changing event of the branch (design.md section 4)
    QString actor = {};             ///< staff code; empty for a timer event
    QString post = {};              ///< post in which the actor acts, "HB/reviewer"
    QString station = {};           ///< installation that wrote it, three characters
    qint64 actedAt = 0;             ///< rules legal dates, report days and papers
    QStringList scopesGained = {};  ///< departments that the case enters by this event
    QStringList scopesLost = {};
    EventId replaces = {};          ///< a redo of a refused event
    QList<EventId> saw = {};        ///< newest events of the stream that the author had
    QJsonObject head = {};          ///< what lists and search show, where this event sets it
    QByteArray body = "{}";
    QByteArray bodyHash = {};       ///< 32 bytes
    QByteArray hash = {};           ///< 32 bytes

    /// Appending events (a page, a note, a paper's state) never conflict.
    [[nodiscard]] bool isStateChanging() const { return !to.isEmpty(); }
    [[nodiscard]] QJsonObject bodyObject() const;
};

/// The bytes that `hash` runs over.
[[nodiscard]] QByteArray canonicalEnvelope(const Event &event);
/// Sets body (in canonical form), bodyHash and hash. The only way an event gets them.
[[nodiscard]] Event sealed(Event event, const QJsonObject &body);
/// True when body and envelope still give the stored hashes. An erased (empty) body is not counted
/// against it: its hash stands in the envelope.
[[nodiscard]] bool isIntact(const Event &event);
/// chain = SHA-256(chain before ‖ hash); the chain before the first event is 32 zero bytes.
[[nodiscard]] QByteArray chainAfter(const QByteArray &before, const QByteArray &hash);

/// UUIDv5(case, rule, due instant): every workstation that sees a timer due makes the same event.
[[nodiscard]] EventId timerEventId(const StreamId &stream, const QString &rule, qint64 dueMs);

} // namespace hall

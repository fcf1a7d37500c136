#include "desk/centre/centredesk.h"

#include "domain/whendone.h"
#include "store/caserows.h"
#include "store/store.h"

#include <QHash>
#include <QPromise>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostUnsent = 500;

template <class T> using Promised = std::shared_ptr<QPromise<Result<T>>>;

template <class T> Promised<T> promised()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <class T> void answer(const Promised<T> &promise, Result<T> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

/// Names of actions out of the cases' definitions; empty for what every case can do.
class ActionNames
{
public:
    explicit ActionNames(const ReadTx &tx)
        : m_tx(tx)
    {
    }

    LocalText of(const StreamId &stream, const QString &action)
    {
        const Definition *definition = definitionOf(stream);
        if (definition) {
            const ActionDef *found = definition->action(action);
            return found ? found->name : LocalText();
        }
        // Nothing of the case is here: any definition that knows the word.
        for (const Definition *other : m_tx.reference().definitions.all()) {
            if (const ActionDef *found = other->action(action))
                return found->name;
        }
        return {};
    }

private:
    const Definition *definitionOf(const StreamId &stream)
    {
        const auto known = m_known.constFind(stream);
        if (known != m_known.constEnd())
            return *known;
        const Result<CaseFile> file = m_tx.caseFile(stream);
        const Definition *definition = file.ok()
            ? m_tx.reference().definitions.find(file.value().item.workflow,
                                                file.value().definitionVersion)
            : nullptr;
        m_known.insert(stream, definition);
        return definition;
    }

    const ReadTx &m_tx;
    QHash<StreamId, const Definition *> m_known; ///< a case is folded once
};

UnsentLine unsentLine(const ReadTx &tx, const WaitingRow &row, ActionNames &names)
{
    UnsentLine line{.row = row};
    if (row.kind != StreamKind::Case)
        return line;
    if (const Result<CaseRow> known = caseRow(tx, row.stream); known.ok()) {
        line.number = known.value().number;
        line.applicant = known.value().applicantName;
    }
    line.actionName = names.of(row.stream, row.action);
    return line;
}

AttentionLine attentionLine(const ReadTx &tx, const AttentionRow &row, const QString &staff)
{
    const bool isAuthor = row.actor == staff;
    return {.row = row,
            .isMine = row.owner == staff || (row.owner.isEmpty() && isAuthor),
            .isHere = caseRow(tx, row.stream).ok(),
            .mayAct = row.cause != RefusalCause::Parked,
            .mayAdopt = row.cause != RefusalCause::Parked && !isAuthor && !row.actor.isEmpty()};
}

bool isDigitsOrX(const QString &text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'x' || c == u'X'; });
}

} // namespace

/// Both versions while their parts come in one after the other.
struct CentreDesk::Gathering
{
    Promised<BothVersions> promise = promised<BothVersions>();
    Session session = {};
    BothVersions versions = {};
    QList<EventId> open = {}; ///< parked behind it, still to be read
    QList<Event> parked = {};
};

CentreDesk::CentreDesk(Workplace &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
    connect(&place.centre, &CentreLink::statusChanged, this, &CentreDesk::statusChanged);
    connect(&place.centre, &CentreLink::attentionChanged, this, &CentreDesk::attentionChanged);
}

CentreStatus CentreDesk::status() const
{
    return m_place.centre.status();
}

qint64 CentreDesk::asOf(const CentreStatus &status)
{
    if (status.freshness.isEmpty())
        return status.lastContact;
    return std::ranges::min(status.freshness.values());
}

ReferencePtr CentreDesk::reference() const
{
    return m_place.store.reference();
}

QFuture<Result<QList<UnsentLine>>> CentreDesk::unsent(const Session &session) const
{
    return m_place.store.report(
        [staff = session.member.code](ReadTx &tx) -> Result<QList<UnsentLine>> {
            const Result<QList<WaitingRow>> rows = waitingEvents(tx, mostUnsent);
            if (!rows.ok())
                return rows.error();
            QList<UnsentLine> lines;
            ActionNames names(tx);
            for (const WaitingRow &row : rows.value()) {
                lines.append(unsentLine(tx, row, names));
                lines.last().isMine = row.actor == staff;
            }
            std::ranges::stable_partition(lines, &UnsentLine::isMine);
            return lines;
        });
}

QFuture<Result<QList<AttentionLine>>> CentreDesk::attention(const Session &session)
{
    const auto promise = promised<QList<AttentionLine>>();
    whenDone(m_place.centre.attention(), this,
             [this, promise, staff = session.member.code](const Result<QList<AttentionRow>> &rows) {
                 if (!rows.ok()) {
                     answer<QList<AttentionLine>>(promise, rows.error());
                     return;
                 }
                 const auto read
                     = [rows = rows.value(), staff](ReadTx &tx) -> Result<QList<AttentionLine>> {
                     QList<AttentionLine> lines;
                     ActionNames names(tx);
                     for (const AttentionRow &row : rows) {
                         lines.append(attentionLine(tx, row, staff));
                         lines.last().actionName = names.of(row.stream, row.action);
                     }
                     std::ranges::stable_partition(lines, &AttentionLine::isMine);
                     return lines;
                 };
                 whenDone(m_place.store.read(read), this,
                          [promise](const Result<QList<AttentionLine>> &lines) {
                              answer<QList<AttentionLine>>(promise, lines);
                          });
             });
    return promise->future();
}

QFuture<Result<BothVersions>> CentreDesk::versions(const EventId &event, const Session &session)
{
    const auto gathering = std::make_shared<Gathering>();
    gathering->session = session;
    whenDone(m_place.centre.conflict(event), this,
             [this, gathering](const Result<Conflict> &conflict) {
                 if (!conflict.ok()) {
                     answer<BothVersions>(gathering->promise, conflict.error());
                     return;
                 }
                 gathering->versions.conflict = conflict.value();
                 whenDone(m_place.centre.attention(), this,
                          [this, gathering](const Result<QList<AttentionRow>> &rows) {
                              const EventId own = gathering->versions.own().id;
                              const StreamId stream = gathering->versions.own().stream;
                              for (const AttentionRow &row : rows.valueOr({})) {
                                  if (row.stream == stream && row.event != own)
                                      gathering->open.append(row.event);
                              }
                              gather(gathering);
                          });
             });
    return gathering->promise->future();
}

/// Reads one more of the acts that wait behind, then what stands in the case.
void CentreDesk::gather(const std::shared_ptr<Gathering> &gathering)
{
    if (!gathering->open.isEmpty()) {
        whenDone(m_place.centre.conflict(gathering->open.takeFirst()), this,
                 [this, gathering](const Result<Conflict> &parked) {
                     if (parked.ok())
                         gathering->parked.append(parked.value().own);
                     gather(gathering);
                 });
        return;
    }
    BothVersions &versions = gathering->versions;
    versions.parked = static_cast<int>(gathering->parked.size());
    versions.papers = refusedPapers(versions.own(), gathering->parked);
    whenDone(m_place.store.read([versions, session = gathering->session](
                                    ReadTx &tx) mutable -> Result<BothVersions> {
        completeVersions(tx, session, versions);
        return versions;
    }),
             this, [gathering](const Result<BothVersions> &complete) {
                 answer<BothVersions>(gathering->promise, complete);
             });
}

QFuture<Result<Done>> CentreDesk::decideOn(const AttentionCommand &command, const Session &session)
{
    return m_place.centre.decideOn(command, session.actor());
}

QFuture<Result<Done>> CentreDesk::redo(const BothVersions &versions, const RedoWish &wish,
                                       const Session &session)
{
    const auto promise = promised<Done>();
    whenDone(m_place.store.write([versions, wish, session, &place = m_place](WriteTx &tx) {
        return redoEvents(tx, versions, wish, session, place);
    }),
             this, [this, promise, versions, wish, session](const Result<QList<Event>> &made) {
                 if (!made.ok()) {
                     answer<Done>(promise, made.error());
                     return;
                 }
                 whenDone(m_place.centre.redo(versions.own().id, made.value()), this,
                          [this, promise, versions, wish, session](const Result<Done> &done) {
                              if (done.ok())
                                  afterRedo(promise, versions, wish, session);
                              else
                                  answer<Done>(promise, done);
                          });
             });
    return promise->future();
}

void CentreDesk::afterRedo(const std::shared_ptr<QPromise<Result<Done>>> &promise,
                           const BothVersions &versions, const RedoWish &wish,
                           const Session &session)
{
    whenDone(m_place.store.write([versions, wish, session, &place = m_place](WriteTx &tx) {
        return spoilOldPapers(tx, versions, wish, session, place);
    }),
             this, [promise](const Result<Done> &done) { answer<Done>(promise, done); });
}

QList<StaffMember> CentreDesk::colleagues(const Session &session) const
{
    QList<StaffMember> list;
    const ReferencePtr known = reference();
    for (const StaffMember &member : known->staff) {
        const bool actsInCases = std::ranges::any_of(
            member.posts, [](const Post &post) { return post.role != Role::Administrator; });
        if (!member.isDisabled && actsInCases && member.code != session.member.code)
            list.append(member);
    }
    std::ranges::stable_partition(list, [&session](const StaffMember &member) {
        return std::ranges::any_of(
            member.posts, [&session](const Post &post) { return post.dept == session.post.dept; });
    });
    return list;
}

QFuture<Result<QList<TownHead>>> CentreDesk::find(const FindAsk &ask)
{
    const auto promise = promised<QList<TownHead>>();
    const bool hasPurpose = !ask.purpose.trimmed().isEmpty();
    if (!hasPurpose || ask.text.trimmed().isEmpty()) {
        answer<QList<TownHead>>(
            promise, Error{ErrorKind::FieldMissing, hasPurpose ? u"text"_s : u"purpose"_s});
        return promise->future();
    }
    whenDone(
        m_place.centre.find(ask), this, [this, promise](const Result<QList<QJsonObject>> &answers) {
            if (!answers.ok()) {
                answer<QList<TownHead>>(promise, answers.error());
                return;
            }
            const auto read = [answers = answers.value()](ReadTx &tx) -> Result<QList<TownHead>> {
                QList<TownHead> heads;
                for (const QJsonObject &one : answers) {
                    TownHead head = townHead(one, tx.reference());
                    head.isHere = caseRow(tx, head.stream).ok();
                    heads.append(head);
                }
                return heads;
            };
            whenDone(m_place.store.read(read), this,
                     [promise](const Result<QList<TownHead>> &heads) {
                         answer<QList<TownHead>>(promise, heads);
                     });
        });
    return promise->future();
}

FindKind CentreDesk::kindOf(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.count(u'-') >= 2)
        return FindKind::Number;
    if (isDigitsOrX(typed) && typed.size() == 11 && typed.startsWith(u'1'))
        return FindKind::Phone;
    if (isDigitsOrX(typed) && typed.size() >= 15)
        return FindKind::IdNumber;
    return FindKind::Name;
}

} // namespace hall

#pragma once

#include "desk/centre/redo.h"
#include "desk/centre/townhead.h"
#include "desk/workplace.h"
#include "store/waitingrows.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace hall {

/// Something made here that the centre does not have yet, and why.
struct UnsentLine
{
    WaitingRow row = {};
    QString number = {}; ///< of the case
    QString applicant = {};
    LocalText actionName = {}; ///< where the definition names it
    bool isMine = false;
};

/// A row of the attention list with its words, and what this person may do with it.
struct AttentionLine
{
    AttentionRow row = {};
    LocalText actionName = {};
    bool isMine = false;   ///< its author, and nobody else was asked; or handed to me
    bool isHere = false;   ///< something of the case stands on this machine
    bool mayAct = false;   ///< false: it follows the act before it
    bool mayAdopt = false; ///< somebody else's
};

/// What pages need of the centre; the only way in which they reach it. Without a centre: isAlone(),
/// empty lists, and OnlineOnly for what needs it.
class CentreDesk : public QObject
{
    Q_OBJECT
public:
    explicit CentreDesk(Workplace &place, QObject *parent = nullptr);

    [[nodiscard]] bool isAlone() const { return status().state == LinkState::Alone; }
    [[nodiscard]] bool isOnline() const { return status().state == LinkState::Online; }
    [[nodiscard]] CentreStatus status() const;
    /// When the lists shown were last known to be complete, ms; 0 = nothing is known.
    [[nodiscard]] static qint64 asOf(const CentreStatus &status);
    [[nodiscard]] ReferencePtr reference() const;
    [[nodiscard]] const Clock &clock() const { return m_place.clock; }

    /// What this person made comes first.
    [[nodiscard]] QFuture<Result<QList<UnsentLine>>> unsent(const Session &session) const;
    /// Mine first, then the oldest.
    [[nodiscard]] QFuture<Result<QList<AttentionLine>>> attention(const Session &session);
    [[nodiscard]] QFuture<Result<BothVersions>> versions(const EventId &event,
                                                         const Session &session);
    /// ReasonMissing for GiveUp without one.
    [[nodiscard]] QFuture<Result<Done>> decideOn(const AttentionCommand &command,
                                                 const Session &session);
    /// The refused act with other content, on what stands there now.
    [[nodiscard]] QFuture<Result<Done>> redo(const BothVersions &versions, const RedoWish &wish,
                                             const Session &session);
    /// Colleagues to whom it can be handed: those of the same department first.
    [[nodiscard]] QList<StaffMember> colleagues(const Session &session) const;

    /// FieldMissing ("purpose", "text"), OnlineOnly. The centre logs who asked, what and why.
    [[nodiscard]] QFuture<Result<QList<TownHead>>> find(const FindAsk &ask);
    /// What a typed text looks like.
    [[nodiscard]] static FindKind kindOf(const QString &text);

Q_SIGNALS:
    void statusChanged();
    void attentionChanged();

private:
    struct Gathering;
    void gather(const std::shared_ptr<Gathering> &gathering);
    void afterRedo(const std::shared_ptr<QPromise<Result<Done>>> &promise,
                   const BothVersions &versions, const RedoWish &wish, const Session &session);

    Workplace &m_place;
};

} // namespace hall

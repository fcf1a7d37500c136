#pragma once

#include <QList>
#include <QString>

#include <bitset>

namespace hall::model {

/// Every rule of app/sync/PROTOCOL.md that the model can do without. Taking one away must break
/// some seed (tst_ablations); a rule that never breaks one is not needed.
enum class Rule {
    // at the centre
    IdOnce,
    RootOnce,
    OrderRefusal,
    DensePositions,
    EnteredEntries,
    ChainCheck,
    HistoryPositions,
    ExpectsPerBranch,
    NumberOnce,
    CloneBySerial,
    CloneAmongHere,
    CommitBySha,
    ClosingWaits,
    Overtaking,
    DerivedKeys,
    CountersJump,
    StationsDrawn,
    ForeignScopeRefused,
    // at the workstation
    QueuePerStream,
    SentShelf,
    CheckpointFromPush,
    CheckpointFromReads,
    RedoReplaces,
    WithdrawalIsEvent,
    UnsettleAll,
    OfferOthers,
    CursorPerScope,
    CursorWithData,
    LeftRecheck,
    Overlay,
    PurgeLostScope,
    LeavesWhole,
    PassedShelf,
    UndoLeft,
    LeftOutlastsFork,
    FillCorrects,
    PagesAgain,
    PagesSettle,
    PagesCheckedOnArrival,
    TimerIdFromDue,
    NoSerialAfterClone,
    LeaseGivenUp,
    SecondFileRenews,
    SecondFileOwn,
    Count
};

struct RuleText
{
    Rule rule = Rule::Count;
    QString name = {};  ///< as in --without
    QString words = {}; ///< what is gone when it is taken away
};
[[nodiscard]] const QList<RuleText> &ruleTexts();
[[nodiscard]] QString ruleName(Rule rule);
/// Count when there is no such rule.
[[nodiscard]] Rule ruleFromName(const QString &name);

class Rules
{
public:
    Rules() { m_on.set(); }
    [[nodiscard]] bool has(Rule rule) const { return m_on.test(static_cast<size_t>(rule)); }
    [[nodiscard]] Rules without(Rule rule) const
    {
        Rules fewer = *this;
        if (rule != Rule::Count)
            fewer.m_on.reset(static_cast<size_t>(rule));
        return fewer;
    }

private:
    std::bitset<static_cast<size_t>(Rule::Count)> m_on;
};

} // namespace hall::model

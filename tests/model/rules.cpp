#include "rules.h"

namespace hall::model {

using namespace Qt::StringLiterals;

const QList<RuleText> &ruleTexts()
{
    static const QList<RuleText> texts = {
        {Rule::IdOnce, u"id-once"_s, u"an event that comes again is answered, not entered again"_s},
        {Rule::RootOnce, u"root-once"_s, u"one event a line of redos (replaces)"_s},
        {Rule::OrderRefusal, u"order-refusal"_s,
         u"a refused event refuses the later ones of its stream"_s},
        {Rule::DensePositions, u"dense-positions"_s,
         u"counter row locked: positions in commit order"_s},
        {Rule::EnteredEntries, u"entered-entries"_s,
         u"entered and left entries, not a filter on reading"_s},
        {Rule::ChainCheck, u"chain-check"_s,
         u"checkpoints compare the town's chain, not only the position"_s},
        {Rule::HistoryPositions, u"history-positions"_s, u"history gives the real positions"_s},
        {Rule::ExpectsPerBranch, u"expects-per-branch"_s,
         u"expects is compared with the branch, not the stream"_s},
        {Rule::NumberOnce, u"number-once"_s, u"the centre takes each number once"_s},
        {Rule::CloneBySerial, u"clone-by-serial"_s, u"a serial used twice unmasks a copied disk"_s},
        {Rule::CloneAmongHere, u"clone-among-here"_s,
         u"that check looks at events that are here already too"_s},
        {Rule::CommitBySha, u"commit-by-sha"_s,
         u"a page is complete when its bytes give its SHA"_s},
        {Rule::ClosingWaits, u"closing-waits"_s,
         u"a case does not close while a page is missing"_s},
        {Rule::Overtaking, u"overtaking"_s,
         u"an act of before the due instant overtakes the timer"_s},
        {Rule::DerivedKeys, u"derived-keys"_s, u"keys follow from the town's secret"_s},
        {Rule::CountersJump, u"counters-jump"_s, u"a restored centre jumps its counters"_s},
        {Rule::StationsDrawn, u"stations-drawn"_s,
         u"station codes are drawn by the install, not counted"_s},
        {Rule::ForeignScopeRefused, u"foreign-scope-refused"_s,
         u"pull of a scope one has lost is refused"_s},
        {Rule::QueuePerStream, u"queue-per-stream"_s, u"a queue a stream, not one for all"_s},
        {Rule::SentShelf, u"sent-shelf"_s, u"an answer does not delete the event here"_s},
        {Rule::CheckpointFromPush, u"checkpoint-from-push"_s,
         u"push replies are checkpoints too"_s},
        {Rule::CheckpointFromReads, u"checkpoint-from-reads"_s,
         u"heads seen by history and fillings are checkpoints too"_s},
        {Rule::RedoReplaces, u"redo-replaces"_s, u"a redo names what it replaces"_s},
        {Rule::WithdrawalIsEvent, u"withdrawal-is-event"_s,
         u"a withdrawal is an event that replaces the act"_s},
        {Rule::UnsettleAll, u"unsettle-all"_s,
         u"after a fork everything above is offered, not only what is missing then"_s},
        {Rule::OfferOthers, u"offer-others"_s, u"after a fork others' events are offered too"_s},
        {Rule::CursorPerScope, u"cursor-per-scope"_s, u"each scope has its own cursor"_s},
        {Rule::CursorWithData, u"cursor-with-data"_s, u"cursor and data in one transaction"_s},
        {Rule::LeftRecheck, u"left-recheck"_s,
         u"a case that leaves one scope is asked for in those whose cursor is ahead"_s},
        {Rule::Overlay, u"overlay"_s, u"what is answered but not yet pulled stays in sight"_s},
        {Rule::PurgeLostScope, u"purge-lost-scope"_s, u"cases of a lost scope leave the PC"_s},
        {Rule::LeavesWhole, u"leaves-whole"_s,
         u"a case leaves with the last of it that waits here, not before"_s},
        {Rule::PassedShelf, u"passed-shelf"_s,
         u"others' work that all scopes have been pulled past leaves the shelf"_s},
        {Rule::UndoLeft, u"undo-left"_s,
         u"after a fork streams that left above it are asked for"_s},
        {Rule::LeftOutlastsFork, u"left-outlasts-fork"_s,
         u"a fork does not forget which scopes a case had left before it"_s},
        {Rule::FillCorrects, u"fill-corrects"_s,
         u"a held case that a filling does not bring is not in that scope"_s},
        {Rule::PagesAgain, u"pages-again"_s, u"after a fork all pages are asked for again"_s},
        {Rule::PagesSettle, u"pages-settle"_s,
         u"a page that went up is asked for until a checkpoint covers it"_s},
        {Rule::PagesCheckedOnArrival, u"pages-checked-on-arrival"_s,
         u"a fetched page must give its SHA"_s},
        {Rule::TimerIdFromDue, u"timer-id-from-due"_s,
         u"a timer's id follows from its due instant"_s},
        {Rule::NoSerialAfterClone, u"no-serial-after-clone"_s,
         u"work made under a given-up code is offered without serial"_s},
        {Rule::LeaseGivenUp, u"lease-given-up"_s, u"a renewed PC gives its leased numbers up"_s},
        {Rule::SecondFileRenews, u"second-file-renews"_s,
         u"a disk behind its second file takes a new code first"_s},
        {Rule::SecondFileOwn, u"second-file-own"_s,
         u"others' work that is offered again stands in no second file"_s},
    };
    return texts;
}

QString ruleName(Rule rule)
{
    for (const RuleText &text : ruleTexts()) {
        if (text.rule == rule)
            return text.name;
    }
    return u"none"_s;
}

Rule ruleFromName(const QString &name)
{
    for (const RuleText &text : ruleTexts()) {
        if (text.name == name)
            return text.rule;
    }
    return Rule::Count;
}

} // namespace hall::model

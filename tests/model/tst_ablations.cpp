// Every rule is needed: for each there is a seed that passes with it and breaks without it.
#include "world.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hall::model;

namespace {

struct KeptSeed
{
    Rule rule = Rule::Count;
    quint64 seed = 0;
    QString breaks = {}; ///< the kind of violation without the rule
};

/// From `./run model --ablations`: the first seed that breaks.
const QList<KeptSeed> &keptSeeds()
{
    static const QList<KeptSeed> kept = {
        {Rule::IdOnce, 1, u"twice"_s},
        {Rule::RootOnce, 14, u"twice"_s},
        {Rule::OrderRefusal, 1, u"order"_s},
        {Rule::DensePositions, 1, u"incomplete"_s},
        {Rule::EnteredEntries, 3, u"leak"_s},
        {Rule::ChainCheck, 4, u"lost"_s},
        {Rule::HistoryPositions, 6, u"lost"_s},
        {Rule::ExpectsPerBranch, 11, u"conflict"_s},
        {Rule::NumberOnce, 11, u"number"_s},
        {Rule::CloneBySerial, 7, u"clone"_s},
        {Rule::CloneAmongHere, 1009749, u"number"_s},
        {Rule::CommitBySha, 20, u"page"_s},
        {Rule::ClosingWaits, 1, u"closed"_s},
        {Rule::Overtaking, 2, u"timer"_s},
        {Rule::DerivedKeys, 3, u"mac"_s},
        {Rule::CountersJump, 3, u"number"_s},
        {Rule::StationsDrawn, 79, u"number"_s},
        {Rule::ForeignScopeRefused, 163, u"incomplete"_s},
        {Rule::QueuePerStream, 1, u"stuck"_s},
        {Rule::SentShelf, 2, u"conflict"_s},
        {Rule::CheckpointFromPush, 4, u"lost"_s},
        {Rule::CheckpointFromReads, 224, u"incomplete"_s},
        {Rule::RedoReplaces, 11, u"twice"_s},
        {Rule::WithdrawalIsEvent, 14, u"withdrawn"_s},
        {Rule::UnsettleAll, 1001000, u"lost"_s},
        {Rule::OfferOthers, 608, u"lost"_s},
        {Rule::CursorPerScope, 1, u"incomplete"_s},
        {Rule::CursorWithData, 2, u"incomplete"_s},
        {Rule::LeftRecheck, 6512, u"leak"_s},
        {Rule::Overlay, 2, u"conflict"_s},
        {Rule::PurgeLostScope, 6, u"leak"_s},
        {Rule::LeavesWhole, 1001720, u"order"_s},
        {Rule::PassedShelf, 1000967, u"leak"_s},
        {Rule::UndoLeft, 1001612, u"incomplete"_s},
        {Rule::LeftOutlastsFork, 1002014, u"leak"_s},
        {Rule::FillCorrects, 1056, u"leak"_s},
        {Rule::PagesAgain, 5, u"page"_s},
        {Rule::PagesSettle, 113, u"page"_s},
        {Rule::PagesCheckedOnArrival, 8, u"page"_s},
        {Rule::TimerIdFromDue, 7, u"conflict"_s},
        {Rule::NoSerialAfterClone, 11, u"lost"_s},
        {Rule::LeaseGivenUp, 2, u"number"_s},
        {Rule::SecondFileRenews, 2, u"number"_s},
        {Rule::SecondFileOwn, 1001974, u"order"_s},
    };
    return kept;
}

} // namespace

class TestAblations : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleHasASeed()
    {
        for (const RuleText &text : ruleTexts()) {
            const auto isOfIt = [&text](const KeptSeed &kept) { return kept.rule == text.rule; };
            QVERIFY2(std::ranges::count_if(keptSeeds(), isOfIt) == 1, qPrintable(text.name));
        }
        QCOMPARE(ruleTexts().size(), static_cast<qsizetype>(Rule::Count));
    }

    void breaksWithoutItsRule_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<QString>("breaks");
        for (const KeptSeed &kept : keptSeeds())
            QTest::newRow(qPrintable(ruleName(kept.rule))) << kept.rule << kept.seed << kept.breaks;
    }

    void breaksWithoutItsRule()
    {
        QFETCH(const Rule, rule);
        QFETCH(const quint64, seed);
        QFETCH(const QString, breaks);
        const RunReport whole = runSeed(seed, Rules());
        QVERIFY2(!whole.violation, qPrintable(whole.violation ? whole.violation->text : QString()));
        const RunReport without = runSeed(seed, Rules().without(rule));
        QVERIFY2(without.violation, "nothing broke without the rule");
        QCOMPARE(without.violation->kind, breaks);
    }
};

QTEST_APPLESS_MAIN(TestAblations)
#include "tst_ablations.moc"

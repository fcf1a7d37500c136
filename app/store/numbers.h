#pragma once

#include "domain/casenumber.h"
#include "domain/decide.h"
#include "store/leases.h"
#include "store/transaction.h"

#include <QList>
#include <QString>

namespace hall {

/// Gives numbers inside a transaction: what is rolled back was never given.
class StationNumbers final : public NumberGiver
{
public:
    /// Without `leases` the store leases blocks to itself.
    explicit StationNumbers(WriteTx &tx, LeaseSource *leases = nullptr);

    /// Serials are counted per date: a clock that jumps back goes on where that date stood. The
    /// region is the hall's. RuleBroken after 9999 on one day.
    Result<QString> intakeNumber(QDate date) override;
    /// Pattern of the series: numberPattern().
    Result<QString> officialNumber(const QString &series, const QString &organWord,
                                   int year) override;

private:
    struct Lease;
    [[nodiscard]] Result<Lease> openLease(const NumberSequence &sequence);
    [[nodiscard]] Result<Done> storeLease(const NumberSequence &sequence, const Lease &lease);
    [[nodiscard]] Result<Done> storeGiven(const NumberSequence &sequence, int serial,
                                          const QString &text);

    WriteTx &m_tx;
    LocalLeases m_ownLeases;
    LeaseSource &m_leases;
};

/// Pattern of a series with %organ%, %year% and %serial%: the published setting
/// "number-pattern/<series>" {"pattern": …}, else the usual one
/// ("%organ%受字〔%year%〕第%serial%号").
[[nodiscard]] Result<QString> numberPattern(Connection &connection, const QString &series);

/// Makes sure that the serial of a number that exists is not given again (recovery).
[[nodiscard]] Result<Done> raiseSerial(Connection &connection, const CaseNumber &number);
/// Takes a given number out of use with a reason; it is not given again. NotFound if never given
/// here.
[[nodiscard]] Result<Done> voidNumber(WriteTx &tx, const QString &number, const QString &reason);
/// Gives the unused rest of this station's blocks of a year back (end of the year, end of a
/// series).
[[nodiscard]] Result<Done> returnNumbers(WriteTx &tx, int year);

/// One line of the number report: used + voided + returned + open = leased.
struct NumberUse
{
    NumberSequence sequence = {};
    int leased = 0;
    int used = 0;
    int voided = 0;
    int returned = 0;
    int open = 0; ///< in the current block, not given yet
    QList<int> voidedSerials = {};
};
[[nodiscard]] Result<QList<NumberUse>> numberReport(const ReadTx &tx, int year);

} // namespace hall

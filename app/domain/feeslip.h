#pragma once

#include "domain/id.h"
#include "domain/money.h"

#include <QList>
#include <QString>

#include <optional>

namespace hall {

/// A fee line as demanded (pinned at the demand).
struct SlipLine
{
    int feeNo = 0;
    QString name = {};
    QString basis = {};
    QString unit = {};
    qint64 quantityMilli = 1000;
    qint64 rateMicroYuan = 0;
    Money amount = {};
};

enum class Instrument { Cash, Card, Transfer, Qr };
[[nodiscard]] QString instrumentWord(Instrument instrument);
[[nodiscard]] std::optional<Instrument> instrumentFromWord(const QString &word);

struct Payment
{
    EventId event = {};
    QString receipt = {}; ///< number of the receipt
    Money amount = {};
    Instrument instrument = Instrument::Cash;
    Money tendered = {};    ///< cash given; change = tendered − amount
    QString reference = {}; ///< voucher number of card, transfer, QR
    QString cashier = {};
    StreamId till = {};
    qint64 at = 0;
    bool isVoid = false;
    QString voidReason = {};
    QString voidedBy = {};
    QString voidWitness = {}; ///< the second person
    qint64 voidedAt = 0;
    /// The till that gave the money back, where that is a later one than took it; null = the
    /// receipt was struck in its own shift.
    StreamId voidTill = {};
};

/// What a slip counts for. Only slips of a deemed acceptance that a person's earlier act overtook
/// are ever other than Due.
enum class SlipStanding {
    Due,
    Void,  ///< nothing is to be paid on it: another slip asks for the same, or nothing is asked
    Refund ///< was paid all the same: back through the refund tray
};

/// A fee slip (缴款通知书).
struct FeeSlip
{
    QString number = {};
    QList<SlipLine> lines = {};
    Money total = {};
    QList<Payment> payments = {};
    bool isOvertaken = false; ///< demanded by a timer's acceptance that did not stand
    SlipStanding standing = SlipStanding::Due;
    [[nodiscard]] int livePayments() const;
    [[nodiscard]] bool isPaid() const { return livePayments() > 0; }
    [[nodiscard]] bool isPaidTwice() const { return livePayments() > 1; } ///< refund tray
    [[nodiscard]] bool isOwed() const { return standing == SlipStanding::Due && !isPaid(); }
};

} // namespace hall

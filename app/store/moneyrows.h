#pragma once

#include "domain/casefile.h"
#include "store/transaction.h"

#include <QDate>
#include <QMap>

namespace hall {

enum class SlipState { Open = 0, Paid = 1, PaidTwice = 2, Void = 3 };

/// A fee slip as the cashier's lists show it.
struct SlipRow
{
    StreamId caseId = {};
    QString caseNumber = {};
    QString number = {};
    QString applicantName = {};
    QString itemCode = {};
    QString itemName = {}; ///< Chinese
    QString dept = {};
    QString window = {};
    Money total = {};
    Money paid = {}; ///< payments that are not void
    SlipState state = SlipState::Open;
    qint64 demandedAt = 0;
};

/// A payment, void or not.
struct PaymentRow
{
    StreamId caseId = {};
    QString caseNumber = {};
    QString applicantName = {};
    QString itemCode = {};
    QString itemName = {}; ///< Chinese
    EventId event = {};
    QString slip = {};
    QString receipt = {};
    StreamId till = {};
    Instrument instrument = Instrument::Cash;
    Money amount = {};
    Money tendered = {};
    QString reference = {};
    QString cashier = {};
    qint64 at = 0;
    bool isVoid = false;
    QString voidReason = {};
    QString voidedBy = {};
    QString voidWitness = {};
    StreamId refundTill = {}; ///< the till that gave the money back, when it is not the same one
    qint64 refundedAt = 0;
    /// Counts in the sums of the till that took it: it stands, or a later till gave it back.
    [[nodiscard]] bool isTaken() const { return !isVoid || !refundTill.isNull(); }
};

/// A till: one window on one day. Its stream has two types of events:
///   "tillOpened"  body {"window": "C01", "day": "2026-11-22"}; the actor is the cashier
///   "tillClosed"  body {"counted": {"cash": fen, "card": fen, "transfer": fen, "qr": fen}, "note":
///   text}
/// (instrumentWord() names the counted sums). A later closing replaces the count of an earlier one.
struct TillRow
{
    StreamId id = {};
    QString window = {};
    QDate day = {};
    QString cashier = {};
    qint64 openedAt = 0;
    qint64 closedAt = 0; ///< 0 = open
    QString closedBy = {};
    QMap<Instrument, Money> counted = {};
    QString note = {};
    [[nodiscard]] bool isOpen() const { return closedAt == 0; }
};

struct InstrumentSum
{
    Instrument instrument = Instrument::Cash;
    int count = 0;     ///< payments taken and not struck in their own shift
    Money amount = {}; ///< of these, less what was given back: what the till holds
    int voidCount = 0; ///< struck in their own shift
    Money voidAmount = {};
    int refundCount = 0; ///< payments of earlier shifts that this till gave back
    Money refundAmount = {};
};

/// NotFound when no slip here has the number.
[[nodiscard]] Result<SlipRow> slipByNumber(const ReadTx &tx, const QString &number);
/// Not paid yet, oldest first.
[[nodiscard]] Result<QList<SlipRow>> openSlips(const ReadTx &tx, int limit);
/// The refund tray: paid more than once.
[[nodiscard]] Result<QList<SlipRow>> slipsPaidTwice(const ReadTx &tx);
[[nodiscard]] Result<QList<PaymentRow>> paymentsOfTill(const ReadTx &tx, const StreamId &till);
/// Payments of other tills that this one gave back, in the order of giving back.
[[nodiscard]] Result<QList<PaymentRow>> refundsOfTill(const ReadTx &tx, const StreamId &till);
[[nodiscard]] Result<PaymentRow> paymentByReceipt(const ReadTx &tx, const QString &receipt);
/// All four instruments, also those without a payment; sums equal the rows of paymentsOfTill()
/// less those of refundsOfTill(). A closed till's sums never change.
[[nodiscard]] Result<QList<InstrumentSum>> tillSums(const ReadTx &tx, const StreamId &till);
[[nodiscard]] Result<TillRow> tillRow(const ReadTx &tx, const StreamId &id);
/// The window's tills of a day, the newest first.
[[nodiscard]] Result<QList<TillRow>> tillsOf(const ReadTx &tx, const QString &window,
                                             const QDate &day);

/// Rows of one case, for project().
[[nodiscard]] Result<Done> writeMoney(WriteTx &tx, qint64 key, const CaseFile &file);
[[nodiscard]] Result<Done> removeMoney(WriteTx &tx, qint64 key);

} // namespace hall

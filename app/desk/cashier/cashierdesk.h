#pragma once

#include "desk/routing/caseacts.h"
#include "store/moneyrows.h"

#include <QFuture>
#include <QString>

namespace hall {

/// A slip on the cashier's screen.
struct SlipView
{
    SlipRow row = {};
    FeeSlip slip = {};
    QString acceptedBy = {}; ///< name; whoever accepts a case takes no money for it
    QString paidBy = {};     ///< name of the cashier of the last payment that stands
    /// The last payment that stands; nullptr = not paid.
    [[nodiscard]] const Payment *payment() const;
};

/// Taking a payment back: why, and a second person who proves to be here by a password of his own.
struct VoidRequest
{
    PaymentRow payment = {};
    QString reason = {};
    QString witness = {}; ///< code, name or initials
    QString password = {};
};

/// The window's till of a day, as the shift is closed.
struct TillView
{
    TillRow till = {};
    QList<PaymentRow> payments = {};
    QList<PaymentRow> refunds = {}; ///< payments of earlier shifts that this one gave back
    QList<InstrumentSum> sums = {};
    /// The sum of the rows equals the sums by instrument (features.md, complaint 7).
    [[nodiscard]] bool isBalanced() const;
};

/// Fees by the published standard only: slips, payments, voids, shift close (domain.md section 8).
class CashierDesk
{
public:
    explicit CashierDesk(Workplace &place)
        : m_place(place)
    {
    }

    /// What was typed or scanned: slip number, case number, or the QR code of a payment notice. Of
    /// a case it is the first slip to be paid, else the last that was. NotFound with detail
    /// "noSlip": the case owes nothing.
    [[nodiscard]] QFuture<Result<SlipView>> find(const QString &text) const;
    [[nodiscard]] QFuture<Result<QList<SlipRow>>> openSlips(int limit = 200) const;
    /// Looks whether the window has a receipt number left; on a joined machine one that is missing is
    /// fetched ahead, before somebody stands there and pays. OnlineOnly while there is none.
    QFuture<Result<Done>> prepare(const Session &session) const;
    /// Takes the whole amount of a slip; opens the window's till of the day where none is open.
    /// CaseClosed for a slip of a case that ended unpaid.
    [[nodiscard]] QFuture<Result<ActResult>> take(const SlipView &slip, const TakePayment &payment,
                                                  const Session &session) const;
    /// Payments of what was typed or scanned: receipt, slip or case number, QR code of a notice; of
    /// any shift and window. NotFound.
    [[nodiscard]] QFuture<Result<QList<PaymentRow>>> receipts(const QString &text) const;
    /// Whether taking this payment back is a refund out of the session's own till: another till
    /// took it, or its shift is closed. A closed shift keeps the sums it was signed for.
    [[nodiscard]] QFuture<Result<bool>> isRefund(const PaymentRow &payment,
                                                 const Session &session) const;
    /// Strikes the receipt in its own open shift, else books a refund into the window's open till
    /// (opened where none is open). WrongPassword and the other sign-in errors of the second
    /// person; SecondPersonMissing when it is the cashier again, with detail "manager" when a
    /// refund needs a manager.
    [[nodiscard]] QFuture<Result<ActResult>> takeBack(const VoidRequest &request,
                                                      const Session &session) const;
    /// The receipt of a payment as a paper of its case, for another print.
    [[nodiscard]] QFuture<Result<CasePaper>> receiptPaper(const PaymentRow &payment) const;
    /// A till of this window that an earlier day left open (it is to be closed first), else the one
    /// that is open today, else the last one of the day. NotFound: none yet.
    [[nodiscard]] QFuture<Result<TillView>> till(const Session &session) const;
    /// Closes the shift: counted sums by instrument; a difference needs a note. StateMoved with
    /// detail "till" when it is closed already, NotYourPost for another window's till.
    [[nodiscard]] QFuture<Result<TillView>> close(const StreamId &till,
                                                  const QMap<Instrument, Money> &counted,
                                                  const QString &note,
                                                  const Session &session) const;
    /// The refund tray: slips that were paid twice.
    [[nodiscard]] QFuture<Result<QList<SlipRow>>> paidTwice() const;

private:
    Workplace &m_place;
};

} // namespace hall

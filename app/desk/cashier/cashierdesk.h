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
};

/// The window's till of a day, as the shift is closed.
struct TillView
{
    TillRow till = {};
    QList<PaymentRow> payments = {};
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

    /// What was typed or scanned: slip number, case number, or the QR code of a payment notice.
    [[nodiscard]] QFuture<Result<SlipView>> find(const QString &text) const;
    [[nodiscard]] QFuture<Result<QList<SlipRow>>> openSlips(int limit = 200) const;
    /// Takes the whole amount of a slip; opens the window's till of the day where none is open.
    [[nodiscard]] QFuture<Result<ActResult>> take(const SlipView &slip, const TakePayment &payment,
                                                  const Session &session) const;
    /// Takes a payment back: reason and a second person, who gives a password of his own.
    [[nodiscard]] QFuture<Result<ActResult>>
    takeBack(const PaymentRow &payment, const VoidPayment &command, const Session &session) const;
    /// The till that is open at this window today, else the last one of the day. NotFound: none
    /// yet.
    [[nodiscard]] QFuture<Result<TillView>> till(const Session &session) const;
    /// Closes the shift: counted sums by instrument; a difference needs a note.
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

#include "store/moneyrows.h"
#include "store/projection.h"
#include "store/rowvalues.h"

#include <QJsonObject>

#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString deleteSlipsSql = u"DELETE FROM slip WHERE key = :key"_s;
const QString deletePaymentsSql = u"DELETE FROM payment WHERE key = :key"_s;
const QString insertSlipSql
    = u"INSERT INTO slip (key, nth, number, total, paid, state, demanded_at, dept, window) "
      "VALUES (:key, :nth, :number, :total, :paid, :state, :demanded_at, :dept, :window)"_s;
const QString insertPaymentSql
    = u"INSERT OR REPLACE INTO payment (key, event, slip, receipt, till, instrument, amount, "
      "tendered, reference, cashier, at, day, is_void, void_reason, voided_by, void_witness, dept, "
      "window, item) VALUES (:key, :event, :slip, :receipt, :till, :instrument, :amount, "
      ":tendered, "
      ":reference, :cashier, :at, :day, :is_void, :void_reason, :voided_by, :void_witness, :dept, "
      ":window, :item)"_s;
const QString deleteRefundsSql = u"DELETE FROM refund WHERE key = :key"_s;
const QString insertRefundSql
    = u"INSERT OR REPLACE INTO refund (key, payment, void_till, void_at, void_day) "
      "VALUES (:key, :payment, :void_till, :void_at, :void_day)"_s;
const QString openTillSql
    = u"INSERT INTO till (id, window, day, cashier, opened_at, closed_at, closed_by, note) "
      "VALUES (:id, :window, :day, :cashier, :opened_at, 0, '', '') ON CONFLICT (id) DO NOTHING"_s;
const QString closeTillSql = u"UPDATE till SET closed_at = :closed_at, closed_by = :closed_by, "
                             u"note = :note, cash = :cash, "
                             "card = :card, transfer = :transfer, qr = :qr WHERE id = :id"_s;

SlipState stateOf(const CaseFile &file, const FeeSlip &slip)
{
    if (slip.isPaidTwice() || (slip.isPaid() && slip.standing == SlipStanding::Refund))
        return SlipState::PaidTwice;
    if (slip.isPaid())
        return SlipState::Paid;
    return file.isClosed() || !slip.isOwed() ? SlipState::Void : SlipState::Open;
}

Result<Done> writeSlip(WriteTx &tx, qint64 key, const CaseFile &file, qsizetype nth)
{
    const FeeSlip &slip = file.slips.at(nth);
    Money paid;
    for (const Payment &payment : slip.payments)
        paid += payment.isVoid ? Money() : payment.amount;
    Query query(tx.connection(), insertSlipSql);
    return bindAll(query,
                   {{":key"_L1, key},
                    {":nth"_L1, nth},
                    {":number"_L1, textValue(slip.number)},
                    {":total"_L1, slip.total.fen()},
                    {":paid"_L1, paid.fen()},
                    {":state"_L1, static_cast<int>(stateOf(file, slip))},
                    {":demanded_at"_L1, file.acceptedAt != 0 ? file.acceptedAt : file.registeredAt},
                    {":dept"_L1, textValue(file.item.dept)},
                    {":window"_L1, textValue(file.window)}})
        .run();
}

Result<Done> writePayment(WriteTx &tx, qint64 key, const CaseFile &file, const FeeSlip &slip,
                          const Payment &payment)
{
    Query query(tx.connection(), insertPaymentSql);
    return bindAll(query,
                   {{":key"_L1, key},
                    {":event"_L1, idValue(payment.event)},
                    {":slip"_L1, textValue(slip.number)},
                    {":receipt"_L1, textValue(payment.receipt)},
                    {":till"_L1, idValue(payment.till)},
                    {":instrument"_L1, static_cast<int>(payment.instrument)},
                    {":amount"_L1, payment.amount.fen()},
                    {":tendered"_L1, payment.tendered.fen()},
                    {":reference"_L1, textValue(payment.reference)},
                    {":cashier"_L1, textValue(payment.cashier)},
                    {":at"_L1, payment.at},
                    {":day"_L1, dayValue(hallDate(instantOf(payment.at)))},
                    {":is_void"_L1, payment.isVoid ? 1 : 0},
                    {":void_reason"_L1, textValue(payment.voidReason)},
                    {":voided_by"_L1, textValue(payment.voidedBy)},
                    {":void_witness"_L1, textValue(payment.voidWitness)},
                    {":dept"_L1, textValue(file.item.dept)},
                    {":window"_L1, textValue(file.window)},
                    {":item"_L1, textValue(file.item.code)}})
        .run();
}

/// Money that another till gave back; what was struck in its own shift has no row here.
Result<Done> writeRefund(WriteTx &tx, qint64 key, const Payment &payment)
{
    if (!payment.isVoid || payment.voidTill.isNull())
        return Done{};
    Query query(tx.connection(), insertRefundSql);
    return bindAll(query,
                   {{":key"_L1, key},
                    {":payment"_L1, idValue(payment.event)},
                    {":void_till"_L1, idValue(payment.voidTill)},
                    {":void_at"_L1, payment.voidedAt},
                    {":void_day"_L1, dayValue(hallDate(instantOf(payment.voidedAt)))}})
        .run();
}

Result<Done> closeTill(WriteTx &tx, const Event &event)
{
    const QJsonObject body = event.bodyObject();
    const QJsonObject counted = body.value("counted"_L1).toObject();
    const auto sum = [&counted](Instrument instrument) {
        const QJsonValue value = counted.value(instrumentWord(instrument));
        return value.isUndefined() ? QVariant() : QVariant(value.toInteger());
    };
    Query query(tx.connection(), closeTillSql);
    return bindAll(query,
                   {{":id"_L1, idValue(event.stream)},
                    {":closed_at"_L1, event.actedAt},
                    {":closed_by"_L1, textValue(event.actor)},
                    {":note"_L1, textValue(body.value("note"_L1).toString())},
                    {":cash"_L1, sum(Instrument::Cash)},
                    {":card"_L1, sum(Instrument::Card)},
                    {":transfer"_L1, sum(Instrument::Transfer)},
                    {":qr"_L1, sum(Instrument::Qr)}})
        .run();
}

} // namespace

Result<Done> writeMoney(WriteTx &tx, qint64 key, const CaseFile &file)
{
    for (qsizetype nth = 0; nth < file.slips.size(); ++nth) {
        const Result<Done> written = writeSlip(tx, key, file, nth);
        if (!written.ok())
            return written;
        const FeeSlip &slip = file.slips.at(nth);
        for (const Payment &payment : slip.payments) {
            const Result<Done> paid = writePayment(tx, key, file, slip, payment);
            if (!paid.ok())
                return paid;
            const Result<Done> refunded = writeRefund(tx, key, payment);
            if (!refunded.ok())
                return refunded;
        }
    }
    return Done{};
}

Result<Done> removeMoney(WriteTx &tx, qint64 key)
{
    for (const QString &sql : {deleteSlipsSql, deleteRefundsSql}) {
        const Result<Done> removed = Query(tx.connection(), sql).bind(":key"_L1, key).run();
        if (!removed.ok())
            return removed;
    }
    return Query(tx.connection(), deletePaymentsSql).bind(":key"_L1, key).run();
}

Result<Done> projectTill(WriteTx &tx, const Event &event)
{
    if (event.kind != StreamKind::Till)
        return Done{};
    if (event.type == "tillClosed"_L1)
        return closeTill(tx, event);
    if (event.type != "tillOpened"_L1)
        return Done{};
    const QJsonObject body = event.bodyObject();
    Query query(tx.connection(), openTillSql);
    return bindAll(query,
                   {{":id"_L1, idValue(event.stream)},
                    {":window"_L1, textValue(body.value("window"_L1).toString())},
                    {":day"_L1,
                     dayValue(QDate::fromString(body.value("day"_L1).toString(), Qt::ISODate))},
                    {":cashier"_L1, textValue(event.actor)},
                    {":opened_at"_L1, event.actedAt}})
        .run();
}

} // namespace hall

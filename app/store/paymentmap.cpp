#include "store/paymentmap.h"

namespace hall {

using namespace Qt::StringLiterals;

const QString &paymentSelect()
{
    static const QString sql = u"SELECT case_row.id AS case_id, case_row.number AS case_number, "
                               u"applicant_name, item_code, item_name, "
                               "event, slip, receipt, till, instrument, amount, tendered, "
                               "reference, cashier, at, is_void, "
                               "void_reason, voided_by, void_witness, void_till, void_at "
                               "FROM payment JOIN case_row ON case_row.key = payment.key "
                               "LEFT JOIN refund ON refund.key = payment.key "
                               "AND refund.payment = payment.event WHERE "_s;
    return sql;
}

PaymentRow paymentRowFrom(const Query &query)
{
    return {.caseId = StreamId::fromBytes(query.bytes("case_id"_L1)),
            .caseNumber = query.text("case_number"_L1),
            .applicantName = query.text("applicant_name"_L1),
            .itemCode = query.text("item_code"_L1),
            .itemName = query.text("item_name"_L1),
            .event = EventId::fromBytes(query.bytes("event"_L1)),
            .slip = query.text("slip"_L1),
            .receipt = query.text("receipt"_L1),
            .till = StreamId::fromBytes(query.bytes("till"_L1)),
            .instrument = static_cast<Instrument>(query.number("instrument"_L1)),
            .amount = Money(query.number("amount"_L1)),
            .tendered = Money(query.number("tendered"_L1)),
            .reference = query.text("reference"_L1),
            .cashier = query.text("cashier"_L1),
            .at = query.number("at"_L1),
            .isVoid = query.number("is_void"_L1) != 0,
            .voidReason = query.text("void_reason"_L1),
            .voidedBy = query.text("voided_by"_L1),
            .voidWitness = query.text("void_witness"_L1),
            .refundTill = StreamId::fromBytes(query.bytes("void_till"_L1)),
            .refundedAt = query.number("void_at"_L1)};
}

} // namespace hall

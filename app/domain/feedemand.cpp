#include "domain/eventmaker.h"

#include <QJsonArray>

namespace hall {

using namespace Qt::StringLiterals;

Result<std::optional<QJsonObject>> feeDemand(const ItemDef &item, const QList<qint64> &quantities,
                                             const Context &context)
{
    QJsonArray lines;
    Money total;
    for (qsizetype i = 0; i < item.fees.size(); ++i) {
        const FeeDef &fee = item.fees.at(i);
        const qint64 quantity = quantities.value(i, 1000);
        // A variable line without a published rate cannot be charged (domain.md section 10).
        if (!fee.isChargeable(hallDate(context.now)) || quantity <= 0)
            continue;
        const Money amount = fee.amount(quantity);
        total += amount;
        lines.append(QJsonObject{{u"no"_s, fee.no},
                                 {u"name"_s, fee.name},
                                 {u"basis"_s, fee.basis},
                                 {u"unit"_s, fee.unit},
                                 {u"quantity"_s, quantity},
                                 {u"rate"_s, *fee.rateMicroYuan},
                                 {u"amount"_s, amount.fen()}});
    }
    if (total.isZero())
        return std::optional<QJsonObject>();
    const Result<QString> number = context.numbers.officialNumber(
        u"slip"_s, context.reference.hall.organWord, hallDate(context.now).year());
    if (!number.ok())
        return number.error();
    return std::optional<QJsonObject>(
        {{u"slip"_s, number.value()}, {u"lines"_s, lines}, {u"total"_s, total.fen()}});
}

} // namespace hall

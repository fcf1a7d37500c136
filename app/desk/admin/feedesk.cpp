#include "desk/admin/feedesk.h"

#include "domain/csvtable.h"
#include "store/store.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const FeeDef *lineOf(const ItemDef *item, int no)
{
    if (!item)
        return nullptr;
    const auto line = std::ranges::find(item->fees, no, &FeeDef::no);
    return line == item->fees.end() ? nullptr : &*line;
}

} // namespace

FeeDesk::FeeDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QList<FeeRow> FeeDesk::rows(const QString &text) const
{
    const ReferencePtr reference = m_publisher.reference();
    const QDate today = m_publisher.place().clock.today();
    const QString wanted = text.trimmed();
    QList<FeeRow> rows;
    for (const ItemDef &item : reference->items) {
        for (const FeeDef &fee : item.fees) {
            const QString all = item.code + u' ' + item.name.zh + u' ' + fee.name + u' '
                + reference->departmentName(item.dept);
            if (!all.contains(wanted, Qt::CaseInsensitive))
                continue;
            rows.append({.item = item.code,
                         .itemName = item.name,
                         .dept = item.dept,
                         .fee = fee,
                         .isStationed = item.stationed,
                         .isChargeable = fee.isChargeable(today)});
        }
    }
    std::ranges::stable_sort(rows, std::greater{}, &FeeRow::isStationed);
    return rows;
}

FeeFault FeeDesk::faultOf(const FeeStandard &standard) const
{
    const ReferencePtr reference = m_publisher.reference();
    if (!lineOf(reference->item(standard.item), standard.no))
        return FeeFault::LineUnknown;
    const QString amount = standard.amountYuan.trimmed();
    if (!amount.isEmpty() && !microFromText(amount))
        return FeeFault::AmountForm;
    if (amount.isEmpty() && (standard.validFrom.isValid() || standard.validTo.isValid()))
        return FeeFault::AmountMissing;
    if (standard.basis.trimmed().isEmpty())
        return FeeFault::BasisMissing;
    const bool isCrossed = standard.validFrom.isValid() && standard.validTo.isValid()
        && standard.validTo < standard.validFrom;
    return isCrossed ? FeeFault::DatesCrossed : FeeFault::None;
}

QFuture<Result<Done>> FeeDesk::save(const FeeStandard &standard) const
{
    if (faultOf(standard) != FeeFault::None)
        return answered<Done>(Error{ErrorKind::RuleBroken, u"fee"_s});
    ItemDef item = *m_publisher.reference()->item(standard.item);
    const auto line = std::ranges::find(item.fees, standard.no, &FeeDef::no);
    line->rateMicroYuan = microFromText(standard.amountYuan.trimmed());
    line->unit = standard.unit.trimmed();
    line->basis = standard.basis.trimmed();
    line->validFrom = standard.validFrom;
    line->validTo = standard.validTo;
    line->confidence = u"set"_s; // by this hall, no longer the sample's word
    item.version += 1;
    return m_publisher.publish({publicationOf(item)});
}

} // namespace hall

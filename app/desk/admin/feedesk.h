#pragma once

#include "desk/admin/hallpublisher.h"

#include <QDate>
#include <QFuture>
#include <QList>
#include <QString>

namespace hall {

/// A fee line of an item, for lists.
struct FeeRow
{
    QString item = {};
    LocalText itemName = {};
    QString dept = {};
    FeeDef fee = {};
    bool isStationed = true;
    bool isChargeable = false; ///< today
};

enum class FeeFault {
    None,
    LineUnknown,
    AmountForm,    ///< not a decimal of at most six places
    AmountMissing, ///< a validity without an amount
    BasisMissing,
    DatesCrossed
};

/// What the administrator sets on a line. An empty amount takes the standard back: the line cannot
/// be charged then (a fee without a published amount is not owed, permit law art. 58).
struct FeeStandard
{
    QString item = {};
    int no = 0;
    QString amountYuan = {}; ///< "80", "0.0008"
    QString unit = {};
    QString basis = {};
    QDate validFrom = {};
    QDate validTo = {};
};

/// Fee standards. A change is a new version of the item: slips demanded before keep their amounts.
class FeeDesk
{
public:
    explicit FeeDesk(const HallPublisher &publisher);

    /// Lines of all items, those of this hall first; `text` looks in code and names.
    [[nodiscard]] QList<FeeRow> rows(const QString &text) const;
    [[nodiscard]] FeeFault faultOf(const FeeStandard &standard) const;
    /// RuleBroken when faultOf() says so.
    [[nodiscard]] QFuture<Result<Done>> save(const FeeStandard &standard) const;

private:
    const HallPublisher &m_publisher;
};

} // namespace hall

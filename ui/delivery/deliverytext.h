#pragma once

#include "desk/delivery/deliverydesk.h"

#include <QCoreApplication>
#include <QStringList>

namespace hall {

/// Words of the page where results are handed over.
class DeliveryText
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryText)
public:
    [[nodiscard]] static QString daysLeft(const ReadyLine &line);
    [[nodiscard]] static QString moment(qint64 ms);
    /// Item, numbers and people of a case; rich text.
    [[nodiscard]] static QStringList facts(const CaseFile &file);
    /// What goes over the counter, a line each; rich text.
    [[nodiscard]] static QStringList result(const CaseFile &file);
};

} // namespace hall

#pragma once

#include "desk/admin/hallchanges.h"
#include "desk/admin/hallpublisher.h"

#include <QFuture>
#include <QList>

namespace hall {

/// "What changed, by whom": the hall's journal as differences between old and new values.
class ChangeLogDesk
{
public:
    explicit ChangeLogDesk(const HallPublisher &publisher);

    /// Newest first.
    [[nodiscard]] QFuture<Result<QList<HallChange>>> changes() const;

private:
    const HallPublisher &m_publisher;
};

} // namespace hall

#pragma once

#include "desk/workplace.h"

#include <QObject>

namespace hall {

/// The store's change feed as the counter needs it (data flows one way: store → feed → view).
class IntakeFeed : public QObject
{
    Q_OBJECT
public:
    explicit IntakeFeed(Workplace &place, QObject *parent = nullptr);
    /// The reference data as they stand now.
    [[nodiscard]] ReferencePtr reference() const;

Q_SIGNALS:
    void casesChanged();
    void referenceChanged();

private:
    Workplace &m_place;
};

} // namespace hall

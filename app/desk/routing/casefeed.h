#pragma once

#include "desk/workplace.h"

#include <QObject>

namespace hall {

/// The store's change feed as pages need it (data flows one way: store → feed → view), and the
/// reference data as they stand now.
class CaseFeed : public QObject
{
    Q_OBJECT
public:
    explicit CaseFeed(Workplace &place, QObject *parent = nullptr);
    [[nodiscard]] ReferencePtr reference() const;

Q_SIGNALS:
    void casesChanged();
    void paymentsChanged();
    void referenceChanged();

private:
    Workplace &m_place;
};

} // namespace hall

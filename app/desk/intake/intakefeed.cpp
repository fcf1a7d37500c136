#include "desk/intake/intakefeed.h"

#include "store/store.h"

namespace hall {

IntakeFeed::IntakeFeed(Workplace &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
    connect(&place.store, &Store::changed, this, [this](const Changes &changes) {
        if (changes.hasReference)
            Q_EMIT referenceChanged();
        if (!changes.cases.isEmpty())
            Q_EMIT casesChanged();
    });
}

ReferencePtr IntakeFeed::reference() const
{
    return m_place.store.reference();
}

} // namespace hall

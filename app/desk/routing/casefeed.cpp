#include "desk/routing/casefeed.h"

#include "store/store.h"

namespace hall {

CaseFeed::CaseFeed(Workplace &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{
    connect(&place.store, &Store::changed, this, [this](const Changes &changes) {
        if (!changes.cases.isEmpty())
            Q_EMIT casesChanged();
        if (changes.hasPayments)
            Q_EMIT paymentsChanged();
        if (changes.hasReference)
            Q_EMIT referenceChanged();
    });
}

ReferencePtr CaseFeed::reference() const
{
    return m_place.store.reference();
}

} // namespace hall

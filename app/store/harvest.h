#pragma once

#include "store/transaction.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace hall {

/// Everything that may have to go into the new store, each event once.
class Harvest
{
public:
    void take(const QList<PlacedEvent> &events)
    {
        for (const PlacedEvent &placed : events) {
            if (m_known.contains(placed.event.id))
                continue;
            m_known.insert(placed.event.id);
            QList<PlacedEvent> &stream = m_streams[placed.event.stream];
            stream.append(placed);
        }
    }

    /// Publications first (a case is folded with its definition); inside a stream by number.
    QList<QList<PlacedEvent>> inOrder() const
    {
        QList<QList<PlacedEvent>> list;
        for (QList<PlacedEvent> stream : m_streams) {
            std::ranges::stable_sort(stream, {}, &PlacedEvent::seq);
            if (stream.first().event.kind == StreamKind::Hall)
                list.prepend(stream);
            else
                list.append(stream);
        }
        return list;
    }

    QList<StreamId> cases() const
    {
        QList<StreamId> list;
        for (auto stream = m_streams.cbegin(); stream != m_streams.cend(); ++stream) {
            if (stream->first().event.kind == StreamKind::Case)
                list.append(stream.key());
        }
        return list;
    }

private:
    QSet<EventId> m_known;
    QMap<StreamId, QList<PlacedEvent>> m_streams;
};

} // namespace hall

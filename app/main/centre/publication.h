#pragma once

#include "desk/setup/publishing.h"
#include "domain/reference.h"
#include "sync/admin/centredatabase.h"

#include <QMap>

namespace hall {

/// What a hall has published so far, read from its stream in the centre.
struct PublishedHall
{
    QMap<std::pair<QString, QString>, QJsonObject> data = {}; ///< kind, code → newest
    Reference reference = {}; ///< departments, windows, staff, items, hall: what an import looks up
    EventId last = {};        ///< newest event of the stream
    [[nodiscard]] bool has(const QString &kind, const QString &code) const
    {
        return data.contains({kind, code});
    }
};

[[nodiscard]] Result<PublishedHall> publishedHall(CentreDatabase &centre);

/// Publishes what differs from what is there, in calls of a size that the centre takes; answers how
/// many. CentreRefused with the word of the first refusal; FieldTooLong (detail = code) for a body
/// of more than 64 KB.
class CentrePublisher
{
public:
    CentrePublisher(CentreDatabase &centre, IdSource &ids, qint64 nowMs);
    [[nodiscard]] Result<qsizetype> publish(const PublishedHall &hall,
                                            const QList<Publication> &publications);

private:
    [[nodiscard]] Event eventOf(const Publication &publication, const EventId &saw);

    CentreDatabase &m_centre;
    IdSource &m_ids;
    qint64 m_nowMs;
    QString m_actor;
};

} // namespace hall

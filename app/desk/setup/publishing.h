#pragma once

#include "domain/decide.h"
#include "domain/event.h"
#include "domain/id.h"
#include "domain/reference.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace hall {

class ReadTx;
class WriteTx;

/// The one stream of a hall that carries its reference data; the same on every machine of the hall.
[[nodiscard]] StreamId hallStream();

/// A value of the reference data that is to count from now on (kinds: store/referencerows.h).
struct Publication
{
    QString kind = {};
    QString code = {};
    QJsonObject data = {};
    bool isRetired = false; ///< the code is taken back; `data` is not looked at
};

[[nodiscard]] Publication publicationOf(const Department &department);
[[nodiscard]] Publication publicationOf(const Window &window);
[[nodiscard]] Publication publicationOf(const StaffMember &member);
[[nodiscard]] Publication publicationOf(const ItemDef &item);
[[nodiscard]] Publication publicationOf(const HallInfo &hall);
[[nodiscard]] Publication publicationOf(const LocalDay &day);
[[nodiscard]] Publication publicationOf(const Definition &definition);
[[nodiscard]] QList<Publication> publicationsOf(const QList<HolidayRow> &holidays); ///< one a year
[[nodiscard]] Publication phrasesOf(const QString &role, const QStringList &phrases);

/// Publications with their event ids: made on the caller's thread (an IdSource belongs to one
/// thread), appended on the writer's.
class Publishing
{
public:
    Publishing(const QList<Publication> &publications, const Actor &author, IdSource &ids);

    /// Seals the events behind what the stream has and appends them. FieldTooLong (detail = code)
    /// for a body of more than 64 KB.
    [[nodiscard]] Result<Done> append(WriteTx &tx) const;
    /// The same events without appending them: what a joined machine publishes at the centre.
    [[nodiscard]] Result<QList<Event>> events(const ReadTx &tx, const QString &station,
                                              qint64 actedAt) const;
    [[nodiscard]] qsizetype size() const { return m_publications.size(); }

private:
    QList<Publication> m_publications;
    QList<EventId> m_ids;
    Actor m_author;
};

} // namespace hall

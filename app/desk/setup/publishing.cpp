#include "desk/setup/publishing.h"

#include "domain/canonicaljson.h"
#include "store/referencerows.h"
#include "store/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestBody = 64 * 1024;

} // namespace

StreamId hallStream()
{
    static const StreamId id(QUuid(u"{b0a8a3d6-9c57-4c1e-8f7e-3d1c5f0a7e10}"_s));
    return id;
}

Publication publicationOf(const Department &department)
{
    return {.kind = u"department"_s, .code = department.code, .data = department.json()};
}

Publication publicationOf(const Window &window)
{
    return {.kind = u"window"_s, .code = window.code, .data = window.json()};
}

Publication publicationOf(const StaffMember &member)
{
    return {.kind = u"staff"_s, .code = member.code, .data = member.json()};
}

Publication publicationOf(const ItemDef &item)
{
    return {.kind = u"item"_s, .code = item.code, .data = item.json()};
}

Publication publicationOf(const HallInfo &hall)
{
    return {.kind = u"hall"_s, .code = u"hall"_s, .data = hall.json()};
}

Publication publicationOf(const LocalDay &day)
{
    return {.kind = u"localday"_s, .code = day.date.toString(Qt::ISODate), .data = day.json()};
}

Publication publicationOf(const Definition &definition)
{
    return {.kind = u"definition"_s,
            .code = definition.code(),
            .data = QJsonDocument::fromJson(definition.json()).object()};
}

QList<Publication> publicationsOf(const QList<HolidayRow> &holidays)
{
    QMap<int, QList<HolidayRow>> years;
    for (const HolidayRow &row : holidays)
        years[row.date.year()].append(row);
    QList<Publication> publications;
    for (auto year = years.cbegin(); year != years.cend(); ++year) {
        publications.append({.kind = u"holiday-year"_s,
                             .code = QString::number(year.key()),
                             .data = holidayYearJson(year.value())});
    }
    return publications;
}

Publication phrasesOf(const QString &role, const QStringList &phrases)
{
    return {.kind = u"phrases"_s,
            .code = role,
            .data = {{u"list"_s, QJsonArray::fromStringList(phrases)}}};
}

Publishing::Publishing(const QList<Publication> &publications, const Actor &author, IdSource &ids)
    : m_publications(publications)
    , m_author(author)
{
    for (qsizetype i = 0; i < publications.size(); ++i)
        m_ids.append(ids.make<EventId>());
}

Result<Done> Publishing::append(WriteTx &tx) const
{
    const Result<QList<Event>> made
        = events(tx, tx.station(), tx.clock().now().toMSecsSinceEpoch());
    return made.ok() ? tx.append(made.value()) : made.error();
}

Result<QList<Event>> Publishing::events(const ReadTx &tx, const QString &station,
                                        qint64 actedAt) const
{
    const Result<QList<Event>> journal = tx.journal(hallStream());
    if (!journal.ok() && journal.error().kind != ErrorKind::NotFound)
        return journal.error();
    QList<EventId> saw;
    if (journal.ok() && !journal.value().isEmpty())
        saw = {journal.value().last().id};
    QList<Event> events;
    for (qsizetype i = 0; i < m_publications.size(); ++i) {
        const Publication &publication = m_publications[i];
        const QJsonObject body = publication.isRetired
            ? retirementBody(publication.kind, publication.code)
            : publicationBody(publication.kind, publication.code, publication.data);
        if (canonicalJson(body).size() > largestBody)
            return Error{ErrorKind::FieldTooLong, publication.code};
        const Event event{.id = m_ids[i],
                          .kind = StreamKind::Hall,
                          .stream = hallStream(),
                          .type = publishedType,
                          .branch = u"main"_s,
                          .action = publication.isRetired ? u"retire"_s : u"publish"_s,
                          .actor = m_author.staff,
                          .post = m_author.post.code(),
                          .station = station,
                          .actedAt = actedAt,
                          .saw = saw};
        events.append(sealed(event, body));
        saw = {m_ids[i]};
    }
    return events;
}

} // namespace hall

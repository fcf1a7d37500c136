#include "main/centre/publication.h"

#include "store/referencerows.h"
#include "sync/engine/publicationcalls.h"

#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString toolStation = u"000"_s; ///< PROTOCOL.md: the tool's own code

void keep(Reference &reference, const QString &kind, const QString &code, const QJsonObject &data)
{
    if (kind == "department"_L1)
        reference.departments.insert(code, Department::fromJson(data));
    else if (kind == "window"_L1)
        reference.windows.insert(code, Window::fromJson(data));
    else if (kind == "staff"_L1)
        reference.staff.insert(code, StaffMember::fromJson(data));
    else if (kind == "item"_L1)
        reference.items.insert(code, ItemDef::fromJson(data));
    else if (kind == "hall"_L1)
        reference.hall = HallInfo::fromJson(data);
}

} // namespace

Result<PublishedHall> publishedHall(CentreDatabase &centre)
{
    const Result<QList<JournalRow>> rows = centre.stream(hallStream());
    if (!rows.ok())
        return rows.error();
    PublishedHall hall;
    for (const JournalRow &row : rows.value()) {
        const QJsonObject envelope = QJsonDocument::fromJson(row.envelope).object();
        const QJsonObject body = QJsonDocument::fromJson(row.body).object();
        const QString kind = body.value("kind"_L1).toString();
        const QString code = body.value("code"_L1).toString();
        hall.last = EventId(QUuid(envelope.value("id"_L1).toString()));
        if (body.value("data"_L1).isObject())
            hall.data.insert({kind, code}, body.value("data"_L1).toObject());
        else
            hall.data.remove({kind, code});
    }
    for (auto one = hall.data.cbegin(); one != hall.data.cend(); ++one)
        keep(hall.reference, one.key().first, one.key().second, one.value());
    return hall;
}

CentrePublisher::CentrePublisher(CentreDatabase &centre, IdSource &ids, qint64 nowMs)
    : m_centre(centre)
    , m_ids(ids)
    , m_nowMs(nowMs)
{
}

Event CentrePublisher::eventOf(const Publication &publication, const EventId &saw)
{
    const QJsonObject body = publication.isRetired
        ? retirementBody(publication.kind, publication.code)
        : publicationBody(publication.kind, publication.code, publication.data);
    Event event{.id = m_ids.make<EventId>(),
                .kind = StreamKind::Hall,
                .stream = hallStream(),
                .type = publishedType,
                .branch = u"main"_s,
                .action = publication.isRetired ? u"retire"_s : u"publish"_s,
                .actor = m_actor,
                .post = u"/administrator"_s,
                .station = toolStation,
                .actedAt = m_nowMs};
    if (!saw.isNull())
        event.saw = {saw};
    return sealed(event, body);
}

Result<qsizetype> CentrePublisher::publish(const PublishedHall &hall,
                                           const QList<Publication> &publications)
{
    const Result<QString> user = m_centre.user();
    if (!user.ok())
        return user.error();
    m_actor = user.value();
    EventId saw = hall.last;
    QList<Event> events;
    for (const Publication &publication : publications) {
        const bool isKnown = hall.has(publication.kind, publication.code);
        if (publication.isRetired
                ? !isKnown
                : hall.data.value({publication.kind, publication.code}) == publication.data)
            continue;
        events.append(eventOf(publication, saw));
        saw = events.last().id;
    }
    const Result<QList<PublicationCall>> calls = publicationCalls(events, nullptr);
    if (!calls.ok())
        return calls.error();
    for (const PublicationCall &call : calls.value()) {
        const Result<PushReply> reply = m_centre.publish(call.offers, call.rows);
        const Result<Done> taken
            = reply.ok() ? publicationTaken(reply.value()) : Result<Done>(reply.error());
        if (!taken.ok())
            return taken.error();
    }
    return events.size();
}

} // namespace hall

#include "main/centre/publication.h"

#include "domain/canonicaljson.h"
#include "store/referencerows.h"

#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestBody = 60 * 1024;
constexpr qsizetype largestCall = 700 * 1024;
constexpr qsizetype mostEvents = 200;
const QString toolStation = u"000"_s; ///< PROTOCOL.md: the tool's own code

/// Kinds that the centre keeps as rows, because push looks at them.
bool hasRow(const QString &kind)
{
    static const QStringList kinds{u"staff"_s, u"window"_s, u"item"_s, u"definition"_s};
    return kinds.contains(kind);
}

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

Result<Event> CentrePublisher::eventOf(const Publication &publication, const EventId &saw)
{
    const QJsonObject body = publication.isRetired
        ? retirementBody(publication.kind, publication.code)
        : publicationBody(publication.kind, publication.code, publication.data);
    if (canonicalJson(body).size() > largestBody)
        return Error{ErrorKind::FieldTooLong, publication.code};
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

Result<Done> CentrePublisher::send()
{
    if (m_offers.isEmpty())
        return Done{};
    const Result<PushReply> reply = m_centre.publish(m_offers, m_rows);
    if (!reply.ok())
        return reply.error();
    for (const PushAnswer &answer : reply.value().answers) {
        if (answer.code != PushCode::Accepted && answer.code != PushCode::Here)
            return Error{ErrorKind::CentreRefused, answer.reason};
    }
    m_offers.clear();
    m_rows = {};
    m_bytes = 0;
    return Done{};
}

Result<qsizetype> CentrePublisher::publish(const PublishedHall &hall,
                                           const QList<Publication> &publications)
{
    const Result<QString> user = m_centre.user();
    if (!user.ok())
        return user.error();
    m_actor = user.value();
    EventId saw = hall.last;
    qsizetype published = 0;
    for (const Publication &publication : publications) {
        const bool isKnown = hall.has(publication.kind, publication.code);
        if (publication.isRetired
                ? !isKnown
                : hall.data.value({publication.kind, publication.code}) == publication.data)
            continue;
        const Result<Event> event = eventOf(publication, saw);
        if (!event.ok())
            return event.error();
        saw = event.value().id;
        m_offers.append({.id = saw,
                         .stream = hallStream(),
                         .serial = m_offers.size() + 1,
                         .envelope = canonicalEnvelope(event.value()),
                         .body = event.value().body});
        if (hasRow(publication.kind)) {
            m_rows.append(QJsonObject{
                {u"kind"_s, publication.kind},
                {u"code"_s, publication.code},
                {u"data"_s, publication.isRetired ? QJsonValue() : QJsonValue(publication.data)}});
        }
        m_bytes += m_offers.last().envelope.size() + m_offers.last().body.size();
        ++published;
        const bool isFull = m_offers.size() == mostEvents || m_bytes > largestCall;
        const Result<Done> sent = isFull ? send() : Done{};
        if (!sent.ok())
            return sent.error();
    }
    const Result<Done> sent = send();
    if (!sent.ok())
        return sent.error();
    return published;
}

} // namespace hall

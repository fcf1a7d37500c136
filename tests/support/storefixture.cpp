#include "storefixture.h"

#include "store/referencerows.h"

#include <QFile>
#include <QJsonDocument>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

const StreamId hallStreamOfTests = StreamId::fromText(u"11111111-1111-4111-8111-111111111111"_s);

QJsonObject shippedDefinition(const QString &code)
{
    QFile file(QStringLiteral(HALL_SOURCE_DIR "/resources/reference/definitions/") + code
               + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

ItemDef smallItem(const QString &code)
{
    return {.code = code,
            .dept = u"HB"_s,
            .name = {.zh = u"事项"_s + code, .en = u"Item "_s + code},
            .caseType = code == "W1"_L1 ? CaseType::SameDay : CaseType::Promised,
            .applicantKinds = {1, 2},
            .legalLimit = Limit{.days = 20},
            .promisedLimit = {.days = code == "W1"_L1 ? 0 : 10},
            .workflow = code,
            .materials = {{.no = 1, .name = {.zh = u"申请表"_s}, .originals = 1}}};
}

QList<QJsonObject> smallHall()
{
    const HallInfo hall{.name = u"试验大厅"_s, .region = u"441900113"_s, .organWord = u"试验"_s};
    const StaffMember clerk{.code = u"clerk1"_s,
                            .name = u"职员一"_s,
                            .window = u"A01"_s,
                            .posts = {*Post::fromCode(u"HB/clerk"_s)}};
    QList<QJsonObject> bodies{
        publicationBody(u"hall"_s, u"hall"_s, hall.json()),
        publicationBody(u"department"_s, u"HB"_s,
                        Department{.code = u"HB"_s, .name = {.zh = u"环保分局"_s}}.json()),
        publicationBody(u"window"_s, u"A01"_s, Window{.code = u"A01"_s, .depts = {u"HB"_s}}.json()),
        publicationBody(u"staff"_s, u"clerk1"_s, clerk.json())};
    for (const QString &code : {u"W1"_s, u"W2"_s}) {
        bodies.append(publicationBody(u"definition"_s, code, shippedDefinition(code)));
        bodies.append(publicationBody(u"item"_s, code, smallItem(code).json()));
    }
    return bodies;
}

} // namespace

StoreFixture::StoreFixture()
    : StoreFixture(QString())
{
}

StoreFixture::StoreFixture(const QString &folder, quint64 seed)
    : clock(hallInstant(QDate(2026, 11, 23), QTime(9, 0)))
    , ids(seed)
{
    if (folder.isEmpty())
        m_dir = std::make_unique<QTemporaryDir>();
    options.folder = folder.isEmpty() ? m_dir->path() : folder;
    options.station = u"A01"_s;
    options.faults = &faults;
}

Result<Done> StoreFixture::open()
{
    close();
    Result<std::unique_ptr<Store>> opened = Store::open(options, clock);
    if (!opened.ok())
        return opened.error();
    m_store = std::move(opened).value();
    return Done{};
}

void StoreFixture::close()
{
    m_store.reset();
}

Result<Done> StoreFixture::publishSmallHall()
{
    QList<Event> events;
    for (const QJsonObject &body : smallHall()) {
        events.append(sealed({.id = ids.make<EventId>(),
                              .kind = StreamKind::Hall,
                              .stream = hallStreamOfTests,
                              .type = QString(publishedType),
                              .action = u"publish"_s,
                              .actor = u"admin"_s,
                              .post = u"/administrator"_s,
                              .station = options.station,
                              .actedAt = clock.now().toMSecsSinceEpoch()},
                             body));
    }
    return await(m_store->write([events](WriteTx &tx) { return tx.append(events); }));
}

Actor StoreFixture::clerk() const
{
    return {.staff = u"clerk1"_s,
            .post = *Post::fromCode(u"HB/clerk"_s),
            .window = u"A01"_s,
            .station = options.station};
}

Registration StoreFixture::registration(const QString &name, const QString &item)
{
    return {.stream = ids.make<StreamId>(),
            .item = item,
            .applicant = {.id = ids.make<ApplicantId>(),
                          .name = name,
                          .idKind = u"111"_s,
                          .idNumber = u"44190019900101123X"_s,
                          .phone = u"13800138000"_s},
            .summary = u"试验"_s,
            .visit = ids.make<VisitId>(),
            .lines = {{.line = 1, .originals = 1, .verdict = LineVerdict::Right}}};
}

Result<StreamId> StoreFixture::registerCase(const QString &name)
{
    const Registration opening = registration(name);
    return await(m_store->write([this, opening](WriteTx &tx) -> Result<StreamId> {
        const Context context{tx.reference(), clerk(), tx.clock().now(), ids, tx.numbers()};
        const Result<QList<Event>> events = openCase(opening, context);
        if (!events.ok())
            return events.error();
        const Result<Done> done = tx.append(events.value());
        if (!done.ok())
            return done.error();
        return opening.stream;
    }));
}

Result<Done> StoreFixture::act(const StreamId &stream, const Command &command)
{
    return await(m_store->write([this, stream, command](WriteTx &tx) -> Result<Done> {
        const Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        const Context context{tx.reference(), clerk(), tx.clock().now(), ids, tx.numbers()};
        const Result<QList<Event>> events = decide(file.value(), command, context);
        if (!events.ok())
            return events.error();
        return tx.append(events.value());
    }));
}

QStringList StoreFixture::allEvents()
{
    const Result<QStringList> all = await(m_store->read([](ReadTx &tx) -> Result<QStringList> {
        QStringList list;
        Query query(tx.connection(), u"select id from event order by id"_s);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            list.append(EventId::fromBytes(query.bytes("id"_L1)).text());
        if (!more.ok())
            return more.error();
        return list;
    }));
    return all.valueOr({});
}

} // namespace hall::test

#include "sync/postgres/wireform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const Error otherForm{ErrorKind::CentreTooOld, u"form"_s};

/// A JSON string of UTF-8 text. By hand: what is sent is UTF-8 already, and QJsonDocument would
/// take it to UTF-16 and back.
void appendQuoted(QByteArray &out, const QByteArray &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.append('"');
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (code < 0x20) {
            out.append("\\u00").append(hex[code >> 4U]).append(hex[code & 0xFU]);
        } else {
            out.append(c);
        }
    }
    out.append('"');
}

void appendOffer(QByteArray &out, const OfferedEvent &event)
{
    out.append("{\"s\":").append(QByteArray::number(event.serial)).append(",\"e\":");
    appendQuoted(out, event.envelope);
    out.append(",\"b\":");
    appendQuoted(out, event.body);
    out.append(",\"m\":\"").append(event.mac.toHex()).append('"');
    if (!event.pages.isEmpty()) {
        out.append(",\"p\":[");
        for (const CarriedPage &page : event.pages)
            out.append("[\"" + page.sha.toHex() + "\"," + QByteArray::number(page.size) + "],");
        out.back() = ']';
    }
    if (!event.numbers.isEmpty()) {
        out.append(",\"n\":[");
        for (const QString &number : event.numbers) {
            appendQuoted(out, number.toUtf8());
            out.append(',');
        }
        out.back() = ']';
    }
    out.append('}');
}

QByteArray hexIn(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

std::optional<HelloStatus> statusFrom(const QString &word)
{
    static const QMap<QString, HelloStatus> words{{u"ok"_s, HelloStatus::Ok},
                                                  {u"fork"_s, HelloStatus::Fork},
                                                  {u"clone"_s, HelloStatus::Clone},
                                                  {u"closed"_s, HelloStatus::Closed},
                                                  {u"tooOld"_s, HelloStatus::TooOld}};
    const auto found = words.constFind(word);
    if (found == words.cend())
        return std::nullopt;
    return *found;
}

} // namespace

QByteArray helloForm(const HelloAsk &ask)
{
    QJsonArray trail;
    for (const Checkpoint &point : ask.trail)
        trail.append(QJsonArray{point.pos, QString::fromLatin1(point.chain.toHex())});
    return QJsonDocument(QJsonObject{{u"station"_s, ask.station},
                                     {u"install"_s, ask.install.toString(QUuid::WithoutBraces)},
                                     {u"program"_s, ask.program},
                                     {u"proto"_s, ask.proto},
                                     {u"seq"_s, ask.newestSerial},
                                     {u"ms"_s, ask.ownMs},
                                     {u"trail"_s, trail}})
        .toJson(QJsonDocument::Compact);
}

Result<HelloReply> helloFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto status = statusFrom(object.value("status"_L1).toString());
    if (!status)
        return otherForm;
    HelloReply reply{.status = *status,
                     .common = object.value("common"_L1).toInteger(),
                     .head = {.pos = object.value("pos"_L1).toInteger(),
                              .chain = hexIn(object.value("chain"_L1))},
                     .centreMs = object.value("ms"_L1).toInteger(),
                     .epoch = QUuid(object.value("epoch"_L1).toString())};
    for (const QJsonValue &scope : object.value("scopes"_L1).toArray())
        reply.scopes.append(scope.toString());
    const QJsonObject versions = object.value("versions"_L1).toObject();
    for (auto type = versions.begin(); type != versions.end(); ++type)
        reply.versions.insert(type.key(), type->toInt());
    return reply;
}

QByteArray offersForm(const QList<OfferedEvent> &events)
{
    QByteArray out("[");
    for (const OfferedEvent &event : events) {
        if (out.size() > 1)
            out.append(',');
        appendOffer(out, event);
    }
    return out.append(']');
}

Result<PushReply> pushFrom(const QByteArray &json, qsizetype offered)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PushReply reply{.head = {.pos = object.value("pos"_L1).toInteger(),
                             .chain = hexIn(object.value("chain"_L1))},
                    .centreMs = object.value("ms"_L1).toInteger(),
                    .isClone = object.value("clone"_L1).toBool()};
    if (reply.isClone)
        return reply;
    for (const QJsonValue &value : object.value("answers"_L1).toArray()) {
        const QJsonArray answer = value.toArray();
        const int code = answer.at(0).toInt(-1);
        if (code < 0 || code > static_cast<int>(PushCode::Newer))
            return otherForm;
        reply.answers.append({.code = static_cast<PushCode>(code),
                              .pos = answer.at(1).toInteger(),
                              .reason = answer.at(2).toString()});
    }
    // An answer that is not about what was asked must not settle anything.
    if (reply.answers.size() != offered)
        return otherForm;
    return reply;
}

QByteArray cursorsForm(const ScopeCursors &after)
{
    QJsonObject object;
    for (auto scope = after.cbegin(); scope != after.cend(); ++scope)
        object.insert(scope.key(), scope.value());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<PullReply> feedFrom(const Rows &rows)
{
    constexpr qint64 lastKind = 9;
    const int last = rows.count() - 1;
    if (last < 0 || rows.number(last, 1) != lastKind)
        return otherForm;
    PullReply reply{.upto = {.pos = rows.number(last, 0), .chain = rows.bytes(last, 5)}};
    reply.entries.reserve(last);
    for (int row = 0; row < last; ++row) {
        const qint64 kind = rows.number(row, 1);
        if (kind < 1 || kind > static_cast<qint64>(FeedKind::PageReady))
            return otherForm;
        reply.entries.append({.pos = rows.number(row, 0),
                              .kind = static_cast<FeedKind>(kind),
                              .stream = StreamId(rows.uuid(row, 2)),
                              .streamKind = static_cast<StreamKind>(rows.number(row, 3)),
                              .scope = rows.text(row, 4),
                              .chain = rows.bytes(row, 5),
                              .envelope = rows.bytes(row, 6),
                              .body = rows.bytes(row, 7),
                              .mac = rows.bytes(row, 8)});
    }
    return reply;
}

QList<SnapshotRow> snapshotFrom(const Rows &rows)
{
    QList<SnapshotRow> list;
    list.reserve(rows.count());
    for (int row = 0; row < rows.count(); ++row) {
        SnapshotRow one{.stream = StreamId(rows.uuid(row, 0)),
                        .streamKind = static_cast<StreamKind>(rows.number(row, 1)),
                        .isOpen = rows.truth(row, 2),
                        .state = rows.text(row, 4),
                        .pos = rows.number(row, 5),
                        .envelope = rows.bytes(row, 6),
                        .body = rows.bytes(row, 7),
                        .chain = rows.bytes(row, 8),
                        .mac = rows.bytes(row, 9)};
        if (!rows.isNull(row, 3))
            one.head = QJsonDocument::fromJson(rows.bytes(row, 3)).object();
        list.append(one);
    }
    return list;
}

QMap<QByteArray, PageProgress> progressFrom(const QByteArray &json)
{
    QMap<QByteArray, PageProgress> progress;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto page = object.begin(); page != object.end(); ++page) {
        const QJsonArray pair = page->toArray();
        PageProgress one{.isComplete = pair.at(0).toBool(), .size = pair.at(2).toInteger()};
        for (const QJsonValue &piece : pair.at(1).toArray())
            one.pieces.append(piece.toInt());
        progress.insert(QByteArray::fromHex(page.key().toLatin1()), one);
    }
    return progress;
}

} // namespace hall

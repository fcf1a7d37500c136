#include "sync/local/sealedwork.h"

#include "store/forgetting.h"
#include "store/journal.h"
#include "store/ownrows.h"

#include <QtEndian>

#include <optional>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// A plain envelope is an object and begins with a brace.
const QString mark = u"sealed:"_s;
const QString columns = u"select event, nth, stream, envelope, body, mac, root, code, reason, at,"
                        u" state, owner, note from attention where "_s;
const QString plainSql = columns + u"state = 4 and envelope like '{%'"_s;
const QString sealedSql = columns + u"state = 4 and envelope like 'sealed:%'"_s;
const QString anySealedSql = u"select exists (select 1 from attention where state = 4"
                             " and envelope like 'sealed:%') as n"_s;
const QString settledSql = u"select event, stream from attention where state in (1, 2, 3)"_s;
constexpr QLatin1StringView table("attention");
constexpr qsizetype tagSize = 32;

/// By the station's key; no message of ours is as long as an event's hash.
QByteArray keyed(const MacSource &macs, const QString &station, const QByteArray &message)
{
    return macs.mac({}, station, "onehall sealed work "_ba + message);
}

QByteArray hidden(const MacSource &macs, const QString &station, const QByteArray &event,
                  QByteArray bytes)
{
    QByteArray block;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const qsizetype in = i % tagSize;
        if (in == 0) {
            const quint32 nth = qToBigEndian(quint32(i / tagSize));
            block = keyed(macs, station,
                          "block" + event
                              + QByteArray(reinterpret_cast<const char *>(&nth), sizeof nth));
        }
        bytes[i] = char(bytes.at(i) ^ block.at(in));
    }
    return bytes;
}

QByteArray tagOf(const MacSource &macs, const QString &station, const QByteArray &event,
                 const QByteArray &bytes)
{
    return keyed(macs, station, "tag" + event + bytes);
}

/// A row of `attention` as it is written back.
struct Row
{
    QString event = {};
    QString envelope = {};
    QString body = {};
    QVariantMap rest = {};
};

Result<QList<Row>> rowsOf(WriteTx &tx, const QString &sql)
{
    QList<Row> rows;
    Query query(tx.connection(), sql);
    Result<bool> more = query.next();
    for (; more.ok() && more.value(); more = query.next()) {
        Row row{.event = query.text("event"_L1),
                .envelope = query.text("envelope"_L1),
                .body = query.text("body"_L1)};
        for (const QString &name : {u"nth"_s, u"code"_s, u"at"_s, u"state"_s})
            row.rest.insert(name, query.number(QLatin1StringView(name.toLatin1())));
        for (const QString &name : {u"stream"_s, u"root"_s, u"reason"_s, u"owner"_s, u"note"_s})
            row.rest.insert(name, query.text(QLatin1StringView(name.toLatin1())));
        const QByteArray mac = query.bytes("mac"_L1);
        row.rest.insert(u"mac"_s, mac.isNull() ? QByteArray("") : mac);
        rows.append(row);
    }
    if (!more.ok())
        return more.error();
    return rows;
}

Result<Done> write(WriteTx &tx, const Row &row)
{
    QVariantMap values = row.rest;
    values.insert(u"envelope"_s, row.envelope);
    values.insert(u"body"_s, row.body);
    return putRow(tx, table, {{u"event"_s, row.event}}, values);
}

/// The envelope's length stands before both.
QByteArray packed(const Row &row)
{
    const QByteArray envelope = row.envelope.toUtf8();
    const quint32 length = qToBigEndian(quint32(envelope.size()));
    return QByteArray(reinterpret_cast<const char *>(&length), sizeof length) + envelope
        + row.body.toUtf8();
}

void seal(Row &row, const MacSource &macs, const QString &station)
{
    const QByteArray event = row.event.toLatin1();
    const QByteArray bytes = hidden(macs, station, event, packed(row));
    row.envelope = mark + station + u':'
        + QString::fromLatin1((tagOf(macs, station, event, bytes) + bytes).toBase64());
    row.body = u""_s;
}

bool open(Row &row, const MacSource &macs)
{
    const QString station = row.envelope.section(u':', 1, 1);
    const QByteArray all = QByteArray::fromBase64(row.envelope.section(u':', 2).toLatin1());
    const QByteArray event = row.event.toLatin1();
    if (all.size() < tagSize + qsizetype(sizeof(quint32))
        || tagOf(macs, station, event, all.mid(tagSize)) != all.first(tagSize))
        return false;
    const QByteArray bytes = hidden(macs, station, event, all.mid(tagSize));
    const auto length = qsizetype(qFromBigEndian<quint32>(bytes.constData()));
    row.envelope = QString::fromUtf8(bytes.mid(sizeof(quint32), length));
    row.body = QString::fromUtf8(bytes.mid(qsizetype(sizeof(quint32)) + length));
    return true;
}

/// A recovery still leaves the event out.
Result<Done> dropSettled(WriteTx &tx)
{
    QList<std::pair<QString, StreamId>> settled;
    {
        Query query(tx.connection(), settledSql);
        Result<bool> more = query.next();
        for (; more.ok() && more.value(); more = query.next())
            settled.append({query.text("event"_L1), StreamId::fromText(query.text("stream"_L1))});
        if (!more.ok())
            return more.error();
    }
    for (const auto &[event, stream] : std::as_const(settled)) {
        const Result<StreamHead> head = streamHead(tx.connection(), stream);
        if (head.ok())
            continue;
        if (head.error().kind != ErrorKind::NotFound)
            return head.error();
        Result<Done> done = removeRow(tx, table, {{u"event"_s, event}});
        if (done.ok())
            done = putRow(tx, u"gone_event"_s, {{u"event"_s, event}});
        if (!done.ok())
            return done;
    }
    return Done{};
}

Result<Done> sealAll(WriteTx &tx, const MacSource &macs, QList<Row> plain)
{
    Result<Done> done = tx.connection().script(u"pragma secure_delete = on"_s);
    for (Row &row : plain) {
        seal(row, macs, tx.station());
        if (done.ok())
            done = write(tx, row);
    }
    if (done.ok())
        done = dropSettled(tx);
    const Result<Done> usual = tx.connection().script(u"pragma secure_delete = fast"_s);
    return done.ok() ? usual : done;
}

} // namespace

Result<bool> sealLeft(WriteTx &tx, const MacSource &macs)
{
    const Result<bool> left = hasLeft(tx.connection());
    if (!left.ok() || !left.value())
        return left;
    const Result<QList<Row>> plain = rowsOf(tx, plainSql);
    if (!plain.ok())
        return plain.error();
    if (!plain.value().isEmpty() && keyed(macs, tx.station(), {}).isEmpty())
        return false;
    const Result<Done> done = sealAll(tx, macs, plain.value());
    if (!done.ok())
        return done.error();
    askToForget(tx);
    return true;
}

Result<bool> hasSealed(const ReadTx &tx)
{
    Query query(tx.connection(), anySealedSql);
    const Result<bool> row = query.next();
    return row.ok() ? Result<bool>(query.number("n"_L1) != 0) : row;
}

Result<Done> openSealed(WriteTx &tx, const MacSource &macs)
{
    Result<QList<Row>> rows = rowsOf(tx, sealedSql);
    if (!rows.ok())
        return rows.error();
    for (Row &row : rows.value()) {
        if (!open(row, macs))
            continue;
        const Result<Done> done = write(tx, row);
        if (!done.ok())
            return done;
    }
    return rows.value().isEmpty() ? Result<Done>(Done{}) : noteLeft(tx.connection());
}

} // namespace hall

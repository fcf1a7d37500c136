#include "store/safetyfile.h"

#include "store/durable.h"
#include "store/journal.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headerSize = 64;
constexpr qsizetype hashSize = 32;
constexpr qsizetype frameSize = 8 + 4 + hashSize;
constexpr qint64 chunk = 1024 * 1024; // the file grows in steps, so that most appends move no end
constexpr quint32 maxPayload = 1024 * 1024;
// Looked at by every start (some milliseconds); a power cut can only hurt what was written last.
constexpr qsizetype checkedTail = 256 * 1024;
const QByteArray magic = "OHSAFE1\n"_ba;
const QByteArray marker = "\x9dOHrec\r\n"_ba;
constexpr char eventSort = 'E';
constexpr char rowSort = 'R';

template <class Number> void put(QByteArray &bytes, Number value)
{
    Number big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

template <class Number> Number number(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<Number>(bytes.data() + at);
}

QByteArray frame(const QByteArray &payload)
{
    QByteArray bytes = marker;
    put(bytes, quint32(payload.size()));
    bytes += QCryptographicHash::hash(payload, QCryptographicHash::Sha256);
    return bytes + payload;
}

QByteArray eventPayload(const PlacedEvent &placed)
{
    const QByteArray envelope = canonicalEnvelope(placed.event);
    QByteArray payload(1, eventSort);
    put(payload, quint64(placed.pos));
    put(payload, quint32(placed.seq));
    put(payload, quint32(envelope.size()));
    return payload + envelope + placed.event.body;
}

QByteArray rowPayload(const OwnRow &row)
{
    const QJsonObject object{{u"table"_s, row.table}, {u"key"_s, row.key}, {u"row"_s, row.row}};
    return rowSort + QJsonDocument(object).toJson(QJsonDocument::Compact);
}

constexpr qsizetype eventPrefix = 1 + 8 + 4 + 4;

bool takeEvent(QByteArrayView payload, SafetyFile::Reading &reading)
{
    if (payload.size() < eventPrefix)
        return false;
    const auto length = qsizetype(number<quint32>(payload, 13));
    if (eventPrefix + length > payload.size())
        return false;
    const std::optional<Event> event
        = eventFromCanonical(payload.sliced(eventPrefix, length).toByteArray(),
                             payload.sliced(eventPrefix + length).toByteArray());
    if (!event)
        return false;
    reading.events.append(
        {*event, qint64(number<quint64>(payload, 1)), qint64(number<quint32>(payload, 9))});
    return true;
}

bool takeRow(QByteArrayView payload, SafetyFile::Reading &reading)
{
    const QJsonObject object = QJsonDocument::fromJson(payload.sliced(1).toByteArray()).object();
    if (object.isEmpty())
        return false;
    reading.rows.append({object.value("table"_L1).toString(), object.value("key"_L1).toObject(),
                         object.value("row"_L1).toObject()});
    return true;
}

/// Length of the record at `at` by its frame alone; 0 when there is none.
qsizetype framedLength(QByteArrayView bytes, qsizetype at)
{
    if (at + frameSize > bytes.size() || !bytes.sliced(at).startsWith(marker))
        return 0;
    const quint32 length = number<quint32>(bytes, at + marker.size());
    if (length == 0 || length > maxPayload || at + frameSize + qsizetype(length) > bytes.size())
        return 0;
    return frameSize + qsizetype(length);
}

QByteArrayView payloadOf(QByteArrayView bytes, qsizetype at, qsizetype length)
{
    return bytes.sliced(at + frameSize, length - frameSize);
}

bool hasItsHash(QByteArrayView record)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(record.sliced(frameSize));
    return record.sliced(marker.size() + 4, hashSize) == hash.result();
}

/// Length of the good record at `at`; 0 when there is none.
qsizetype takeRecord(QByteArrayView bytes, qsizetype at, SafetyFile::Reading &reading)
{
    const qsizetype length = framedLength(bytes, at);
    if (length == 0 || !hasItsHash(bytes.sliced(at, length)))
        return 0;
    const QByteArrayView payload = payloadOf(bytes, at, length);
    const bool isTaken
        = payload.front() == eventSort ? takeEvent(payload, reading) : takeRow(payload, reading);
    return isTaken ? length : 0;
}

QString storeIdIn(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || !bytes.startsWith(magic))
        return {};
    return QString::fromLatin1( // up to the first zero
        bytes.sliced(magic.size(), headerSize - magic.size()).toByteArray().constData());
}

SafetyFile::Reading readRecords(QByteArrayView bytes)
{
    SafetyFile::Reading reading;
    reading.end = headerSize;
    reading.storeId = storeIdIn(bytes);
    qsizetype at = headerSize;
    while (at < bytes.size()) {
        const qsizetype length = takeRecord(bytes, at, reading);
        if (length > 0) {
            at += length;
            reading.end = at;
            continue;
        }
        // Zeros are the unused rest; anything else was a record once. Look for the next one.
        if (bytes.at(at) != '\0')
            ++reading.damaged;
        at = bytes.indexOf(marker, at + 1);
        if (at < 0)
            break;
    }
    return reading;
}

/// Every record by its frame.
struct Frames
{
    qsizetype end = headerSize;
    qsizetype newestEvent = 0;   ///< 0 = none
    qsizetype tail = headerSize; ///< at least checkedTail before the end, or the first record
};

Frames framesIn(QByteArrayView bytes)
{
    Frames frames;
    qsizetype nextTail = headerSize;
    for (qsizetype length = framedLength(bytes, frames.end); length > 0;
         length = framedLength(bytes, frames.end)) {
        if (payloadOf(bytes, frames.end, length).front() == eventSort)
            frames.newestEvent = frames.end;
        if (frames.end - nextTail >= checkedTail)
            frames.tail = std::exchange(nextTail, frames.end);
        frames.end += length;
    }
    return frames;
}

bool tailIsGood(QByteArrayView bytes, const Frames &frames)
{
    for (qsizetype at = frames.tail; at < frames.end;) {
        const qsizetype length = framedLength(bytes, at);
        if (!hasItsHash(bytes.sliced(at, length)))
            return false;
        at += length;
    }
    return std::ranges::all_of(bytes.sliced(frames.end), [](char byte) { return byte == '\0'; });
}

SafetyFile::Found wholly(const SafetyFile::Reading &reading)
{
    return {.storeId = reading.storeId,
            .newest = reading.events.isEmpty() ? EventId() : reading.events.last().event.id,
            .newestPos = reading.newestPos(),
            .end = reading.end,
            .damaged = reading.damaged,
            .checkedFrom = headerSize};
}

SafetyFile::Found findEnd(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || storeIdIn(bytes).isEmpty())
        return wholly(readRecords(bytes));
    const Frames frames = framesIn(bytes);
    SafetyFile::Reading newest; // of the newest event alone
    const bool isKnown
        = frames.newestEvent == 0 || takeRecord(bytes, frames.newestEvent, newest) > 0;
    if (!isKnown || !tailIsGood(bytes, frames))
        return wholly(readRecords(bytes));
    SafetyFile::Found found = wholly(newest);
    found.storeId = storeIdIn(bytes);
    found.end = frames.end;
    found.checkedFrom = frames.tail;
    return found;
}

Error fileError(const QFile &file)
{
    return {ErrorKind::SafetyFile, file.errorString()};
}

Error injectedFault()
{
    return {ErrorKind::SafetyFile, u"injected fault"_s};
}

} // namespace

SafetyFile::SafetyFile(QString path, QString storeId, FaultPlan *faults)
    : m_path(std::move(path))
    , m_storeId(std::move(storeId))
    , m_faults(faults)
    , m_file(m_path)
{
}

Result<SafetyFile::Reading> SafetyFile::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Reading{};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::SafetyFile, file.errorString()};
    return readRecords(file.readAll());
}

bool SafetyFile::allHaveTheirHash(const QString &path, qint64 end,
                                  const std::atomic<bool> &isEnding)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(headerSize))
        return false;
    for (qint64 at = headerSize; at < end && !isEnding;) {
        QByteArray record = file.read(frameSize);
        if (record.size() < frameSize || !record.startsWith(marker))
            return false;
        const quint32 length = number<quint32>(record, marker.size());
        record += file.read(std::min(length, maxPayload));
        if (record.size() != frameSize + qsizetype(length) || !hasItsHash(record))
            return false;
        at += record.size();
    }
    return true;
}

Result<SafetyFile::Found> SafetyFile::find() const
{
    QFile file(m_path);
    if (!file.exists())
        return Found{};
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file);
    // Mapped, not read: of a big file only the frames are touched.
    const uchar *bytes = file.size() > 0 ? file.map(0, file.size()) : nullptr;
    return bytes ? findEnd(QByteArrayView(bytes, file.size())) : findEnd(file.readAll());
}

Result<SafetyFile::Found> SafetyFile::open()
{
    if (strikes())
        return injectedFault();
    const Result<Found> known = find();
    if (!known.ok())
        return known.error();
    Found found = known.value();
    const bool isOurs = found.storeId == m_storeId;
    if (QFile::exists(m_path) && !isOurs) {
        const QString aside = m_path + u".aside-"_s
            + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmsszzz"_s);
        if (!QFile::rename(m_path, aside))
            return Error{ErrorKind::SafetyFile, u"rename"_s};
        found = Found{};
    }
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fileError(m_file);
    m_allocated = m_file.size();
    m_end = qMax(found.end, qint64(headerSize));
    // Behind the end may stand half a record of a write that a power cut ended.
    m_isDirty = m_allocated > 0 && found.damaged > 0;
    if (m_allocated < headerSize) {
        const Result<Done> created = create();
        if (!created.ok())
            return created.error();
    }
    return found;
}

Result<Done> SafetyFile::create()
{
    m_allocated = 0;
    m_end = headerSize;
    const Result<Done> reserved = reserve(chunk);
    if (!reserved.ok())
        return reserved.error();
    const Result<Done> written
        = put((magic + m_storeId.toLatin1()).leftJustified(headerSize, '\0', true), 0);
    if (!written.ok())
        return written.error();
    return flushToDisk(m_file);
}

Result<Done> SafetyFile::reserve(qint64 size)
{
    if (size <= m_allocated)
        return Done{};
    if (strikes())
        return injectedFault();
    const qint64 wanted = (size / chunk + 1) * chunk;
    const Result<Done> done = preallocate(m_file, wanted);
    if (done.ok())
        m_allocated = wanted;
    return done;
}

Result<Done> SafetyFile::put(const QByteArray &bytes, qint64 at)
{
    if (strikes())
        return injectedFault();
    if (!m_file.seek(at) || m_file.write(bytes) != bytes.size())
        return fileError(m_file);
    return Done{};
}

Result<Done> SafetyFile::cutBack()
{
    if (!m_file.resize(m_end))
        return fileError(m_file);
    m_allocated = m_end;
    m_isDirty = false;
    return Done{};
}

Result<Done> SafetyFile::append(const QList<PlacedEvent> &events, const QList<OwnRow> &rows)
{
    QByteArray bytes;
    for (const PlacedEvent &event : events)
        bytes += frame(eventPayload(event));
    for (const OwnRow &row : rows)
        bytes += frame(rowPayload(row));
    if (bytes.isEmpty() && !m_isDirty)
        return Done{};
    if (!m_file.isOpen())
        return Error{ErrorKind::SafetyFile, u"not open"_s};
    Result<Done> done = m_isDirty ? cutBack() : Result<Done>(Done{});
    if (done.ok())
        done = reserve(m_end + bytes.size());
    if (done.ok()) {
        m_isDirty = true;
        done = put(bytes, m_end);
    }
    if (done.ok() && strikes())
        done = injectedFault();
    if (done.ok())
        done = flushToDisk(m_file);
    if (!done.ok())
        return done.error();
    m_isDirty = false;
    m_end += bytes.size();
    return Done{};
}

} // namespace hall

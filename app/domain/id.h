#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUuid>

#include <compare>
#include <mutex>
#include <random>

namespace hall {

/// A UUID that cannot be mixed up with the id of another kind of thing. Made on this machine
/// (version 4), so two machines without a network never make the same one.
template <class Tag> class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }

    [[nodiscard]] static Id fromText(const QString &text) { return Id(QUuid::fromString(text)); }
    [[nodiscard]] static Id fromBytes(const QByteArray &bytes)
    {
        return Id(QUuid::fromRfc4122(bytes));
    }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }
    /// 36 characters, lower case, no braces: the form used in JSON and in hashes.
    [[nodiscard]] QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    /// 16 bytes, big-endian (RFC 4122): the form used in the store.
    [[nodiscard]] QByteArray bytes() const { return m_uuid.toRfc4122(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend std::strong_ordering operator<=>(const Id &a, const Id &b)
    {
        if (a.m_uuid == b.m_uuid)
            return std::strong_ordering::equal;
        return a.m_uuid < b.m_uuid ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using EventId = Id<struct EventTag>;
using StreamId = Id<struct StreamTag>;
using PageId = Id<struct PageTag>;
using ApplicantId = Id<struct ApplicantTag>;
using VisitId = Id<struct VisitTag>;

/// Where new UUIDs come from: passed in, so that a test gets the same ones each time. Any thread.
class IdSource
{
public:
    virtual ~IdSource() = default;
    virtual QUuid next() = 0;

    template <class AnyId> AnyId make() { return AnyId(next()); }
};

class RandomIds final : public IdSource
{
public:
    QUuid next() override { return QUuid::createUuid(); }
};

/// Reproducible version-4 UUIDs for tests and for the played day.
class SeededIds final : public IdSource
{
public:
    explicit SeededIds(quint64 seed)
        : m_engine(seed)
    {
    }
    QUuid next() override;

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace hall

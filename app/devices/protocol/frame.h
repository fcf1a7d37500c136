#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace hall {

/// One message on the worker's pipe: two 32-bit big-endian lengths (JSON, bytes), the JSON text in
/// UTF-8, the bytes. Nothing on the wire is a Qt type, so that a worker can be plain Win32.
struct Frame
{
    QJsonObject head = {};
    QByteArray bytes = {};
};

/// Larger announcements are a fault of the sender and end the conversation.
constexpr qint64 maxFrameJson = 64LL * 1024;
constexpr qint64 maxFrameBytes = 64LL * 1024 * 1024;

[[nodiscard]] QByteArray encodeFrame(const Frame &frame);

/// Puts frames together from whatever pieces the pipe delivers.
class FrameReader
{
public:
    void feed(const QByteArray &piece) { m_waiting += piece; }
    /// The next whole frame; nothing while one is incomplete or once the stream is broken.
    [[nodiscard]] std::optional<Frame> next();
    /// A length beyond the limits or a head that is no JSON object was seen.
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    QByteArray m_waiting;
    bool m_broken = false;
};

} // namespace hall

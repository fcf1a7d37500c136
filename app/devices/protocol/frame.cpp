#include "devices/protocol/frame.h"

#include <QJsonDocument>
#include <QtEndian>

namespace hall {

namespace {
constexpr qsizetype headerSize = 8;
}

QByteArray encodeFrame(const Frame &frame)
{
    const QByteArray json = QJsonDocument(frame.head).toJson(QJsonDocument::Compact);
    QByteArray out(headerSize, '\0');
    qToBigEndian(static_cast<quint32>(json.size()), out.data());
    qToBigEndian(static_cast<quint32>(frame.bytes.size()), out.data() + 4);
    out.reserve(headerSize + json.size() + frame.bytes.size());
    return out + json + frame.bytes;
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken || m_waiting.size() < headerSize)
        return {};
    const auto jsonSize = static_cast<qsizetype>(qFromBigEndian<quint32>(m_waiting.constData()));
    const auto byteSize
        = static_cast<qsizetype>(qFromBigEndian<quint32>(m_waiting.constData() + 4));
    if (jsonSize > maxFrameJson || byteSize > maxFrameBytes) {
        m_broken = true;
        return {};
    }
    if (m_waiting.size() < headerSize + jsonSize + byteSize)
        return {};
    const QJsonDocument head = QJsonDocument::fromJson(m_waiting.mid(headerSize, jsonSize));
    if (!head.isObject()) {
        m_broken = true;
        return {};
    }
    Frame frame{.head = head.object(), .bytes = m_waiting.mid(headerSize + jsonSize, byteSize)};
    m_waiting.remove(0, headerSize + jsonSize + byteSize);
    return frame;
}

} // namespace hall

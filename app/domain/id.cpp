#include "domain/id.h"

namespace hall {

QUuid SeededIds::next()
{
    const std::lock_guard lock(m_mutex);
    quint64 words[2] = {m_engine(), m_engine()};
    // Version 4 and the RFC 4122 variant, as createUuid() sets them.
    words[0] = (words[0] & 0xffffffffffff0fffULL) | 0x4000ULL;
    words[1] = (words[1] & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    QByteArray bytes(16, '\0');
    for (int i = 0; i < 8; ++i) {
        bytes[i] = static_cast<char>(words[0] >> (56 - 8 * i));
        bytes[8 + i] = static_cast<char>(words[1] >> (56 - 8 * i));
    }
    return QUuid::fromRfc4122(bytes);
}

} // namespace hall

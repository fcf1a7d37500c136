#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hall {

/// SHA-256 (FIPS 180-4), 32 bytes; by the processor's own instructions where it has them. Every
/// event is hashed three times on its way into a store, and Qt's portable code takes ten times as
/// long.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

} // namespace hall

#pragma once

#include <QByteArray>

namespace hall {

/// The generated table, for PinyinInitials::fromBytes (domain/pinyin.h).
[[nodiscard]] QByteArray pinyinReadings();

} // namespace hall

#pragma once

#include <QString>

namespace hall {

/// An older program wrote the store in this folder: opening it rebuilds what the lists show, which
/// takes minutes for a big hall. Reads the head of the file only, so it may be asked beforehand;
/// false for a folder without a store.
[[nodiscard]] bool isOlderStore(const QString &folder);

} // namespace hall

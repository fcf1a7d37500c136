#pragma once

#include <QtGlobal>

namespace hall {

/// True when the socket can be read or, with `isWriting`, written or read, within `ms`.
[[nodiscard]] bool waitForSocket(qintptr socket, bool isWriting, int ms);

} // namespace hall

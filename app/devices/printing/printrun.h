#pragma once

#include "devices/api/paperprinter.h"

class QPrinter;

namespace hall {

/// Paints all pages of a request on a printer that is set up, queue or PDF file alike. The whole
/// sheet is addressed (no driver margins), so a layout never depends on the driver. Errors:
/// PrinterFailed with "empty", "begin" or "page".
[[nodiscard]] Result<Done> paintOn(QPrinter &printer, const PrintRequest &request);

} // namespace hall

#pragma once

#include "devices/protocol/messages.h"

#include <functional>

namespace hall {

/// Where the replies of a job go, one by one, while it runs.
using ReplySink = std::function<void(const WorkerReply &reply)>;

/// Makes the pages of one file. Sends pages and problems in page order; never sends JobDone.
void makePages(const PagesJob &job, const ReplySink &send);
/// The PDF half of it (poppler).
void makePdfPages(const PagesJob &job, const ReplySink &send);

/// Is an image of this size within the job's limit?
[[nodiscard]] bool isWithin(const PagesJob &job, QSize size);
/// A page that can be stored, or the reason why not.
[[nodiscard]] WorkerReply pageReply(const PagesJob &job, int page, const QImage &image);

} // namespace hall

#pragma once

#include "devices/protocol/frame.h"
#include "domain/error.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>
#include <variant>

namespace hall {

/// To the worker: "make pages of these bytes". One file a job; the reply ends with JobDone.
struct PagesJob
{
    QString type = {};       ///< "pdf" or the name of an image format: "tiff", "bmp", "gif" …
    int dpi = 200;           ///< for PDF; a page of a chancery is read well at 200
    qint64 maxPixels = 0;    ///< a page beyond is refused before it is decoded
    qint64 maxPageBytes = 0; ///< a page that is stored larger is refused
    int maxPages = 0;        ///< a file with more is refused whole
    QByteArray bytes = {};
};

/// From the worker: one page, ready to be stored.
struct PageReply
{
    int page = 0; ///< from 1
    QString format = {};
    QSize size = {};
    QByteArray bytes = {};
};

/// From the worker: a page (or with 0 the file) that gives nothing; the job goes on.
struct ProblemReply
{
    int page = 0;
    Error error = {};
};

struct JobDone
{
};

using WorkerReply = std::variant<PageReply, ProblemReply, JobDone>;

[[nodiscard]] Frame toFrame(const PagesJob &job);
[[nodiscard]] Frame toFrame(const WorkerReply &reply);
/// Nothing when the frame is not of this protocol.
[[nodiscard]] std::optional<PagesJob> jobOf(const Frame &frame);
[[nodiscard]] std::optional<WorkerReply> replyOf(const Frame &frame);

} // namespace hall

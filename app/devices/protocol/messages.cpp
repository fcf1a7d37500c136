#include "devices/protocol/messages.h"

#include <algorithm>
#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct ErrorWord
{
    ErrorKind kind;
    QLatin1StringView word;
};

// The words on the wire; the numbers of ErrorKind may change with the program.
constexpr std::array errorWords{
    ErrorWord{ErrorKind::ImageBroken, "broken"_L1},
    ErrorWord{ErrorKind::ImageTooLarge, "too-many-pixels"_L1},
    ErrorWord{ErrorKind::TooManyPages, "too-many-pages"_L1},
    ErrorWord{ErrorKind::FileTooLarge, "too-many-bytes"_L1},
    ErrorWord{ErrorKind::FileLocked, "locked"_L1},
    ErrorWord{ErrorKind::FormatUnknown, "unknown-format"_L1},
    ErrorWord{ErrorKind::WorkerFailed, "failed"_L1},
};

QString wordOf(ErrorKind kind)
{
    const auto at = std::ranges::find(errorWords, kind, &ErrorWord::kind);
    return at == errorWords.end() ? u"failed"_s : QString(at->word);
}

ErrorKind kindOf(const QString &word)
{
    const auto at = std::ranges::find(errorWords, word, &ErrorWord::word);
    return at == errorWords.end() ? ErrorKind::WorkerFailed : at->kind;
}

Frame frameOf(const PageReply &reply)
{
    return {.head = {{u"reply"_s, u"page"_s},
                     {u"page"_s, reply.page},
                     {u"format"_s, reply.format},
                     {u"width"_s, reply.size.width()},
                     {u"height"_s, reply.size.height()}},
            .bytes = reply.bytes};
}

Frame frameOf(const ProblemReply &reply)
{
    return {.head = {{u"reply"_s, u"problem"_s},
                     {u"page"_s, reply.page},
                     {u"error"_s, wordOf(reply.error.kind)},
                     {u"detail"_s, reply.error.detail}}};
}

Frame frameOf(const JobDone &)
{
    return {.head = {{u"reply"_s, u"done"_s}}};
}

} // namespace

Frame toFrame(const PagesJob &job)
{
    return {.head = {{u"job"_s, u"pages"_s},
                     {u"type"_s, job.type},
                     {u"dpi"_s, job.dpi},
                     {u"maxPixels"_s, job.maxPixels},
                     {u"maxPageBytes"_s, job.maxPageBytes},
                     {u"maxPages"_s, job.maxPages}},
            .bytes = job.bytes};
}

Frame toFrame(const WorkerReply &reply)
{
    return std::visit([](const auto &one) { return frameOf(one); }, reply);
}

std::optional<PagesJob> jobOf(const Frame &frame)
{
    const QJsonObject &head = frame.head;
    if (head["job"_L1].toString() != "pages"_L1)
        return {};
    return PagesJob{.type = head["type"_L1].toString(),
                    .dpi = head["dpi"_L1].toInt(),
                    .maxPixels = head["maxPixels"_L1].toInteger(),
                    .maxPageBytes = head["maxPageBytes"_L1].toInteger(),
                    .maxPages = head["maxPages"_L1].toInt(),
                    .bytes = frame.bytes};
}

std::optional<WorkerReply> replyOf(const Frame &frame)
{
    const QJsonObject &head = frame.head;
    const QString reply = head["reply"_L1].toString();
    if (reply == "done"_L1)
        return JobDone{};
    if (reply == "problem"_L1) {
        const Error error{.kind = kindOf(head["error"_L1].toString()),
                          .detail = head["detail"_L1].toString()};
        return ProblemReply{.page = head["page"_L1].toInt(), .error = error};
    }
    if (reply != "page"_L1)
        return {};
    return PageReply{.page = head["page"_L1].toInt(),
                     .format = head["format"_L1].toString(),
                     .size = QSize(head["width"_L1].toInt(), head["height"_L1].toInt()),
                     .bytes = frame.bytes};
}

} // namespace hall

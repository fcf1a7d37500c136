#include "devices/protocol/messages.h"
#include "devices/worker/pagemaking.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>

#include <array>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

using namespace hall;

namespace {

constexpr int allocationLimitMb = 512;

// A hostile file ends this process at most, not the machine; and it leaves no core file with
// somebody's papers in it. (The address sanitizer reserves terabytes and cannot live with the
// first.)
void limitResources()
{
#ifdef Q_OS_UNIX
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
#ifndef __SANITIZE_ADDRESS__
    const rlim_t bytes = rlim_t(3) * 1024 * 1024 * 1024;
    const rlimit memory{bytes, bytes};
    setrlimit(RLIMIT_AS, &memory);
#endif
#endif
}

bool openOutput(QFile &out)
{
#ifdef Q_OS_WIN
    _setmode(0, _O_BINARY);
    _setmode(1, _O_BINARY);
#endif
    return out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered);
}

/// What standard input has now; empty at its end. (QFile::read would wait until the piece is full.)
QByteArray readPiece()
{
    static std::array<char, 262144> piece;
#ifdef Q_OS_WIN
    const auto size = _read(0, piece.data(), static_cast<unsigned>(piece.size()));
#else
    const auto size = ::read(0, piece.data(), piece.size());
#endif
    return size > 0 ? QByteArray(piece.data(), static_cast<qsizetype>(size)) : QByteArray();
}

void writeReply(QFile &out, const WorkerReply &reply)
{
    const QByteArray frame = encodeFrame(toFrame(reply));
    // Nobody listens any more: there is nobody to tell either.
    if (out.write(frame) != frame.size())
        std::exit(3);
}

bool serve(const Frame &frame, QFile &out)
{
    const std::optional<PagesJob> job = jobOf(frame);
    if (!job)
        return false;
    makePages(*job, [&out](const WorkerReply &reply) { writeReply(out, reply); });
    writeReply(out, JobDone{});
    return true;
}

} // namespace

/// Reads jobs from standard input until it ends; see devices/protocol for the language.
int main(int argc, char **argv)
{
    limitResources();
    const QCoreApplication app(argc, argv);
    QImageReader::setAllocationLimit(allocationLimitMb);
    QFile out;
    if (!openOutput(out))
        return 2;
    FrameReader frames;
    for (QByteArray piece = readPiece(); !piece.isEmpty(); piece = readPiece()) {
        frames.feed(piece);
        while (const std::optional<Frame> frame = frames.next()) {
            if (!serve(*frame, out))
                return 2;
        }
        if (frames.isBroken())
            return 2;
    }
    return 0;
}

// Preloaded into a PostgreSQL server: while the file that HALL_FULL_DISK names exists, nothing that
// would make a file longer gets room (ENOSPC), as on a disk that is full; what lies inside a file
// goes on. So no root, no quota and no file system of our own is needed.
#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

bool isFull()
{
    static const char *const sign = std::getenv("HALL_FULL_DISK");
    return sign && ::access(sign, F_OK) == 0;
}

bool isBeyond(int file, off_t end)
{
    struct stat facts = {};
    return isFull() && ::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && end > facts.st_size;
}

template <class F> F real(const char *name)
{
    return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

off_t lengthOf(const iovec *parts, int count)
{
    off_t length = 0;
    for (int i = 0; i < count; ++i)
        length += static_cast<off_t>(parts[i].iov_len);
    return length;
}

} // namespace

extern "C" {

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    static const auto call = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    if (!isBeyond(file, at + static_cast<off_t>(count)))
        return call(file, bytes, count, at);
    errno = ENOSPC;
    return -1;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    return pwrite(file, bytes, count, at);
}

ssize_t pwritev(int file, const iovec *parts, int count, off_t at)
{
    static const auto call = real<ssize_t (*)(int, const iovec *, int, off_t)>("pwritev");
    if (!isBeyond(file, at + lengthOf(parts, count)))
        return call(file, parts, count, at);
    errno = ENOSPC;
    return -1;
}

ssize_t pwritev64(int file, const iovec *parts, int count, off64_t at)
{
    return pwritev(file, parts, count, at);
}

int posix_fallocate(int file, off_t at, off_t length)
{
    static const auto call = real<int (*)(int, off_t, off_t)>("posix_fallocate");
    return isBeyond(file, at + length) ? ENOSPC : call(file, at, length);
}

int posix_fallocate64(int file, off64_t at, off64_t length)
{
    return posix_fallocate(file, at, length);
}
}

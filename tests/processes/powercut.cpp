// Preloaded into a station: HALL_POWER_SHADOW gets of every file below HALL_POWER_FOLDER what was
// forced to the disk, and nothing else. After a kill the shadow is what a power cut leaves: bytes
// that were written and not synced are gone. A rename counts at once (a journaling file system with
// ordered metadata); reordered sectors and a disk that lies about its cache are not played.
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

template <class F> F real(const char *name)
{
    return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

/// Where the shadow of a path stands; empty = no file of ours.
std::string shadowOf(const std::string &path)
{
    const char *folder = std::getenv("HALL_POWER_FOLDER");
    const char *shadow = std::getenv("HALL_POWER_SHADOW");
    if (!folder || !shadow || path.rfind(std::string(folder) + '/', 0) != 0)
        return {};
    return shadow + path.substr(std::string(folder).size());
}

void keep(int file)
{
    char path[4096] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    if (::readlink(link.c_str(), path, sizeof path - 1) <= 0)
        return;
    const std::string shadow = shadowOf(path);
    if (shadow.empty())
        return;
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
        fs::create_directories(shadow, failed);
        return;
    }
    fs::create_directories(fs::path(shadow).parent_path(), failed);
    // Copied beside and moved: a kill in the middle leaves the copy of the sync before.
    const std::string fresh = shadow + ".syncing";
    fs::copy_file(path, fresh, fs::copy_options::overwrite_existing, failed);
    if (!failed)
        real<int (*)(const char *, const char *)>("rename")(fresh.c_str(), shadow.c_str());
}

} // namespace

extern "C" {

int fsync(int file)
{
    static const auto call = real<int (*)(int)>("fsync");
    keep(file);
    return call(file);
}

int fdatasync(int file)
{
    static const auto call = real<int (*)(int)>("fdatasync");
    keep(file);
    return call(file);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto call = real<int (*)(const char *, const char *)>("rename");
    const int done = call(from, to);
    const std::string before = shadowOf(from);
    const std::string after = shadowOf(to);
    if (done == 0 && !before.empty() && !after.empty())
        call(before.c_str(), after.c_str());
    return done;
}

int unlink(const char *path) noexcept
{
    static const auto call = real<int (*)(const char *)>("unlink");
    const int done = call(path);
    const std::string shadow = shadowOf(path);
    if (done == 0 && !shadow.empty())
        call(shadow.c_str());
    return done;
}
}

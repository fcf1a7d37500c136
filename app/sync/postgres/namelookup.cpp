#include "sync/postgres/namelookup.h"

#include <QStringList>

#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds slice{50}; ///< after which `stop` is looked at again
constexpr qsizetype mostAddresses = 4;

} // namespace

QString systemAddresses(const QString &host)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    if (getaddrinfo(host.toUtf8().constData(), nullptr, &hints, &list) != 0)
        return {};
    QStringList addresses;
    for (const addrinfo *one = list; one && addresses.size() < mostAddresses; one = one->ai_next) {
        char text[NI_MAXHOST] = {};
        if (getnameinfo(one->ai_addr, one->ai_addrlen, text, sizeof text, nullptr, 0,
                        NI_NUMERICHOST)
            == 0)
            addresses.append(QString::fromLatin1(text));
    }
    freeaddrinfo(list);
    addresses.removeDuplicates();
    return addresses.join(u',');
}

QString addressesOf(const QString &host, const QDeadlineTimer &until, const std::atomic_bool &stop,
                    const NameSource &source)
{
    auto promise = std::make_shared<std::promise<QString>>();
    std::future<QString> answer = promise->get_future();
    // Nobody can end the system's question: whoever waits goes, and the answer is thrown away.
    std::thread([promise, host, source] { promise->set_value(source(host)); }).detach();
    while (!stop.load() && !until.hasExpired()) {
        if (answer.wait_for(slice) == std::future_status::ready)
            return answer.get();
    }
    return {};
}

} // namespace hall

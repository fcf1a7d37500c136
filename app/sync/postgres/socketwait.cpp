#include "sync/postgres/socketwait.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace hall {

bool waitForSocket(qintptr socket, bool isWriting, int ms)
{
    const short events = isWriting ? POLLIN | POLLOUT : POLLIN;
#ifdef Q_OS_WIN
    WSAPOLLFD watched{.fd = static_cast<SOCKET>(socket), .events = events, .revents = 0};
    return WSAPoll(&watched, 1, ms) > 0;
#else
    pollfd watched{.fd = static_cast<int>(socket), .events = events, .revents = 0};
    return ::poll(&watched, 1, ms) > 0;
#endif
}

} // namespace hall

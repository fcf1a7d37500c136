#include "desk/setup/joiningdesk.h"

#include "domain/whendone.h"
#include "sync/api/centrelink.h"

#include <utility>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 soonestEstimate = 2000; ///< ms: before that a guess would only jump
constexpr double leastDone = 0.02;
constexpr int mostSignIns = 3;

} // namespace

JoiningDesk::JoiningDesk(JoiningDoor door, QObject *parent)
    : QObject(parent)
    , m_door(std::move(door))
{
}

void JoiningDesk::begin(const JoinAsk &ask)
{
    if (isRunning())
        return;
    m_ask = ask;
    m_isOpen = false;
    m_isSignedIn = false;
    m_signIns = 0;
    m_filling.invalidate();
    const int run = ++m_run;
    tell(JoinPart::Asking);
    whenDone(m_door.probe(ask), this, [this, run](const Result<Done> &answer) {
        if (run != m_run)
            return;
        if (answer.ok())
            open();
        else
            fail(answer.error());
    });
}

void JoiningDesk::open()
{
    const int run = m_run;
    whenDone(m_door.open(m_ask.file), this, [this, run](const Result<Done> &opened) {
        if (run != m_run && opened.ok())
            leave({}); // cancelled while it opened
        if (run != m_run)
            return;
        if (!opened.ok()) {
            fail(opened.error());
            return;
        }
        m_isOpen = true;
        tell(JoinPart::Reference);
        connect(&m_door.link(), &CentreLink::statusChanged, this, &JoiningDesk::watch);
        signIn();
    });
}

void JoiningDesk::signIn()
{
    const int run = m_run;
    m_isSignedIn = false;
    ++m_signIns;
    whenDone(m_door.link().signIn(m_ask.staff, m_ask.password), this,
             [this, run](const Result<SignInReply> &reply) {
                 if (run != m_run)
                     return;
                 if (!reply.ok()) {
                     fail(reply.error());
                     return;
                 }
                 m_isSignedIn = true;
                 watch(m_door.link().status());
             });
}

void JoiningDesk::watch(const CentreStatus &status)
{
    if (!isRunning())
        return;
    if (status.state == LinkState::TooOld) {
        fail({ErrorKind::CentreTooOld});
    } else if (status.needsSignIn && m_isSignedIn && m_signIns < mostSignIns) {
        // This computer got another code (a reinstallation): the key of the person follows.
        signIn();
    } else if (status.state == LinkState::Closed) {
        fail({ErrorKind::CentreRefused, u"station"_s});
    } else if (m_isSignedIn && status.isUsable) {
        m_progress = {};
        Q_EMIT joined();
    } else if (status.state == LinkState::Offline) {
        tell(JoinPart::Waiting, m_progress.whole);
    } else if (status.filling && status.filling->isOpenPart) {
        tell(JoinPart::OpenCases, status.filling->whole);
    } else {
        tell(JoinPart::Reference);
    }
}

qint64 JoiningDesk::estimate(double whole)
{
    if (!m_filling.isValid())
        m_filling.start();
    const qint64 gone = m_filling.elapsed();
    if (whole < leastDone || gone < soonestEstimate)
        return -1;
    return qint64(double(gone) * (1 - whole) / whole / 1000);
}

void JoiningDesk::tell(JoinPart part, double whole)
{
    m_progress = {.part = part, .whole = whole};
    if (part == JoinPart::OpenCases)
        m_progress.secondsLeft = estimate(whole);
    Q_EMIT progressed(m_progress);
}

void JoiningDesk::fail(const Error &error)
{
    ++m_run;
    m_progress = {};
    m_ask.password.clear();
    if (m_isOpen)
        leave(error);
    else
        Q_EMIT refused(error);
}

void JoiningDesk::cancel()
{
    if (!isRunning())
        return;
    ++m_run;
    m_progress = {};
    m_ask.password.clear();
    if (m_isOpen)
        leave({});
    else
        m_door.breakOff();
}

/// Not now: the line that goes may be telling its status at this moment.
void JoiningDesk::leave(const std::optional<Error> &why)
{
    m_isOpen = false;
    QMetaObject::invokeMethod(
        this, [this, why] { m_door.giveUp(why); }, Qt::QueuedConnection);
}

JoinAsk JoiningDesk::takeAsk()
{
    return std::exchange(m_ask, {});
}

std::optional<Error> JoiningDesk::takeTrouble()
{
    return std::exchange(m_trouble, {});
}

} // namespace hall

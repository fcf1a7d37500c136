#include "faultproxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <atomic>

namespace hall::test {

namespace {

constexpr int dribbled = 3'000;
constexpr int swapPatience = 15; ///< ms that the first of two connections waits for the other

/// One direction of one connection.
struct Way
{
    QTcpSocket *from = nullptr;
    QTcpSocket *to = nullptr;
    bool isUp = true;
    QByteArray kept = {};
    qint64 passed = 0;
};

} // namespace

class FaultProxy::Line : public QObject
{
public:
    explicit Line(quint16 target)
        : m_target(target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
        m_server.setParent(this);
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    LineFault fault;
    LineManner manner;
    std::atomic_bool hasStruck = false;

    void mend(bool resets)
    {
        fault = {};
        manner = {};
        m_isStruck = false;
        hasStruck = false;
        if (resets)
            cutAll();
        for (QTcpSocket *orphan : std::exchange(m_orphans, {}))
            orphan->deleteLater();
        const auto ways = m_ways;
        for (const auto &way : ways)
            flow(*way);
    }

    void strikeNow()
    {
        m_isStruck = true;
        hasStruck = true;
        if (fault.kind == LineFault::Kind::Cut)
            cutAll();
    }

private:
    void accept()
    {
        while (QTcpSocket *near = m_server.nextPendingConnection()) {
            auto *far = new QTcpSocket(near);
            near->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            if (m_isStruck && fault.kind == LineFault::Kind::Cut) {
                near->abort();
                near->deleteLater();
                continue;
            }
            join(near, far, true);
            join(far, near, false);
            connect(far, &QTcpSocket::connected, this, [this, far, near] {
                far->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                flowOf(near);
            });
            connect(far, &QTcpSocket::errorOccurred, this, [this, near] { drop(near); });
            connect(near, &QTcpSocket::disconnected, this, [this, near] { drop(near); });
            connect(far, &QTcpSocket::disconnected, this, [this, near] { drop(near); });
            far->connectToHost(QHostAddress::LocalHost, m_target);
        }
    }

    void join(QTcpSocket *from, QTcpSocket *to, bool isUp)
    {
        auto way = std::make_shared<Way>(Way{.from = from, .to = to, .isUp = isUp});
        m_ways.append(way);
        connect(from, &QTcpSocket::readyRead, this, [this, way] {
            way->kept += way->from->readAll();
            begin(way);
        });
    }

    void flowOf(const QTcpSocket *from)
    {
        const auto ways = m_ways;
        for (const auto &way : ways) {
            if (way->from == from)
                flow(*way);
        }
    }

    /// Bytes have come: the fault that waits for them strikes, then they pass in today's manner.
    void begin(const std::shared_ptr<Way> &way)
    {
        const bool isGreeting = way->passed < 2'000;
        const bool strikes = !m_isStruck
            && ((fault.phase == LineFault::Phase::Connect && isGreeting && !way->isUp)
                || (fault.phase == LineFault::Phase::Request && way->isUp && !isGreeting)
                || (fault.phase == LineFault::Phase::Answer && !way->isUp && !isGreeting));
        if (strikes) {
            const QByteArray half = way->kept.left(way->kept.size() / 2);
            way->kept.remove(0, half.size());
            way->to->write(half);
            way->to->flush();
            strikeNow();
            return;
        }
        if (manner.delayMs > 0)
            QTimer::singleShot(manner.delayMs, way->to, [this, way] { flow(*way); });
        else if (manner.swaps)
            swap(way);
        else
            flow(*way);
    }

    void swap(const std::shared_ptr<Way> &way)
    {
        if (m_first && m_first->from != way->from) {
            flow(*way);
            flow(*std::exchange(m_first, {}));
            return;
        }
        m_first = way;
        QTimer::singleShot(swapPatience, this, [this] {
            if (m_first)
                flow(*std::exchange(m_first, {}));
        });
    }

    void flow(Way &way)
    {
        const bool isStopped = m_isStruck && (way.isUp ? fault.stopsUp : fault.stopsDown);
        if (isStopped || way.kept.isEmpty() || !isAlive(way)
            || way.to->state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray bytes = std::exchange(way.kept, {});
        qsizetype at = 0;
        while (manner.dribbles && at < bytes.size() && way.passed + at < dribbled) {
            way.to->write(bytes.mid(at++, 1));
            way.to->flush();
        }
        way.to->write(bytes.mid(at));
        way.to->flush();
        way.passed += bytes.size();
    }

    bool isAlive(const Way &way) const
    {
        return std::ranges::any_of(m_ways,
                                   [&way](const auto &other) { return other.get() == &way; });
    }

    void drop(QTcpSocket *near)
    {
        // What the other side said last still arrives, unless the line is silent.
        const auto ways = m_ways;
        for (const auto &way : ways) {
            if (way->from == near || way->to == near)
                flow(*way);
            // Through a silent line the centre does not hear that the station has hung up.
            if (way->from == near && m_isStruck && fault.kind == LineFault::Kind::Silence) {
                way->to->setParent(this);
                way->to->disconnect(this);
                m_orphans.append(way->to);
            }
        }
        const bool hadAny = m_ways.removeIf([near](const auto &way) {
            return way->from == near || way->to == near;
        }) > 0;
        if (!hadAny)
            return;
        if (m_first && (m_first->from == near || m_first->to == near))
            m_first.reset();
        near->disconnectFromHost();
        near->deleteLater(); // and `far`, its child
    }

    void cutAll()
    {
        const auto ways = m_ways;
        m_ways.clear();
        m_first.reset();
        for (const auto &way : ways) {
            way->from->abort();
            if (way->isUp)
                way->from->deleteLater();
        }
    }

    quint16 m_target;
    QTcpServer m_server;
    QList<std::shared_ptr<Way>> m_ways;
    std::shared_ptr<Way> m_first;
    QList<QTcpSocket *> m_orphans; ///< to the centre, their station is gone
    bool m_isStruck = false;
};

FaultProxy::FaultProxy(quint16 target)
{
    m_line = new Line(target);
    m_port = m_line->port();
    m_line->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_line, &QObject::deleteLater);
    m_thread.start();
}

FaultProxy::~FaultProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::arm(const LineFault &fault)
{
    QMetaObject::invokeMethod(
        m_line,
        [this, fault] {
            m_line->fault = fault;
            if (fault.phase == LineFault::Phase::Now)
                m_line->strikeNow();
        },
        Qt::BlockingQueuedConnection);
}

void FaultProxy::set(const LineManner &manner)
{
    QMetaObject::invokeMethod(
        m_line, [this, manner] { m_line->manner = manner; }, Qt::BlockingQueuedConnection);
}

void FaultProxy::mend(bool resets)
{
    QMetaObject::invokeMethod(
        m_line, [this, resets] { m_line->mend(resets); }, Qt::BlockingQueuedConnection);
}

bool FaultProxy::hasStruck() const
{
    return m_line->hasStruck;
}

} // namespace hall::test

#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>
#include <memory>

namespace hall::test {

/// A line between a workstation and a server on loopback that a test cuts, in a thread of its own
/// (the calls under test block). Silent = what arrives is neither answered nor passed on, as when a
/// cable is pulled: no end of connection is ever seen.
class CutLine
{
public:
    enum class Kind {
        Pass,   ///< to `port`, until cut()
        Silent, ///< accepts and says nothing
        Plain   ///< answers a request for TLS with "no", as a server without it does
    };

    explicit CutLine(Kind kind, quint16 target = 0)
        : m_kind(kind)
        , m_target(target)
    {
        m_server = new QTcpServer;
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { accept(); });
        m_thread.start();
    }
    ~CutLine()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(CutLine)

    [[nodiscard]] quint16 port() const { return m_port; }
    void cut() { m_isCut.store(true); }
    void mend() { m_isCut.store(false); }

private:
    void accept()
    {
        QTcpSocket *near = m_server->nextPendingConnection();
        if (m_kind == Kind::Plain)
            QObject::connect(near, &QTcpSocket::readyRead, near, [near] {
                near->readAll();
                near->write("N");
            });
        if (m_kind != Kind::Pass)
            return;
        auto *far = new QTcpSocket(near);
        QObject::connect(near, &QTcpSocket::readyRead, far, [this, near, far] { pass(near, far); });
        QObject::connect(far, &QTcpSocket::readyRead, near, [this, near, far] { pass(far, near); });
        QObject::connect(far, &QTcpSocket::connected, near, [this, near, far] { pass(near, far); });
        QObject::connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        QObject::connect(far, &QTcpSocket::disconnected, near,
                         [near] { near->disconnectFromHost(); });
        far->connectToHost(QHostAddress::LocalHost, m_target);
    }

    void pass(QTcpSocket *from, QTcpSocket *to) const
    {
        if (to->state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray bytes = from->readAll();
        if (!m_isCut.load())
            to->write(bytes);
    }

    Kind m_kind;
    quint16 m_target;
    quint16 m_port = 0;
    QThread m_thread;
    QTcpServer *m_server = nullptr; ///< lives in m_thread
    std::atomic_bool m_isCut = false;
};

} // namespace hall::test

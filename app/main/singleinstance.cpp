#include "main/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerMs = 1000;

QString serverName(const QString &storeFolder)
{
    const QByteArray key = (QDir(storeFolder).absolutePath() + u'|' + QDir::homePath()).toUtf8();
    const QByteArray hash
        = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().first(24);
    return u"onehall-"_s + QString::fromLatin1(hash);
}

} // namespace

SingleInstance::SingleInstance(const QString &storeFolder)
    : m_name(serverName(storeFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->write("here\n");
        socket->disconnectFromServer();
        Q_EMIT raiseAsked();
    });
}

bool SingleInstance::raiseOther()
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerMs))
        return false;
    // A program that hangs does not answer; then the store's lock speaks.
    return socket.waitForReadyRead(answerMs);
}

void SingleInstance::listen()
{
    if (m_server.listen(m_name))
        return;
    // What a program that died left behind.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

} // namespace hall

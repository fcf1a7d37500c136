#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace hall {

/// Two starts of the program on one store: the second one finds the first and asks it to come to
/// the front. Only for the same user; other users meet the store's own lock.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &storeFolder);

    /// True when another program answered; it raises its window.
    [[nodiscard]] bool raiseOther();
    void listen();

Q_SIGNALS:
    void raiseAsked();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace hall

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <memory>

namespace hall::journeys {

/// Whose turn it is. On one machine it is always ours. With a centre every workstation plays the
/// same script in a program of its own and does the turns of its own people; what the others did
/// comes as a line on standard input (`TownDay` hands it on).
class Baton : public QObject
{
    Q_OBJECT
public:
    /// Empty seat = one machine.
    explicit Baton(QString seat);

    /// True: the turn is ours; play it and pass(). False: another seat has played it, and `state`
    /// is what it passed. Stopped when the others are gone.
    [[nodiscard]] bool take(const QString &staff, QJsonObject &state);
    void pass(const QJsonObject &state);
    [[nodiscard]] bool isAlone() const { return m_seat.isEmpty(); }
    [[nodiscard]] const QString &seat() const { return m_seat; }

    /// How a passed turn stands on standard output, before its JSON.
    static constexpr QByteArrayView mark = "@turn ";

private:
    void read();

    QString m_seat;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_bytes;
    QList<QJsonObject> m_passed;
    int m_turn = 0;
    bool m_isCutOff = false;
};

} // namespace hall::journeys

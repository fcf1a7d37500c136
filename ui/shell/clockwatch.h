#pragma once

#include "desk/session/sessiondesk.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace hall {

/// Notices that the computer's clock stands before what was already recorded here: a battery that
/// died, a clock set by hand. Nothing is refused by it (numbers and journals stand it), but dates
/// on papers would be wrong, so a person must know.
class ClockWatch : public QObject
{
    Q_OBJECT
public:
    explicit ClockWatch(const SessionDesk &sessions, QObject *parent = nullptr);

    /// Asks the store for its newest act, then looks every minute.
    void start();
    void look();
    [[nodiscard]] bool isBehind() const { return m_isBehind; }

Q_SIGNALS:
    void fellBehind(const QDateTime &newest);
    void cameRight();

private:
    const SessionDesk &m_sessions;
    QDateTime m_newest; ///< the latest instant that this store or this program has seen
    QTimer m_minute;
    bool m_isBehind = false;
};

} // namespace hall

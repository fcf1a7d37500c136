#pragma once

#include <QByteArray>
#include <QString>

namespace hall {

/// Makes the MAC that proves an event's author to the centre, in the transaction that appends it.
class MacSource
{
public:
    virtual ~MacSource() = default;
    /// Any thread. Empty when the key of (actor, station) is not unlocked here.
    [[nodiscard]] virtual QByteArray mac(const QString &actor, const QString &station,
                                         const QByteArray &hash) const = 0;
};

} // namespace hall

#pragma once

#include "domain/event.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QMap>

#include <functional>
#include <mutex>

namespace hall {

/// Ways from a newer form of an event's body to the one before it: while some program of the hall
/// knows only the older form, a newer program writes that one (PROTOCOL.md, `versions` of hello).
/// Any thread.
class EventForms
{
public:
    using Recast = std::function<QJsonObject(const QJsonObject &body)>;

    /// `recast` writes a body of `version` (2, 3, …) in the form of `version` - 1.
    void add(const QString &type, int version, Recast recast);
    /// The newest version by type that everybody reads; a type that is not named is left alone.
    void allow(const QMap<QString, int> &versions);
    [[nodiscard]] QMap<QString, int> allowed() const;

    /// The event itself, or the same one sealed again in the newest form that is allowed.
    /// CentreTooOld where no way leads there.
    [[nodiscard]] Result<Event> asWritten(const Event &event) const;

private:
    mutable std::mutex m_mutex;
    QMap<std::pair<QString, int>, Recast> m_recasts;
    QMap<QString, int> m_allowed;
};

} // namespace hall

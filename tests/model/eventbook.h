#pragma once

#include "domain/event.h"

#include <QHash>

#include <memory>

namespace hall::model {

using EventRef = std::shared_ptr<const Event>;

/// Reads envelopes, each once: the centre and every workstation of a world share what was read.
class EventBook
{
public:
    /// Null when the envelope is no event or does not fit its body.
    [[nodiscard]] EventRef read(const QByteArray &envelope, const QByteArray &body);

    /// What was made here need not be read.
    void know(const QByteArray &envelope, const EventRef &event) { m_read.insert(envelope, event); }

private:
    QHash<QByteArray, EventRef> m_read;
};

/// The first event of a line of redos.
[[nodiscard]] inline EventId rootOf(const Event &event)
{
    return event.replaces.isNull() ? event.id : event.replaces;
}

} // namespace hall::model

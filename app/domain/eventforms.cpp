#include "domain/eventforms.h"

namespace hall {

void EventForms::add(const QString &type, int version, Recast recast)
{
    const std::lock_guard guard(m_mutex);
    m_recasts.insert({type, version}, std::move(recast));
}

void EventForms::allow(const QMap<QString, int> &versions)
{
    const std::lock_guard guard(m_mutex);
    m_allowed = versions;
}

QMap<QString, int> EventForms::allowed() const
{
    const std::lock_guard guard(m_mutex);
    return m_allowed;
}

Result<Event> EventForms::asWritten(const Event &event) const
{
    const std::lock_guard guard(m_mutex);
    const int newest = m_allowed.value(event.type, event.version);
    if (event.version <= newest)
        return event;
    Event older = event;
    QJsonObject body = event.bodyObject();
    for (; older.version > newest; --older.version) {
        const Recast recast = m_recasts.value({event.type, older.version});
        if (!recast)
            return Error{ErrorKind::CentreTooOld, event.type};
        body = recast(body);
    }
    return sealed(older, body);
}

} // namespace hall

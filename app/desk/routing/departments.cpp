#include "desk/routing/departments.h"

namespace hall {

QStringList departmentsServed(const Session &session, const Reference &reference)
{
    if (session.post.dept.isEmpty())
        return {};
    const Window *window = reference.window(session.window);
    if (window && window->depts.contains(session.post.dept))
        return window->depts;
    return {session.post.dept};
}

} // namespace hall

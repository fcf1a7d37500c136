#include "ui/admin/adminpage.h"

namespace hall {

AdminPage::AdminPage(const PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_publisher(context.place, context.session)
{
}

bool AdminPage::tell(MessageStrip *strip, const Result<Done> &result, const QString &goodNews) const
{
    if (result.ok())
        strip->say(Tone::Success, goodNews);
    else
        strip->say(result.error());
    return result.ok();
}

} // namespace hall

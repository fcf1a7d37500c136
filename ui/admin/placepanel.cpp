#include "ui/admin/placepanel.h"

#include "domain/whendone.h"
#include "ui/admin/admintext.h"
#include "ui/admin/formguard.h"
#include "ui/shared/typedinput.h"

namespace hall {

using namespace Qt::StringLiterals;

PlacePanel::PlacePanel(const PanelParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
{
}

QJsonObject PlacePanel::saveInput() const
{
    if (!m_guard || !m_guard->isDirty())
        return {};
    return {{u"code"_s, shownCode()}, {u"fields"_s, typedInput(this)}};
}

void PlacePanel::restoreInput(const QJsonObject &input)
{
    refresh();
    if (input.isEmpty() || !m_guard)
        return;
    const QString code = input.value("code"_L1).toString();
    if (code.isEmpty())
        beginNew();
    else
        showCode(code);
    restoreTypedInput(this, input.value("fields"_L1).toObject());
    m_guard->mark();
}

bool PlacePanel::refuses(PlaceFault fault)
{
    if (fault == PlaceFault::None)
        return false;
    m_parts.strip.say(Tone::Problem, AdminText::sentence(fault));
    return true;
}

void PlacePanel::finish(QFuture<Result<Done>> future, FormGuard *guard, const QString &goodNews)
{
    whenDone(future, this, [this, guard, goodNews](const Result<Done> &result) {
        if (!result.ok()) {
            m_parts.strip.say(result.error());
            return;
        }
        guard->clear();
        m_parts.strip.say(Tone::Success, goodNews);
        Q_EMIT saved();
    });
}

void PlacePanel::warnOfUnsaved(const QString &what, FormGuard *guard,
                               std::function<void()> afterDrop)
{
    m_parts.strip.say(
        Tone::Warning,
        tr("What you typed for %1 is not saved yet. Save it first, or drop it.").arg(what),
        {.text = tr("Drop it"), .run = [this, guard, afterDrop = std::move(afterDrop)] {
             guard->clear();
             m_parts.strip.dismiss();
             afterDrop();
         }});
}

} // namespace hall

#include "ui/shell/page.h"

#include "ui/shared/typedinput.h"

namespace hall {

QJsonObject Page::saveInput() const
{
    return typedInput(this);
}

void Page::restoreInput(const QJsonObject &input)
{
    restoreTypedInput(this, input);
}

} // namespace hall

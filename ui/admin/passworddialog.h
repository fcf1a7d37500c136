#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace hall {

/// Asks for a first or a new password, twice (object names "passwordEdit", "againEdit",
/// "yesButton"), and returns at once. `onPassword` is not called when the person thinks better of
/// it.
void askPassword(QWidget *parent, const QString &person,
                 std::function<void(const QString &)> onPassword);

} // namespace hall

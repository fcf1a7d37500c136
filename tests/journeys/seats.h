#pragma once

#include <QString>
#include <QStringList>

namespace hall::journeys {

/// With a centre each role has a workstation of its own. Station codes, in the order in which they
/// are started; the manager's sees the whole hall, so its store is the one that is compared.
[[nodiscard]] const QStringList &seats();
inline const QString managersSeat = QStringLiteral("M01");
/// The workstation at which somebody of the sample hall works.
[[nodiscard]] QString seatOf(const QString &staff);
/// Who joins the hall at that workstation.
[[nodiscard]] QString joinerAt(const QString &seat);

} // namespace hall::journeys

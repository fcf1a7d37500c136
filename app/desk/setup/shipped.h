#pragma once

#include "domain/calendar.h"
#include "domain/definition.h"
#include "domain/regions.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace hall {

/// A file of resources/reference, by its name there ("sample/items.csv"); ReferenceMissing if there
/// is no such file. Any thread.
[[nodiscard]] Result<QByteArray> shippedFile(const QString &name);
[[nodiscard]] Result<RegionTable> shippedRegions();
[[nodiscard]] Result<QList<HolidayRow>> shippedHolidays();
[[nodiscard]] Result<QList<Definition>> shippedDefinitions();

/// What everybody of a sample hall signs in with until it is changed: a member without a credential
/// in a hall that is marked as a sample. Hashing 120 of them at the first start would take minutes,
/// so a credential is made at the first sign-in, as strong as any other. An own hall has no such
/// word.
[[nodiscard]] QString samplePassword();

} // namespace hall

#pragma once

#include "domain/reference.h"

#include <QString>
#include <QStringList>

namespace hall {

/// Words that are offered at the counter. They are printed on papers and kept in journals, so they
/// are Chinese; the hall's own lists ("problem", "refusal", … among its phrases) come first.
[[nodiscard]] QStringList problemPhrases(const Reference &reference);
[[nodiscard]] QStringList refusalGrounds(const Reference &reference);
[[nodiscard]] QStringList withdrawalGrounds(const Reference &reference);
[[nodiscard]] QStringList lapseGrounds(const Reference &reference);
[[nodiscard]] QStringList overrideReasons(const Reference &reference);
[[nodiscard]] QStringList authorityPhrases(const Reference &reference);
[[nodiscard]] QStringList editReasons(const Reference &reference);

} // namespace hall

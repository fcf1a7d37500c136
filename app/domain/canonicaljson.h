#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace hall {

/// The one byte form of a JSON value that hashes run over: UTF-8, no white space, keys sorted by
/// UTF-16 code unit, numbers only as integers within ±2^53, strings escaped only where JSON demands
/// it (quote, backslash, control characters as \u00xx, or \b \t \n \f \r). The form is final:
/// events of the first version must verify for ever. A fraction in a value is a bug (money is in
/// fen).
[[nodiscard]] QByteArray canonicalJson(const QJsonObject &object);
/// A string of that form, quotes included: for texts that are put together by hand.
void appendCanonical(QByteArray &out, const QString &text);

} // namespace hall

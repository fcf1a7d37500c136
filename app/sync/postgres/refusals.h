#pragma once

#include "domain/error.h"

#include <QString>

namespace hall {

// What PostgreSQL's words mean to the caller of a ServerSession.

/// The five letters of a refusal in libpq's verbose form: "FATAL:  28P01: password …".
[[nodiscard]] QString stateIn(const QString &words);
/// A connection that did not come about. The server's own words come in its language, so a code
/// decides where there is one.
[[nodiscard]] Error refusedSignIn(const QString &words);
/// What a statement's SQLSTATE means.
[[nodiscard]] Error meaning(const QString &state, const QString &message);

} // namespace hall

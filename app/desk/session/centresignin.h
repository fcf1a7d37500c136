#pragma once

#include "desk/session/signedin.h"
#include "desk/workplace.h"

#include <QFuture>

#include <functional>

namespace hall {

/// A password that the centre checks, counted here like any other: WrongPassword and
/// WaitBeforeRetry with the seconds to wait, as checkPassword(); other errors cost nothing.
[[nodiscard]] QFuture<Result<SignInWay>>
countedTry(Store &store, const QString &code,
           const std::function<QFuture<Result<SignInWay>>()> &check);

/// At the centre; when that cannot be reached, by what an earlier sign-in left here. Errors:
/// WrongPassword, WaitBeforeRetry, AccountDisabled, SignInExpired (detail "never" = there was no
/// sign-in here before), and what else the centre says.
[[nodiscard]] QFuture<Result<SignInWay>> signInAtCentre(const Workplace &place, const QString &code,
                                                        const QString &password);

/// A second person's word beside the one who is signed in.
[[nodiscard]] QFuture<Result<SignInWay>> proveAtCentre(const Workplace &place, const QString &code,
                                                       const QString &password);

} // namespace hall

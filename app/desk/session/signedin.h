#pragma once

#include "domain/result.h"
#include "store/credentials.h"

#include <mutex>
#include <optional>

namespace hall {

/// How the person at this machine was let in.
enum class SignInWay {
    Local,        ///< the machine is a hall of its own
    Centre,       ///< the centre checked the password
    WithoutCentre ///< by what an earlier sign-in left here
};

/// What is known of the person who sits here, in memory only and until the sign-out: the hash of
/// the word that opened this sign-in, and a PIN for unlocking (R4). Any thread.
class SignedIn
{
public:
    void begin(const QString &code, const PasswordHash &word, SignInWay way);
    void end();
    [[nodiscard]] SignInWay way() const;
    /// Nothing when this is somebody else's sign-in.
    [[nodiscard]] std::optional<PasswordHash> word(const QString &code) const;
    void setWord(const PasswordHash &word);

    [[nodiscard]] std::optional<PasswordHash> pin() const;
    void setPin(const PasswordHash &pin);
    void forgetPin();
    /// After the third wrong one there is no PIN any more.
    void countPin(bool isRight);

private:
    mutable std::mutex m_mutex;
    QString m_code;
    PasswordHash m_word;
    std::optional<PasswordHash> m_pin;
    int m_wrongPins = 0;
    SignInWay m_way = SignInWay::Local;
};

} // namespace hall

#include "desk/session/signedin.h"

namespace hall {

namespace {

constexpr int pinTries = 3;

} // namespace

void SignedIn::begin(const QString &code, const PasswordHash &word, SignInWay way)
{
    const std::lock_guard guard(m_mutex);
    m_code = code;
    m_word = word;
    m_way = way;
    m_pin.reset();
    m_wrongPins = 0;
}

void SignedIn::end()
{
    begin({}, {}, SignInWay::Local);
}

SignInWay SignedIn::way() const
{
    const std::lock_guard guard(m_mutex);
    return m_way;
}

std::optional<PasswordHash> SignedIn::word(const QString &code) const
{
    const std::lock_guard guard(m_mutex);
    if (m_word.hash.isEmpty() || m_code != code)
        return {};
    return m_word;
}

void SignedIn::setWord(const PasswordHash &word)
{
    const std::lock_guard guard(m_mutex);
    m_word = word;
}

std::optional<PasswordHash> SignedIn::pin() const
{
    const std::lock_guard guard(m_mutex);
    return m_pin;
}

void SignedIn::setPin(const PasswordHash &pin)
{
    const std::lock_guard guard(m_mutex);
    m_pin = pin;
    m_wrongPins = 0;
}

void SignedIn::forgetPin()
{
    const std::lock_guard guard(m_mutex);
    m_pin.reset();
}

void SignedIn::countPin(bool isRight)
{
    const std::lock_guard guard(m_mutex);
    m_wrongPins = isRight ? 0 : m_wrongPins + 1;
    if (m_wrongPins >= pinTries)
        m_pin.reset();
}

} // namespace hall

#pragma once

#include "domain/error.h"

#include <QtGlobal>

#include <type_traits>
#include <utility>
#include <variant>

namespace hall {

/// A value or an Error. There is no exception behind it: asking for the wrong half is a bug.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_value(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_value(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_value.index() == 0; }

    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_value);
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(ok());
        return *std::get_if<0>(&m_value);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(ok());
        return std::move(*std::get_if<0>(&m_value));
    }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!ok());
        return *std::get_if<1>(&m_value);
    }

    [[nodiscard]] T valueOr(T other) const { return ok() ? value() : std::move(other); }

    /// Goes on with `next(value)` when there is a value; `next` returns a Result itself.
    template <class F>
    [[nodiscard]] auto andThen(F next) const -> std::invoke_result_t<F, const T &>
    {
        if (!ok())
            return error();
        return next(value());
    }

private:
    std::variant<T, Error> m_value;
};

/// The value of a call that only succeeds or fails.
struct Done
{
    friend bool operator==(const Done &, const Done &) = default;
};

} // namespace hall

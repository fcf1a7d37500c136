#pragma once

#include "domain/result.h"

#include <QString>

#include <compare>

namespace hall {

/// An amount in fen (1/100 yuan). Integers only; there is no way from or to a double.
class Money
{
public:
    constexpr Money() = default;
    constexpr explicit Money(qint64 fen)
        : m_fen(fen)
    {
    }

    /// "80", "80.5", "80.50", "1,234.00", full-width figures, an optional ¥ or 元. MoneyFormat otherwise,
    /// also for more than two decimals, a sign, or more than 12 whole digits.
    [[nodiscard]] static Result<Money> fromYuan(const QString &text);

    [[nodiscard]] constexpr qint64 fen() const { return m_fen; }
    [[nodiscard]] constexpr bool isZero() const { return m_fen == 0; }

    /// "1,234.50": two decimals, no symbol.
    [[nodiscard]] QString text() const;
    /// Capitals (大写金额) as on receipts: 壹仟贰佰叁拾肆元伍角整. Rules of the bank-note regulation:
    /// 零 once for a run of zeros, 整 after yuan or jiao, none after fen.
    [[nodiscard]] QString capitals() const;

    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_fen + b.m_fen); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_fen - b.m_fen); }
    constexpr Money &operator+=(Money b)
    {
        m_fen += b.m_fen;
        return *this;
    }
    friend constexpr bool operator==(Money, Money) = default;
    friend constexpr std::strong_ordering operator<=>(Money, Money) = default;

private:
    qint64 m_fen = 0;
};

} // namespace hall

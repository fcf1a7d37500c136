#pragma once

#include "domain/numbercheck.h"
#include "domain/result.h"

#include <QDate>
#include <QList>
#include <QString>

namespace hall {

/// Citizen number of 18 characters, GB 11643: region 6, birth 8, order 3 (odd = male), check mod
/// 11-2.
class CitizenId
{
public:
    /// Checked in this order: NumberLength, NumberCharacters, NumberDate (no such day, in the
    /// future, before 1850), NumberCheckDigit, then the region: NumberPrefix (detail = code of the
    /// certificate whose numbers begin so), NumberRegionUnknown (may be overridden).
    [[nodiscard]] static Result<Checked<CitizenId>> parse(const QString &text,
                                                          const NumberContext &context);
    /// A number of 15 digits (19yy, no check digit) as 18: for old files only; not taken at the
    /// counter since 2013.
    [[nodiscard]] static Result<Checked<CitizenId>> upgrade(const QString &text15,
                                                            const NumberContext &context);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString region() const { return m_text.first(6); }
    [[nodiscard]] QDate birth() const;
    [[nodiscard]] Sex sex() const;
    [[nodiscard]] QString masked() const; ///< 441900********9997
    friend bool operator==(const CitizenId &, const CitizenId &) = default;

private:
    explicit CitizenId(QString text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] static Result<Checked<CitizenId>> inRegion(const QString &text,
                                                             const NumberContext &context);
    QString m_text;
};

/// Residence permit of a Hong Kong (810000), Macao (820000) or Taiwan (830000) resident; the form
/// of a citizen number.
class ResidencePermit
{
public:
    enum class Holder { HongKong, Macao, Taiwan };

    /// NumberLength, NumberCharacters, NumberPrefix (none of `holders`), NumberDate,
    /// NumberCheckDigit.
    [[nodiscard]] static Result<ResidencePermit> parse(const QString &text, const QDate &today,
                                                       const QList<Holder> &holders);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] Holder holder() const;
    [[nodiscard]] QDate birth() const;
    [[nodiscard]] Sex sex() const;
    [[nodiscard]] QString masked() const;
    friend bool operator==(const ResidencePermit &, const ResidencePermit &) = default;

private:
    explicit ResidencePermit(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

/// Foreign permanent resident: the card of 2023 (18: 9, province 2, nationality 3 in figures,
/// birth, order, check) or that of 2004/2017 (3 letters and 12 digits, the middle six of them
/// yymmdd).
class ForeignResidentId
{
public:
    /// 18: NumberLength, NumberCharacters, NumberPrefix, NumberDate, NumberCheckDigit,
    /// NumberRegionUnknown (province of issue; may be overridden).
    [[nodiscard]] static Result<Checked<ForeignResidentId>> parse(const QString &text,
                                                                  const NumberContext &context);
    /// 15: NumberLength, NumberCharacters; a birth that is no date is a warning.
    [[nodiscard]] static Result<Checked<ForeignResidentId>> parseOld(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Invalid for an old card: its year has two figures.
    [[nodiscard]] QDate birth() const;
    [[nodiscard]] Sex sex() const; ///< Unknown for an old card
    [[nodiscard]] QString masked() const;
    friend bool operator==(const ForeignResidentId &, const ForeignResidentId &) = default;

private:
    explicit ForeignResidentId(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

} // namespace hall

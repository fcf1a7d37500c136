#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace hall {

/// One county-level code of GB/T 2260 (six digits), current or of an earlier time.
struct Region
{
    QString code = {};
    QString name = {};
    bool isCurrent = true;
};

/// The six-digit codes that citizen numbers and credit codes carry. Built from bytes of the form
/// "code,name,status" with status "current" or "former_or_special"; the caller reads the file.
class RegionTable
{
public:
    RegionTable() = default;
    /// RowRejected (detail = line number) for a code that is not six digits or an unknown status.
    [[nodiscard]] static Result<RegionTable> fromCsv(const QByteArray &bytes);

    [[nodiscard]] qsizetype size() const { return m_regions.size(); }
    [[nodiscard]] bool contains(const QString &code) const { return m_regions.contains(code); }
    [[nodiscard]] std::optional<Region> find(const QString &code) const;
    /// Whether the first two digits are a province, municipality or region of the table.
    [[nodiscard]] bool hasProvince(const QString &twoDigits) const;

    /// "广东省东莞市" for a six-digit code; empty where not even the province is known. Trap: in
    /// the table of 2025 the name of a *current* mainland county is that of one of its towns, so
    /// such a place is named by province and city only. Former codes carry their own names.
    [[nodiscard]] QString placeName(const QString &code) const;

private:
    [[nodiscard]] QString nameOf(const QString &code) const;
    [[nodiscard]] QString cityName(const QString &code) const;

    QHash<QString, Region> m_regions;
};

/// A place of 12 digits (province 2, city 2, county 2, town 3, village 3; GB/T 10114). Dongguan has
/// no county level: 441900113000 is Dalang.
class RegionCode
{
public:
    /// NumberLength, NumberCharacters, NumberRegionUnknown (its first six digits).
    [[nodiscard]] static Result<RegionCode> parse(const QString &text, const RegionTable &table);
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    explicit RegionCode(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

/// Six digits.
class Postcode
{
public:
    /// NumberLength, NumberCharacters.
    [[nodiscard]] static Result<Postcode> parse(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    explicit Postcode(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

} // namespace hall

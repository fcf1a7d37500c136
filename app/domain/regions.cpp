#include "domain/regions.h"

#include "domain/csv.h"
#include "domain/numbertext.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int regionDigits = 6;
constexpr int placeDigits = 12;

Result<QString> digitsOf(const QString &text, int length)
{
    QString digits = foldNumber(text);
    if (digits.size() != length)
        return Error{ErrorKind::NumberLength};
    if (!isAsciiDigits(digits))
        return Error{ErrorKind::NumberCharacters};
    return digits;
}

/// Rows that stand for a level and not for a place: 市辖区, 县, 省直辖县级行政区划.
bool isCollective(const QString &name)
{
    return name == u"市辖区"_s || name == u"县"_s || name.contains(u"直辖"_s);
}

} // namespace

Result<RegionTable> RegionTable::fromCsv(const QByteArray &bytes)
{
    RegionTable table;
    const auto rows = parseCsv(bytes);
    for (qsizetype line = 1; line < rows.size(); ++line) {
        const QStringList &row = rows.at(line);
        const Error rejected{ErrorKind::RowRejected, QString::number(line + 1)};
        if (row.size() != 3 || row.at(0).size() != regionDigits || !isAsciiDigits(row.at(0)))
            return rejected;
        if (row.at(2) != "current"_L1 && row.at(2) != "former_or_special"_L1)
            return rejected;
        table.m_regions.insert(
            row.at(0),
            Region{.code = row.at(0), .name = row.at(1), .isCurrent = row.at(2) == "current"_L1});
    }
    return table;
}

std::optional<Region> RegionTable::find(const QString &code) const
{
    const auto found = m_regions.constFind(code);
    if (found == m_regions.constEnd())
        return std::nullopt;
    return *found;
}

bool RegionTable::hasProvince(const QString &twoDigits) const
{
    return m_regions.contains(twoDigits + "0000"_L1);
}

QString RegionTable::nameOf(const QString &code) const
{
    return m_regions.value(code).name;
}

QString RegionTable::cityName(const QString &code) const
{
    const QString city = code.first(4) + "00"_L1;
    const QString name = city.endsWith("0000"_L1) ? QString() : nameOf(city);
    return isCollective(name) ? QString() : name;
}

QString RegionTable::placeName(const QString &code) const
{
    if (code.size() != regionDigits)
        return {};
    QString province = nameOf(code.first(2) + "0000"_L1);
    if (code.endsWith("0000"_L1))
        return province;
    if (code.endsWith("00"_L1))
        return province + cityName(code);
    const auto county = find(code);
    const bool isMainland = code < "700000"_L1;
    const bool isNameOfTown = isMainland && county && county->isCurrent;
    if (!county || isNameOfTown || isCollective(county->name))
        return province + cityName(code);
    // Some former names already begin with province and city.
    if (!province.isEmpty() && county->name.startsWith(province))
        return county->name;
    return province + cityName(code) + county->name;
}

Result<RegionCode> RegionCode::parse(const QString &text, const RegionTable &table)
{
    const auto digits = digitsOf(text, placeDigits);
    if (!digits.ok())
        return digits.error();
    if (!table.contains(digits.value().first(regionDigits)))
        return Error{ErrorKind::NumberRegionUnknown};
    return RegionCode(digits.value());
}

Result<Postcode> Postcode::parse(const QString &text)
{
    const auto digits = digitsOf(text, regionDigits);
    if (!digits.ok())
        return digits.error();
    return Postcode(digits.value());
}

} // namespace hall

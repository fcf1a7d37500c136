#include "domain/csvtable.h"

#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

CsvCells::CsvCells(const CsvFile &file, const CsvRow &row, const QString &name,
                   QList<RejectedRow> &rejected)
    : m_file(file)
    , m_row(row)
    , m_name(name)
    , m_rejected(rejected)
{
}

bool CsvCells::has(QLatin1StringView column) const
{
    return m_file.header.contains(column);
}

QString CsvCells::text(QLatin1StringView column) const
{
    return m_row.fields.value(m_file.header.indexOf(column)).trimmed();
}

QString CsvCells::needed(QLatin1StringView column, int longest)
{
    const QString value = text(column);
    if (value.isEmpty())
        reject(column, RowFault::Empty);
    else if (value.size() > longest)
        reject(column, RowFault::TooLong, QString::number(longest));
    return value;
}

int CsvCells::number(QLatin1StringView column)
{
    bool isNumber = false;
    const int value = text(column).toInt(&isNumber);
    if (!isNumber || value < 0)
        reject(column, RowFault::NotANumber, text(column));
    return value;
}

bool CsvCells::flag(QLatin1StringView column)
{
    return choice(column, {u"N"_s, u"Y"_s, u"0"_s, u"1"_s}) % 2 == 1;
}

QDate CsvCells::date(QLatin1StringView column)
{
    const QString value = text(column);
    if (value.isEmpty())
        return {};
    const QDate date = QDate::fromString(value, Qt::ISODate);
    if (!date.isValid())
        reject(column, RowFault::NotADate, value);
    return date;
}

std::optional<qint64> CsvCells::micro(QLatin1StringView column)
{
    const QString value = text(column);
    if (value.isEmpty())
        return std::nullopt;
    const std::optional<qint64> amount = microFromText(value);
    if (!amount)
        reject(column, RowFault::NotAnAmount, value);
    return amount;
}

QStringList CsvCells::list(QLatin1StringView column) const
{
    QStringList values;
    for (const QString &value : text(column).replace(u'；', u';').split(u';', Qt::SkipEmptyParts))
        values.append(value.trimmed());
    return values;
}

int CsvCells::choice(QLatin1StringView column, const QStringList &words)
{
    const QString value = text(column);
    const auto position = static_cast<int>(words.indexOf(value));
    if (position < 0)
        reject(column, value.isEmpty() ? RowFault::Empty : RowFault::UnknownValue, value);
    return position;
}

void CsvCells::reject(QLatin1StringView column, RowFault fault, const QString &detail)
{
    m_isGood = false;
    m_rejected.append(
        {.file = m_name, .line = m_row.line, .column = column, .fault = fault, .detail = detail});
}

std::optional<qint64> microFromText(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,9})(?:\\.(\\d{1,6}))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * 1'000'000
        + match.captured(2).leftJustified(6, u'0').toLongLong();
}

QString microText(qint64 micro)
{
    QString fraction = QString::number(micro % 1'000'000).rightJustified(6, u'0');
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString whole = QString::number(micro / 1'000'000);
    return fraction.isEmpty() ? whole : whole + u'.' + fraction;
}

} // namespace hall

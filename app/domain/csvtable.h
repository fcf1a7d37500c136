#pragma once

#include "domain/csv.h"

#include <QDate>
#include <QHash>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <optional>

namespace hall {

/// Reads named columns of one imported row; every fault is noted with its line and column, and the
/// first one makes the row bad.
class CsvCells
{
public:
    CsvCells(const CsvFile &file, const CsvRow &row, const QString &name,
             QList<RejectedRow> &rejected);

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool has(QLatin1StringView column) const;
    /// Trimmed; a column that the file lacks reads as empty.
    [[nodiscard]] QString text(QLatin1StringView column) const;
    /// Not empty, at most `longest` characters.
    [[nodiscard]] QString needed(QLatin1StringView column, int longest = 200);
    [[nodiscard]] int number(QLatin1StringView column);
    /// Y/N, 1/0.
    [[nodiscard]] bool flag(QLatin1StringView column);
    /// Empty = no date.
    [[nodiscard]] QDate date(QLatin1StringView column);
    /// A decimal of at most six places in millionths; empty = none.
    [[nodiscard]] std::optional<qint64> micro(QLatin1StringView column);
    /// Separated by semicolons (the sign of the catalogue files), ASCII or full-width.
    [[nodiscard]] QStringList list(QLatin1StringView column) const;
    /// Position of the value in `words`; -1 and a fault when it is none of them.
    [[nodiscard]] int choice(QLatin1StringView column, const QStringList &words);

    void reject(QLatin1StringView column, RowFault fault, const QString &detail = {});

private:
    const CsvFile &m_file;
    const CsvRow &m_row;
    QString m_name;
    QList<RejectedRow> &m_rejected;
    bool m_isGood = true;
};

/// A decimal of at most six places, exact, in millionths: "0.0008" is 800.
[[nodiscard]] std::optional<qint64> microFromText(const QString &text);
/// The shortest text of such an amount: 800 is "0.0008", 80'000'000 is "80".
[[nodiscard]] QString microText(qint64 micro);

} // namespace hall

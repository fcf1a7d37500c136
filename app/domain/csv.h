#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// The rows of a CSV text (RFC 4180: quotes, doubled quotes, line ends inside quotes; UTF-8 with or
/// without a byte order mark; \n or \r\n). Empty lines are left out; fields are not trimmed. Faults
/// of form are read over: for files of our own. Files from people go through readCsv().
[[nodiscard]] QList<QStringList> parseCsv(const QByteArray &bytes);

/// Why a row of an imported file was not taken.
enum class RowFault {
    NotUtf8,   ///< the whole file; other encodings (GB18030) need ICU, which Qt is built without
    QuoteOpen, ///< a quote is not closed before the end of the file
    TextAfterQuote, ///< text between a closing quote and the next comma
    FieldCount,     ///< more or fewer fields than the header; detail = "found/expected"
    ColumnMissing,  ///< the header lacks a column that is needed
    Empty,          ///< a value is needed here
    TooLong,        ///< detail = the longest length allowed
    NotANumber,
    NotADate,     ///< not yyyy-mm-dd
    NotAnAmount,  ///< not a decimal of at most six places
    UnknownValue, ///< not one of the words allowed; detail = the value
    UnknownCode,  ///< refers to something that is neither in the files nor in the hall
    Twice         ///< the same code twice in the file
};

/// A row that was not taken. Lines count from 1 and are those of the file as an editor shows it.
struct RejectedRow
{
    QString file = {};
    int line = 0;
    QString column = {}; ///< name of the column; empty = the row as a whole
    RowFault fault = RowFault::Empty;
    QString detail = {};
    friend bool operator==(const RejectedRow &, const RejectedRow &) = default;
};

struct CsvRow
{
    int line = 0;
    QStringList fields = {};
};

/// A CSV file with a header line.
struct CsvFile
{
    QStringList header = {};
    QList<CsvRow> rows = {};
    QList<RejectedRow> rejected = {};
};

/// Strict reading: every fault of form is a rejected row with its line. A field count that differs
/// from the header's rejects that row only; an encoding or a quote that does not fit ends the file.
[[nodiscard]] CsvFile readCsv(const QString &name, const QByteArray &bytes);

} // namespace hall

#include "domain/csv.h"

#include <QStringDecoder>

#include <optional>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Character by character; lines are counted so that a fault can be found in an editor.
class CsvReader
{
public:
    void put(QChar c)
    {
        if (c == u'\n')
            ++m_line;
        if (m_isQuoted)
            putQuoted(c);
        else
            putPlain(c);
    }

    void finish()
    {
        if (m_isQuoted)
            m_faults.append({.line = m_quoteLine, .fault = RowFault::QuoteOpen});
        else
            endRow();
    }

    [[nodiscard]] const QList<CsvRow> &rows() const { return m_rows; }
    [[nodiscard]] const QList<RejectedRow> &faults() const { return m_faults; }

private:
    void putQuoted(QChar c)
    {
        if (c == u'"') {
            m_isQuoted = false;
            m_isAfterQuote = true;
        } else {
            m_field += c;
        }
    }

    void putPlain(QChar c)
    {
        if (c == u'"' && m_isAfterQuote) {
            m_field += u'"';
            m_isQuoted = true;
        } else if (c == u'"' && m_field.isEmpty()) {
            m_isQuoted = true;
            m_quoteLine = m_line;
        } else if (c == u',') {
            endField();
        } else if (c == u'\n') {
            endRow();
            m_rowLine = m_line;
        } else if (c != u'\r') {
            // RFC 4180 knows no text beside a quoted part; a quote inside plain text is text.
            m_isBroken |= m_isAfterQuote;
            m_field += c;
            return;
        }
        m_isAfterQuote = false;
    }

    void endField()
    {
        m_row += m_field;
        m_field.clear();
    }

    void endRow()
    {
        endField();
        if (m_isBroken)
            m_faults.append({.line = m_rowLine, .fault = RowFault::TextAfterQuote});
        else if (m_row != QStringList(QString()))
            m_rows.append({.line = m_rowLine, .fields = m_row});
        m_row.clear();
        m_isBroken = false;
    }

    QList<CsvRow> m_rows;
    QList<RejectedRow> m_faults;
    QStringList m_row;
    QString m_field;
    int m_line = 1;
    int m_rowLine = 1;
    int m_quoteLine = 1;
    bool m_isQuoted = false;
    bool m_isAfterQuote = false;
    bool m_isBroken = false;
};

CsvReader readAll(QString text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    CsvReader reader;
    for (const QChar c : text)
        reader.put(c);
    reader.finish();
    return reader;
}

/// The line of the first byte that is not UTF-8.
std::optional<int> firstForeignLine(const QByteArray &bytes)
{
    if (bytes.isValidUtf8())
        return std::nullopt;
    int line = 1;
    for (const QByteArray &text : bytes.split('\n')) {
        if (!text.isValidUtf8())
            return line;
        ++line;
    }
    return 1;
}

} // namespace

QList<QStringList> parseCsv(const QByteArray &bytes)
{
    QList<QStringList> rows;
    // Named: in C++20 a range-for does not keep the reader of `readAll(…).rows()` alive.
    const CsvReader reader = readAll(QString::fromUtf8(bytes));
    for (const CsvRow &row : reader.rows())
        rows.append(row.fields);
    return rows;
}

CsvFile readCsv(const QString &name, const QByteArray &bytes)
{
    CsvFile file;
    if (const std::optional<int> line = firstForeignLine(bytes)) {
        file.rejected.append({.file = name, .line = *line, .fault = RowFault::NotUtf8});
        return file;
    }
    const CsvReader reader = readAll(QString::fromUtf8(bytes));
    for (RejectedRow fault : reader.faults()) {
        fault.file = name;
        file.rejected.append(fault);
    }
    for (const CsvRow &row : reader.rows()) {
        if (file.header.isEmpty()) {
            file.header = row.fields;
        } else if (row.fields.size() != file.header.size()) {
            file.rejected.append(
                {.file = name,
                 .line = row.line,
                 .fault = RowFault::FieldCount,
                 .detail = u"%1/%2"_s.arg(row.fields.size()).arg(file.header.size())});
        } else {
            file.rows.append(row);
        }
    }
    return file;
}

} // namespace hall

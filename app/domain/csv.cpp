#include "domain/csv.h"

#include <QString>

namespace hall {

namespace {

class CsvReader
{
public:
    void put(QChar c)
    {
        if (m_isQuoted)
            putQuoted(c);
        else
            putPlain(c);
    }

    QList<QStringList> finish()
    {
        endRow();
        return std::move(m_rows);
    }

private:
    void putQuoted(QChar c)
    {
        if (c == u'"')
            m_isQuoted = false;
        else
            m_field += c;
        m_isAfterQuote = !m_isQuoted;
    }

    void putPlain(QChar c)
    {
        if (c == u'"') {
            if (m_isAfterQuote)
                m_field += u'"';
            m_isQuoted = true;
        } else if (c == u',') {
            endField();
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            m_field += c;
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
        if (m_row != QStringList(QString()))
            m_rows += m_row;
        m_row.clear();
    }

    QList<QStringList> m_rows;
    QStringList m_row;
    QString m_field;
    bool m_isQuoted = false;
    bool m_isAfterQuote = false;
};

} // namespace

QList<QStringList> parseCsv(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    CsvReader reader;
    for (const QChar c : text)
        reader.put(c);
    return reader.finish();
}

} // namespace hall

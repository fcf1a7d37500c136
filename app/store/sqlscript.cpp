#include "store/sqlscript.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// Walks over a script once; `take` answers one statement after the other.
class Splitter
{
public:
    explicit Splitter(const QString &script)
        : m_script(script)
    {
    }

    QStringList all()
    {
        while (m_at < m_script.size())
            step();
        finish();
        return m_statements;
    }

private:
    void step()
    {
        const QChar c = m_script.at(m_at);
        if (c == u'\'' || c == u'"' || c == u'`')
            quoted(c);
        else if (c == u'[')
            quoted(u']');
        else if (startsWith("--"_L1))
            skipTo("\n"_L1);
        else if (startsWith("/*"_L1))
            skipTo("*/"_L1);
        else if (c == u';' && m_depth == 0)
            finish();
        else if (c.isLetter() || c == u'_')
            word();
        else
            keep(1);
    }

    bool startsWith(QLatin1StringView text) const
    {
        return QStringView(m_script).mid(m_at).startsWith(text);
    }

    void keep(qsizetype count)
    {
        m_statement += QStringView(m_script).mid(m_at, count);
        m_at += count;
    }

    // A doubled quote closes and opens again at once, which gives the same text.
    void quoted(QChar end)
    {
        const qsizetype close = m_script.indexOf(end, m_at + 1);
        keep((close < 0 ? m_script.size() : close + 1) - m_at);
    }

    void skipTo(QLatin1StringView end)
    {
        const qsizetype close = m_script.indexOf(end, m_at);
        m_at = close < 0 ? m_script.size() : close + end.size();
        m_statement += u' ';
    }

    void word()
    {
        qsizetype end = m_at;
        while (end < m_script.size()
               && (m_script.at(end).isLetterOrNumber() || m_script.at(end) == u'_'))
            ++end;
        const QString text = m_script.mid(m_at, end - m_at).toLower();
        keep(end - m_at);
        ++m_words;
        if (m_words == 1)
            m_isCreate = text == "create"_L1;
        else if (m_words <= 3 && m_isCreate && text == "trigger"_L1)
            m_isTrigger = true;
        if (!m_isTrigger)
            return;
        if (text == "begin"_L1 || text == "case"_L1)
            ++m_depth;
        else if (text == "end"_L1)
            --m_depth;
    }

    void finish()
    {
        const QString statement = m_statement.trimmed();
        if (!statement.isEmpty())
            m_statements.append(statement);
        m_statement.clear();
        ++m_at;
        m_words = 0;
        m_depth = 0;
        m_isCreate = false;
        m_isTrigger = false;
    }

    const QString &m_script;
    qsizetype m_at = 0;
    QString m_statement;
    QStringList m_statements;
    int m_words = 0;
    int m_depth = 0;
    bool m_isCreate = false;
    bool m_isTrigger = false;
};

} // namespace

QStringList sqlStatements(const QString &script)
{
    return Splitter(script).all();
}

} // namespace hall

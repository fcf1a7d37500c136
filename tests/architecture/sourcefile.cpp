#include "sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hall::architecture {
namespace {

/// Walks through C++ text once and blanks what a view does not want to see.
class Blanker
{
public:
    explicit Blanker(const QString &text)
        : m_text(text)
        , m_code(text)
        , m_bare(text)
    {
    }

    void run()
    {
        while (m_at < m_text.size()) {
            if (starts(u"//"))
                blank(endOf(u"\n"), true);
            else if (starts(u"/*"))
                blank(endOf(u"*/") + 2, true);
            else if (starts(u"R\"") && !isWordAt(m_at - 1))
                rawString();
            else if (m_text[m_at] == u'"')
                quoted(u'"');
            else if (m_text[m_at] == u'\'' && !isWordAt(m_at - 1)) // not the 1'000 of a number
                quoted(u'\'');
            else
                ++m_at;
        }
    }

    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const QString &bare() const { return m_bare; }

private:
    [[nodiscard]] bool starts(QStringView mark) const
    {
        return QStringView(m_text).mid(m_at).startsWith(mark);
    }
    [[nodiscard]] bool isWordAt(qsizetype at) const
    {
        return at >= 0 && (m_text[at].isLetterOrNumber() || m_text[at] == u'_')
            && !(m_text[at] == u'u' || m_text[at] == u'L' || m_text[at] == u'U');
    }
    [[nodiscard]] qsizetype endOf(QStringView mark) const
    {
        const qsizetype found = m_text.indexOf(mark, m_at + 2);
        return found < 0 ? m_text.size() : found;
    }
    void blank(qsizetype end, bool codeToo)
    {
        for (; m_at < qMin(end, m_text.size()); ++m_at) {
            if (m_text[m_at] == u'\n')
                continue;
            m_bare[m_at] = u' ';
            if (codeToo)
                m_code[m_at] = u' ';
        }
    }
    void quoted(QChar mark)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != mark && m_text[end] != u'\n')
            end += m_text[end] == u'\\' ? 2 : 1;
        ++m_at;
        blank(end, false);
        ++m_at;
    }
    void rawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString close = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        const qsizetype end = m_text.indexOf(close, open);
        m_at = open + 1;
        blank(end < 0 ? m_text.size() : end, false);
        m_at += close.size();
    }

    const QString m_text;
    QString m_code;
    QString m_bare;
    qsizetype m_at = 0;
};

bool isText(const QString &path)
{
    static const QSet<QString> endings
        = {u"cpp"_s, u"h"_s,   u"cmake"_s, u"txt"_s, u"json"_s, u"md"_s,  u"sql"_s, u"ui"_s,
           u"qrc"_s, u"svg"_s, u"py"_s,    u"sh"_s,  u"html"_s, u"css"_s, u"ts"_s};
    const QString name = path.section(u'/', -1);
    return name == "run"_L1 || path.startsWith("tools/"_L1)
        || endings.contains(name.section(u'.', -1));
}

bool isOurs(const QString &path)
{
    static const QStringList notOurs = {u"build/"_s, u"out/"_s, u".git/"_s, u".cache/"_s};
    for (const QString &folder : notOurs) {
        if (path.startsWith(folder))
            return false;
    }
    return path.startsWith(".ci/"_L1) || !path.startsWith(u'.');
}

} // namespace

SourceFile SourceFile::of(const QString &path, const QString &text)
{
    SourceFile file{.path = path, .text = text, .code = text, .bare = text};
    if (file.isCpp()) {
        Blanker blanker(text);
        blanker.run();
        file.code = blanker.code();
        file.bare = blanker.bare();
    }
    return file;
}

bool SourceFile::isBelow(const QString &folder) const
{
    return path.startsWith(folder + u'/');
}

bool SourceFile::isCpp() const
{
    return path.endsWith(u".cpp") || path.endsWith(u".h");
}

int SourceFile::lineAt(qsizetype offset) const
{
    return int(QStringView(text).left(offset).count(u'\n')) + 1;
}

int SourceFile::lines() const
{
    return int(text.count(u'\n')) + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

QString Breach::text() const
{
    return u"[%1] %2:%3: %4"_s.arg(rule, path).arg(line).arg(what);
}

QList<SourceFile> readProject(const QString &root)
{
    QList<SourceFile> files;
    const QDir base(root);
    QDirIterator walk(root, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString name = walk.next();
        const QString path = base.relativeFilePath(name);
        QFile file(name);
        if (isOurs(path) && isText(path) && file.open(QIODevice::ReadOnly))
            files.append(SourceFile::of(path, QString::fromUtf8(file.readAll())));
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

QList<Exception> readExceptions(const QString &fileName)
{
    QList<Exception> exceptions;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return exceptions;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(u'\t');
        if (!line.startsWith(u'#'))
            exceptions.append({fields.value(0), fields.value(1), fields.value(2)});
    }
    return exceptions;
}

} // namespace hall::architecture

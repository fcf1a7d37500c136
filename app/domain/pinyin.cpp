#include "domain/pinyin.h"

#include "domain/numbertext.h"

#include <QDataStream>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostStrings = 16;
constexpr int longestSurname = 2;

/// Reads the table; a table cut short leaves the stream in an error state.
class TableReader
{
public:
    explicit TableReader(const QByteArray &bytes)
        : m_stream(bytes)
    {
    }

    [[nodiscard]] bool isGood() const { return m_stream.status() == QDataStream::Ok; }
    [[nodiscard]] bool isAtEnd() const { return isGood() && m_stream.atEnd(); }

    quint32 number()
    {
        quint32 value = 0;
        m_stream >> value;
        return value;
    }

    quint8 byte()
    {
        quint8 value = 0;
        m_stream >> value;
        return value;
    }

    QByteArray bytes(quint32 count)
    {
        QByteArray data(qsizetype(qMin(count, 0x20000u)), '\0');
        if (m_stream.readRawData(data.data(), int(data.size())) != data.size())
            m_stream.setStatus(QDataStream::ReadPastEnd);
        return data;
    }

private:
    QDataStream m_stream;
};

} // namespace

Result<PinyinInitials> PinyinInitials::fromBytes(const QByteArray &bytes)
{
    TableReader reader(bytes);
    PinyinInitials table;
    const Error damaged{ErrorKind::ReferenceMissing, u"pinyin"_s};
    if (reader.bytes(4) != "HPY1")
        return damaged;
    for (quint32 left = reader.number(); left > 0 && reader.isGood(); --left) {
        const char32_t first = reader.number();
        table.m_ranges += Range{.first = first, .letters = reader.bytes(reader.number())};
    }
    for (quint32 left = reader.number(); left > 0 && reader.isGood(); --left) {
        const char32_t character = reader.number();
        table.m_polyphones.insert(character, QString::fromLatin1(reader.bytes(reader.byte())));
    }
    for (quint32 left = reader.number(); left > 0 && reader.isGood(); --left) {
        const quint8 length = reader.byte();
        QString surname;
        for (int i = 0; i < length; ++i)
            surname += QChar::fromUcs4(reader.number());
        table.m_surnames.insert(surname, QString::fromLatin1(reader.bytes(length)));
    }
    if (!reader.isAtEnd())
        return damaged;
    return table;
}

QString PinyinInitials::lettersOf(char32_t character) const
{
    const bool isLatin
        = (character >= U'a' && character <= U'z') || (character >= U'0' && character <= U'9');
    if (isLatin)
        return QString(QChar(char16_t(character)));
    const auto polyphone = m_polyphones.constFind(character);
    if (polyphone != m_polyphones.constEnd())
        return *polyphone;
    for (const Range &range : m_ranges) {
        if (character < range.first)
            continue;
        const auto at = qsizetype(character - range.first);
        if (at < range.letters.size() && range.letters.at(at) != '\0')
            return QString(QLatin1Char(range.letters.at(at)));
    }
    return {};
}

QStringList PinyinInitials::combined(const QList<char32_t> &characters,
                                     const QString &surnameLetters) const
{
    QStringList strings = {QString()};
    for (qsizetype i = 0; i < characters.size(); ++i) {
        QString letters = lettersOf(characters.at(i));
        if (i < surnameLetters.size())
            letters = surnameLetters.at(i) + letters.remove(surnameLetters.at(i));
        if (letters.isEmpty())
            continue;
        QStringList longer;
        for (const QChar letter : letters) {
            for (const QString &string : strings)
                longer += string + letter;
        }
        strings = longer.first(qMin(longer.size(), mostStrings));
    }
    return strings == QStringList(QString()) ? QStringList() : strings;
}

QStringList PinyinInitials::ofName(const QString &name) const
{
    const auto characters = foldNumber(name).toLower().toUcs4();
    for (int length = longestSurname; length > 0; --length) {
        // A name that is only the two characters of a double surname is one of a single surname.
        if (characters.size() <= length)
            continue;
        QString surname;
        for (int i = 0; i < length; ++i)
            surname += QChar::fromUcs4(characters.at(i));
        const auto found = m_surnames.constFind(surname);
        if (found != m_surnames.constEnd())
            return combined({characters.begin(), characters.end()}, *found);
    }
    return combined({characters.begin(), characters.end()}, {});
}

QStringList PinyinInitials::ofText(const QString &text) const
{
    const auto characters = foldNumber(text).toLower().toUcs4();
    return combined({characters.begin(), characters.end()}, {});
}

} // namespace hall

#include "store/searchtext.h"

#include "domain/numbertext.h"
#include "domain/pinyin.h"
#include "resources/pinyin/pinyindata.h"

#include <QSet>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

// A code point has 21 bits; two and a class of four bits make 46.
constexpr int pointBits = 21;
constexpr int classShift = 2 * pointBits;
constexpr qint64 nameClass = 0;
constexpr qint64 addressClass = qint64(1) << classShift;
constexpr qint64 initialClass = qint64(2) << classShift;
constexpr int letterBits = 5;

qint64 pairOf(char32_t first, char32_t second)
{
    return (qint64(first) << pointBits) | qint64(second);
}

QList<qint64> sortedOnce(QList<qint64> grams)
{
    std::ranges::sort(grams);
    const auto rest = std::ranges::unique(grams);
    grams.erase(rest.begin(), rest.end());
    return grams;
}

QList<qint64> pairsOf(const QString &form, qint64 kind)
{
    const QList<uint> points = form.toUcs4();
    QList<qint64> grams;
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        grams.append(kind | pairOf(points.at(i), points.at(i + 1)));
    return grams;
}

QList<qint64> singlesOf(const QString &form)
{
    QList<qint64> grams;
    for (const uint point : form.toUcs4())
        grams.append(nameClass | qint64(point));
    return grams;
}

} // namespace

QString searchForm(const QString &text)
{
    QString form = foldNumber(text);
    for (QChar &c : form) {
        if (c == u'•' || c == u'・' || c == u'‧' || c == u'∙')
            c = u'·';
    }
    return form;
}

QList<qint64> nameGrams(const QString &form)
{
    return sortedOnce(singlesOf(form) + pairsOf(form, nameClass));
}

QList<qint64> addressGrams(const QString &form)
{
    return sortedOnce(pairsOf(form, addressClass));
}

QList<qint64> initialGrams(const QStringList &readings)
{
    QList<qint64> grams;
    for (const QString &reading : readings) {
        for (qsizetype n = 1; n <= std::min<qsizetype>(reading.size(), longestInitials); ++n)
            grams.append(initialQuery(reading.first(n)));
    }
    return sortedOnce(grams);
}

QList<qint64> nameQuery(const QString &form)
{
    const QList<qint64> pairs = pairsOf(form, nameClass);
    return sortedOnce(pairs.isEmpty() ? singlesOf(form) : pairs);
}

QList<qint64> addressQuery(const QString &form)
{
    return addressGrams(form);
}

qint64 initialQuery(const QString &letters)
{
    qint64 packed = 0;
    for (const QChar c : letters.first(std::min<qsizetype>(letters.size(), longestInitials)))
        packed = (packed << letterBits) | qint64((c.toUpper().unicode() - u'A' + 1) & 31);
    return initialClass | packed;
}

QStringList initialsOf(const QString &name)
{
    // Read once; without the table names are found by their characters only.
    static const PinyinInitials table
        = PinyinInitials::fromBytes(pinyinReadings()).valueOr(PinyinInitials());
    constexpr qsizetype longestPersonName = 4;
    const bool isPerson = name.toUcs4().size() <= longestPersonName;
    return isPerson ? table.ofName(name) : table.ofText(name);
}

QList<qint64> gramsOf(const SearchTexts &texts)
{
    QList<qint64> grams = addressGrams(searchForm(texts.address));
    for (const QString &name : texts.names) {
        const QString form = searchForm(name);
        grams += nameGrams(form) + initialGrams(initialsOf(form));
    }
    return sortedOnce(grams);
}

} // namespace hall

#include "domain/casenumber.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int modulus = 36;
constexpr qsizetype payloadLength = 24; // 9 + 8 + 3 + 4
constexpr int dateAt = 9;
constexpr int stationAt = 17;
constexpr int serialAt = 20;

int valueOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'A' && c <= u'Z')
        return c.unicode() - u'A' + 10;
    return -1;
}

QChar characterOf(int value)
{
    return QChar(value < 10 ? u'0' + value : u'A' + value - 10);
}

bool isFigures(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isAlphanumeric(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return valueOf(c) >= 0; });
}

QString withHyphens(const QString &plain)
{
    return plain.left(dateAt) + u'-' + plain.mid(dateAt, 8) + u'-' + plain.mid(stationAt, 3) + u'-'
        + plain.mid(serialAt, 4) + u'-' + plain.mid(payloadLength);
}

} // namespace

QChar checkCharacter37(QStringView payload)
{
    int product = modulus;
    for (const QChar c : payload) {
        const int value = valueOf(c);
        if (value < 0)
            return {};
        int sum = (product + value) % modulus;
        if (sum == 0)
            sum = modulus;
        product = sum * 2 % (modulus + 1);
    }
    return characterOf((modulus + 1 - product) % modulus);
}

Result<CaseNumber> CaseNumber::make(const QString &region, QDate date, const QString &station,
                                    int serial)
{
    if (region.size() != 9 || !isFigures(region))
        return Error{ErrorKind::FieldMissing, u"region"_s};
    if (!date.isValid() || date.year() < 1000 || date.year() > 9999)
        return Error{ErrorKind::FieldMissing, u"date"_s};
    if (station.size() != 3 || !isAlphanumeric(station))
        return Error{ErrorKind::FieldMissing, u"station"_s};
    if (serial < 1 || serial > maxSerial)
        return Error{ErrorKind::FieldMissing, u"serial"_s};
    const QString payload = region + date.toString(u"yyyyMMdd"_s) + station
        + QString::number(serial).rightJustified(4, u'0');
    CaseNumber number;
    number.m_text = withHyphens(payload + checkCharacter37(payload));
    return number;
}

Result<CaseNumber> CaseNumber::fromText(const QString &text)
{
    // NFKC turns full-width letters and figures into plain ones.
    QString plain = text.normalized(QString::NormalizationForm_KC).toUpper();
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == QChar(0x2014); });
    if (plain.size() != payloadLength + 1)
        return Error{ErrorKind::NumberLength, QString::number(plain.size())};
    const bool hasForm = isAlphanumeric(plain) && isFigures(QStringView(plain).left(stationAt))
        && isFigures(QStringView(plain).mid(serialAt, 4));
    if (!hasForm)
        return Error{ErrorKind::NumberCharacters, {}};
    if (plain.at(payloadLength) != checkCharacter37(QStringView(plain).left(payloadLength)))
        return Error{ErrorKind::NumberCheckDigit, {}};
    if (!QDate::fromString(plain.mid(dateAt, 8), u"yyyyMMdd"_s).isValid())
        return Error{ErrorKind::NumberDate, {}};
    CaseNumber number;
    number.m_text = withHyphens(plain);
    return number;
}

QDate CaseNumber::date() const
{
    return QDate::fromString(m_text.mid(10, 8), u"yyyyMMdd"_s);
}

} // namespace hall

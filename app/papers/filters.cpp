#include "papers/filters.h"

#include "domain/clock.h"
#include "domain/money.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <optional>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

struct LocalMoment
{
    QDate date = {};
    QTime time = {};
};

/// Milliseconds since 1970 UTC, ISO text with a zone, or local text without one.
std::optional<LocalMoment> momentOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const QDateTime at = instantOf(value.toInteger());
        return LocalMoment{hallDate(at), hallTime(at)};
    }
    const QString text = value.toString().trimmed();
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (date.isValid())
            return LocalMoment{date, QTime(0, 0)};
        return std::nullopt;
    }
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid())
        return std::nullopt;
    if (at.timeSpec() == Qt::LocalTime)
        return LocalMoment{at.date(), at.time()};
    return LocalMoment{hallDate(at), hallTime(at)};
}

QString momentText(const QJsonValue &value, const QString &filter)
{
    const std::optional<LocalMoment> moment = momentOf(value);
    if (!moment)
        return value.isString() ? value.toString() : QString();
    const QDate &date = moment->date;
    const QString chinese = u"%1年%2月%3日"_s.arg(date.year()).arg(date.month()).arg(date.day());
    if (filter == "date"_L1)
        return chinese;
    if (filter == "datetime"_L1)
        return chinese + u' ' + moment->time.toString(u"HH:mm"_s);
    if (filter == "day"_L1)
        return date.toString(Qt::ISODate);
    if (filter == "time"_L1)
        return moment->time.toString(u"HH:mm"_s);
    return date.toString(Qt::ISODate) + u' ' + moment->time.toString(u"HH:mm"_s);
}

QString plainText(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool whole = std::floor(number) == number && std::abs(number) < 9e15;
        return whole ? QString::number(value.toInteger()) : QString::number(number, 'f', 1);
    }
    if (value.isBool())
        return value.toBool() ? u"是"_s : u"否"_s;
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue each : value.toArray())
            texts.append(plainText(each));
        return texts.join(u"、"_s);
    }
    return value.toString();
}

QJsonValue sumOf(const QJsonValue &list, const QString &field)
{
    qint64 sum = 0;
    bool found = false;
    for (const QJsonValue row : list.toArray()) {
        const QJsonValue value = row.toObject().value(field);
        found = found || value.isDouble();
        sum += value.toInteger();
    }
    return found ? QJsonValue(sum) : QJsonValue();
}

QString boxText(const QJsonValue &value, const QString &wanted)
{
    const bool on = wanted.isEmpty() ? isPresent(value) : value.toString() == wanted;
    return on ? u"■"_s : u"□"_s;
}

bool isMoment(const QString &name)
{
    static const QStringList names{u"date"_s, u"datetime"_s, u"day"_s, u"time"_s, u"minute"_s};
    return names.contains(name);
}

/// One filter; the result goes into the next.
QJsonValue applied(const QJsonValue &value, const QString &filter)
{
    const QString name = filter.section(u':', 0, 0);
    const QString argument = filter.section(u':', 1);
    if (name == "box"_L1)
        return boxText(value, argument);
    if (name == "sum"_L1)
        return sumOf(value, argument);
    if (value.isUndefined() || value.isNull())
        return value;
    if (isMoment(name))
        return momentText(value, name);
    if (name == "money"_L1 && value.isDouble())
        return Money(value.toInteger()).text();
    if (name == "capitals"_L1 && value.isDouble())
        return Money(value.toInteger()).capitals();
    if (name == "count"_L1)
        return value.toArray().size();
    return value;
}

} // namespace

QString noValue()
{
    return u"—"_s;
}

bool isPresent(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double:
        return value.toDouble() != 0.0;
    case QJsonValue::String:
        return !value.toString().trimmed().isEmpty();
    case QJsonValue::Array:
        return !value.toArray().isEmpty();
    case QJsonValue::Object:
        return !value.toObject().isEmpty();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

QString filtered(const QJsonValue &value, const QStringList &filters)
{
    QJsonValue now = value;
    bool isBlankAllowed = false;
    for (const QString &filter : filters) {
        isBlankAllowed = isBlankAllowed || filter == "blank"_L1;
        now = applied(now, filter);
    }
    const QString text = plainText(now);
    return text.trimmed().isEmpty() && !isBlankAllowed ? noValue() : text;
}

bool isFilter(const QString &filter)
{
    const QString name = filter.section(u':', 0, 0);
    static const QStringList others{u"money"_s, u"capitals"_s, u"count"_s, u"sum"_s,
                                    u"box"_s,   u"yesno"_s,    u"blank"_s};
    return isMoment(name) || others.contains(name);
}

} // namespace hall

#include "domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonValue>

#include <cmath>

namespace hall {
namespace {

void writeString(QByteArray &out, const QString &text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += QByteArray(1, c).toHex();
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void writeValue(QByteArray &out, const QJsonValue &value);

void writeObject(QByteArray &out, const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort(Qt::CaseSensitive); // by code unit; does not rely on QJsonObject's own order
    out += '{';
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            out += ',';
        writeString(out, keys.at(i));
        out += ':';
        writeValue(out, object.value(keys.at(i)));
    }
    out += '}';
}

void writeArray(QByteArray &out, const QJsonArray &array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        writeValue(out, array.at(i));
    }
    out += ']';
}

void writeNumber(QByteArray &out, const QJsonValue &value)
{
    constexpr double limit = 9007199254740992.0; // 2^53
    const double number = value.toDouble();
    Q_ASSERT_X(std::trunc(number) == number && std::abs(number) <= limit, "canonicalJson",
               "only integers may stand in an event");
    Q_UNUSED(limit)
    out += QByteArray::number(static_cast<qint64>(number));
}

void writeValue(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        writeNumber(out, value);
        break;
    case QJsonValue::String:
        writeString(out, value.toString());
        break;
    case QJsonValue::Array:
        writeArray(out, value.toArray());
        break;
    case QJsonValue::Object:
        writeObject(out, value.toObject());
        break;
    }
}

} // namespace

void appendCanonical(QByteArray &out, const QString &text)
{
    writeString(out, text);
}

QByteArray canonicalJson(const QJsonObject &object)
{
    QByteArray out;
    out.reserve(512);
    writeObject(out, object);
    return out;
}

} // namespace hall

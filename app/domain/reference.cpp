#include "domain/reference.h"

#include <QJsonArray>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

template <class T> const T *found(const QMap<QString, T> &map, const QString &code)
{
    const auto entry = map.constFind(code);
    return entry == map.constEnd() ? nullptr : &*entry;
}

} // namespace

QJsonObject Department::json() const
{
    return {{u"code"_s, code},           {u"name"_s, name.json()}, {u"status"_s, status},
            {u"organWord"_s, organWord}, {u"phone"_s, phone},      {u"note"_s, note}};
}

Department Department::fromJson(const QJsonObject &object)
{
    return {.code = text(object, "code"_L1),
            .name = LocalText::fromJson(object.value("name"_L1).toObject()),
            .status = text(object, "status"_L1),
            .organWord = text(object, "organWord"_L1),
            .phone = text(object, "phone"_L1),
            .note = text(object, "note"_L1)};
}

QJsonObject Window::json() const
{
    return {{u"code"_s, code},
            {u"name"_s, name.json()},
            {u"depts"_s, QJsonArray::fromStringList(depts)},
            {u"cashier"_s, isCashier}};
}

Window Window::fromJson(const QJsonObject &object)
{
    Window window{.code = text(object, "code"_L1),
                  .name = LocalText::fromJson(object.value("name"_L1).toObject()),
                  .isCashier = object.value("cashier"_L1).toBool()};
    for (const QJsonValue &dept : object.value("depts"_L1).toArray())
        window.depts.append(dept.toString());
    return window;
}

QJsonObject StaffMember::json() const
{
    QJsonArray postCodes;
    for (const Post &post : posts)
        postCodes.append(post.code());
    return {{u"code"_s, code},          {u"name"_s, name},     {u"card"_s, cardNumber},
            {u"phone"_s, phone},        {u"window"_s, window}, {u"posts"_s, postCodes},
            {u"disabled"_s, isDisabled}};
}

StaffMember StaffMember::fromJson(const QJsonObject &object)
{
    StaffMember member{.code = text(object, "code"_L1),
                       .name = text(object, "name"_L1),
                       .cardNumber = text(object, "card"_L1),
                       .phone = text(object, "phone"_L1),
                       .window = text(object, "window"_L1),
                       .isDisabled = object.value("disabled"_L1).toBool()};
    for (const QJsonValue &code : object.value("posts"_L1).toArray()) {
        if (const std::optional<Post> post = Post::fromCode(code.toString()))
            member.posts.append(*post);
    }
    return member;
}

QJsonObject HallInfo::json() const
{
    return {{u"name"_s, name},
            {u"region"_s, region},
            {u"organ"_s, organ},
            {u"organWord"_s, organWord},
            {u"address"_s, address},
            {u"phone"_s, phone},
            {u"supervisionPhone"_s, supervisionPhone},
            {u"payeeAccount"_s, payeeAccount},
            {u"opens"_s, opens.toString(u"HH:mm"_s)},
            {u"closes"_s, closes.toString(u"HH:mm"_s)},
            {u"correctionDays"_s, correctionDays},
            {u"deliveryDays"_s, deliveryDays},
            {u"sample"_s, isSample}};
}

HallInfo HallInfo::fromJson(const QJsonObject &object)
{
    const HallInfo usual;
    const QTime opens = QTime::fromString(text(object, "opens"_L1), u"HH:mm"_s);
    const QTime closes = QTime::fromString(text(object, "closes"_L1), u"HH:mm"_s);
    return {.name = text(object, "name"_L1),
            .region = text(object, "region"_L1),
            .organ = text(object, "organ"_L1),
            .organWord = text(object, "organWord"_L1),
            .address = text(object, "address"_L1),
            .phone = text(object, "phone"_L1),
            .supervisionPhone = text(object, "supervisionPhone"_L1),
            .payeeAccount = text(object, "payeeAccount"_L1),
            .opens = opens.isValid() ? opens : usual.opens,
            .closes = closes.isValid() ? closes : usual.closes,
            .correctionDays = object.value("correctionDays"_L1).toInt(usual.correctionDays),
            .deliveryDays = object.value("deliveryDays"_L1).toInt(usual.deliveryDays),
            .isSample = object.value("sample"_L1).toBool()};
}

QJsonObject LocalDay::json() const
{
    return {{u"date"_s, date.toString(Qt::ISODate)},
            {u"off"_s, isOff},
            {u"reason"_s, reason},
            {u"author"_s, author}};
}

LocalDay LocalDay::fromJson(const QJsonObject &object)
{
    return {.date = QDate::fromString(text(object, "date"_L1), Qt::ISODate),
            .isOff = object.value("off"_L1).toBool(true),
            .reason = text(object, "reason"_L1),
            .author = text(object, "author"_L1)};
}

const Department *Reference::department(const QString &code) const
{
    return found(departments, code);
}

const Window *Reference::window(const QString &code) const
{
    return found(windows, code);
}

const StaffMember *Reference::member(const QString &code) const
{
    return found(staff, code);
}

const ItemDef *Reference::item(const QString &code) const
{
    return found(items, code);
}

LocalText Reference::itemName(const QString &code, const QString &pinned) const
{
    const ItemDef *known = item(code);
    const bool hasEnglish = known && !known->name.en.isEmpty();
    return {.zh = pinned, .en = hasEnglish ? known->name.en : pinned};
}

QString Reference::staffName(const QString &code) const
{
    const StaffMember *person = member(code);
    return person ? person->name : code;
}

QString Reference::departmentName(const QString &code, QLocale::Language language) const
{
    const Department *dept = department(code);
    return dept ? dept->name.in(language) : code;
}

} // namespace hall

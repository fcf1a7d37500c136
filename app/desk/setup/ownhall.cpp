#include "desk/setup/ownhall.h"

#include "desk/setup/shipped.h"
#include "store/credentials.h"

#include <QRegularExpression>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 60;

Result<Done> checkText(const QString &text, const QString &field)
{
    if (text.trimmed().isEmpty())
        return Error{ErrorKind::FieldMissing, field};
    if (text.size() > longestName)
        return Error{ErrorKind::FieldTooLong, field};
    return Done{};
}

Result<Done> checkForm(const QString &text, const QString &form, const QString &field)
{
    if (text.isEmpty())
        return Error{ErrorKind::FieldMissing, field};
    if (!QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text).hasMatch())
        return Error{ErrorKind::NumberCharacters, field};
    return Done{};
}

Result<Done> checkRegion(const QString &region)
{
    if (region.size() != 9)
        return Error{ErrorKind::NumberLength, u"region"_s};
    const auto form = checkForm(region, u"[0-9]{9}"_s, u"region"_s);
    if (!form.ok())
        return form;
    const Result<RegionTable> table = shippedRegions();
    if (!table.ok())
        return table.error();
    if (!table.value().contains(region.left(6)))
        return Error{ErrorKind::NumberRegionUnknown, u"region"_s};
    return Done{};
}

} // namespace

QList<Publication> ownPublications(const OwnHall &hall)
{
    const QString dept = u"ZH"_s;
    const HallInfo info{.name = hall.name,
                        .region = hall.region,
                        .organ = hall.name,
                        .organWord = hall.organWord.isEmpty() ? hall.name : hall.organWord};
    const Department office{.code = dept,
                            .name = {.zh = u"综合窗口"_s, .en = u"General window"_s},
                            .status = u"centre"_s,
                            .organWord = info.organWord};
    const Window window{.code = hall.window,
                        .name
                        = {.zh = hall.windowName.isEmpty() ? office.name.zh : hall.windowName},
                        .depts = {dept}};
    const StaffMember administrator{.code = hall.administrator,
                                    .name = hall.administratorName,
                                    .posts = {Post{.role = Role::Administrator}}};
    return {publicationOf(info), publicationOf(office), publicationOf(window),
            publicationOf(administrator)};
}

Result<Done> SetupDesk::check(const OwnHall &hall)
{
    const QList<Result<Done>> answers{
        checkText(hall.name, u"name"_s), checkRegion(hall.region),
        checkForm(hall.administrator, u"[a-z][a-z0-9]{1,19}"_s, u"administrator"_s),
        checkText(hall.administratorName, u"administratorName"_s),
        checkForm(hall.window, u"[A-Z][0-9A-Z]{2}"_s, u"window"_s)};
    for (const Result<Done> &answer : answers) {
        if (!answer.ok())
            return answer;
    }
    if (hall.password.size() < minPasswordLength)
        return Error{ErrorKind::PasswordTooShort, QString::number(minPasswordLength)};
    return Done{};
}

} // namespace hall

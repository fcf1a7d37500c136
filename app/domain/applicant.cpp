#include "domain/applicant.h"

namespace hall {

using namespace Qt::StringLiterals;

QJsonObject Applicant::json() const
{
    return {{u"id"_s, id.text()},
            {u"kind"_s, kind},
            {u"name"_s, name},
            {u"idKind"_s, idKind},
            {u"idNumber"_s, idNumber},
            {u"phone"_s, phone},
            {u"address"_s, address},
            {u"legalName"_s, legalName},
            {u"legalIdNumber"_s, legalIdNumber},
            {u"override"_s, overrideReason}};
}

Applicant Applicant::fromJson(const QJsonObject &object)
{
    return {.id = ApplicantId::fromText(object.value("id"_L1).toString()),
            .kind = object.value("kind"_L1).toInt(1),
            .name = object.value("name"_L1).toString(),
            .idKind = object.value("idKind"_L1).toString(),
            .idNumber = object.value("idNumber"_L1).toString(),
            .phone = object.value("phone"_L1).toString(),
            .address = object.value("address"_L1).toString(),
            .legalName = object.value("legalName"_L1).toString(),
            .legalIdNumber = object.value("legalIdNumber"_L1).toString(),
            .overrideReason = object.value("override"_L1).toString()};
}

QJsonObject Agent::json() const
{
    return {{u"name"_s, name},
            {u"idKind"_s, idKind},
            {u"idNumber"_s, idNumber},
            {u"phone"_s, phone},
            {u"authority"_s, authority}};
}

Agent Agent::fromJson(const QJsonObject &object)
{
    return {.name = object.value("name"_L1).toString(),
            .idKind = object.value("idKind"_L1).toString(),
            .idNumber = object.value("idNumber"_L1).toString(),
            .phone = object.value("phone"_L1).toString(),
            .authority = object.value("authority"_L1).toString()};
}

} // namespace hall

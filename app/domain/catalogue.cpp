#include "domain/catalogue.h"

#include <QJsonArray>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QJsonObject limitJson(const Limit &limit)
{
    return {{u"days"_s, limit.days}, {u"unit"_s, limit.unit == DayUnit::Workday ? u"G"_s : u"Z"_s}};
}

Limit limitFrom(const QJsonObject &object)
{
    return {.days = object.value("days"_L1).toInt(),
            .unit
            = object.value("unit"_L1).toString() == "Z"_L1 ? DayUnit::Calendar : DayUnit::Workday};
}

QJsonObject materialJson(const MaterialDef &material)
{
    return {{u"no"_s, material.no},
            {u"name"_s, material.name.json()},
            {u"form"_s, material.form},
            {u"originals"_s, material.originals},
            {u"copies"_s, material.copies},
            {u"issuer"_s, material.issuer},
            {u"required"_s, material.required},
            {u"later"_s, material.suppliedLater},
            {u"returned"_s, material.originalReturned}};
}

MaterialDef materialFrom(const QJsonObject &object)
{
    return {.no = object.value("no"_L1).toInt(),
            .name = LocalText::fromJson(object.value("name"_L1).toObject()),
            .form = object.value("form"_L1).toString(),
            .originals = object.value("originals"_L1).toInt(),
            .copies = object.value("copies"_L1).toInt(),
            .issuer = object.value("issuer"_L1).toString(),
            .required = object.value("required"_L1).toBool(true),
            .suppliedLater = object.value("later"_L1).toBool(),
            .originalReturned = object.value("returned"_L1).toBool()};
}

QJsonObject stepJson(const StepDef &step)
{
    return {{u"code"_s, step.code},        {u"name"_s, step.name.json()},
            {u"dept"_s, step.dept},        {u"limit"_s, step.limitDays},
            {u"counts"_s, step.counts},    {u"suspend"_s, step.maySuspend},
            {u"back"_s, step.maySendBack}, {u"document"_s, step.document}};
}

StepDef stepFrom(const QJsonObject &object)
{
    return {.code = object.value("code"_L1).toString(),
            .name = LocalText::fromJson(object.value("name"_L1).toObject()),
            .dept = object.value("dept"_L1).toString(),
            .limitDays = object.value("limit"_L1).toInt(),
            .counts = object.value("counts"_L1).toBool(true),
            .maySuspend = object.value("suspend"_L1).toBool(),
            .maySendBack = object.value("back"_L1).toBool(),
            .document = object.value("document"_L1).toString()};
}

QString feeKindWord(FeeKind kind)
{
    switch (kind) {
    case FeeKind::Fixed:
        return u"fixed"_s;
    case FeeKind::PerUnit:
        return u"per_unit"_s;
    case FeeKind::Variable:
        return u"variable"_s;
    }
    return {};
}

QJsonObject feeJson(const FeeDef &fee)
{
    QJsonObject object{{u"no"_s, fee.no},
                       {u"name"_s, fee.name},
                       {u"kind"_s, feeKindWord(fee.kind)},
                       {u"unit"_s, fee.unit},
                       {u"basis"_s, fee.basis},
                       {u"from"_s, fee.validFrom.toString(Qt::ISODate)},
                       {u"to"_s, fee.validTo.toString(Qt::ISODate)},
                       {u"condition"_s, fee.condition},
                       {u"confidence"_s, fee.confidence}};
    if (fee.rateMicroYuan)
        object.insert(u"rate"_s, *fee.rateMicroYuan);
    return object;
}

FeeDef feeFrom(const QJsonObject &object)
{
    const QString kind = object.value("kind"_L1).toString();
    FeeDef fee{.no = object.value("no"_L1).toInt(),
               .name = object.value("name"_L1).toString(),
               .kind = kind == "fixed"_L1  ? FeeKind::Fixed
                   : kind == "per_unit"_L1 ? FeeKind::PerUnit
                                           : FeeKind::Variable,
               .unit = object.value("unit"_L1).toString(),
               .basis = object.value("basis"_L1).toString(),
               .validFrom = QDate::fromString(object.value("from"_L1).toString(), Qt::ISODate),
               .validTo = QDate::fromString(object.value("to"_L1).toString(), Qt::ISODate),
               .condition = object.value("condition"_L1).toString(),
               .confidence = object.value("confidence"_L1).toString()};
    if (object.contains("rate"_L1))
        fee.rateMicroYuan = object.value("rate"_L1).toInteger();
    return fee;
}

template <class T, class F> QJsonArray arrayOf(const QList<T> &values, F json)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(json(value));
    return array;
}

template <class T, class F> QList<T> listOf(const QJsonArray &array, F from)
{
    QList<T> values;
    for (const QJsonValue &value : array)
        values.append(from(value));
    return values;
}

} // namespace

bool FeeDef::isChargeable(QDate on) const
{
    return rateMicroYuan.has_value() && (!validFrom.isValid() || on >= validFrom)
        && (!validTo.isValid() || on <= validTo);
}

Money FeeDef::amount(qint64 quantityMilli) const
{
    // millionths of a yuan × thousandths of a unit = 1e-9 yuan; a fen is 1e7 of these.
    constexpr qint64 perFen = 10'000'000;
    const qint64 product = rateMicroYuan.value_or(0) * quantityMilli;
    return Money((product + perFen / 2) / perFen);
}

const StepDef *ItemDef::step(const QString &stepCode) const
{
    for (const StepDef &candidate : steps) {
        if (candidate.code == stepCode)
            return &candidate;
    }
    return nullptr;
}

QJsonObject ItemDef::json() const
{
    QJsonObject object{
        {u"code"_s, code},
        {u"version"_s, version},
        {u"dept"_s, dept},
        {u"name"_s, name.json()},
        {u"type"_s, typeCode},
        {u"typeName"_s, typeName},
        {u"case"_s, static_cast<int>(caseType)},
        {u"applicants"_s, arrayOf(applicantKinds, [](int kind) { return kind; })},
        {u"promise"_s, limitJson(promisedLimit)},
        {u"fee"_s, hasFee},
        {u"result"_s, result},
        {u"workflow"_s, workflow},
        {u"stationed"_s, stationed},
        {u"joint"_s, QJsonArray::fromStringList(jointDepts)},
        {u"theme"_s, theme},
        {u"basis"_s, basis},
        {u"conditions"_s, conditions},
        {u"materials"_s, arrayOf(materials, materialJson)},
        {u"steps"_s, arrayOf(steps, stepJson)},
        {u"fees"_s, arrayOf(fees, feeJson)},
    };
    if (legalLimit)
        object.insert(u"legal"_s, limitJson(*legalLimit));
    return object;
}

ItemDef ItemDef::fromJson(const QJsonObject &object)
{
    ItemDef item{
        .code = object.value("code"_L1).toString(),
        .version = object.value("version"_L1).toInt(1),
        .dept = object.value("dept"_L1).toString(),
        .name = LocalText::fromJson(object.value("name"_L1).toObject()),
        .typeCode = object.value("type"_L1).toString(),
        .typeName = object.value("typeName"_L1).toString(),
        .caseType = static_cast<CaseType>(object.value("case"_L1).toInt(2)),
        .applicantKinds = listOf<int>(object.value("applicants"_L1).toArray(),
                                      [](const QJsonValue &value) { return value.toInt(); }),
        .promisedLimit = limitFrom(object.value("promise"_L1).toObject()),
        .hasFee = object.value("fee"_L1).toBool(),
        .result = object.value("result"_L1).toString(),
        .workflow = object.value("workflow"_L1).toString(),
        .stationed = object.value("stationed"_L1).toBool(true),
        .theme = object.value("theme"_L1).toString(),
        .basis = object.value("basis"_L1).toString(),
        .conditions = object.value("conditions"_L1).toString(),
        .materials = listOf<MaterialDef>(
            object.value("materials"_L1).toArray(),
            [](const QJsonValue &value) { return materialFrom(value.toObject()); }),
        .steps
        = listOf<StepDef>(object.value("steps"_L1).toArray(),
                          [](const QJsonValue &value) { return stepFrom(value.toObject()); }),
        .fees = listOf<FeeDef>(object.value("fees"_L1).toArray(),
                               [](const QJsonValue &value) { return feeFrom(value.toObject()); }),
    };
    if (object.contains("legal"_L1))
        item.legalLimit = limitFrom(object.value("legal"_L1).toObject());
    for (const QJsonValue &dept : object.value("joint"_L1).toArray())
        item.jointDepts.append(dept.toString());
    return item;
}

} // namespace hall

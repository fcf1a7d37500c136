#include "samplehall.h"

#include "domain/catalogueimport.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonFile(const QString &name)
{
    return QJsonDocument::fromJson(referenceFile(name)).object();
}

void addDefinitions(Reference &reference)
{
    const QDir folder(QString::fromUtf8(HALL_SOURCE_DIR) + u"/resources/reference/definitions"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const auto definition = Definition::fromJson(referenceFile(u"definitions/"_s + name));
        if (!definition.ok())
            qFatal("%s: %s", qPrintable(name), qPrintable(definition.error().detail));
        reference.definitions.add(definition.value());
    }
}

void addCatalogue(Reference &reference)
{
    const CatalogueImport import
        = importCatalogue({.departments = referenceFile(u"sample/departments.csv"_s),
                           .windows = referenceFile(u"sample/windows.csv"_s),
                           .items = referenceFile(u"sample/items.csv"_s),
                           .materials = referenceFile(u"sample/materials.csv"_s),
                           .steps = referenceFile(u"sample/steps.csv"_s),
                           .fees = referenceFile(u"sample/fees.csv"_s),
                           .guide = referenceFile(u"sample/guide.csv"_s),
                           .joint = referenceFile(u"sample/joint.csv"_s)},
                          reference);
    for (const Department &department : import.departments)
        reference.departments.insert(department.code, department);
    for (const Window &window : import.windows)
        reference.windows.insert(window.code, window);
    for (const ItemDef &item : import.items)
        reference.items.insert(item.code, item);
}

} // namespace

QByteArray referenceFile(const QString &name)
{
    QFile file(QString::fromUtf8(HALL_SOURCE_DIR) + u"/resources/reference/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

Reference sampleReference()
{
    Reference reference;
    addDefinitions(reference);
    addCatalogue(reference);
    reference.hall = HallInfo::fromJson(jsonFile(u"sample/hall.json"_s));
    const QList<StaffMember> staff
        = importStaff(referenceFile(u"sample/staff.csv"_s), reference).staff;
    for (const StaffMember &member : staff)
        reference.staff.insert(member.code, member);
    const QJsonObject phrases = jsonFile(u"sample/phrases.json"_s);
    for (auto role = phrases.begin(); role != phrases.end(); ++role) {
        for (const QJsonValue &phrase : role->toArray())
            reference.phrases[role.key()].append(phrase.toString());
    }
    const auto holidays = holidaysFromCsv(referenceFile(u"holidays-cn.csv"_s));
    if (!holidays.ok())
        qFatal("holidays-cn.csv: %s", qPrintable(holidays.error().detail));
    reference.calendar = WorkingCalendar(holidays.value());
    return reference;
}

} // namespace hall::test

#include "desk/setup/samplehall.h"

#include "desk/setup/shipped.h"
#include "domain/catalogueimport.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

Error rejection(const RejectedRow &row)
{
    return {ErrorKind::RowRejected,
            u"%1:%2 %3"_s.arg(row.file, QString::number(row.line), row.column)};
}

Result<CatalogueFiles> sampleFiles()
{
    CatalogueFiles files;
    const std::initializer_list<std::pair<QLatin1StringView, QByteArray CatalogueFiles::*>> parts{
        {"departments"_L1, &CatalogueFiles::departments},
        {"windows"_L1, &CatalogueFiles::windows},
        {"items"_L1, &CatalogueFiles::items},
        {"materials"_L1, &CatalogueFiles::materials},
        {"steps"_L1, &CatalogueFiles::steps},
        {"fees"_L1, &CatalogueFiles::fees},
        {"guide"_L1, &CatalogueFiles::guide},
        {"joint"_L1, &CatalogueFiles::joint}};
    for (const auto &[name, part] : parts) {
        const Result<QByteArray> bytes = shippedFile(u"sample/%1.csv"_s.arg(name));
        if (!bytes.ok())
            return bytes.error();
        files.*part = bytes.value();
    }
    return files;
}

/// Catalogue and staff; the staff's windows and departments must be those of the catalogue.
Result<QList<Publication>> catalogueAndStaff()
{
    const Result<CatalogueFiles> files = sampleFiles();
    if (!files.ok())
        return files.error();
    const CatalogueImport catalogue = importCatalogue(files.value(), {});
    if (!catalogue.rejected.isEmpty())
        return rejection(catalogue.rejected.first());
    Reference hall;
    QList<Publication> publications;
    for (const Department &department : catalogue.departments) {
        hall.departments.insert(department.code, department);
        publications.append(publicationOf(department));
    }
    for (const Window &window : catalogue.windows) {
        hall.windows.insert(window.code, window);
        publications.append(publicationOf(window));
    }
    for (const ItemDef &item : catalogue.items)
        publications.append(publicationOf(item));
    const Result<QByteArray> bytes = shippedFile(u"sample/staff.csv"_s);
    if (!bytes.ok())
        return bytes.error();
    const StaffImport staff = importStaff(bytes.value(), hall);
    if (!staff.rejected.isEmpty())
        return rejection(staff.rejected.first());
    for (const StaffMember &member : staff.staff)
        publications.append(publicationOf(member));
    return publications;
}

Result<QList<Publication>> shippedPhrases()
{
    const Result<QByteArray> bytes = shippedFile(u"sample/phrases.json"_s);
    if (!bytes.ok())
        return bytes.error();
    QList<Publication> publications;
    const QJsonObject roles = QJsonDocument::fromJson(bytes.value()).object();
    for (auto role = roles.begin(); role != roles.end(); ++role) {
        QStringList phrases;
        for (const QJsonValue &phrase : role->toArray())
            phrases.append(phrase.toString());
        publications.append(phrasesOf(role.key(), phrases));
    }
    return publications;
}

} // namespace

Result<QList<Publication>> commonPublications()
{
    const Result<QList<Definition>> definitions = shippedDefinitions();
    if (!definitions.ok())
        return definitions.error();
    const Result<QList<HolidayRow>> holidays = shippedHolidays();
    if (!holidays.ok())
        return holidays.error();
    const Result<QList<Publication>> phrases = shippedPhrases();
    if (!phrases.ok())
        return phrases.error();
    QList<Publication> publications;
    for (const Definition &definition : definitions.value())
        publications.append(publicationOf(definition));
    return publications + publicationsOf(holidays.value()) + phrases.value();
}

Result<QList<Publication>> samplePublications()
{
    const Result<QByteArray> bytes = shippedFile(u"sample/hall.json"_s);
    if (!bytes.ok())
        return bytes.error();
    const HallInfo hall = HallInfo::fromJson(QJsonDocument::fromJson(bytes.value()).object());
    const Result<QList<Publication>> common = commonPublications();
    if (!common.ok())
        return common.error();
    const Result<QList<Publication>> own = catalogueAndStaff();
    if (!own.ok())
        return own.error();
    // The hall first: who reads the stream from its beginning knows whose it is.
    return QList<Publication>{publicationOf(hall)} + common.value() + own.value();
}

} // namespace hall

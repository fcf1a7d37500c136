#include "desk/admin/importdesk.h"

#include "domain/catalogueimport.h"
#include "store/store.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QtConcurrent>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 32 * 1024 * 1024;

struct Kind
{
    QLatin1StringView name;
    QStringList columns;                        ///< that tell this file from the others
    QByteArray CatalogueFiles::*part = nullptr; ///< nullptr = staff
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        {"departments"_L1, {u"dept_code"_s, u"status"_s}, &CatalogueFiles::departments},
        {"windows"_L1, {u"window_code"_s, u"depts"_s}, &CatalogueFiles::windows},
        {"items"_L1, {u"item_code"_s, u"workflow"_s}, &CatalogueFiles::items},
        {"materials"_L1, {u"item_code"_s, u"material_no"_s}, &CatalogueFiles::materials},
        {"steps"_L1, {u"item_code"_s, u"step_code"_s}, &CatalogueFiles::steps},
        {"fees"_L1, {u"item_code"_s, u"fee_no"_s}, &CatalogueFiles::fees},
        {"guide"_L1, {u"item_code"_s, u"theme_zh"_s}, &CatalogueFiles::guide},
        {"joint"_L1, {u"item_code"_s, u"joint_depts"_s}, &CatalogueFiles::joint},
        {"staff"_L1, {u"code"_s, u"posts"_s}, nullptr}};
    return all;
}

const Kind *kindOf(const QByteArray &bytes)
{
    const QByteArray firstLine = bytes.left(bytes.indexOf('\n'));
    const QList<QStringList> rows = parseCsv(firstLine);
    if (rows.isEmpty())
        return nullptr;
    const auto fits = [&](const Kind &kind) {
        return std::ranges::all_of(
            kind.columns, [&](const QString &column) { return rows.first().contains(column); });
    };
    const auto found = std::ranges::find_if(kinds(), fits);
    return found == kinds().end() ? nullptr : &*found;
}

/// The files by what they are; rejected rows name the file as the person knows it.
struct Files
{
    CatalogueFiles catalogue = {};
    QByteArray staff = {};
    QHash<QString, QString> names = {};
};

Result<Files> readFiles(const QStringList &paths, ImportPreview &preview)
{
    Files files;
    for (const QString &path : paths) {
        QFile file(path);
        const QString name = QFileInfo(path).fileName();
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::FileUnreadable, name};
        if (file.size() > largestFile)
            return Error{ErrorKind::FileTooLarge, name};
        const QByteArray bytes = file.readAll();
        const Kind *kind = kindOf(bytes);
        if (!kind) {
            preview.unknownFiles.append(name);
            continue;
        }
        preview.files.append(name);
        files.names.insert(kind->name, name);
        (kind->part ? files.catalogue.*kind->part : files.staff) = bytes;
    }
    return files;
}

/// Compares with the hall and gathers what differs.
class Gathering
{
public:
    Gathering(const Reference &base, ImportPreview &preview)
        : m_base(base)
        , m_preview(preview)
    {
    }

    void take(const Department &value)
    {
        const Department *old = m_base.department(value.code);
        add(publicationOf(value), value.name, old ? old->json() : QJsonObject());
    }
    void take(const Window &value)
    {
        const Window *old = m_base.window(value.code);
        add(publicationOf(value), value.name, old ? old->json() : QJsonObject());
    }
    void take(const StaffMember &value)
    {
        const StaffMember *old = m_base.member(value.code);
        add(publicationOf(value), {.zh = value.name}, old ? old->json() : QJsonObject());
    }
    void take(const ItemDef &value)
    {
        const ItemDef *old = m_base.item(value.code);
        if (add(publicationOf(value), value.name, old ? old->json() : QJsonObject()))
            lintItem(value);
    }

private:
    bool add(const Publication &publication, const LocalText &name, const QJsonObject &before)
    {
        if (before == publication.data) {
            ++m_preview.unchanged;
            return false;
        }
        ImportChange change{.kind = publication.kind,
                            .code = publication.code,
                            .name = name,
                            .isNew = before.isEmpty()};
        if (!change.isNew)
            change.fields = fieldChanges(before, publication.data);
        m_preview.changes.append(change);
        m_preview.publications.append(publication);
        return true;
    }

    void lintItem(const ItemDef &item)
    {
        const Definition *definition = m_base.definitions.newest(item.workflow);
        if (definition)
            m_preview.findings += findingsOf(item, *definition);
        else
            m_preview.findings.append(
                {.fault = LintFault::WorkflowUnknown, .place = item.code, .detail = item.workflow});
    }

    const Reference &m_base;
    ImportPreview &m_preview;
};

Result<ImportPreview> previewOf(const QStringList &paths, const ReferencePtr &base)
{
    ImportPreview preview;
    const Result<Files> files = readFiles(paths, preview);
    if (!files.ok())
        return files.error();
    const CatalogueImport catalogue = importCatalogue(files.value().catalogue, *base);
    Reference grown = *base; // staff may refer to what the same import brings
    for (const Department &department : catalogue.departments)
        grown.departments.insert(department.code, department);
    for (const Window &window : catalogue.windows)
        grown.windows.insert(window.code, window);
    StaffImport staff;
    if (!files.value().staff.isEmpty())
        staff = importStaff(files.value().staff, grown);
    preview.rejected = catalogue.rejected + staff.rejected;
    for (RejectedRow &row : preview.rejected)
        row.file = files.value().names.value(row.file, row.file);
    preview.heldBack = catalogue.heldBack;
    Gathering gathering(*base, preview);
    for (const Department &department : catalogue.departments)
        gathering.take(department);
    for (const Window &window : catalogue.windows)
        gathering.take(window);
    for (const ItemDef &item : catalogue.items)
        gathering.take(item);
    for (const StaffMember &member : staff.staff)
        gathering.take(member);
    return preview;
}

} // namespace

ImportDesk::ImportDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QFuture<Result<ImportPreview>> ImportDesk::preview(const QStringList &paths) const
{
    return QtConcurrent::run(&previewOf, paths, m_publisher.reference());
}

QFuture<Result<Done>> ImportDesk::save(const ImportPreview &preview) const
{
    return m_publisher.publish(preview.publications);
}

} // namespace hall

#include "desk/admin/definitiondesk.h"

#include "desk/admin/dryrunpaper.h"
#include "store/opencases.h"
#include "store/store.h"

#include <QFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

DefinitionRow rowOf(const Definition &definition, const Reference &reference,
                    const QHash<QString, int> &openCases)
{
    DefinitionRow row{.code = definition.code(),
                      .version = definition.version(),
                      .name = definition.name(),
                      .isNewest = reference.definitions.newest(definition.code()) == &definition,
                      .states = int(definition.states().size()),
                      .findings = findingsOf(definition)};
    if (!row.isNewest)
        return row;
    for (const ItemDef &item : reference.items) {
        if (item.workflow != definition.code() || !item.stationed)
            continue;
        ++row.items;
        row.openCases += openCases.value(item.code);
        row.findings += findingsOf(item, definition) + emptyPosts(item, definition, reference);
    }
    return row;
}

} // namespace

DefinitionDesk::DefinitionDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

QFuture<Result<QList<DefinitionRow>>> DefinitionDesk::rows() const
{
    return m_publisher.place().store.report([](ReadTx &tx) -> Result<QList<DefinitionRow>> {
        const Result<QHash<QString, int>> open = openCasesByItem(tx);
        if (!open.ok())
            return open.error();
        QList<DefinitionRow> rows;
        for (const Definition *definition : tx.reference().definitions.all())
            rows.append(rowOf(*definition, tx.reference(), open.value()));
        return rows;
    });
}

QList<ItemDef> DefinitionDesk::items(const QString &definition) const
{
    QList<ItemDef> found;
    for (const ItemDef &item : m_publisher.reference()->items) {
        if (item.workflow == definition)
            found.append(item);
    }
    return found;
}

Result<DryRun> DefinitionDesk::dryRun(const QString &item, const QDate &start) const
{
    const ReferencePtr reference = m_publisher.reference();
    const ItemDef *def = reference->item(item);
    const Definition *way = def ? reference->definitions.newest(def->workflow) : nullptr;
    if (!way)
        return Error{ErrorKind::ReferenceMissing, item};
    return hall::dryRun(*def, *way, reference->calendar, start);
}

QFuture<Result<Document>> DefinitionDesk::dryRunPaper(const QString &item, const QDate &start,
                                                      const QStringList &warnings) const
{
    const Result<DryRun> run = dryRun(item, start);
    if (!run.ok())
        return answered<Document>(run.error());
    const DryRunSheet sheet{.item = *m_publisher.reference()->item(item),
                            .run = run.value(),
                            .warnings = warnings,
                            .printedAt = m_publisher.place().clock.now(),
                            .printedBy = m_publisher.session().member.name};
    return m_publisher.place().store.report(
        [sheet](ReadTx &tx) { return composeDryRun(sheet, tx.reference()); });
}

QList<Finding> DefinitionDesk::findings(const QString &item) const
{
    const ReferencePtr reference = m_publisher.reference();
    const ItemDef *def = reference->item(item);
    const Definition *way = def ? reference->definitions.newest(def->workflow) : nullptr;
    if (!way)
        return {};
    return findingsOf(*def, *way) + emptyPosts(*def, *way, *reference);
}

Result<DefinitionFile> DefinitionDesk::read(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileUnreadable, path};
    const Result<Definition> definition = Definition::fromJson(file.readAll());
    if (!definition.ok())
        return definition.error();
    const ReferencePtr reference = m_publisher.reference();
    const Definition *newest = reference->definitions.newest(definition.value().code());
    const int next = newest ? newest->version() + 1 : 1;
    return DefinitionFile{.definition = definition.value(),
                          .findings = findingsOf(definition.value()),
                          .isNextVersion = definition.value().version() == next};
}

QFuture<Result<Done>> DefinitionDesk::publish(const DefinitionFile &file) const
{
    if (!file.findings.isEmpty())
        return answered<Done>(
            Error{ErrorKind::DefinitionInvalid, englishText(file.findings.first())});
    if (!file.isNextVersion)
        return answered<Done>(Error{ErrorKind::DefinitionInvalid, u"version"_s});
    return m_publisher.publish({publicationOf(file.definition)});
}

} // namespace hall

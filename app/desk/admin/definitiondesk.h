#pragma once

#include "desk/admin/hallpublisher.h"
#include "domain/dryrun.h"
#include "domain/lint.h"
#include "papers/document.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// A workflow definition, for the list.
struct DefinitionRow
{
    QString code = {};
    int version = 1;
    LocalText name = {};
    bool isNewest = true;
    int states = 0;
    int items = 0;                ///< items of this hall that go this way
    int openCases = 0;            ///< cases of these items that are not closed
    QList<Finding> findings = {}; ///< of the definition itself and of its items
};

/// A definition file that somebody wants to publish.
struct DefinitionFile
{
    Definition definition = {};
    QList<Finding> findings = {};
    bool isNextVersion = false; ///< its version is the newest plus one (or 1 for a new code)
};

/// Workflow definitions: what they say, whether they are sound, what would happen on a given day.
class DefinitionDesk
{
public:
    explicit DefinitionDesk(const HallPublisher &publisher);

    [[nodiscard]] QFuture<Result<QList<DefinitionRow>>> rows() const;
    /// Items of this hall that go a way, by code.
    [[nodiscard]] QList<ItemDef> items(const QString &definition) const;
    /// ReferenceMissing for an unknown item or a way that is not published.
    [[nodiscard]] Result<DryRun> dryRun(const QString &item, const QDate &start) const;
    /// The same as a paper; `warnings` are sentences that stand below its steps.
    [[nodiscard]] QFuture<Result<Document>> dryRunPaper(const QString &item, const QDate &start,
                                                        const QStringList &warnings) const;
    [[nodiscard]] QList<Finding> findings(const QString &item) const;

    /// FileUnreadable, DefinitionInvalid.
    [[nodiscard]] Result<DefinitionFile> read(const QString &path) const;
    /// DefinitionInvalid while it has findings or a version that is not the next one: running cases
    /// keep theirs, so a published version is never changed.
    [[nodiscard]] QFuture<Result<Done>> publish(const DefinitionFile &file) const;

private:
    const HallPublisher &m_publisher;
};

} // namespace hall

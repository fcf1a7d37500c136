#pragma once

#include "desk/admin/hallchanges.h"
#include "desk/admin/hallpublisher.h"
#include "domain/csv.h"
#include "domain/lint.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// A value that an import would add or change.
struct ImportChange
{
    QString kind = {}; ///< department, window, item, staff
    QString code = {};
    LocalText name = {};
    bool isNew = true;
    QList<FieldChange> fields = {}; ///< of a changed value
};

/// What files would do to the hall: shown before anything is saved.
struct ImportPreview
{
    QStringList files = {};        ///< names of the files that were understood
    QStringList unknownFiles = {}; ///< no header that belongs to a catalogue or staff file
    QList<RejectedRow> rejected = {};
    QStringList heldBack = {}; ///< items left out for a rejected row of theirs
    QList<ImportChange> changes = {};
    int unchanged = 0;
    QList<Finding> findings = {}; ///< of the items that would change
    QList<Publication> publications = {};
};

/// Catalogue and staff from CSV files (columns as in resources/reference/sample).
class ImportDesk
{
public:
    explicit ImportDesk(const HallPublisher &publisher);

    /// Files are told apart by their headers, so their names do not matter. FileUnreadable,
    /// FileTooLarge (detail = file).
    [[nodiscard]] QFuture<Result<ImportPreview>> preview(const QStringList &paths) const;
    [[nodiscard]] QFuture<Result<Done>> save(const ImportPreview &preview) const;

private:
    const HallPublisher &m_publisher;
};

} // namespace hall

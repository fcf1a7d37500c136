#pragma once

#include "domain/casefile.h"
#include "domain/reference.h"
#include "domain/result.h"
#include "papers/document.h"

#include <QDateTime>
#include <QJsonObject>

namespace hall {

/// What a paper of a case says: the fields of app/papers/README.md, filled from the folded case.
/// Pure.
[[nodiscard]] QJsonObject casePaperData(const CaseFile &file, const CasePaper &paper,
                                        const Reference &reference, const QDateTime &now);
/// The guide of an item (办事指南).
[[nodiscard]] QJsonObject guideData(const ItemDef &item, const Reference &reference);

/// Own template of the hall, or the bundled one.
[[nodiscard]] Result<Template> templateFor(PaperKind kind, const Reference &reference);

/// When and by whom (the person's name) something is printed.
struct PrintedBy
{
    QDateTime now = {};
    QString name = {};
};

/// A paper ready to show and print. A paper printed before is marked as a reprint.
[[nodiscard]] Result<Document> composeCasePaper(const CaseFile &file, const CasePaper &paper,
                                                const Reference &reference, const PrintedBy &by);
[[nodiscard]] Result<Document> composeGuide(const ItemDef &item, const Reference &reference,
                                            const PrintedBy &by);

} // namespace hall

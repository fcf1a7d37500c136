#pragma once

#include "domain/casefile.h"
#include "domain/event.h"
#include "domain/reference.h"
#include "domain/result.h"
#include "papers/document.h"

#include <QDateTime>
#include <QJsonObject>

namespace hall {

struct PaperSource;

/// What a paper of a case says: the fields of app/papers/README.md, filled from the folded case.
/// Pure.
[[nodiscard]] QJsonObject casePaperData(const PaperSource &source);
/// The guide of an item (办事指南).
[[nodiscard]] QJsonObject guideData(const ItemDef &item, const Reference &reference);

/// Own template of the hall, or the bundled one.
[[nodiscard]] Result<Template> templateFor(PaperKind kind, const Reference &reference);

/// When and by whom (the person's name) something is printed.
struct PrintedBy
{
    QDateTime now = {};
    QString name = {};
    QJsonObject about = {}; ///< body of the event that the paper documents, where it is at hand
};

/// The case as it was when a paper of it was wanted, so that a reprint says what the original said
/// (a correction notice still lists what was wrong), and the body of the event that the paper
/// documents. A receipt alone speaks of today: it may be void by now.
struct PaperOccasion
{
    CaseFile file = {};
    CasePaper paper = {};
    QJsonObject about = {};
};
/// NotFound where the journal wants no such paper. `paper` = CasePaper::id.
[[nodiscard]] Result<PaperOccasion> occasionOf(const QList<Event> &journal, const QString &paper,
                                               const Definitions &definitions);

/// A paper ready to show and print. A paper printed before is marked as a reprint.
[[nodiscard]] Result<Document> composeCasePaper(const CaseFile &file, const CasePaper &paper,
                                                const Reference &reference, const PrintedBy &by);
[[nodiscard]] Result<Document> composeGuide(const ItemDef &item, const Reference &reference,
                                            const PrintedBy &by);

} // namespace hall

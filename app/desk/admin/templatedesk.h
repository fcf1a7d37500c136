#pragma once

#include "desk/admin/hallchanges.h"
#include "desk/admin/hallpublisher.h"
#include "papers/document.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// A kind of paper with the template that it is printed from now.
struct TemplateRow
{
    PaperKind kind = PaperKind::IntakeReceipt;
    bool isOwn = false; ///< written in this hall; else the one that came with the program
    int version = 1;
    int newest = 1; ///< highest version ever used: the next one is above it
    qint64 at = 0;  ///< of the last change; 0 = never
    QString actor = {};
    QString text = {};
};

/// Paper templates: reference data with versions (design.md section 8). A printed paper keeps the
/// version that it was made with.
class TemplateDesk
{
public:
    explicit TemplateDesk(const HallPublisher &publisher);

    /// In the order of a case's life.
    [[nodiscard]] QFuture<Result<QList<TemplateRow>>> rows() const;
    /// Publications of a kind's template, newest first.
    [[nodiscard]] QFuture<Result<QList<HallChange>>> history(PaperKind kind) const;

    /// What keeps a text from being published, in fragments of Template::lint(); empty = fit.
    [[nodiscard]] static QStringList problems(PaperKind kind, const QString &text);
    /// The text painted with an invented case, under the hall's own name: the administrator sees no
    /// applicant (domain.md section 8). DefinitionInvalid.
    [[nodiscard]] QFuture<Result<Document>> preview(PaperKind kind, const QString &text) const;

    /// As the next version. DefinitionInvalid while there are problems.
    [[nodiscard]] QFuture<Result<Done>> publish(const TemplateRow &row, const QString &text) const;
    /// Back to the template that came with the program.
    [[nodiscard]] QFuture<Result<Done>> takeBack(PaperKind kind) const;

private:
    const HallPublisher &m_publisher;
};

/// The text with this version in its root.
[[nodiscard]] QString withVersion(const QString &text, int version);

} // namespace hall

#pragma once

#include "domain/result.h"
#include "papers/paper.h"

#include <QJsonObject>
#include <QMarginsF>
#include <QPageSize>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace hall {

/// Sheet of a paper. Margins in millimetres; the footer stands inside the bottom margin.
struct PageSetup
{
    QPageSize size = QPageSize(QPageSize::A4);
    bool landscape = false;
    QMarginsF marginsMm = QMarginsF(20, 14, 20, 16);

    [[nodiscard]] QSizeF sheetMm() const;
    /// The rectangle that the text may fill, in millimetres from the sheet's top left corner.
    [[nodiscard]] QRectF contentMm() const;
};

/// Registers ":/papers": a static library loses its resource otherwise. May be called again.
void loadPaperResources();

/// A paper's template: reference data, editable and versioned (design.md section 8). The text is
/// well-formed markup (README.md: the subset) whose root <paper> carries version and page setup,
/// with
/// {{field}}, {{field|filter}}, {{#list}}…{{/list}} and {{^list}}…{{/list}}.
class Template
{
public:
    /// The text shipped with the program (":/papers/<code>.html").
    [[nodiscard]] static Result<Template> bundled(PaperKind kind);
    /// A text from the reference data. DefinitionInvalid if the markup cannot be read at all; a
    /// text that can be read but names unknown fields is accepted here and reported by lint().
    [[nodiscard]] static Result<Template> fromText(PaperKind kind, const QString &text);

    [[nodiscard]] PaperKind kind() const { return m_kind; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const PageSetup &page() const { return m_page; }

    /// Everything that is wrong with the text, one sentence fragment each, empty when it is fit to
    /// publish: unclosed or crossed sections, unknown fields, filters, elements and attributes.
    [[nodiscard]] QStringList lint() const;

    /// The markup with the data filled in. A field that is absent, null or empty becomes "—".
    /// DefinitionInvalid (detail = what lint says) when a section is not closed.
    [[nodiscard]] Result<QString> fill(const QJsonObject &data) const;

private:
    PaperKind m_kind = PaperKind::IntakeReceipt;
    int m_version = 1;
    QString m_text = {};
    PageSetup m_page = {};
};

} // namespace hall

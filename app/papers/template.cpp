#include "papers/template.h"

#include "papers/markup.h"
#include "papers/paperfield.h"
#include "papers/placeholders.h"

#include <QFile>

// Outside the namespace, as Q_INIT_RESOURCE demands; a static library loses its resource otherwise.
static void loadPaperResource()
{
    Q_INIT_RESOURCE(papers);
}

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// "top right bottom left" in millimetres.
QMarginsF marginsOf(const QString &text, const QMarginsF &otherwise)
{
    const QStringList sides = text.split(u' ', Qt::SkipEmptyParts);
    if (sides.size() != 4)
        return otherwise;
    return {sides.at(3).toDouble(), sides.at(0).toDouble(), sides.at(1).toDouble(),
            sides.at(2).toDouble()};
}

PageSetup pageOf(const MarkupNode &root)
{
    PageSetup page;
    if (root.attributes.value(u"size"_s) == "A5"_L1)
        page.size = QPageSize(QPageSize::A5);
    page.landscape = root.isOn(u"landscape"_s);
    page.marginsMm = marginsOf(root.attributes.value(u"margins"_s), page.marginsMm);
    return page;
}

/// Every section open once and every field a dash: the markup of a template without any data.
QString outline(const QList<TemplatePart> &parts)
{
    QString out;
    for (const TemplatePart &part : parts) {
        if (part.kind == TemplatePart::Kind::Text)
            out += part.text;
        else
            out += part.kind == TemplatePart::Kind::Field ? u"—"_s : outline(part.parts);
    }
    return out;
}

} // namespace

void loadPaperResources()
{
    loadPaperResource();
}

QSizeF PageSetup::sheetMm() const
{
    const QSizeF upright = size.size(QPageSize::Millimeter);
    return landscape ? upright.transposed() : upright;
}

QRectF PageSetup::contentMm() const
{
    return QRectF(QPointF(0, 0), sheetMm()).marginsRemoved(marginsMm);
}

Result<Template> Template::bundled(PaperKind kind)
{
    loadPaperResources();
    QFile file(u":/papers/%1.html"_s.arg(paperCode(kind)));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::ReferenceMissing, paperCode(kind)};
    return fromText(kind, QString::fromUtf8(file.readAll()));
}

Result<Template> Template::fromText(PaperKind kind, const QString &text)
{
    const ParsedPlaceholders parsed = parsePlaceholders(text);
    const Result<MarkupNode> root = parseMarkup(outline(parsed.parts));
    if (!root.ok())
        return root.error();
    Template form;
    form.m_kind = kind;
    form.m_text = text;
    form.m_version = int(root.value().number(u"version"_s, 1));
    form.m_page = pageOf(root.value());
    return form;
}

QStringList Template::lint() const
{
    const ParsedPlaceholders parsed = parsePlaceholders(m_text);
    QStringList problems = parsed.problems + unknownNames(parsed.parts, paperFields(m_kind));
    const Result<MarkupNode> root = parseMarkup(outline(parsed.parts));
    if (!root.ok())
        return problems << root.error().detail;
    problems += markupProblems(root.value());
    const QRectF content = m_page.contentMm();
    if (content.width() < 60 || content.height() < 60)
        problems.append(u"the margins leave less than 60 mm"_s);
    return problems;
}

Result<QString> Template::fill(const QJsonObject &data) const
{
    const ParsedPlaceholders parsed = parsePlaceholders(m_text);
    if (!parsed.problems.isEmpty())
        return Error{ErrorKind::DefinitionInvalid, parsed.problems.first()};
    return fillParts(parsed.parts, data);
}

} // namespace hall

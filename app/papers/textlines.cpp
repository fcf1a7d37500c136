#include "papers/textlines.h"

#include "papers/units.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(QChar each)
{
    return each == u' ' || each == u'\n' || each == u'\t' || each == u'\r';
}

/// Collects runs; a blank of the source counts only between two Latin characters, or where a text
/// has it within a line.
class ParagraphBuilder
{
public:
    explicit ParagraphBuilder(const TextStyle &style) { m_paragraph.style = style; }

    void addText(const QString &text, const TextSpan &like)
    {
        const qsizetype start = m_paragraph.text.size();
        for (const QChar each : text) {
            if (isBlank(each)) {
                m_pendingBlank = true;
                m_pendingBreak = m_pendingBreak || each == u'\n';
                continue;
            }
            addBlank(each);
            m_paragraph.text += each;
        }
        addSpan(start, like);
    }

    void addBreak(const TextSpan &like)
    {
        const qsizetype start = m_paragraph.text.size();
        m_pendingBlank = m_pendingBreak = false;
        m_paragraph.text += QChar(QChar::LineSeparator);
        addSpan(start, like);
    }

    Paragraph take() { return std::move(m_paragraph); }

private:
    void addBlank(QChar next)
    {
        const bool wanted = m_pendingBlank && !m_paragraph.text.isEmpty()
            && m_paragraph.text.back() != QChar(QChar::LineSeparator);
        const bool isSourceBreak = m_pendingBreak;
        m_pendingBlank = m_pendingBreak = false;
        if (!wanted)
            return;
        const bool isLatin = next.unicode() < 0x2E80 && m_paragraph.text.back().unicode() < 0x2E80;
        if (isLatin || !isSourceBreak)
            m_paragraph.text += u' ';
    }

    void addSpan(qsizetype start, const TextSpan &like)
    {
        if (m_paragraph.text.size() == start)
            return;
        TextSpan span = like;
        span.start = start;
        span.length = m_paragraph.text.size() - start;
        m_paragraph.spans.append(span);
    }

    Paragraph m_paragraph;
    bool m_pendingBlank = false;
    bool m_pendingBreak = false;
};

void collect(const MarkupNode &node, const TextSpan &span, ParagraphBuilder *builder)
{
    for (const MarkupNode &child : node.children) {
        if (child.isText()) {
            builder->addText(child.text, span);
            continue;
        }
        TextSpan inner = span;
        if (child.name == "br"_L1)
            builder->addBreak(span);
        else if (child.name == "b"_L1)
            inner.style.face = Face::Hei;
        else if (child.name == "u"_L1)
            inner.isUnderlined = true;
        else if (child.name == "small"_L1)
            inner.style.size *= 0.82;
        collect(child, inner, builder);
    }
}

/// Formats of the part of a paragraph that begins at `start`.
QList<QTextLayout::FormatRange> formatsFrom(const Paragraph &paragraph, qsizetype start,
                                            qsizetype length, qreal spacing)
{
    QList<QTextLayout::FormatRange> ranges;
    for (const TextSpan &span : paragraph.spans) {
        const qsizetype begin = std::max(span.start, start);
        const qsizetype end = std::min(span.start + span.length, start + length);
        if (begin >= end)
            continue;
        QFont font = paperFont(span.style.face, span.style.size);
        if (spacing > 0)
            font.setLetterSpacing(QFont::AbsoluteSpacing, spacing);
        QTextCharFormat format;
        format.setFont(font);
        format.setFontUnderline(span.isUnderlined);
        ranges.append({.start = int(begin - start), .length = int(end - begin), .format = format});
    }
    return ranges;
}

double largestSize(const Paragraph &paragraph)
{
    double size = paragraph.spans.isEmpty() ? paragraph.style.size : 0;
    for (const TextSpan &span : paragraph.spans)
        size = std::max(size, span.style.size);
    return size;
}

std::shared_ptr<QTextLayout> layoutOf(const QString &text, const TextStyle &style,
                                      const QList<QTextLayout::FormatRange> &formats)
{
    auto layout = std::make_shared<QTextLayout>(text, paperFont(style.face, style.size));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setFormats(formats);
    return layout;
}

struct Cut
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool isLast = false; ///< of the paragraph, or before a <br/>
};

QList<Cut> cutsOf(const Paragraph &paragraph, qreal width)
{
    const qsizetype all = paragraph.text.size();
    const auto whole = layoutOf(paragraph.text, paragraph.style, formatsFrom(paragraph, 0, all, 0));
    const qreal indent = pt(paragraph.style.indent * paragraph.style.size);
    QList<Cut> cuts;
    whole->beginLayout();
    for (QTextLine line = whole->createLine(); line.isValid(); line = whole->createLine()) {
        line.setLineWidth(width - (cuts.isEmpty() ? indent : 0));
        Cut cut{.start = line.textStart(), .length = line.textLength()};
        while (cut.length > 0) {
            const QChar end = paragraph.text.at(cut.start + cut.length - 1);
            if (end != u' ' && end != QChar(QChar::LineSeparator))
                break;
            cut.isLast = cut.isLast || end == QChar(QChar::LineSeparator);
            --cut.length;
        }
        cuts.append(cut);
    }
    whole->endLayout();
    if (!cuts.isEmpty())
        cuts.last().isLast = true;
    return cuts;
}

TextLine lineOf(const Paragraph &paragraph, const Cut &cut, qreal spacing)
{
    TextLine line;
    const auto formats = formatsFrom(paragraph, cut.start, cut.length, spacing);
    line.layout = layoutOf(paragraph.text.mid(cut.start, cut.length), paragraph.style, formats);
    line.layout->beginLayout();
    QTextLine only = line.layout->createLine();
    if (only.isValid()) {
        only.setLineWidth(mm(5000)); // cut already: this line never wraps
        line.width = only.naturalTextWidth();
    }
    line.layout->endLayout();
    const double size = largestSize(paragraph);
    const QFontMetricsF metrics(paperFont(paragraph.style.face, size));
    line.height = pt(size * paragraph.style.leading);
    const qreal baseline
        = (line.height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    line.top = only.isValid() ? baseline - only.ascent() : 0;
    return line;
}

} // namespace

TextStyle TextStyle::with(const MarkupNode &node) const
{
    TextStyle style = *this;
    style.size = node.number(u"size"_s, size);
    style.leading = node.number(u"leading"_s, leading);
    style.indent = node.number(u"indent"_s, indent);
    const QString face = node.attributes.value(u"face"_s);
    if (!face.isEmpty())
        style.face = face == "hei"_L1 ? Face::Hei : Face::Song;
    const QString align = node.attributes.value(u"align"_s);
    if (!align.isEmpty()) {
        style.isJustified = align == "justify"_L1;
        style.align = align == "center"_L1 ? Qt::AlignHCenter
            : align == "right"_L1          ? Qt::AlignRight
                                           : Qt::AlignLeft;
    }
    return style;
}

void TextLine::paint(QPainter *painter, const QPointF &at) const
{
    if (layout->lineCount() > 0)
        layout->draw(painter, at + QPointF(x, top));
}

Paragraph paragraphOf(const MarkupNode &node, const TextStyle &style)
{
    ParagraphBuilder builder(style);
    collect(node, {.style = style}, &builder);
    return builder.take();
}

Paragraph plainParagraph(const QString &text, const TextStyle &style)
{
    return {.text = text,
            .spans = {{.start = 0, .length = text.size(), .style = style}},
            .style = style};
}

QList<TextLine> breakLines(const Paragraph &paragraph, qreal width)
{
    QList<TextLine> lines;
    const qreal indent = pt(paragraph.style.indent * paragraph.style.size);
    for (const Cut &cut : cutsOf(paragraph, width)) {
        const qreal left = lines.isEmpty() ? indent : 0;
        TextLine line = lineOf(paragraph, cut, 0);
        const qreal rest = width - left - line.width;
        const bool isWide = rest > 0 && rest < pt(paragraph.style.size * 1.2);
        if (paragraph.style.isJustified && !cut.isLast && isWide && cut.length > 8)
            line = lineOf(paragraph, cut, rest / qreal(cut.length));
        line.x = left;
        if (paragraph.style.align == Qt::AlignHCenter)
            line.x += (width - left - line.width) / 2;
        else if (paragraph.style.align == Qt::AlignRight)
            line.x += width - left - line.width;
        lines.append(line);
    }
    return lines;
}

} // namespace hall

#pragma once

#include "papers/fonts.h"
#include "papers/markup.h"

#include <QList>
#include <QString>

#include <memory>

class QPainter;
class QPointF;
class QTextLayout;

namespace hall {

/// How text looks; inherited from the paper to its blocks, rows and cells.
struct TextStyle
{
    double size = 10.5; ///< points
    double leading = 1.5;
    Face face = Face::Song;
    Qt::Alignment align = Qt::AlignLeft;
    double indent = 0; ///< of the first line, in characters
    bool isJustified = false;

    /// With the attributes size, leading, face, align, indent of an element.
    [[nodiscard]] TextStyle with(const MarkupNode &node) const;
};

struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    TextStyle style = {};
    bool isUnderlined = false;
};

/// A paragraph: text with line separators for <br/>, and its spans.
struct Paragraph
{
    QString text = {};
    QList<TextSpan> spans = {};
    TextStyle style = {};
};

/// One line, ready to paint; x and width are its natural ones within the paragraph's width.
struct TextLine
{
    std::shared_ptr<QTextLayout> layout = {};
    qreal x = 0;
    qreal width = 0;
    qreal height = 0;
    qreal top = 0; ///< of the layout below the line's top

    void paint(QPainter *painter, const QPointF &at) const;
};

/// The inline children of an element; blanks between Chinese characters are dropped as line breaks
/// of the source are.
[[nodiscard]] Paragraph paragraphOf(const MarkupNode &node, const TextStyle &style);
[[nodiscard]] Paragraph plainParagraph(const QString &text, const TextStyle &style);

[[nodiscard]] QList<TextLine> breakLines(const Paragraph &paragraph, qreal width);

} // namespace hall

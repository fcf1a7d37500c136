#include "papers/pageframe.h"

#include "domain/clock.h"
#include "papers/textlines.h"
#include "papers/units.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr double smallSize = 8;

/// Opaque and first: PDF/A-1 has no transparency. A path, so that the text layer stays clean.
void paintSampleMark(QPainter *painter, const QSizeF &sheetMm)
{
    const QFont font = paperFont(Face::Hei, 150);
    QPainterPath path;
    path.addText(0, 0, font, u"样例"_s);
    const QPointF centre = path.boundingRect().center();
    painter->save();
    painter->translate(mm(sheetMm.width() / 2), mm(sheetMm.height() / 2));
    painter->rotate(-35);
    painter->translate(-centre);
    painter->fillPath(path, QColor(236, 236, 236));
    painter->restore();
}

/// One line; a text wider than its box is set smaller rather than cut.
void paintSmall(QPainter *painter, const QString &text, const QRectF &box, Qt::Alignment align)
{
    TextStyle style{.size = smallSize, .leading = 1.2};
    style.align = align;
    const QFontMetricsF metrics(paperFont(Face::Song, smallSize));
    const qreal width = metrics.horizontalAdvance(text);
    if (width > box.width())
        style.size *= 0.98 * box.width() / width;
    const QList<TextLine> lines = breakLines(plainParagraph(text, style), box.width());
    if (!lines.isEmpty())
        lines.first().paint(painter, box.topLeft());
}

void paintCopyMark(QPainter *painter, const PageFrame &frame)
{
    const QString text = u"补打第%1次 Reprint %1"_s.arg(frame.options.copyNumber);
    const QFontMetricsF metrics(paperFont(Face::Song, smallSize));
    const qreal width = metrics.horizontalAdvance(text) + mm(3);
    const QRectF content = frame.page.contentMm();
    const QRectF box(mm(content.right()) - width, mm(content.top()) - mm(8), width, mm(5));
    painter->setPen(QPen(Qt::black, pt(0.6)));
    painter->drawRect(box);
    paintSmall(painter, text, box.translated(0, mm(0.8)), Qt::AlignHCenter);
}

QString printedText(const PaperOptions &options)
{
    QStringList parts;
    if (!options.printedBy.isEmpty())
        parts << options.printedBy;
    if (options.printedAt.isValid())
        parts << hallDate(options.printedAt).toString(Qt::ISODate) + u' '
                + hallTime(options.printedAt).toString(u"HH:mm"_s);
    return parts.isEmpty() ? QString() : u"打印："_s + parts.join(u' ');
}

} // namespace

void paintPageFrame(QPainter *painter, const PageFrame &frame)
{
    const QRectF content = frame.page.contentMm();
    if (frame.options.sample) {
        paintSampleMark(painter, frame.page.sheetMm());
        const QRectF box(mm(content.left()), mm(content.top()) - mm(7.2), mm(content.width()), 0);
        paintSmall(painter, u"样例 SAMPLE 演示用，不具法律效力"_s, box, Qt::AlignLeft);
    }
    if (frame.options.copyNumber > 0)
        paintCopyMark(painter, frame);
    const QRectF foot(mm(content.left()), mm(content.bottom()) + mm(4), mm(content.width()), 0);
    painter->fillRect(QRectF(foot.left(), foot.top() - mm(1.2), foot.width(), pt(0.4)),
                      QColor(120, 120, 120));
    painter->setPen(Qt::black);
    const qreal side = foot.width() / 2 - mm(8);
    const QRectF left(foot.left(), foot.top(), side, 0);
    paintSmall(painter, frame.foot, left, Qt::AlignLeft);
    paintSmall(painter, u"%1 / %2"_s.arg(frame.number).arg(frame.count), foot, Qt::AlignHCenter);
    paintSmall(painter, printedText(frame.options), left.translated(foot.width() - side, 0),
               Qt::AlignRight);
}

} // namespace hall

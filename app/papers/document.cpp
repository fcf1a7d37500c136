#include "papers/document.h"

#include "papers/flowbuilder.h"
#include "papers/pageframe.h"
#include "papers/pdftitle.h"
#include "papers/units.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace hall {

using namespace Qt::StringLiterals;

struct Document::Data
{
    PaperKind kind = PaperKind::IntakeReceipt;
    int version = 1;
    PageSetup page = {};
    PaperOptions options = {};
    QString title = {};
    Flow flow = {};
    QList<PageStrips> pages = {};
    QList<LayoutMark> marks = {};

    [[nodiscard]] const Strip &strip(const PlacedStrip &placed) const
    {
        return placed.isHead ? flow.heads.at(placed.table).at(placed.strip)
                             : flow.strips.at(placed.strip);
    }
    [[nodiscard]] QList<LayoutMark> findMarks() const;
    void paintStrips(QPainter *painter, const PageStrips &strips) const;
};

/// Grounds first: a ground must not cover the line that the row above drew.
void Document::Data::paintStrips(QPainter *painter, const PageStrips &strips) const
{
    for (const auto layer : {&Strip::fills, &Strip::paints}) {
        for (const PlacedStrip &placed : strips) {
            painter->translate(0, placed.top);
            for (const StripPaint &paint : strip(placed).*layer)
                paint(painter, placed.place);
            painter->translate(0, -placed.top);
        }
    }
}

QList<LayoutMark> Document::Data::findMarks() const
{
    QList<LayoutMark> found;
    const QRectF content = page.contentMm();
    const auto millimetres = [&content](const QRectF &rect, qreal top) {
        return QRectF(content.left() + rect.left() / unitsPerMm,
                      content.top() + (top + rect.top()) / unitsPerMm, rect.width() / unitsPerMm,
                      rect.height() / unitsPerMm);
    };
    for (int n = 0; n < pages.size(); ++n) {
        for (const PlacedStrip &placed : pages.at(n)) {
            const Strip &each = strip(placed);
            const QRectF whole(0, 0, mm(content.width()), each.height);
            found.append({each.kind, n, placed.table, each.row, millimetres(whole, placed.top)});
            for (const StripMark &mark : each.marks)
                found.append({mark.kind, n, -1, -1, millimetres(mark.rect, placed.top)});
        }
    }
    return found;
}

Document::Document(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

Result<Document> Document::compose(const Template &form, const QJsonObject &data,
                                   const PaperOptions &options)
{
    const Result<QString> filled = form.fill(data);
    if (!filled.ok())
        return filled.error();
    const Result<MarkupNode> root = parseMarkup(filled.value());
    if (!root.ok())
        return root.error();
    auto made = std::make_shared<Data>();
    made->kind = form.kind();
    made->version = form.version();
    made->page = form.page();
    made->options = options;
    made->title = QString(paperName(form.kind()).zh + u' ' + data.value("caseNumber"_L1).toString())
                      .trimmed();
    const QRectF content = made->page.contentMm();
    const qreal height = mm(content.height());
    FlowBuilder builder(data, {.width = mm(content.width()), .pageHeight = height});
    made->flow = builder.build(root.value());
    made->pages = breakPages(made->flow, height);
    made->marks = made->findMarks();
    return Document(std::move(made));
}

PaperKind Document::kind() const
{
    return m_data->kind;
}

int Document::templateVersion() const
{
    return m_data->version;
}

QString Document::title() const
{
    return m_data->title;
}

int Document::pageCount() const
{
    return int(m_data->pages.size());
}

QSizeF Document::pageSizeMm(int) const
{
    return m_data->page.sheetMm();
}

const QList<LayoutMark> &Document::marks() const
{
    return m_data->marks;
}

void Document::paintPage(QPainter *painter, int n) const
{
    if (n < 0 || n >= pageCount())
        return;
    const QRectF content = m_data->page.contentMm();
    const QSizeF sheet = pageSizeMm(n);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter->scale(1.0 / unitsPerPoint, 1.0 / unitsPerPoint);
    painter->setClipRect(QRectF(0, 0, mm(sheet.width()), mm(sheet.height())), Qt::IntersectClip);
    painter->translate(mm(m_data->options.offsetMm.x()), mm(m_data->options.offsetMm.y()));
    painter->setPen(Qt::black);
    painter->setBrush(Qt::NoBrush);
    paintPageFrame(painter,
                   {.page = m_data->page,
                    .options = m_data->options,
                    .foot = m_data->flow.foot,
                    .number = n + 1,
                    .count = pageCount()});
    if (n == 0) {
        for (const Strip &placed : m_data->flow.placed) {
            for (const StripPaint &paint : placed.paints)
                paint(painter, {});
        }
    }
    painter->translate(mm(content.left()), mm(content.top()));
    m_data->paintStrips(painter, m_data->pages.at(n));
    painter->restore();
}

QImage Document::image(int n, double dpi) const
{
    const QSizeF sheet = pageSizeMm(n);
    const double scale = dpi / 25.4;
    QImage image(int(std::ceil(sheet.width() * scale)), int(std::ceil(sheet.height() * scale)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(dpi / 72.0, dpi / 72.0);
    paintPage(&painter, n);
    return image;
}

Result<QByteArray> Document::toPdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(72 * unitsPerPoint);
    writer.setCreator(u"OneHall"_s);
    writer.setTitle(title());
    const auto turned = m_data->page.landscape ? QPageLayout::Landscape : QPageLayout::Portrait;
    writer.setPageLayout(QPageLayout(m_data->page.size, turned, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorKind::PrinterFailed, u"pdf"_s};
    painter.scale(unitsPerPoint, unitsPerPoint);
    for (int n = 0; n < pageCount(); ++n) {
        if (n > 0 && !writer.newPage())
            return Error{ErrorKind::PrinterFailed, u"pdf page %1"_s.arg(n + 1)};
        paintPage(&painter, n);
    }
    painter.end();
    return withReadableTitle(bytes);
}

} // namespace hall

#include "pagefiles.h"

#include <QDir>
#include <QPainter>
#include <QPdfWriter>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize sheet(827, 1169); // A4 at 100 dpi

void draw(QPainter &painter, const QString &title, int number)
{
    const QRect page(QPoint(0, 0), sheet);
    painter.fillRect(page, QColor(253, 252, 248));
    painter.setPen(QColor(35, 35, 45));
    QFont font = painter.font();
    font.setPixelSize(34);
    painter.setFont(font);
    painter.drawText(QRect(60, 80, page.width() - 120, 60), Qt::AlignCenter, title);
    font.setPixelSize(19);
    painter.setFont(font);
    for (int line = 0; line < 18; ++line) {
        const int y = 190 + line * 44;
        painter.drawText(80, y,
                         u"第 %1 栏　　填写内容 %2"_s.arg(line + 1).arg(number * 100 + line));
        painter.setPen(QColor(190, 190, 195));
        painter.drawLine(80, y + 10, page.width() - 80, y + 10);
        painter.setPen(QColor(35, 35, 45));
    }
    painter.setPen(QPen(QColor(190, 40, 40), 4));
    painter.drawEllipse(QPoint(630, 1010), 92, 92);
    font.setPixelSize(24);
    painter.setFont(font);
    painter.drawText(QRect(540, 990, 180, 40), Qt::AlignCenter, u"样例专用章"_s);
    painter.translate(page.center());
    painter.rotate(-35);
    font.setPixelSize(150);
    painter.setFont(font);
    painter.setPen(QColor(120, 120, 120, 40));
    painter.drawText(QRect(-400, -120, 800, 240), Qt::AlignCenter, u"样例"_s);
}

bool writePdf(const QString &path, const QString &title)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setResolution(100);
    QPainter painter(&writer);
    draw(painter, title, 1);
    painter.resetTransform();
    if (!writer.newPage())
        return false;
    draw(painter, title, 2);
    return painter.end();
}

} // namespace

QImage drawnPage(const QString &title, int number)
{
    QImage image(sheet, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, title, number);
    return image;
}

QString writtenPage(const QString &folder, const QString &title, const QString &format)
{
    QDir().mkpath(folder);
    const QString path = u"%1/%2.%3"_s.arg(QDir(folder).absolutePath(), title, format);
    const bool isWritten
        = format == "pdf"_L1 ? writePdf(path, title) : drawnPage(title, 1).save(path);
    return isWritten ? path : QString();
}

} // namespace hall::journeys

#include "papers/codepaint.h"

#include "papers/codes.h"
#include "papers/units.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace hall {

namespace {

constexpr qreal qrModule = mm(0.45); // at least 0.4 mm for the readers of a counter
constexpr qsizetype qrQuiet = 4;
constexpr qreal barModule = mm(0.254);
constexpr qreal barModuleLeast = mm(0.17);

int moduleCount(const QByteArray &widths)
{
    return std::accumulate(widths.cbegin(), widths.cend(), 0);
}

} // namespace

qreal qrSide(const QString &text)
{
    const auto rows = qrModules(text);
    return rows.isEmpty() ? 0 : qrModule * qreal(rows.size() + 2 * qrQuiet);
}

void paintQr(QPainter *painter, const QPointF &at, const QString &text)
{
    // Edges without antialiasing would differ by a device pixel a module; runs of a row in one
    // rectangle leave no hairline between modules.
    const auto rows = qrModules(text);
    for (qsizetype y = 0; y < rows.size(); ++y) {
        const QList<bool> &row = rows.at(y);
        for (qsizetype x = 0; x < row.size();) {
            qsizetype end = x;
            while (end < row.size() && row.at(end))
                ++end;
            if (end > x)
                painter->fillRect(QRectF(at.x() + qrModule * qreal(x + qrQuiet),
                                         at.y() + qrModule * qreal(y + qrQuiet),
                                         qrModule * qreal(end - x), qrModule),
                                  Qt::black);
            x = end + 1;
        }
    }
}

qreal code128Width(const QString &text, qreal room)
{
    const int modules = moduleCount(code128Widths(text));
    const qreal module = modules == 0 ? 0 : std::min(barModule, room / modules);
    return module < barModuleLeast ? 0 : module * modules;
}

void paintCode128(QPainter *painter, const QPointF &at, const QString &text, qreal width)
{
    const QByteArray widths = code128Widths(text);
    const qreal module = width / std::max(1, moduleCount(widths));
    qreal x = at.x();
    for (qsizetype index = 0; index < widths.size(); ++index) {
        const qreal bar = module * widths.at(index);
        if (index % 2 == 0)
            painter->fillRect(QRectF(x, at.y(), bar, code128Height()), Qt::black);
        x += bar;
    }
}

qreal code128Height()
{
    return mm(8.5);
}

} // namespace hall

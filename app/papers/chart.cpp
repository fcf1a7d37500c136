#include "papers/chart.h"

#include "papers/textlines.h"
#include "papers/units.h"

#include <QJsonArray>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr double labelSize = 7.5;
constexpr std::array<QRgb, 6> colours{0xff2f5d8a, 0xffc79a3b, 0xff7fa3bf,
                                      0xffa8483c, 0xff6f8f5f, 0xff8a8a8a};

QColor colourOf(qsizetype at)
{
    return QColor::fromRgb(colours.at(size_t(at) % colours.size()));
}

struct Series
{
    QString name = {};
    QList<std::optional<double>> values = {};
};

struct ChartData
{
    QString kind = {};
    QString title = {};
    QString unit = {};
    QStringList categories = {};
    QList<Series> series = {};

    [[nodiscard]] std::optional<double> value(qsizetype row, qsizetype at) const
    {
        const auto &values = series.at(row).values;
        return at < values.size() ? values.at(at) : std::nullopt;
    }
    [[nodiscard]] double top() const;
    [[nodiscard]] bool isEmpty() const;
};

double ChartData::top() const
{
    double most = 0;
    for (qsizetype at = 0; at < categories.size(); ++at) {
        double stacked = 0;
        for (qsizetype row = 0; row < series.size(); ++row) {
            const double one = value(row, at).value_or(0);
            stacked += one;
            most = std::max(most, one);
        }
        if (kind == "stack"_L1 || kind == "hbar"_L1)
            most = std::max(most, stacked);
    }
    return most;
}

bool ChartData::isEmpty() const
{
    for (const Series &each : series) {
        if (std::ranges::any_of(each.values, [](const auto &one) { return one.has_value(); }))
            return categories.isEmpty();
    }
    return true;
}

ChartData chartOf(const QJsonObject &object)
{
    ChartData chart{.kind = object.value("kind"_L1).toString(),
                    .title = object.value("title"_L1).toString(),
                    .unit = object.value("unit"_L1).toString()};
    for (const QJsonValue each : object.value("categories"_L1).toArray())
        chart.categories.append(each.toString());
    for (const QJsonValue each : object.value("series"_L1).toArray()) {
        Series series{.name = each.toObject().value("name"_L1).toString()};
        for (const QJsonValue value : each.toObject().value("values"_L1).toArray())
            series.values.append(value.isDouble() ? std::optional(value.toDouble()) : std::nullopt);
        chart.series.append(series);
    }
    return chart;
}

/// A step of 1, 2 or 5 times a power of ten that makes at most five steps; whole numbers only.
double stepFor(double top)
{
    double step = 1;
    while (top / step > 5) {
        const double lead = step / std::pow(10, std::floor(std::log10(step)));
        step *= lead > 1.5 && lead < 3 ? 2.5 : 2;
    }
    return step;
}

QString numberText(double value)
{
    return QString::number(value, 'f', std::floor(value) == value ? 0 : 1);
}

QString shortened(const QString &name)
{
    return name.size() <= 12 ? name : name.left(11) + u'…';
}

class ChartPainter
{
public:
    ChartPainter(QPainter *painter, const QRectF &box, const ChartData &chart)
        : m_painter(painter)
        , m_chart(chart)
        , m_box(box)
    {
        const double step = stepFor(chart.top());
        m_step = step;
        m_top = std::max(step, std::ceil(chart.top() / step) * step);
    }

    void paint()
    {
        m_painter->setPen(Qt::black);
        text(m_chart.title, {m_box.left(), m_box.top(), m_box.width(), mm(5)}, Qt::AlignHCenter,
             {.size = 10, .face = Face::Hei});
        if (!m_chart.unit.isEmpty())
            text(u"单位："_s + m_chart.unit,
                 {m_box.left(), m_box.top() + mm(0.6), m_box.width(), mm(4)}, Qt::AlignLeft);
        legend();
        m_plot = m_box.adjusted(mm(10), mm(12), -mm(2), -mm(8));
        if (m_chart.isEmpty()) {
            text(u"本日无数据"_s, {m_plot.left(), m_plot.center().y(), m_plot.width(), 0},
                 Qt::AlignHCenter, {.size = 9});
            return;
        }
        if (m_chart.kind == "hbar"_L1) {
            lyingBars();
            return;
        }
        grid();
        categoryLabels();
        if (m_chart.kind == "line"_L1)
            lines();
        else
            standingBars();
    }

private:
    void text(const QString &words, const QRectF &box, Qt::Alignment align,
              TextStyle style = {.size = labelSize, .leading = 1.2})
    {
        style.leading = 1.2;
        style.align = align;
        qreal y = box.top();
        for (const TextLine &line : breakLines(plainParagraph(words, style), box.width())) {
            line.paint(m_painter, {box.left(), y});
            y += line.height;
        }
    }

    void legend()
    {
        if (m_chart.series.size() < 2)
            return;
        const qreal cell = std::min(mm(28), m_box.width() / qreal(m_chart.series.size()));
        qreal x = m_box.center().x() - cell * qreal(m_chart.series.size()) / 2;
        const qreal y = m_box.top() + mm(6.4);
        for (qsizetype row = 0; row < m_chart.series.size(); ++row) {
            m_painter->fillRect(QRectF(x, y + mm(0.5), mm(3), mm(2.2)), colourOf(row));
            text(m_chart.series.at(row).name, {x + mm(4), y, cell - mm(4), 0}, Qt::AlignLeft);
            x += cell;
        }
    }

    qreal yOf(double value) const { return m_plot.bottom() - m_plot.height() * value / m_top; }

    void grid()
    {
        const int steps = qRound(m_top / m_step);
        for (int at = 0; at <= steps; ++at) {
            const double value = m_step * at;
            const qreal y = yOf(value);
            const QColor colour = value > 0 ? QColor(205, 205, 205) : QColor(Qt::black);
            m_painter->fillRect(QRectF(m_plot.left(), y - pt(0.25), m_plot.width(), pt(0.5)),
                                colour);
            text(numberText(value), {m_box.left(), y - pt(4.5), mm(9), 0}, Qt::AlignRight);
        }
    }

    qreal slot() const { return m_plot.width() / qreal(m_chart.categories.size()); }

    void categoryLabels()
    {
        // Labels that would touch each other are thinned out, never drawn over each other.
        qsizetype longest = 1;
        for (const QString &each : m_chart.categories)
            longest = std::max(longest, each.size());
        const qreal needed = pt(labelSize) * std::min(qreal(longest) * 0.62 + 0.6, 4.4);
        const auto every = std::max(1, int(std::ceil(needed / slot())));
        for (qsizetype at = 0; at < m_chart.categories.size(); at += every) {
            const qreal width = slot() * every;
            const qreal centre = m_plot.left() + slot() * (qreal(at) + 0.5);
            text(m_chart.categories.at(at),
                 {centre - width / 2, m_plot.bottom() + mm(0.8), width, 0}, Qt::AlignHCenter);
        }
    }

    void standingBars()
    {
        const bool isStack = m_chart.kind == "stack"_L1;
        const qsizetype side = isStack ? 1 : std::max<qsizetype>(1, m_chart.series.size());
        const qreal bar = std::min(slot() * 0.7 / qreal(side), mm(9));
        for (qsizetype at = 0; at < m_chart.categories.size(); ++at) {
            const qreal centre = m_plot.left() + slot() * (qreal(at) + 0.5);
            double below = 0;
            for (qsizetype row = 0; row < m_chart.series.size(); ++row) {
                const std::optional<double> value = m_chart.value(row, at);
                if (!value)
                    continue;
                const qreal x = centre - bar * qreal(side) / 2 + (isStack ? 0 : bar * qreal(row));
                const qreal y = yOf(below + *value);
                m_painter->fillRect(QRectF(x, y, bar, yOf(below) - y), colourOf(row));
                if (!isStack)
                    valueLabel(*value, {x + bar / 2, y}, bar);
                below += isStack ? *value : 0;
            }
        }
    }

    void valueLabel(double value, const QPointF &at, qreal room)
    {
        const QString words = numberText(value);
        const qreal width = pt(labelSize) * 0.55 * qreal(words.size());
        if (value <= 0 || room + mm(1.5) < width)
            return;
        // White behind the figure: a grid line through it is hard to read.
        m_painter->fillRect(QRectF(at.x() - width / 2, at.y() - mm(3.2), width, mm(2.8)),
                            Qt::white);
        text(words, {at.x() - mm(6), at.y() - mm(3.4), mm(12), 0}, Qt::AlignHCenter);
    }

    void lines()
    {
        for (qsizetype row = 0; row < m_chart.series.size(); ++row) {
            std::optional<QPointF> last;
            for (qsizetype at = 0; at < m_chart.categories.size(); ++at) {
                const std::optional<double> value = m_chart.value(row, at);
                if (!value) {
                    last.reset();
                    continue;
                }
                const QPointF here(m_plot.left() + slot() * (qreal(at) + 0.5), yOf(*value));
                m_painter->setPen(QPen(colourOf(row), pt(1.4)));
                if (last)
                    m_painter->drawLine(*last, here);
                m_painter->setPen(Qt::NoPen);
                m_painter->setBrush(colourOf(row));
                m_painter->drawEllipse(here, mm(0.8), mm(0.8));
                m_painter->setBrush(Qt::NoBrush);
                m_painter->setPen(Qt::black);
                if (m_chart.series.size() == 1)
                    valueLabel(*value, here - QPointF(0, mm(0.6)), slot());
                last = here;
            }
        }
    }

    void lyingBars()
    {
        const qreal left = m_box.left() + std::min(mm(38), m_box.width() * 0.4);
        const qreal right = m_box.right() - mm(10);
        const qreal first = m_box.top() + mm(10);
        const qreal count = qreal(m_chart.categories.size());
        const qreal slotHeight = std::min((m_box.bottom() - first) / count, mm(8));
        const qreal bar = slotHeight * 0.62;
        for (qsizetype at = 0; at < m_chart.categories.size(); ++at) {
            const qreal y = first + slotHeight * qreal(at) + (slotHeight - bar) / 2;
            const TextStyle style{.size = std::min(labelSize, slotHeight / pt(1.25))};
            text(shortened(m_chart.categories.at(at)),
                 {m_box.left(), y + bar / 2 - pt(style.size * 0.6), left - m_box.left() - mm(1.5),
                  0},
                 Qt::AlignRight, style);
            qreal x = left;
            double sum = 0;
            for (qsizetype row = 0; row < m_chart.series.size(); ++row) {
                const double value = m_chart.value(row, at).value_or(0);
                const qreal width = (right - left) * value / m_top;
                m_painter->fillRect(QRectF(x, y, width, bar), colourOf(row));
                x += width;
                sum += value;
            }
            text(numberText(sum), {x + mm(1), y + bar / 2 - pt(style.size * 0.6), mm(12), 0},
                 Qt::AlignLeft, style);
        }
        m_painter->fillRect(QRectF(left - pt(0.25), first, pt(0.5), slotHeight * count), Qt::black);
    }

    QPainter *m_painter;
    const ChartData &m_chart;
    QRectF m_box;
    QRectF m_plot;
    double m_step = 1;
    double m_top = 1;
};

} // namespace

void paintChart(QPainter *painter, const QRectF &box, const QJsonObject &chart)
{
    const ChartData data = chartOf(chart);
    painter->save();
    ChartPainter(painter, box, data).paint();
    painter->restore();
}

} // namespace hall

#include "tests/bench/table.h"

#include <QTextStream>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

void line(QTextStream &out, const Row &row)
{
    out << row.name.leftJustified(54) << row.ours.leftJustified(28) << row.limit.leftJustified(16)
        << row.ratio.leftJustified(8) << row.goal << Qt::endl;
}

} // namespace

void print(const QList<Row> &rows)
{
    QTextStream out(stdout);
    line(out,
         {.name = u"what"_s,
          .ours = u"median"_s,
          .limit = u"limit"_s,
          .ratio = u"ratio"_s,
          .goal = u"goal"_s});
    for (const Row &row : rows)
        line(out, row);
}

} // namespace hall::bench

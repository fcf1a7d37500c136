#include "store/lookrows.h"

#include "store/caserows.h"
#include "store/ownrows.h"
#include "store/rowvalues.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString looksSql
    = u"select at, staff, post, stream, kind, purpose from look where at >= :from"
      u" order by at desc limit :limit"_s;

LookRow lookFrom(Query &row)
{
    return {.at = row.number("at"_L1),
            .staff = row.text("staff"_L1),
            .post = row.text("post"_L1),
            .stream = StreamId::fromText(row.text("stream"_L1)),
            .kind = row.number("kind"_L1) == 0 ? LookKind::Opened : LookKind::Numbers,
            .purpose = row.text("purpose"_L1)};
}

} // namespace

Result<Done> writeLook(WriteTx &tx, const LookRow &look)
{
    return putRow(tx, u"look"_s,
                  {{u"at"_s, look.at},
                   {u"staff"_s, textValue(look.staff)},
                   {u"stream"_s, look.stream.text()},
                   {u"kind"_s, static_cast<int>(look.kind)}},
                  {{u"post"_s, textValue(look.post)}, {u"purpose"_s, textValue(look.purpose)}});
}

Result<QList<LookRow>> looks(const ReadTx &tx, qint64 from, int limit)
{
    QList<LookRow> rows;
    {
        Query query(tx.connection(), looksSql);
        query.bind(":from"_L1, from).bind(":limit"_L1, limit);
        const Result<QList<LookRow>> read = rowsOf(query, lookFrom);
        if (!read.ok())
            return read;
        rows = read.value();
    }
    for (LookRow &look : rows) {
        const Result<CaseRow> known = caseRow(tx, look.stream);
        if (!known.ok())
            continue;
        look.number = known.value().number;
        look.itemCode = known.value().itemCode;
    }
    return rows;
}

} // namespace hall

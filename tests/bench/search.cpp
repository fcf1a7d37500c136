#include "search.h"

#include "store/casecard.h"
#include "store/search.h"

#include <QElapsedTimer>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

struct Found
{
    double ms = 0;
    QList<QByteArray> ids = {};
};

struct Timings
{
    Samples ours = {};
    Samples limit = {};
    qsizetype rows = 0;
};

/// The rows themselves by their unique index, and nothing else.
double bareLookUp(const ReadTx &tx, const QList<QByteArray> &ids)
{
    // By the stream's id: case_row.id itself has no index (resources/sql).
    static const QString sql = u"SELECT "_s + caseRowColumns()
        + u" FROM case_row WHERE key = (SELECT key FROM stream WHERE id = :id)"_s;
    return timed([&] {
        QList<CaseRow> rows;
        for (const QByteArray &id : ids) {
            Query query(tx.connection(), sql);
            query.bind(":id"_L1, id);
            const Result<bool> more = query.next();
            if (more.ok() && more.value())
                rows.append(caseRowFrom(query));
        }
    });
}

Found searchOnce(const ReadTx &tx, const QString &text)
{
    Found found;
    found.ms = timed([&] {
        const Result<QList<CaseHit>> hits = searchCases(tx, text, 50);
        if (!hits.ok())
            return;
        for (const CaseHit &hit : hits.value())
            found.ids.append(hit.row.id.bytes());
    });
    return found;
}

Timings measure(Store &store, const QStringList &texts)
{
    QFuture<Result<Timings>> done = store.read([texts](ReadTx &tx) -> Result<Timings> {
        Timings timings;
        for (int round = 0; round < 2; ++round) { // the first one warms the pages
            for (const QString &text : texts) {
                const Found found = searchOnce(tx, text);
                const double bare = bareLookUp(tx, found.ids);
                if (round == 0)
                    continue;
                timings.ours.add(found.ms);
                timings.limit.add(bare);
                timings.rows += found.ids.size();
            }
        }
        return timings;
    });
    done.waitForFinished();
    return done.result().ok() ? done.result().value() : Timings{};
}

Row rowOf(const QString &name, const Timings &timings)
{
    const qsizetype texts = std::max<qsizetype>(1, timings.ours.count());
    return ratioRow(u"%1, %2 rows shown"_s.arg(name).arg(timings.rows / texts), timings.ours,
                    timings.limit, u"≤ 3"_s);
}

} // namespace

QList<Row> measureSearch(Store &store)
{
    People people(21);
    QStringList names;
    QStringList tails;
    QStringList initials;
    for (int i = 0; i < 100; ++i) {
        const QString name = people.name();
        names.append(name.size() > 2 ? name.mid(1) : name);
        tails.append(people.number().right(4));
        initials.append(QStringList{u"wjg"_s, u"lmh"_s, u"zwf"_s, u"cjl"_s, u"yxy"_s}.at(i % 5));
    }
    return {rowOf(u"two-character name"_s, measure(store, names)),
            rowOf(u"number tail"_s, measure(store, tails)),
            rowOf(u"pinyin initials"_s, measure(store, initials))};
}

} // namespace hall::bench

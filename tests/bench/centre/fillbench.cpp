#include "tests/bench/centre/fillbench.h"

#include "tests/bench/centre/joinedstore.h"
#include "tests/bench/centre/rawstore.h"

#include <QTemporaryDir>

namespace hall::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int closedCases = 40'000;

/// One closed case of the town many times over, each under a name and a number of its own.
const QByteArray growSql = R"(
set session_replication_role = replica;
insert into app.stream
select (jsonb_populate_record(null::app.stream, to_jsonb(s) || jsonb_build_object('stream', gen_random_uuid(), 'number', 'G' || g,
         'name', null, 'is_open', false,
         'head', s.head || jsonb_build_object('number', 'G' || g, 'name', substr('王李张刘陈杨黄赵吴周', 1 + g % 10, 1)
                 || substr('建国明华英丽军伟芳敏静强磊洋勇', 1 + g % 15, 1) || substr('秀兰玉珍红梅志海燕晓东', 1 + g / 7 % 11, 1),
                 'idNumber', '441900' || 19500101 + g % 20000 || lpad((g % 1000)::text, 3, '0') || 'X')))).*
  from generate_series(1, )"
    + QByteArray::number(closedCases) + R"() g,
       (select * from app.stream where kind = 1 order by pos limit 1) s;
insert into app.scope_stream select town, scope, is_open, stream from app.stream, unnest(scopes) scope
 where number like 'G%';
)";
constexpr auto rowsSql = "copy (select stream, kind, is_open, head::text, state, pos, chain from "
                         "app.stream where kind <> 7 and not is_open) to stdout (format binary)";

} // namespace

QList<Row> measureFilling(DemoTown &town, const QString &scratch)
{
    const QString name = u"first start, %1 ended cases searchable / insert + COPY"_s;
    const qint64 open
        = town.ask("select count(*) from app.stream where kind = 1 and is_open").toLongLong();
    const QTemporaryDir folder(scratch + u"/fill-XXXXXX"_s);
    JoinedStore joined(town, folder.path(), u"A02"_s);
    if (!town.sql(growSql) || !town.sql("analyze app.stream") || !joined.open()
        || !joined.follow(town.head(), false))
        return {{.name = name.arg(closedCases), .ours = u"not prepared"_s}};
    bool isGood = true;
    Samples openPart;
    Samples closedPart;
    openPart.add(timed([&] { isGood = joined.fill(ScopeState::Fill::Open); }));
    closedPart.add(timed([&] { isGood = isGood && joined.fill(ScopeState::Fill::Closed); }));
    Samples copied;
    const std::unique_ptr<Bare> bare = town.bare();
    RawStore raw(folder.filePath(u"raw.sqlite"_s), joined.database());
    copied.add(timed([&] {
        bare->copy(rowsSql);
        isGood = isGood && raw.commitMany(QByteArray(175, 'x'), closedCases);
    }));
    if (!isGood)
        return {{.name = name.arg(closedCases), .ours = u"failed"_s}};
    const auto seconds
        = [](const Samples &samples) { return u"%1 s"_s.arg(samples.median() / 1000, 0, 'f', 2); };
    return {{.name = u"first start, %1 open cases usable"_s.arg(open),
             .ours = seconds(openPart),
             .goal = u"≤ 2 s"_s},
            ratioRow(name.arg(closedCases), closedPart, copied, u"≤ 5"_s)};
}

} // namespace hall::bench

#include "sync/admin/schemasteps.h"

#include "sync/postgres/serversession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

// A resource of a static library is dropped by the linker unless something names it; the macro must
// stand outside of any namespace.
static void keepCentreResource()
{
    Q_INIT_RESOURCE(centresql);
}

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr auto makeTableSql
    = "create table if not exists public.onehall_step (number int primary key, name text not null,"
      " sha256 text not null, at timestamptz not null default now());"
      "revoke all on public.onehall_step from public;";
constexpr auto hasTableSql = "select to_regclass('public.onehall_step') is not null";
constexpr auto stepsSql = "select number, name, sha256 from public.onehall_step order by number";

Result<QList<SchemaStep>> stepsThere(ServerSession &session, QList<QString> &hashes)
{
    const Result<Rows> has = session.call(hasTableSql);
    if (!has.ok())
        return has.error();
    QList<SchemaStep> there;
    if (!has.value().truth(0, 0))
        return there;
    const Result<Rows> rows = session.call(stepsSql);
    if (!rows.ok())
        return rows.error();
    for (int row = 0; row < rows.value().count(); ++row) {
        there.append({.number = static_cast<int>(rows.value().number(row, 0)),
                      .name = rows.value().text(row, 1)});
        hashes.append(rows.value().text(row, 2));
    }
    return there;
}

/// Nothing when what is there is a beginning of what is shipped.
std::optional<Error> difference(const QList<SchemaStep> &there, const QList<QString> &hashes,
                                const QList<SchemaStep> &steps)
{
    for (qsizetype i = 0; i < there.size(); ++i) {
        if (i >= steps.size())
            return Error{ErrorKind::CentreTooOld, u"newer"_s};
        if (there[i].number != steps[i].number || hashes[i] != steps[i].sha256())
            return Error{ErrorKind::CentreRefused, u"step "_s + there[i].name};
    }
    return std::nullopt;
}

Result<Done> apply(ServerSession &session, const SchemaStep &step)
{
    const QByteArray record = "insert into public.onehall_step (number, name, sha256) values ("
        + QByteArray::number(step.number) + ", '" + step.name.toUtf8() + "', '"
        + step.sha256().toUtf8() + "');";
    // `set local role` of a step ends with its transaction; the record is written as who we are.
    const Result<Done> done
        = session.script("begin;\n" + step.sql + "\n;reset role;" + record + "commit;");
    if (done.ok())
        return done;
    const QString words = session.lastWords();
    const Result<Done> undone = session.script("rollback");
    if (!undone.ok())
        return undone;
    return Error{ErrorKind::CentreRefused, u"step %1: %2"_s.arg(step.name, words)};
}

} // namespace

QString SchemaStep::sha256() const
{
    return QString::fromLatin1(QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex());
}

QList<SchemaStep> shippedSteps()
{
    keepCentreResource();
    QList<SchemaStep> steps;
    const QStringList names = QDir(u":/centre/sql"_s).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(u":/centre/sql/"_s + name);
        if (file.open(QIODevice::ReadOnly))
            steps.append({.number = name.left(4).toInt(), .name = name, .sql = file.readAll()});
    }
    return steps;
}

Result<UpgradeReport> upgradeSchema(ServerSession &session, const QList<SchemaStep> &steps)
{
    QList<QString> hashes;
    const Result<QList<SchemaStep>> there = stepsThere(session, hashes);
    if (!there.ok())
        return there.error();
    if (const std::optional<Error> other = difference(there.value(), hashes, steps))
        return *other;
    if (there.value().isEmpty()) {
        const Result<Done> made = session.script(makeTableSql);
        if (!made.ok())
            return made.error();
    }
    UpgradeReport report{.before = there.value().isEmpty() ? 0 : there.value().last().number};
    report.after = report.before;
    for (const SchemaStep &step : steps.sliced(there.value().size())) {
        const Result<Done> applied = apply(session, step);
        if (!applied.ok())
            return applied.error();
        report.after = step.number;
        report.applied.append(step.name);
    }
    return report;
}

Result<int> schemaStep(ServerSession &session)
{
    QList<QString> hashes;
    const Result<QList<SchemaStep>> there = stepsThere(session, hashes);
    if (!there.ok())
        return there.error();
    return there.value().isEmpty() ? 0 : there.value().last().number;
}

} // namespace hall

#include "store/movingdates.h"

#include "store/clockrows.h"
#include "store/projection.h"
#include "store/rowvalues.h"
#include "store/settings.h"

#include <QStringList>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString settingKey = u"store.dates"_s;

// By the streams with a journal, not by the rows: cold ones are a million. A closed case keeps the
// dates it was closed under unless they lie in the changed time.
const QString datedFrom
    = u" FROM stream CROSS JOIN case_row ON case_row.key = stream.key WHERE stream.kind = :kind "
      "AND stream.count > 0 AND stream.key > :after AND (phase < 6 OR :from = 0 "
      "OR max(coalesce(promise_due, 0), coalesce(legal_due, 0), coalesce(receipt_due, 0), "
      "coalesce(correction_due, 0), coalesce(delivery_due, 0), coalesce(closed_day, 0)) >= :from)"_s;
const QString datedSql
    = u"SELECT stream.key, stream.id, phase"_s + datedFrom + u" ORDER BY stream.key LIMIT :limit"_s;
const QString countSql = u"SELECT count(*) AS n"_s + datedFrom;

/// What is still to do.
struct Left
{
    qint64 from = 0;  ///< yyyymmdd; 0 = all dates
    qint64 after = 0; ///< key of the last case that is done
    MovingDates progress = {};
};

QString textOf(const Left &left)
{
    return u"%1 %2 %3 %4"_s.arg(left.from)
        .arg(left.after)
        .arg(left.progress.done)
        .arg(left.progress.all);
}

Result<std::optional<Left>> leftIn(Connection &connection)
{
    const Result<QString> text = setting(connection, settingKey);
    if (!text.ok())
        return text.error();
    const QStringList parts = text.value().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() != 4)
        return std::optional<Left>();
    return std::optional<Left>(
        Left{.from = parts.at(0).toLongLong(),
             .after = parts.at(1).toLongLong(),
             .progress = {.done = parts.at(2).toLongLong(), .all = parts.at(3).toLongLong()}});
}

Query &bindLeft(Query &query, const Left &left)
{
    return query.bind(":kind"_L1, static_cast<int>(StreamKind::Case))
        .bind(":after"_L1, left.after)
        .bind(":from"_L1, left.from);
}

struct Dated
{
    qint64 key = 0;
    StreamId id = {};
    bool isOpen = true;
};

Result<QList<Dated>> datedCases(WriteTx &tx, const Left &left, int limit)
{
    Query query(tx.connection(), datedSql);
    bindLeft(query, left).bind(":limit"_L1, limit);
    return rowsOf(query, [](Query &row) {
        return Dated{.key = row.number("key"_L1),
                     .id = StreamId::fromBytes(row.bytes("id"_L1)),
                     .isOpen = row.number("phase"_L1) < static_cast<int>(Phase::Closed)};
    });
}

/// A closed case's figures follow its dates too: it is projected as a whole.
Result<Done> projectClosed(WriteTx &tx, const QList<Dated> &cases)
{
    for (const Dated &dated : cases) {
        if (dated.isOpen)
            continue;
        const Result<CaseFile> file = tx.caseFile(dated.id);
        if (!file.ok())
            return file.error();
        const Result<Done> done = project(tx, file.value(), dated.key, false);
        if (!done.ok())
            return done;
        tx.changes().cases.insert(dated.id);
    }
    return Done{};
}

Result<Done> moveCases(WriteTx &tx, const Left &left, const QList<Dated> &cases)
{
    if (cases.isEmpty())
        return Done{};
    const Result<QList<ClockRow>> clocks = clocksBetween(tx, left.after, cases.last().key);
    if (!clocks.ok())
        return clocks.error();
    DueReckoner reckoner(tx.reference().calendar, tx.reference().hall);
    for (const ClockRow &row : clocks.value()) {
        const Result<bool> moved = moveDates(tx, row, reckoner);
        if (!moved.ok())
            return moved.error();
        if (moved.value())
            tx.changes().cases.insert(row.id);
    }
    return projectClosed(tx, cases);
}

} // namespace

Result<std::optional<MovingDates>> movingDates(Connection &connection)
{
    const Result<std::optional<Left>> left = leftIn(connection);
    if (!left.ok())
        return left.error();
    return left.value() ? std::optional(left.value()->progress) : std::nullopt;
}

Result<Done> forgetMoving(WriteTx &tx)
{
    return setOwnSetting(tx.connection(), settingKey, {});
}

Result<Done> beginMoving(WriteTx &tx, const QDate &changedFrom)
{
    const Result<std::optional<Left>> before = leftIn(tx.connection());
    if (!before.ok())
        return before.error();
    Left left{.from = changedFrom.isValid() ? dayValue(changedFrom).toLongLong() : 0};
    if (before.value())
        left.from = std::min(left.from, before.value()->from);
    Query count(tx.connection(), countSql);
    bindLeft(count, left);
    const Result<bool> row = count.next();
    if (!row.ok())
        return row.error();
    left.progress.all = count.number("n"_L1);
    const Result<Done> noted = setOwnSetting(tx.connection(), settingKey, textOf(left));
    if (!noted.ok() || left.progress.all > datesSlice)
        return noted;
    return finishMoving(tx);
}

Result<bool> moveSlice(WriteTx &tx)
{
    const Result<std::optional<Left>> noted = leftIn(tx.connection());
    if (!noted.ok())
        return noted.error();
    if (!noted.value())
        return false;
    Left left = *noted.value();
    const Result<QList<Dated>> cases = datedCases(tx, left, datesSlice);
    if (!cases.ok())
        return cases.error();
    Result<Done> done = moveCases(tx, left, cases.value());
    if (!done.ok())
        return done.error();
    const bool isMore = cases.value().size() == datesSlice;
    if (isMore) {
        left.after = cases.value().last().key;
        left.progress.done += cases.value().size();
    }
    done = isMore ? setOwnSetting(tx.connection(), settingKey, textOf(left)) : forgetMoving(tx);
    if (!done.ok())
        return done.error();
    return isMore;
}

Result<Done> finishMoving(WriteTx &tx)
{
    Result<bool> more = true;
    while (more.ok() && more.value())
        more = moveSlice(tx);
    if (!more.ok())
        return more.error();
    return Done{};
}

} // namespace hall

#include "store/milestones.h"

#include "store/rowvalues.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString insertSql
    = u"INSERT OR REPLACE INTO mile (day, kind, key, nth, is_folded, minute, window, dept, item, "
      u"actor, "
      "case_type, finish, grade, days_used, legal_days) VALUES (:day, :kind, :key, :nth, "
      ":is_folded, "
      ":minute, :window, :dept, :item, :actor, :case_type, :finish, :grade, :days_used, :legal_days)"_s;
const QString deleteSql = u"DELETE FROM mile WHERE key = :key AND is_folded = 1"_s;
const QString storedSql
    = u"SELECT day, kind, nth, minute, window, dept, item, actor, case_type, finish, grade, "
      "days_used, legal_days FROM mile WHERE key = :key AND is_folded = 1"_s;
const QString deleteOneSql
    = u"DELETE FROM mile WHERE day = :day AND kind = :kind AND key = :key AND nth = :nth"_s;
// Kinds and days as insertColdRows() writes them.
const QString deleteColdSql
    = u"DELETE FROM mile WHERE key = :key AND is_folded = 0 AND kind IN (1, 2, 9) AND day IN "
      "(SELECT registered_day FROM case_row WHERE key = :key UNION SELECT accepted_day FROM "
      "case_row "
      "WHERE key = :key UNION SELECT closed_day FROM case_row WHERE key = :key)"_s;

const QString insertStopSql
    = u"INSERT INTO stop (key, nth, from_day, to_day) VALUES (:key, :nth, :from_day, :to_day)"_s;
const QString deleteStopsSql = u"DELETE FROM stop WHERE key = :key"_s;

struct Mark
{
    Milestone kind = Milestone::Received;
    int nth = 0;
    qint64 at = 0;
    QString actor = {};
};

/// A row of the table.
struct Mile
{
    qint64 day = 0;
    int kind = 0;
    int nth = 0;
    int minute = 0;
    QString window = {};
    QString dept = {};
    QString item = {};
    QString actor = {};
    int caseType = 0;
    QString finish = {};
    int grade = 0;
    int daysUsed = 0;
    int legalDays = 0;
    bool operator==(const Mile &) const = default;
};

int minuteOf(qint64 ms)
{
    return hallTime(instantOf(ms)).msecsSinceStartOfDay() / 60000;
}

Mile mileOf(const CaseCard &card, const Mark &mark)
{
    const bool isEnd = mark.kind == Milestone::Ended;
    const CaseRow &row = card.row;
    return {.day = dayValue(mark.at).toLongLong(),
            .kind = static_cast<int>(mark.kind),
            .nth = mark.nth,
            .minute = minuteOf(mark.at),
            .window = row.window,
            .dept = row.dept,
            .item = row.itemCode,
            .actor = mark.actor,
            .caseType = static_cast<int>(row.caseType),
            .finish = isEnd ? row.finish : QString(),
            .grade = isEnd ? static_cast<int>(closingGrade(card)) : 0,
            .daysUsed = isEnd ? card.daysUsed : 0,
            .legalDays = isEnd ? card.legalDays : 0};
}

Result<Done> insertMile(WriteTx &tx, qint64 key, bool isFolded, const Mile &mile)
{
    Query query(tx.connection(), insertSql);
    return bindAll(query,
                   {{":day"_L1, mile.day},
                    {":kind"_L1, mile.kind},
                    {":key"_L1, key},
                    {":nth"_L1, mile.nth},
                    {":is_folded"_L1, isFolded ? 1 : 0},
                    {":minute"_L1, mile.minute},
                    {":window"_L1, textValue(mile.window)},
                    {":dept"_L1, textValue(mile.dept)},
                    {":item"_L1, textValue(mile.item)},
                    {":actor"_L1, textValue(mile.actor)},
                    {":case_type"_L1, mile.caseType},
                    {":finish"_L1, textValue(mile.finish)},
                    {":grade"_L1, mile.grade},
                    {":days_used"_L1, mile.daysUsed},
                    {":legal_days"_L1, mile.legalDays}})
        .run();
}

Result<Done> deleteMile(WriteTx &tx, qint64 key, const Mile &mile)
{
    Query query(tx.connection(), deleteOneSql);
    return bindAll(query,
                   {{":day"_L1, mile.day},
                    {":kind"_L1, mile.kind},
                    {":key"_L1, key},
                    {":nth"_L1, mile.nth}})
        .run();
}

Result<QList<Mile>> storedMiles(const ReadTx &tx, qint64 key)
{
    Query query(tx.connection(), storedSql);
    query.bind(":key"_L1, key);
    return rowsOf(query, [](Query &row) {
        return Mile{.day = row.number("day"_L1),
                    .kind = int(row.number("kind"_L1)),
                    .nth = int(row.number("nth"_L1)),
                    .minute = int(row.number("minute"_L1)),
                    .window = row.text("window"_L1),
                    .dept = row.text("dept"_L1),
                    .item = row.text("item"_L1),
                    .actor = row.text("actor"_L1),
                    .caseType = int(row.number("case_type"_L1)),
                    .finish = row.text("finish"_L1),
                    .grade = int(row.number("grade"_L1)),
                    .daysUsed = int(row.number("days_used"_L1)),
                    .legalDays = int(row.number("legal_days"_L1))};
    });
}

/// Milestones that a move of the journal is, by the sort of its action and the states' clocks.
class MoveReader
{
public:
    explicit MoveReader(const Definition *definition)
        : m_definition(definition)
    {
    }

    [[nodiscard]] std::optional<Milestone> kindOf(const HistoryLine &line) const
    {
        const ActionDef *action = m_definition ? m_definition->action(line.action) : nullptr;
        if (!action || line.isIrregular || line.type != "moved"_L1)
            return {};
        if (action->sort == ActionSort::Refuse)
            return Milestone::Refused;
        if (action->sort == ActionSort::Correct)
            return Milestone::Corrected;
        if (action->sort == ActionSort::Withdraw)
            return Milestone::Returned;
        if (isOutside(line.to) && !isOutside(line.from))
            return Milestone::SentUp;
        return {};
    }

private:
    [[nodiscard]] bool isOutside(const QString &state) const
    {
        const StateDef *def = m_definition->state(state);
        return def && def->clock == ClockMode::Outside;
    }

    const Definition *m_definition;
};

QList<Mark> marksOfMoves(const CaseFile &file, const MoveReader &reader)
{
    QList<Mark> marks;
    QMap<Milestone, int> counts;
    for (const HistoryLine &line : file.history) {
        if (const std::optional<Milestone> kind = reader.kindOf(line))
            marks.append(
                {.kind = *kind, .nth = counts[*kind]++, .at = line.at, .actor = line.actor});
    }
    return marks;
}

/// Who brought about the milestone that carries this instant.
QString actorAt(const CaseFile &file, qint64 at)
{
    for (auto line = file.history.crbegin(); line != file.history.crend(); ++line) {
        if (line->at == at && line->type == "moved"_L1 && !line->isIrregular)
            return line->actor;
    }
    return {};
}

QList<Mark> marksOf(const CaseFile &file, const Definitions &definitions)
{
    const MoveReader reader(definitions.find(file.item.workflow, file.definitionVersion));
    QList<Mark> marks = marksOfMoves(file, reader);
    const auto add = [&marks](Milestone kind, qint64 at, const QString &actor) {
        if (at != 0)
            marks.append({.kind = kind, .at = at, .actor = actor});
    };
    add(Milestone::Received, file.registeredAt, file.clerk);
    add(Milestone::Accepted, file.acceptedAt, file.acceptedBy);
    add(Milestone::Decided, file.decidedAt, actorAt(file, file.decidedAt));
    add(Milestone::Ready, file.readyAt, actorAt(file, file.readyAt));
    add(Milestone::Ended, file.closedAt, actorAt(file, file.closedAt));
    return marks;
}

QList<Mile> milesOf(const WriteTx &tx, const CaseFile &file, const CaseCard &card)
{
    QList<Mile> miles;
    for (const Mark &mark : marksOf(file, tx.reference().definitions))
        miles.append(mileOf(card, mark));
    return miles;
}

Result<Done> insertMiles(WriteTx &tx, qint64 key, const CaseCard &card, const QList<Mile> &miles)
{
    for (const Mile &mile : miles) {
        const Result<Done> written = insertMile(tx, key, card.row.isFolded, mile);
        if (!written.ok())
            return written;
    }
    return Done{};
}

} // namespace

ClosingGrade closingGrade(const CaseCard &card)
{
    const QDate due = card.row.light.promiseDue;
    if (card.row.closedAt == 0 || card.row.acceptedAt == 0 || !due.isValid())
        return ClosingGrade::None;
    const QDate done = hallDate(instantOf(card.readyAt != 0 ? card.readyAt : card.row.closedAt));
    if (done == due)
        return ClosingGrade::OnTime;
    return done < due ? ClosingGrade::Early : ClosingGrade::Late;
}

Result<Done> writeMiles(WriteTx &tx, qint64 key, const CaseFile &file, const CaseCard &card)
{
    return insertMiles(tx, key, card, milesOf(tx, file, card));
}

Result<Done> renewMiles(WriteTx &tx, qint64 key, const CaseFile &file, const CaseCard &card)
{
    QList<Mile> wanted = milesOf(tx, file, card);
    const Result<QList<Mile>> stored = storedMiles(tx, key);
    if (!stored.ok())
        return stored.error();
    for (const Mile &mile : stored.value()) {
        if (wanted.removeOne(mile))
            continue;
        const Result<Done> gone = deleteMile(tx, key, mile);
        if (!gone.ok())
            return gone;
    }
    return insertMiles(tx, key, card, wanted);
}

Result<Done> removeMiles(WriteTx &tx, qint64 key)
{
    return Query(tx.connection(), deleteSql).bind(":key"_L1, key).run();
}

Result<Done> writeStops(WriteTx &tx, qint64 key, const CaseFile &file)
{
    for (qsizetype nth = 0; nth < file.stops.size(); ++nth) {
        const ClockStop &stop = file.stops.at(nth);
        Query query(tx.connection(), insertStopSql);
        const Result<Done> written = bindAll(query,
                                             {{":key"_L1, key},
                                              {":nth"_L1, nth},
                                              {":from_day"_L1, dayValue(stop.from)},
                                              {":to_day"_L1, dayValue(stop.to)}})
                                         .run();
        if (!written.ok())
            return written;
    }
    return Done{};
}

Result<Done> removeStops(WriteTx &tx, qint64 key)
{
    return Query(tx.connection(), deleteStopsSql).bind(":key"_L1, key).run();
}

Result<Done> removeColdMiles(WriteTx &tx, qint64 key)
{
    return Query(tx.connection(), deleteColdSql).bind(":key"_L1, key).run();
}

} // namespace hall

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

int minuteOf(qint64 ms)
{
    return hallTime(instantOf(ms)).msecsSinceStartOfDay() / 60000;
}

Result<Done> writeMark(WriteTx &tx, qint64 key, const CaseCard &card, const Mark &mark)
{
    const bool isEnd = mark.kind == Milestone::Ended;
    const CaseRow &row = card.row;
    Query query(tx.connection(), insertSql);
    return bindAll(query,
                   {{":day"_L1, dayValue(mark.at)},
                    {":kind"_L1, static_cast<int>(mark.kind)},
                    {":key"_L1, key},
                    {":nth"_L1, mark.nth},
                    {":is_folded"_L1, row.isFolded ? 1 : 0},
                    {":minute"_L1, minuteOf(mark.at)},
                    {":window"_L1, textValue(row.window)},
                    {":dept"_L1, textValue(row.dept)},
                    {":item"_L1, textValue(row.itemCode)},
                    {":actor"_L1, textValue(mark.actor)},
                    {":case_type"_L1, static_cast<int>(row.caseType)},
                    {":finish"_L1, isEnd ? textValue(row.finish) : textValue({})},
                    {":grade"_L1, isEnd ? static_cast<int>(closingGrade(card)) : 0},
                    {":days_used"_L1, isEnd ? card.daysUsed : 0},
                    {":legal_days"_L1, isEnd ? card.legalDays : 0}})
        .run();
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
    for (const Mark &mark : marksOf(file, tx.reference().definitions)) {
        const Result<Done> written = writeMark(tx, key, card, mark);
        if (!written.ok())
            return written;
    }
    return Done{};
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

#include "store/pilerows.h"

#include "store/casecard.h"
#include "store/rowvalues.h"

#include <QSet>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const QString deleteSql = u"DELETE FROM pile WHERE key = :key"_s;
const QString insertSql = u"INSERT INTO pile (key, branch, state, name_zh, name_en, role, dept, "
                          u"member, since, due, expects, "
                          "barred) VALUES (:key, :branch, :state, :name_zh, :name_en, :role, "
                          ":dept, :member, :since, :due, "
                          ":expects, :barred)"_s;
// A post without department sees all of its role; a branch without one lies in every department's
// pile.
const QString pileSql
    = u"SELECT pile.branch, pile.state AS pile_state, name_zh, name_en, pile.dept AS pile_dept, "
      u"member, "
      "since, due, expects, %1 FROM pile JOIN case_row ON case_row.key = pile.key "
      "WHERE role = :role AND (:dept = '' OR pile.dept = '' OR pile.dept = :dept) "
      "AND (barred = '' OR instr(barred, :staff) = 0) ORDER BY since, pile.key, pile.branch"_s;

QDate dueOf(const CaseCard &card)
{
    switch (card.row.phase) {
    case Phase::Received:
        return card.row.receiptDue;
    case Phase::Correction:
        return card.row.correctionDue;
    case Phase::Delivery:
        return card.row.deliveryDue;
    case Phase::Review:
    case Phase::Decision:
    case Phase::Making:
    case Phase::Closed:
    case Phase::Refused:
    case Phase::Withdrawn:
    case Phase::Lapsed:
    case Phase::Void:
        break;
    }
    return card.row.stepDue.isValid() ? card.row.stepDue : card.row.light.promiseDue;
}

/// People who acted on the case and therefore may take fewer of the actions here than a colleague
/// in the same post: four eyes stand in decide(), this asks it.
QString barredFrom(const CaseFile &file, const Branch &branch, const Owner &owner,
                   const Reference &reference)
{
    QSet<QString> actors;
    for (const QStringList &staff : file.eyes)
        actors.unite(QSet<QString>(staff.begin(), staff.end()));
    for (const Branch &other : file.branches)
        actors.insert(other.actor);
    actors.remove(QString());
    if (actors.isEmpty())
        return {};
    Actor actor{
        .staff = u"*"_s, .post = {.role = owner.role, .dept = owner.dept}, .window = file.window};
    const qsizetype anybody = possibleActions(file, branch.id, actor, reference).size();
    QStringList barred;
    for (const QString &staff : std::as_const(actors)) {
        actor.staff = staff;
        if (possibleActions(file, branch.id, actor, reference).size() < anybody)
            barred.append(staff);
    }
    barred.sort();
    return barred.isEmpty() ? QString() : u' ' + barred.join(u' ') + u' ';
}

Result<Done> writeBranch(WriteTx &tx, qint64 key, const CaseFile &file, const CaseCard &card,
                         const Branch &branch)
{
    const Reference &reference = tx.reference();
    const std::optional<Owner> owner = ownerOf(file, branch, reference.definitions);
    if (!owner)
        return Done{};
    const Definition *definition
        = reference.definitions.find(file.item.workflow, file.definitionVersion);
    const StateDef *state = definition ? definition->state(branch.state) : nullptr;
    const LocalText name = state ? state->name : LocalText{.zh = branch.state, .en = branch.state};
    Query query(tx.connection(), insertSql);
    return bindAll(query,
                   {{":key"_L1, key},
                    {":branch"_L1, textValue(branch.id)},
                    {":state"_L1, textValue(branch.state)},
                    {":name_zh"_L1, textValue(name.zh)},
                    {":name_en"_L1, textValue(name.en)},
                    {":role"_L1, static_cast<int>(owner->role)},
                    {":dept"_L1, textValue(owner->dept)},
                    {":member"_L1, textValue(branch.member)},
                    {":since"_L1, branch.since},
                    {":due"_L1, dayValue(dueOf(card))},
                    {":expects"_L1, idValue(branch.last)},
                    {":barred"_L1, textValue(barredFrom(file, branch, *owner, reference))}})
        .run();
}

PileRow pileRowFrom(const Query &query, Role role)
{
    PileRow pile;
    pile.branch = query.text("branch"_L1);
    pile.state = query.text("pile_state"_L1);
    pile.stateText = {.zh = query.text("name_zh"_L1), .en = query.text("name_en"_L1)};
    pile.stateName = pile.stateText.zh;
    pile.role = role;
    pile.dept = query.text("pile_dept"_L1);
    pile.member = query.text("member"_L1);
    pile.since = query.number("since"_L1);
    pile.due = dayFrom(query.number("due"_L1));
    pile.expects = EventId::fromBytes(query.bytes("expects"_L1));
    pile.row = caseRowFrom(query);
    return pile;
}

} // namespace

Result<Done> removePile(WriteTx &tx, qint64 key)
{
    return Query(tx.connection(), deleteSql).bind(":key"_L1, key).run();
}

Result<Done> writePile(WriteTx &tx, qint64 key, const CaseFile &file, const CaseCard &card)
{
    if (file.isClosed())
        return Done{};
    for (const Branch &branch : file.openBranches()) {
        const Result<Done> written = writeBranch(tx, key, file, card, branch);
        if (!written.ok())
            return written;
    }
    return Done{};
}

Result<QList<PileRow>> pileOf(const ReadTx &tx, const Post &post, const QString &staff)
{
    Query query(tx.connection(), pileSql.arg(caseRowColumns()));
    bindAll(query,
            {{":role"_L1, static_cast<int>(post.role)},
             {":dept"_L1, textValue(post.dept)},
             {":staff"_L1, u' ' + staff + u' '}});
    return rowsOf(query, [&post](Query &row) { return pileRowFrom(row, post.role); });
}

} // namespace hall

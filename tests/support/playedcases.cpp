#include "playedcases.h"

#include "store/referencerows.h"

#include <QJsonDocument>

namespace hall::test {

using namespace Qt::StringLiterals;

namespace {

Command filledAct(const QString &action, const QString &branch, const QString &back = {})
{
    Act act{.action = action,
            .branch = branch,
            .opinion = u"同意"_s,
            .reason = u"理由"_s,
            .manifest = "{}"};
    act.details = {.returnTo = back,
                   .ground = u"理由"_s,
                   .findings = Findings{.place = u"现场"_s, .text = u"相符"_s},
                   .collector = Collector{.name = u"王"_s, .relation = u"本人"_s},
                   .certificate = u"证0001"_s};
    return act;
}

} // namespace

Result<Done> PlayedCases::publish()
{
    const Reference &reference = m_hall.reference;
    QList<QJsonObject> bodies{publicationBody(u"hall"_s, u"hall"_s, reference.hall.json())};
    for (const Department &dept : reference.departments)
        bodies.append(publicationBody(u"department"_s, dept.code, dept.json()));
    for (const Window &window : reference.windows)
        bodies.append(publicationBody(u"window"_s, window.code, window.json()));
    for (const StaffMember &member : reference.staff)
        bodies.append(publicationBody(u"staff"_s, member.code, member.json()));
    for (const Definition *definition : reference.definitions.all()) {
        bodies.append(publicationBody(u"definition"_s, definition->code(),
                                      QJsonDocument::fromJson(definition->json()).object()));
    }
    for (const ItemDef &item : reference.items)
        bodies.append(publicationBody(u"item"_s, item.code, item.json()));
    QList<Event> events;
    for (const QJsonObject &body : std::as_const(bodies)) {
        events.append(
            sealed({.id = m_fixture.ids.make<EventId>(),
                    .kind = StreamKind::Hall,
                    .stream = StreamId::fromText(u"11111111-1111-4111-8111-111111111111"_s),
                    .type = QString(publishedType),
                    .action = u"publish"_s,
                    .actor = u"admin"_s,
                    .post = u"/administrator"_s,
                    .station = u"A01"_s,
                    .actedAt = m_fixture.clock.now().toMSecsSinceEpoch()},
                   body));
    }
    return await(m_fixture.store().write([events](WriteTx &tx) { return tx.append(events); }));
}

Result<StreamId> PlayedCases::open(const QString &item)
{
    const QStringList families{u"王"_s, u"单"_s, u"曾"_s, u"𠮷"_s};
    const int who = below(12);
    Registration opening
        = m_fixture.registration(families.at(who % 4) + u"建国"_s + QString::number(who), item);
    opening.applicant.id = ApplicantId(QUuid(uint(who + 1), 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    opening.applicant.address = u"大朗镇长富路%1号"_s.arg(who);
    opening.applicant.phone = u"1380000%1"_s.arg(1000 + below(3));
    opening.lines = {{.line = 1, .originals = 1, .verdict = LineVerdict::Right},
                     {.line = 2, .copies = 1, .verdict = LineVerdict::Right}};
    return await(m_fixture.store().write([this, opening](WriteTx &tx) -> Result<StreamId> {
        const Context context{tx.reference(), m_hall.actor(u"clerk1"_s), tx.clock().now(),
                              m_fixture.ids, tx.numbers()};
        const Result<QList<Event>> events = openCase(opening, context);
        if (!events.ok())
            return events.error();
        const Result<Done> done = tx.append(events.value());
        if (!done.ok())
            return done.error();
        return opening.stream;
    }));
}

Result<Done> PlayedCases::write(const StreamId &stream, const Actor &actor, const Command &command)
{
    return await(m_fixture.store().write([=, this](WriteTx &tx) -> Result<Done> {
        const Result<CaseFile> file = tx.caseFile(stream);
        if (!file.ok())
            return file.error();
        const Context context{tx.reference(), actor, tx.clock().now(), m_fixture.ids, tx.numbers()};
        const Result<QList<Event>> events = decide(file.value(), command, context);
        if (!events.ok())
            return events.error();
        return tx.append(events.value());
    }));
}

Result<Done> PlayedCases::act(const StreamId &stream, const QString &who, const Command &command)
{
    return write(stream, m_hall.actor(who), command);
}

Result<Done> PlayedCases::act(const StreamId &stream, const QString &who, const QString &action,
                              const QString &branch)
{
    return write(stream, m_hall.actor(who), filledAct(action, branch));
}

std::optional<std::pair<QString, Command>> PlayedCases::anyAction(const CaseFile &file)
{
    QList<std::pair<QString, Command>> all;
    const Definition *definition
        = m_hall.reference.definitions.find(file.item.workflow, file.definitionVersion);
    for (const Branch &branch : file.openBranches()) {
        for (const QString &who : m_hall.posts.keys()) {
            for (const ActionDef *action :
                 possibleActions(file, branch.id, m_hall.actor(who), m_hall.reference)) {
                // Ends come by themselves often enough.
                if (action->sort != ActionSort::Forward && below(5) != 0)
                    continue;
                all.append({who,
                            filledAct(action->id, branch.id,
                                      definition->earlierStates(branch.state).value(0))});
            }
        }
    }
    if (all.isEmpty())
        return {};
    return all.at(below(int(all.size())));
}

Command PlayedCases::sideStep(const CaseFile &file)
{
    switch (below(6)) {
    case 0:
        return AddNote{.text = u"备注"_s};
    case 1:
        return EditField{.field = u"applicant.phone"_s,
                         .oldValue = file.applicant.phone,
                         .newValue = u"1390000%1"_s.arg(1000 + below(9000)),
                         .reason = u"录入错误"_s};
    case 2:
        return EditField{.field = u"applicant.name"_s,
                         .oldValue = file.applicant.name,
                         .newValue = file.applicant.name + u"改"_s,
                         .reason = u"录入错误"_s};
    case 3:
        return VoidPayment{.receipt = file.slips.isEmpty() || file.slips.first().payments.isEmpty()
                               ? QString()
                               : file.slips.first().payments.first().receipt,
                           .reason = u"开错"_s,
                           .witness = u"cash2"_s};
    case 4:
        return MarkPaper{.paper = file.papers.isEmpty() ? QString() : file.papers.first().id};
    default:
        return TakePayment{
            .slip = file.slips.value(0).number, .tendered = Money(10'000), .till = till};
    }
}

Result<Done> PlayedCases::stumble(const StreamId &stream)
{
    const Result<CaseFile> file
        = await(m_fixture.store().read([stream](ReadTx &tx) { return tx.caseFile(stream); }));
    if (!file.ok())
        return file.error();
    m_fixture.clock.advance(600 + below(40'000));
    const auto move = anyAction(file.value());
    const bool aside = !move || below(3) == 0;
    const Result<Done> done = aside
        ? act(stream, below(2) == 0 ? u"clerk1"_s : u"cash1"_s, sideStep(file.value()))
        : act(stream, move->first, move->second);
    // What decide() refuses has happened to nobody.
    const bool isStoreFault = !done.ok()
        && (done.error().kind == ErrorKind::StoreFailed
            || done.error().kind == ErrorKind::StoreDamaged);
    return isStoreFault ? done : Result<Done>(Done{});
}

} // namespace hall::test

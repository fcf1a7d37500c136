#include "domain/eventmaker.h"

#include <QJsonArray>

#include <random>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

std::optional<Error> missingField(const Registration &registration)
{
    if (registration.applicant.name.trimmed().isEmpty())
        return Error{ErrorKind::FieldMissing, u"applicant.name"_s};
    if (registration.applicant.idNumber.isEmpty())
        return Error{ErrorKind::FieldMissing, u"applicant.idNumber"_s};
    if (registration.applicant.phone.isEmpty())
        return Error{ErrorKind::FieldMissing, u"applicant.phone"_s};
    if (!registration.applicant.isPerson() && registration.applicant.legalName.isEmpty())
        return Error{ErrorKind::FieldMissing, u"applicant.legalName"_s};
    if (registration.applicant.id.isNull())
        return Error{ErrorKind::FieldMissing, u"applicant.id"_s};
    return std::nullopt;
}

/// Six figures that open the public enquiry together with the number; from the id source, so that
/// nobody can count them up.
QString makeQueryCode(IdSource &ids)
{
    const quint64 word = ids.next().data1;
    return u"%1"_s.arg(word % 1'000'000, 6, 10, '0'_L1);
}

} // namespace

bool servesDepartment(const Actor &actor, const QString &dept, const Reference &reference)
{
    if (actor.post.dept.isEmpty() || dept.isEmpty() || actor.post.dept == dept)
        return true;
    const Window *window = reference.window(actor.window);
    return window && window->depts.contains(dept) && window->depts.contains(actor.post.dept);
}

Result<QString> paperNumber(const QString &kind, const QString &intakeNumber,
                            const Context &context)
{
    static const QStringList withoutOwn{u"intake-receipt"_s, u"signoff-sheet"_s,
                                        u"service-guide"_s};
    if (withoutOwn.contains(kind))
        return intakeNumber;
    return context.numbers.officialNumber(kind, context.reference.hall.organWord,
                                          hallDate(context.now).year());
}

QJsonArray pagesJson(const QList<PageRef> &pages)
{
    QJsonArray array;
    for (const PageRef &page : pages) {
        array.append(
            QJsonObject{{u"id"_s, page.id.text()},
                        {u"sha"_s, QString::fromLatin1(page.sha.toHex())},
                        {u"format"_s, page.format},
                        {u"line"_s, page.line},
                        {u"rotation"_s, page.rotation},
                        {u"parent"_s, page.parent.isNull() ? QString() : page.parent.text()},
                        {u"title"_s, page.title}});
    }
    return array;
}

QJsonArray checksJson(const QList<LineCheck> &lines)
{
    QJsonArray array;
    for (const LineCheck &line : lines) {
        array.append(QJsonObject{{u"line"_s, line.line},
                                 {u"originals"_s, line.originals},
                                 {u"copies"_s, line.copies},
                                 {u"verdict"_s, static_cast<int>(line.verdict)},
                                 {u"problem"_s, line.problem}});
    }
    return array;
}

Result<QList<Event>> openCase(const Registration &registration, const Context &context)
{
    const ItemDef *item = context.reference.item(registration.item);
    if (!item)
        return Error{ErrorKind::ReferenceMissing, registration.item};
    const Definition *definition = context.reference.definitions.newest(item->workflow);
    if (!definition)
        return Error{ErrorKind::ReferenceMissing, item->workflow};
    if (context.actor.post.role != Role::Clerk)
        return Error{ErrorKind::NotYourPost};
    if (!servesDepartment(context.actor, item->dept, context.reference))
        return Error{ErrorKind::NotYourDepartment, item->dept};
    if (const std::optional<Error> missing = missingField(registration))
        return *missing;
    const Result<QString> number = context.numbers.intakeNumber(hallDate(context.now));
    if (!number.ok())
        return number.error();

    const EventMaker maker(registration.stream, {}, context);
    Event opened = maker.blank(u"registered"_s, u"register"_s);
    opened.to = u"received"_s;
    opened.scopesGained = QStringList{item->dept};
    opened.head = {{u"number"_s, number.value()},
                   {u"item"_s, item->code},
                   {u"itemVersion"_s, item->version},
                   {u"workflow"_s, definition->code()},
                   {u"definition"_s, definition->version()},
                   {u"dept"_s, item->dept},
                   {u"applicant"_s, registration.applicant.id.text()},
                   {u"name"_s, registration.applicant.name},
                   {u"idNumber"_s, registration.applicant.idNumber},
                   {u"phone"_s, registration.applicant.phone}};
    QList<Event> events{sealed(opened,
                               {{u"number"_s, number.value()},
                                {u"item"_s, item->json()},
                                {u"definition"_s, definition->version()},
                                {u"applicant"_s, registration.applicant.json()},
                                {u"agent"_s, registration.agent.json()},
                                {u"summary"_s, registration.summary},
                                {u"visit"_s, registration.visit.text()},
                                {u"window"_s, context.actor.window},
                                {u"query"_s, makeQueryCode(context.ids)},
                                {u"lines"_s, checksJson(registration.lines)}})};
    if (!registration.pages.isEmpty()) {
        events.append(
            maker.append(u"page"_s, u"attach"_s, {{u"pages"_s, pagesJson(registration.pages)}}));
    }
    events.append(maker.wantPaper(u"intake-receipt"_s, number.value(), opened.id));
    return events;
}

} // namespace hall

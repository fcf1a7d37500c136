#include "desk/intake/counterwork.h"

#include <QJsonArray>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString idText(const auto &id)
{
    return id.isNull() ? QString() : id.text();
}

QJsonObject checkJson(const LineCheck &line)
{
    return {{u"line"_s, line.line},
            {u"originals"_s, line.originals},
            {u"copies"_s, line.copies},
            {u"verdict"_s, static_cast<int>(line.verdict)},
            {u"problem"_s, line.problem}};
}

LineCheck checkFrom(const QJsonObject &object)
{
    const int verdict = object.value("verdict"_L1).toInt();
    const bool isKnown = verdict >= 0 && verdict <= static_cast<int>(LineVerdict::NotNeeded);
    return {.line = object.value("line"_L1).toInt(),
            .originals = object.value("originals"_L1).toInt(),
            .copies = object.value("copies"_L1).toInt(),
            .verdict = isKnown ? static_cast<LineVerdict>(verdict) : LineVerdict::Open,
            .problem = object.value("problem"_L1).toString()};
}

QJsonObject pageJson(const PageRef &page)
{
    return {{u"id"_s, idText(page.id)},     {u"sha"_s, QString::fromLatin1(page.sha.toHex())},
            {u"format"_s, page.format},     {u"line"_s, page.line},
            {u"rotation"_s, page.rotation}, {u"parent"_s, idText(page.parent)},
            {u"title"_s, page.title}};
}

PageRef pageFrom(const QJsonObject &object)
{
    return {.id = PageId::fromText(object.value("id"_L1).toString()),
            .sha = QByteArray::fromHex(object.value("sha"_L1).toString().toLatin1()),
            .format = object.value("format"_L1).toString(),
            .line = object.value("line"_L1).toInt(),
            .rotation = object.value("rotation"_L1).toInt(),
            .parent = PageId::fromText(object.value("parent"_L1).toString()),
            .title = object.value("title"_L1).toString()};
}

} // namespace

QJsonObject ItemWork::json() const
{
    QJsonArray checks;
    for (const LineCheck &line : lines)
        checks.append(checkJson(line));
    QJsonArray attached;
    for (const PageRef &page : pages)
        attached.append(pageJson(page));
    QJsonArray quantities;
    for (const qint64 quantity : feeQuantities)
        quantities.append(quantity);
    return {{u"item"_s, item},       {u"loaded"_s, idText(loaded)}, {u"number"_s, number},
            {u"version"_s, version}, {u"seen"_s, idText(seen)},     {u"summary"_s, summary},
            {u"lines"_s, checks},    {u"pages"_s, attached},        {u"quantities"_s, quantities}};
}

ItemWork ItemWork::fromJson(const QJsonObject &object)
{
    ItemWork work{.item = object.value("item"_L1).toString(),
                  .loaded = StreamId::fromText(object.value("loaded"_L1).toString()),
                  .number = object.value("number"_L1).toString(),
                  .version = object.value("version"_L1).toInt(),
                  .seen = EventId::fromText(object.value("seen"_L1).toString()),
                  .summary = object.value("summary"_L1).toString()};
    for (const QJsonValue &line : object.value("lines"_L1).toArray())
        work.lines.append(checkFrom(line.toObject()));
    for (const QJsonValue &page : object.value("pages"_L1).toArray())
        work.pages.append(pageFrom(page.toObject()));
    for (const QJsonValue &quantity : object.value("quantities"_L1).toArray())
        work.feeQuantities.append(quantity.toInteger());
    return work;
}

bool CounterWork::isEmpty() const
{
    if (!items.isEmpty() || !search.trimmed().isEmpty() || !agent.isEmpty())
        return false;
    // An applicant who was chosen is in the directory; one who is being typed is nowhere else.
    return !isRegistering
        || (applicant.name.trimmed().isEmpty() && applicant.idNumber.isEmpty()
            && applicant.phone.isEmpty() && applicant.address.isEmpty()
            && applicant.legalName.isEmpty());
}

QJsonObject CounterWork::json() const
{
    QJsonArray chosen;
    for (const ItemWork &item : items)
        chosen.append(item.json());
    return {{u"visit"_s, idText(visit)},
            {u"applicant"_s, applicant.json()},
            {u"agent"_s, agent.json()},
            {u"registering"_s, isRegistering},
            {u"somebodyElse"_s, isSomebodyElse},
            {u"search"_s, search},
            {u"items"_s, chosen},
            {u"current"_s, current}};
}

CounterWork CounterWork::fromJson(const QJsonObject &object)
{
    CounterWork work{.visit = VisitId::fromText(object.value("visit"_L1).toString()),
                     .applicant = Applicant::fromJson(object.value("applicant"_L1).toObject()),
                     .agent = Agent::fromJson(object.value("agent"_L1).toObject()),
                     .isRegistering = object.value("registering"_L1).toBool(),
                     .isSomebodyElse = object.value("somebodyElse"_L1).toBool(),
                     .search = object.value("search"_L1).toString(),
                     .current = object.value("current"_L1).toInt(-1)};
    for (const QJsonValue &item : object.value("items"_L1).toArray())
        work.items.append(ItemWork::fromJson(item.toObject()));
    if (work.current >= work.items.size())
        work.current = int(work.items.size()) - 1;
    return work;
}

} // namespace hall

#include "domain/canonicaljson.h"
#include "domain/decide.h"
#include "domain/fields.h"
#include "domain/foldmoved.h"
#include "domain/overtaken.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

CasePage *pageOf(CaseFile &file, const QJsonObject &body)
{
    const PageId id = PageId::fromText(body.value("page"_L1).toString());
    const auto found = std::ranges::find(file.pages, id, &CasePage::id);
    return found == file.pages.end() ? nullptr : &*found;
}

MaterialLine *lineOf(CaseFile &file, int no)
{
    const auto found = std::ranges::find_if(
        file.materials, [no](const MaterialLine &line) { return line.due.no == no; });
    return found == file.materials.end() ? nullptr : &*found;
}

void voidOpinionsShowing(CaseFile &file, const PageId &page)
{
    const QByteArray name = page.text().toLatin1();
    for (Opinion &opinion : file.opinions) {
        if (opinion.manifest.contains(name))
            opinion.isVoid = true;
    }
}

void applyChecks(CaseFile &file, const QJsonArray &lines)
{
    for (const QJsonValue &value : lines) {
        const QJsonObject object = value.toObject();
        MaterialLine *line = lineOf(file, object.value("line"_L1).toInt());
        if (!line)
            continue;
        line->originals = object.value("originals"_L1).toInt();
        line->copies = object.value("copies"_L1).toInt();
        line->verdict = static_cast<LineVerdict>(object.value("verdict"_L1).toInt());
        line->problem = object.value("problem"_L1).toString();
    }
}

void appendPages(CaseFile &file, const QJsonArray &pages)
{
    for (const QJsonValue &value : pages) {
        const QJsonObject object = value.toObject();
        file.pages.append({.id = PageId::fromText(object.value("id"_L1).toString()),
                           .sha = QByteArray::fromHex(object.value("sha"_L1).toString().toLatin1()),
                           .format = object.value("format"_L1).toString(),
                           .line = object.value("line"_L1).toInt(),
                           .rotation = object.value("rotation"_L1).toInt(),
                           .parent = PageId::fromText(object.value("parent"_L1).toString()),
                           .title = object.value("title"_L1).toString()});
    }
}

bool applyRegistered(CaseFile &file, const Event &event, const QJsonObject &body)
{
    file.number = body.value("number"_L1).toString();
    file.item = ItemDef::fromJson(body.value("item"_L1).toObject());
    file.definitionVersion = body.value("definition"_L1).toInt(1);
    file.applicant = Applicant::fromJson(body.value("applicant"_L1).toObject());
    file.agent = Agent::fromJson(body.value("agent"_L1).toObject());
    file.summary = body.value("summary"_L1).toString();
    file.visit = VisitId::fromText(body.value("visit"_L1).toString());
    file.window = body.value("window"_L1).toString();
    file.queryCode = body.value("query"_L1).toString();
    file.clerk = event.actor;
    file.registeredAt = event.actedAt;
    file.phase = Phase::Received;
    for (const MaterialDef &due : std::as_const(file.item.materials))
        file.materials.append({.due = due});
    applyChecks(file, body.value("lines"_L1).toArray());
    file.branches.insert(
        u"main"_s, {.id = u"main"_s, .state = event.to, .last = event.id, .since = event.actedAt});
    return true;
}

bool applyPage(CaseFile &file, const Event &event, const QJsonObject &body)
{
    if (event.action == "attach"_L1) {
        appendPages(file, body.value("pages"_L1).toArray());
        return true;
    }
    CasePage *page = pageOf(file, body);
    if (!page)
        return false;
    const PageId id = page->id;
    if (event.action == "rotate"_L1) {
        page->rotation = body.value("rotation"_L1).toInt();
    } else if (event.action == "remove"_L1) {
        page->isRemoved = true;
    } else if (event.action == "move"_L1) {
        CasePage moved = *page;
        moved.line = body.value("line"_L1).toInt();
        file.pages.removeIf([&id](const CasePage &other) { return other.id == id; });
        const qsizetype position = body.value("position"_L1).toInteger();
        file.pages.insert(std::clamp<qsizetype>(position, 0, file.pages.size()), moved);
        return true; // order is no part of a manifest
    } else {
        return false;
    }
    voidOpinionsShowing(file, id);
    return true;
}

bool applyEdit(CaseFile &file, const QJsonObject &body)
{
    const QString name = body.value("field"_L1).toString();
    QString *field = editableField(file, name);
    // The old value no longer stands: both are kept for a person (design.md section 4).
    if (!field || *field != body.value("old"_L1).toString())
        return false;
    *field = body.value("new"_L1).toString();
    if (voidsSignatures(name)) {
        for (Opinion &opinion : file.opinions)
            opinion.isVoid = opinion.isVoid || !opinion.manifest.isEmpty();
    }
    return true;
}

bool applyFee(CaseFile &file, const QJsonObject &body)
{
    FeeSlip slip{.number = body.value("slip"_L1).toString(),
                 .total = Money(body.value("total"_L1).toInteger())};
    for (const QJsonValue &value : body.value("lines"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        slip.lines.append({.feeNo = object.value("no"_L1).toInt(),
                           .name = object.value("name"_L1).toString(),
                           .basis = object.value("basis"_L1).toString(),
                           .unit = object.value("unit"_L1).toString(),
                           .quantityMilli = object.value("quantity"_L1).toInteger(),
                           .rateMicroYuan = object.value("rate"_L1).toInteger(),
                           .amount = Money(object.value("amount"_L1).toInteger())});
    }
    file.slips.append(slip);
    return true;
}

bool applyPaid(CaseFile &file, const Event &event, const QJsonObject &body)
{
    const QString number = body.value("slip"_L1).toString();
    const auto slip = std::ranges::find(file.slips, number, &FeeSlip::number);
    if (slip == file.slips.end())
        return false;
    const QString receipt = body.value("receipt"_L1).toString();
    if (event.action == "pay"_L1) {
        slip->payments.append(
            {.event = event.id,
             .receipt = receipt,
             .amount = Money(body.value("amount"_L1).toInteger()),
             .instrument = instrumentFromWord(body.value("instrument"_L1).toString())
                               .value_or(Instrument::Cash),
             .tendered = Money(body.value("tendered"_L1).toInteger()),
             .reference = body.value("reference"_L1).toString(),
             .cashier = event.actor,
             .till = StreamId::fromText(body.value("till"_L1).toString()),
             .at = event.actedAt});
        file.eyes[u"pay"_s].append(event.actor);
        return true;
    }
    const auto payment = std::ranges::find(slip->payments, receipt, &Payment::receipt);
    if (payment == slip->payments.end() || payment->isVoid)
        return false;
    payment->isVoid = true;
    payment->voidReason = body.value("reason"_L1).toString();
    payment->voidedBy = event.actor;
    payment->voidWitness = body.value("witness"_L1).toString();
    payment->voidedAt = event.actedAt;
    payment->voidTill = StreamId::fromText(body.value("till"_L1).toString());
    return true;
}

bool applyPaper(CaseFile &file, const Event &event, const QJsonObject &body)
{
    if (event.action == "want"_L1) {
        file.papers.append({.id = event.id.text(),
                            .kind = body.value("kind"_L1).toString(),
                            .number = body.value("number"_L1).toString(),
                            .about = EventId::fromText(body.value("about"_L1).toString()),
                            .at = event.actedAt});
        return true;
    }
    const auto paper
        = std::ranges::find(file.papers, body.value("paper"_L1).toString(), &CasePaper::id);
    if (paper == file.papers.end())
        return false;
    for (const PaperState state :
         {PaperState::Sent, PaperState::Printed, PaperState::Spoiled, PaperState::HandedOver}) {
        if (event.action == paperStateWord(state))
            paper->state = state;
    }
    if (event.action == "printed"_L1)
        ++paper->copies;
    return true;
}

/// Which paper an event is about; a paper's id is that of the event that wanted it.
QString paperOf(const Event &event, const QJsonObject &body)
{
    if (event.type != "paper"_L1)
        return {};
    return event.action == "want"_L1 ? event.id.text() : body.value("paper"_L1).toString();
}

QString historyText(const QJsonObject &body)
{
    // The first of the fields that people wrote; what the rest says stands in the event's own view.
    static const std::array keys{"opinion"_L1, "reason"_L1, "ground"_L1, "text"_L1, "number"_L1};
    for (const QLatin1StringView key : keys) {
        const QString text = body.value(key).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

bool applyBody(CaseFile &file, const Event &event, const Definitions &definitions)
{
    const QJsonObject body = event.bodyObject();
    if (event.type == "registered"_L1)
        return applyRegistered(file, event, body);
    if (event.type == "moved"_L1)
        return applyMoved(file, event, definitions);
    if (event.type == "page"_L1)
        return applyPage(file, event, body);
    if (event.type == "check"_L1) {
        applyChecks(file, body.value("lines"_L1).toArray());
        return true;
    }
    if (event.type == "edited"_L1)
        return applyEdit(file, body);
    if (event.type == "fee"_L1)
        return applyFee(file, body);
    if (event.type == "paid"_L1)
        return applyPaid(file, event, body);
    if (event.type == "paper"_L1)
        return applyPaper(file, event, body);
    return event.type == "note"_L1;
}

} // namespace

QString *editableField(CaseFile &file, const QString &name)
{
    const std::array<std::pair<QLatin1StringView, QString *>, 12> fields{{
        {"applicant.name"_L1, &file.applicant.name},
        {"applicant.idKind"_L1, &file.applicant.idKind},
        {"applicant.idNumber"_L1, &file.applicant.idNumber},
        {"applicant.phone"_L1, &file.applicant.phone},
        {"applicant.address"_L1, &file.applicant.address},
        {"applicant.legalName"_L1, &file.applicant.legalName},
        {"applicant.legalIdNumber"_L1, &file.applicant.legalIdNumber},
        {"agent.name"_L1, &file.agent.name},
        {"agent.idNumber"_L1, &file.agent.idNumber},
        {"agent.phone"_L1, &file.agent.phone},
        {"agent.authority"_L1, &file.agent.authority},
        {"summary"_L1, &file.summary},
    }};
    for (const auto &[known, field] : fields) {
        if (known == name)
            return field;
    }
    return nullptr;
}

bool voidsSignatures(const QString &field)
{
    return field == "applicant.name"_L1 || field == "applicant.idNumber"_L1
        || field == "applicant.idKind"_L1 || field == "summary"_L1;
}

namespace {

bool isTimer(const Event &event)
{
    return event.type == "moved"_L1 && event.actor.isEmpty();
}

/// The line of the history, the counters and the chain: what every event changes.
void enter(CaseFile &file, const Event &event, bool fits)
{
    const QJsonObject body = event.bodyObject();
    file.history.append({.event = event.id,
                         .type = event.type,
                         .action = event.action,
                         .branch = event.branch,
                         .from = event.from,
                         .to = event.to,
                         .actor = event.actor,
                         .post = event.post,
                         .at = event.actedAt,
                         .text = historyText(body),
                         .paper = paperOf(event, body),
                         .isIrregular = !fits});
    ++file.eventCount;
    file.lastEvent = event.id;
    file.chain = chainAfter(file.chain, event.hash);
}

/// An act of before the due instant that did not know of the timer.
bool overtakesTimer(const CaseFile &file, const Event &event)
{
    if (!file.beforeTimer || event.type != "moved"_L1 || event.actor.isEmpty())
        return false;
    const Event &timer = file.beforeTimer->timer;
    return event.branch == timer.branch && event.from == timer.from
        && event.expects == timer.expects && event.actedAt < timer.actedAt;
}

/// The case with everything but the timer, which stays in the history as irregular.
CaseFile withoutTimer(const BeforeTimer &before, const Definitions &definitions)
{
    CaseFile file = before.file;
    enter(file, before.timer, false);
    for (const Event &later : before.since)
        enter(file, later, applyBody(file, later, definitions));
    supersede(file, before.timer.id);
    return file;
}

void rememberTimer(CaseFile &file, const Event &event, const CaseFile &before)
{
    if (isTimer(event)) {
        file.beforeTimer
            = std::make_shared<const BeforeTimer>(BeforeTimer{.file = before, .timer = event});
    } else if (event.isStateChanging()) {
        file.beforeTimer.reset();
    } else if (file.beforeTimer) {
        BeforeTimer longer = *file.beforeTimer;
        longer.since.append(event);
        file.beforeTimer = std::make_shared<const BeforeTimer>(std::move(longer));
    }
}

} // namespace

void apply(CaseFile &file, const Event &event, const Definitions &definitions)
{
    if (file.id.isNull())
        file.id = event.stream;
    if (overtakesTimer(file, event))
        file = withoutTimer(*file.beforeTimer, definitions);
    const CaseFile before = isTimer(event) ? file : CaseFile();
    const bool fits = applyBody(file, event, definitions);
    settleSlips(file);
    if (fits && (isTimer(event) || file.beforeTimer))
        rememberTimer(file, event, before);
    enter(file, event, fits);
}

CaseFile fold(CaseFile file, const Event &event, const Definitions &definitions)
{
    apply(file, event, definitions);
    return file;
}

CaseFile fold(const QList<Event> &journal, const Definitions &definitions)
{
    CaseFile file;
    for (const Event &event : journal)
        apply(file, event, definitions);
    return file;
}

} // namespace hall

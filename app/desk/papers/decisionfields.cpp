#include "desk/papers/paperfields.h"

#include "domain/deadlines.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

const Definition *definitionOf(const PaperSource &source)
{
    return source.reference.definitions.find(source.file.item.workflow,
                                             source.file.definitionVersion);
}

QString stateName(const PaperSource &source, const QString &state)
{
    const Definition *definition = definitionOf(source);
    const StateDef *found = definition ? definition->state(state) : nullptr;
    return found ? found->name.zh : state;
}

const ActionDef *actionOf(const PaperSource &source, const QString &action)
{
    const Definition *definition = definitionOf(source);
    return definition ? definition->action(action) : nullptr;
}

QString findingsText(const Findings &findings)
{
    QString text = u"现场勘查地点：%1。"_s.arg(findings.place);
    if (!findings.present.isEmpty())
        text += u"在场人员：%1。"_s.arg(findings.present);
    return text + u"勘查情况："_s + findings.text;
}

/// The event whose line carries the record of the visit: the last one that could have written it.
EventId findingsEvent(const PaperSource &source)
{
    EventId event;
    for (const Opinion &opinion : source.file.opinions) {
        const ActionDef *action = actionOf(source, opinion.action);
        if (action && action->needs.contains(Need::Findings))
            event = opinion.event;
    }
    return event;
}

QString opinionText(const PaperSource &source, const HistoryLine &line)
{
    QString text = line.text;
    for (const Opinion &opinion : source.file.opinions) {
        if (opinion.event != line.event)
            continue;
        text = opinion.text;
        if (opinion.isVoid)
            text += u"（签署后材料有变，签名失效）"_s;
    }
    if (source.file.findings && findingsEvent(source) == line.event)
        text += u'\n' + findingsText(*source.file.findings);
    return text;
}

/// Everybody who moved the case on, also where no opinion is asked for: accepted, made, handed
/// over.
QJsonArray signOffSteps(const PaperSource &source)
{
    QJsonArray steps;
    for (const HistoryLine &line : source.file.history) {
        const ActionDef *action = actionOf(source, line.action);
        if (line.type != "moved"_L1 || line.isIrregular || !action)
            continue;
        const std::optional<Post> post = Post::fromCode(line.post);
        const QString text = opinionText(source, line);
        QJsonObject step{
            {u"name"_s, stateName(source, line.from)},
            {u"department"_s, post ? source.reference.departmentName(post->dept) : QString()},
            {u"post"_s, postName(line.post)},
            {u"opinion"_s, text.isEmpty() ? action->name.zh : text},
            {u"personName"_s, source.reference.staffName(line.actor)},
            {u"at"_s, line.at}};
        if (!text.isEmpty())
            step.insert(u"verdict"_s, action->name.zh);
        if (post && post->dept.isEmpty())
            step.insert(u"department"_s, source.reference.hall.name);
        steps.append(step);
    }
    return steps;
}

QJsonObject pageCount(const QString &name, qsizetype pages)
{
    return {{u"name"_s, name}, {u"pages"_s, static_cast<int>(pages)}};
}

QStringList partners(const PaperSource &source)
{
    QStringList names;
    for (const Opinion &opinion : source.file.opinions) {
        const std::optional<Post> post = Post::fromCode(opinion.post);
        const QString name = post ? source.reference.departmentName(post->dept) : QString();
        if (post && post->role == Role::CoReviewer && !names.contains(name))
            names.append(name);
    }
    return names;
}

/// What was looked at, for the applicant: the opinions inside the house are not quoted.
QString factsOf(const PaperSource &source)
{
    const CaseFile &file = source.file;
    const auto received = std::ranges::count_if(
        file.materials, [](const MaterialLine &line) { return line.originals + line.copies > 0; });
    QStringList facts;
    if (received > 0)
        facts.append(u"你（单位）共提交申请材料%1项，材料齐全、符合法定形式"_s.arg(received));
    if (file.findings)
        facts.append(findingsText(*file.findings));
    if (const QStringList names = partners(source); !names.isEmpty())
        facts.append(u"已征求%1的意见"_s.arg(names.join(u'、')));
    if (facts.isEmpty())
        facts.append(u"本机关已对申请内容进行审查"_s);
    QString text = facts.join(u'；');
    text.replace(u"。；"_s, u"；"_s);
    return text.endsWith(u'。') ? text : text + u'。';
}

/// Originals that were only compared go back when the case is denied.
QJsonArray returnedOriginals(const CaseFile &file)
{
    QJsonArray rows;
    for (const MaterialLine &line : file.materials) {
        if (line.originals > 0)
            rows.append(QJsonObject{{u"name"_s, line.due.name.zh}, {u"copies"_s, line.originals}});
    }
    return rows;
}

QString contentOf(const CaseFile &file)
{
    return file.summary.isEmpty() ? file.item.name.zh
                                  : u"%1（%2）"_s.arg(file.item.name.zh, file.summary);
}

QString decisionName(PaperKind kind, bool isPermit)
{
    if (isPermit)
        return paperName(kind).zh;
    return kind == PaperKind::GrantDecision ? u"准予办理决定书"_s : u"不予办理决定书"_s;
}

} // namespace

void insertSignOff(QJsonObject &data, const PaperSource &source)
{
    const CaseFile &file = source.file;
    const Deadlines dates = deadlinesOf(file, source.now, source.reference);
    data.insert(u"acceptedOn"_s, acceptedDay(source));
    data.insert(u"promisedDueOn"_s, isoDay(dates.promise.date));
    data.insert(u"legalDueOn"_s, isoDay(dates.statutory.date));
    data.insert(u"summary"_s, file.summary);
    data.insert(u"steps"_s, signOffSteps(source));
    QJsonArray materials;
    for (const MaterialLine &line : file.materials)
        materials.append(pageCount(line.due.name.zh, file.livePages(line.due.no).size()));
    data.insert(u"materials"_s, materials);
    QJsonArray attachments;
    if (const qsizetype pages = file.livePages(0).size(); pages > 0)
        attachments.append(pageCount(u"其他材料"_s, pages));
    data.insert(u"attachments"_s, attachments);
}

void insertDecision(QJsonObject &data, PaperKind kind, const PaperSource &source)
{
    const CaseFile &file = source.file;
    data.insert(u"appliedOn"_s, dayText(file.registeredAt));
    data.insert(u"acceptedOn"_s, acceptedDay(source));
    data.insert(u"decidedOn"_s, dayText(file.decidedAt));
    data.insert(u"facts"_s, factsOf(source));
    data.insert(u"basis"_s, file.item.basis);
    if (kind == PaperKind::DenialDecision) {
        const auto decided = std::ranges::find_if(
            file.opinions.crbegin(), file.opinions.crend(), [](const Opinion &opinion) {
                return opinion.verdict != Verdict::None && opinion.branch == "main"_L1;
            });
        if (decided != file.opinions.crend())
            data.insert(u"reasonText"_s, decided->text);
        data.insert(u"returned"_s, returnedOriginals(file));
        return;
    }
    data.insert(u"content"_s, contentOf(file));
    // Permit law art. 40 (public), 61 and 67 (duties of who holds a permit).
    data.insert(u"isPublic"_s, isPermit(file.item));
    data.insert(u"duties"_s,
                u"在准予的范围内依法从事活动，如实提供有关情况，接受依法实施的监督检查。"_s);
    data.insert(u"certificateName"_s, file.item.result);
    data.insert(u"certificateNumber"_s, file.certificate);
}

void insertDelivery(QJsonObject &data, const PaperSource &source)
{
    const CaseFile &file = source.file;
    QJsonArray documents;
    QStringList numbers;
    for (const CasePaper &paper : file.papers) {
        const std::optional<PaperKind> kind = paperFromCode(paper.kind);
        const bool isDecision
            = kind == PaperKind::GrantDecision || kind == PaperKind::DenialDecision;
        if (!isDecision || numbers.contains(paper.number))
            continue;
        numbers.append(paper.number);
        documents.append(QJsonObject{{u"name"_s, decisionName(*kind, isPermit(file.item))},
                                     {u"number"_s, paper.number},
                                     {u"copies"_s, 1}});
    }
    if (!file.certificate.isEmpty() || documents.isEmpty())
        documents.append(QJsonObject{
            {u"name"_s, file.item.result}, {u"number"_s, file.certificate}, {u"copies"_s, 1}});
    data.insert(u"documents"_s, documents);
    data.insert(u"recipientName"_s, file.applicant.name);
    if (file.closedAt != 0)
        data.insert(u"servedAt"_s, file.closedAt);
    data.insert(u"place"_s, source.reference.hall.name);
    data.insert(u"way"_s, u"direct"_s);
    if (file.collector) {
        data.insert(u"receiverName"_s, file.collector->name);
        data.insert(u"receiverIdKind"_s, certificateName(file.collector->idKind));
        data.insert(u"receiverId"_s, file.collector->idNumber);
        data.insert(u"relation"_s, file.collector->relation);
    }
    if (const HistoryLine *line = lastAction(file, {u"handOver"_s}))
        data.insert(u"servers"_s, QJsonArray{source.reference.staffName(line->actor)});
}

} // namespace hall

#include "desk/papers/casepapers.h"

#include "desk/papers/paperfields.h"
#include "domain/decide.h"
#include "papers/codes.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

QString maskedNumber(const QString &number)
{
    if (number.size() < 8)
        return number;
    return number.left(4) + QString(number.size() - 8, u'*') + number.right(4);
}

/// First eight hex digits of the hash that the paper vouches for: the case's chain when it was
/// wanted.
QString shortHash(const CaseFile &file)
{
    return QString::fromLatin1(file.chain.toHex().left(8));
}

const FeeSlip *slipOf(const CaseFile &file, const QString &slipOrReceipt)
{
    for (const FeeSlip &slip : file.slips) {
        if (slip.number == slipOrReceipt)
            return &slip;
        for (const Payment &payment : slip.payments) {
            if (payment.receipt == slipOrReceipt)
                return &slip;
        }
    }
    return nullptr;
}

QString qrOf(const CaseFile &file, const CasePaper &paper)
{
    SlipCode code{.caseId = file.id.uuid(), .caseNumber = file.number, .hash8 = shortHash(file)};
    if (paper.kind == "payment-notice"_L1) {
        // Which slip of the case, from 1: its official number is no ASCII, and a gun types only
        // that.
        if (const FeeSlip *slip = slipOf(file, paper.number)) {
            code.slipNumber = QString::number(slip - file.slips.constData() + 1);
            code.fen = slip->total.fen();
        }
    }
    return qrPayload(code);
}

void insertApplicant(QJsonObject &data, const CaseFile &file)
{
    const Applicant &who = file.applicant;
    data.insert(u"applicantName"_s, who.name);
    data.insert(u"applicantKind"_s, applicantKindName(who.kind));
    data.insert(u"applicantIdKind"_s, certificateName(who.idKind));
    data.insert(u"applicantId"_s, who.idNumber);
    data.insert(u"applicantIdMasked"_s, maskedNumber(who.idNumber));
    data.insert(u"applicantPhone"_s, who.phone);
    data.insert(u"legalPerson"_s, who.legalName);
    data.insert(u"agentName"_s, file.agent.name);
    data.insert(u"agentIdKind"_s, certificateName(file.agent.idKind));
    data.insert(u"agentId"_s, file.agent.idNumber);
}

QJsonObject headData(const CaseFile &file, const CasePaper &paper, const Reference &reference)
{
    const HallInfo &hall = reference.hall;
    const Window *window = reference.window(file.window);
    QJsonObject data{{u"documentNumber"_s, paper.number},
                     {u"organName"_s, hall.organ.isEmpty() ? hall.name : hall.organ},
                     {u"organAddress"_s, hall.address},
                     {u"organPhone"_s, hall.phone},
                     {u"supervisionPhone"_s, hall.supervisionPhone},
                     {u"itemName"_s, file.item.name.zh},
                     {u"itemCode"_s, file.item.code},
                     {u"departmentName"_s, reference.departmentName(file.item.dept)},
                     {u"caseNumber"_s, file.number},
                     {u"windowCode"_s, file.window},
                     {u"windowName"_s, window ? window->name.zh : QString()},
                     {u"clerkName"_s, reference.staffName(file.clerk)},
                     {u"receivedAt"_s, file.registeredAt},
                     {u"issuedOn"_s, dayText(paper.at)},
                     {u"queryCode"_s, file.queryCode},
                     {u"notPermit"_s, !isPermit(file.item)},
                     {u"qr"_s, qrOf(file, paper)},
                     {u"code128"_s, file.number}};
    insertApplicant(data, file);
    return data;
}

/// What a person's act says when it overtook a deemed acceptance: which notice its own takes the
/// place of, and on that one, that it is void.
void insertOvertaken(QJsonObject &data, PaperKind kind, const PaperSource &source)
{
    const bool isNotice = kind == PaperKind::AcceptanceNotice || kind == PaperKind::PaymentNotice;
    const bool isAnswer = kind == PaperKind::CorrectionNotice || kind == PaperKind::RefusalNotice
        || kind == PaperKind::NotNeededNotice;
    if (!isNotice && !isAnswer)
        return;
    if (isNotice)
        data.insert(u"superseded"_s, source.paper.isSuperseded);
    const QString replaced = isNotice ? source.paper.kind : paperCode(PaperKind::AcceptanceNotice);
    if (source.paper.isSuperseded)
        return;
    for (const CasePaper &paper : source.file.papers) {
        if (paper.isSuperseded && paper.kind == replaced)
            data.insert(u"supersedes"_s, paper.number);
    }
}

} // namespace

QJsonObject casePaperData(const PaperSource &source)
{
    QJsonObject data = headData(source.file, source.paper, source.reference);
    const std::optional<PaperKind> kind = paperFromCode(source.paper.kind);
    if (kind) {
        data.insert(u"sealName"_s, sealName(*kind, source.file.item, source.reference));
        insertPaperFields(data, *kind, source);
        insertOvertaken(data, *kind, source);
    }
    return data;
}

Result<PaperOccasion> occasionOf(const QList<Event> &journal, const QString &paper,
                                 const Definitions &definitions)
{
    const auto wanted = std::ranges::find_if(
        journal, [&paper](const Event &event) { return event.id.text() == paper; });
    if (wanted == journal.end())
        return Error{ErrorKind::NotFound, u"paper"_s};
    // What one decision writes stands together: a fee slip may follow the notice that names it.
    auto end = std::next(wanted);
    while (end != journal.end() && !end->isStateChanging()
           && (end->action == "want"_L1 || end->action == "demand"_L1))
        ++end;
    const CaseFile today = fold(journal, definitions);
    const auto found = std::ranges::find(today.papers, paper, &CasePaper::id);
    if (found == today.papers.end())
        return Error{ErrorKind::NotFound, u"paper"_s};
    PaperOccasion occasion{.paper = *found};
    occasion.file = found->kind == "fee-receipt"_L1
        ? today
        : fold(QList<Event>(journal.begin(), end), definitions);
    const auto about = std::ranges::find(journal, found->about, &Event::id);
    if (about != journal.end())
        occasion.about = about->bodyObject();
    return occasion;
}

Result<Template> templateFor(PaperKind kind, const Reference &reference)
{
    const QByteArray own = reference.templates.value(paperCode(kind));
    return own.isEmpty() ? Template::bundled(kind)
                         : Template::fromText(kind, QString::fromUtf8(own));
}

Result<Document> composeCasePaper(const CaseFile &file, const CasePaper &paper,
                                  const Reference &reference, const PrintedBy &by)
{
    const std::optional<PaperKind> kind = paperFromCode(paper.kind);
    if (!kind)
        return Error{ErrorKind::ReferenceMissing, paper.kind};
    const Result<Template> form = templateFor(*kind, reference);
    if (!form.ok())
        return form.error();
    return Document::compose(form.value(),
                             casePaperData({file, paper, reference, by.now, by.about}),
                             {.sample = reference.hall.isSample,
                              .copyNumber = paper.copies,
                              .printedBy = by.name,
                              .printedAt = by.now});
}

Result<Document> composeGuide(const ItemDef &item, const Reference &reference, const PrintedBy &by)
{
    const Result<Template> form = templateFor(PaperKind::ServiceGuide, reference);
    if (!form.ok())
        return form.error();
    return Document::compose(
        form.value(), guideData(item, reference),
        {.sample = reference.hall.isSample, .printedBy = by.name, .printedAt = by.now});
}

} // namespace hall

#include "domain/decide.h"

#include "domain/canonicaljson.h"
#include "domain/eventmaker.h"
#include "domain/fields.h"

#include <QJsonArray>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

using Events = Result<QList<Event>>;

/// One function a command; each looks at the case and answers with events or the reason why not.
class Decider
{
public:
    Decider(const CaseFile &file, const Context &context)
        : m_file(file)
        , m_context(context)
        , m_maker(file.id, file.lastEvent, context)
    {
    }

    Events operator()(const Act &act) const { return decideAct(m_file, act, m_context); }

    Events operator()(const AttachPages &command) const
    {
        if (command.pages.isEmpty())
            return Error{ErrorKind::FieldMissing, u"pages"_s};
        return one(u"page"_s, u"attach"_s, {{u"pages"_s, pagesJson(command.pages)}});
    }

    Events operator()(const MovePage &command) const
    {
        return onPage(command.page, u"move"_s,
                      {{u"line"_s, command.line}, {u"position"_s, command.position}});
    }

    Events operator()(const RotatePage &command) const
    {
        return onPage(command.page, u"rotate"_s, {{u"rotation"_s, command.rotation}});
    }

    Events operator()(const RemovePage &command) const
    {
        return onPage(command.page, u"remove"_s, {{u"reason"_s, command.reason}});
    }

    Events operator()(const CheckMaterials &command) const
    {
        if (m_file.isClosed())
            return Error{ErrorKind::CaseClosed};
        return one(u"check"_s, u"materials"_s, {{u"lines"_s, checksJson(command.lines)}});
    }

    Events operator()(const EditField &command) const
    {
        CaseFile copy = m_file;
        const QString *field = editableField(copy, command.field);
        if (!field)
            return Error{ErrorKind::RuleBroken, command.field};
        if (*field != command.oldValue)
            return Error{ErrorKind::StateMoved, command.field};
        if (command.reason.trimmed().isEmpty())
            return Error{ErrorKind::ReasonMissing};
        Event edited = m_maker.blank(u"edited"_s, u"edit"_s);
        edited.head = editedHead(command);
        return QList<Event>{sealed(edited,
                                   {{u"field"_s, command.field},
                                    {u"old"_s, command.oldValue},
                                    {u"new"_s, command.newValue},
                                    {u"reason"_s, command.reason}})};
    }

    Events operator()(const AddNote &command) const
    {
        if (command.text.trimmed().isEmpty())
            return Error{ErrorKind::FieldMissing, u"text"_s};
        return one(u"note"_s, u"note"_s, {{u"text"_s, command.text}});
    }

    Events operator()(const TakePayment &command) const;
    Events operator()(const VoidPayment &command) const;
    Events operator()(const TimerDue &command) const;

    Events operator()(const MarkPaper &command) const
    {
        const auto paper = std::ranges::find(m_file.papers, command.paper, &CasePaper::id);
        if (paper == m_file.papers.end())
            return Error{ErrorKind::NotFound, u"paper"_s};
        return one(u"paper"_s, paperStateWord(command.state),
                   {{u"paper"_s, command.paper}, {u"reason"_s, command.reason}});
    }

    Events operator()(const WantPaper &command) const
    {
        const Result<QString> number = paperNumber(command.kind, m_file.number, m_context);
        if (!number.ok())
            return number.error();
        return QList<Event>{m_maker.wantPaper(command.kind, number.value(), m_file.lastEvent)};
    }

private:
    [[nodiscard]] Events afterDeemed(const Definition &definition) const;

    [[nodiscard]] Events one(const QString &type, const QString &action,
                             const QJsonObject &body) const
    {
        return QList<Event>{m_maker.append(type, action, body)};
    }

    [[nodiscard]] Events onPage(const PageId &id, const QString &action, QJsonObject body) const
    {
        if (std::ranges::find(m_file.pages, id, &CasePage::id) == m_file.pages.end())
            return Error{ErrorKind::NotFound, u"page"_s};
        body.insert(u"page"_s, id.text());
        return one(u"page"_s, action, body);
    }

    /// Lists show name, number and phone: an edit of one of them sets the head anew.
    [[nodiscard]] static QJsonObject editedHead(const EditField &command)
    {
        if (command.field == "applicant.name"_L1)
            return {{u"name"_s, command.newValue}};
        if (command.field == "applicant.idNumber"_L1)
            return {{u"idNumber"_s, command.newValue}};
        if (command.field == "applicant.phone"_L1)
            return {{u"phone"_s, command.newValue}};
        return {};
    }

    const CaseFile &m_file;
    const Context &m_context;
    EventMaker m_maker;
};

Events Decider::operator()(const TakePayment &command) const
{
    if (m_context.actor.post.role != Role::Cashier)
        return Error{ErrorKind::NotYourPost, u"pay"_s};
    const auto slip = std::ranges::find(m_file.slips, command.slip, &FeeSlip::number);
    if (slip == m_file.slips.end())
        return Error{ErrorKind::NotFound, u"slip"_s};
    if (m_file.acceptedBy == m_context.actor.staff && !m_file.acceptedBy.isEmpty())
        return Error{ErrorKind::SamePersonTwice, u"accept"_s};
    if (slip->isPaid())
        return Error{ErrorKind::AlreadyPaid, slip->number};
    if (slip->standing == SlipStanding::Void)
        return Error{ErrorKind::SlipVoid, slip->number};
    const bool isCash = command.instrument == Instrument::Cash;
    if (isCash && command.tendered < slip->total)
        return Error{ErrorKind::AmountMismatch, slip->total.text()};
    if (!isCash && command.reference.trimmed().isEmpty())
        return Error{ErrorKind::FieldMissing, u"reference"_s};
    const Result<QString> receipt = m_context.numbers.officialNumber(
        u"receipt/"_s + m_context.actor.window, m_context.reference.hall.organWord,
        hallDate(m_context.now).year());
    if (!receipt.ok())
        return receipt.error();
    const Event paid
        = m_maker.append(u"paid"_s, u"pay"_s,
                         {{u"slip"_s, slip->number},
                          {u"receipt"_s, receipt.value()},
                          {u"amount"_s, slip->total.fen()},
                          {u"instrument"_s, instrumentWord(command.instrument)},
                          {u"tendered"_s, isCash ? command.tendered.fen() : slip->total.fen()},
                          {u"reference"_s, command.reference},
                          {u"window"_s, m_context.actor.window},
                          {u"till"_s, command.till.text()}});
    return QList<Event>{paid, m_maker.wantPaper(u"fee-receipt"_s, receipt.value(), paid.id)};
}

bool isManager(const StaffMember &member)
{
    return std::ranges::any_of(member.posts,
                               [](const Post &post) { return post.role == Role::Manager; });
}

Events Decider::operator()(const VoidPayment &command) const
{
    if (m_context.actor.post.role != Role::Cashier)
        return Error{ErrorKind::NotYourPost, u"void"_s};
    if (command.reason.trimmed().isEmpty())
        return Error{ErrorKind::ReasonMissing};
    const StaffMember *witness = m_context.reference.member(command.witness);
    if (!witness || witness->isDisabled || witness->code == m_context.actor.staff)
        return Error{ErrorKind::SecondPersonMissing};
    for (const FeeSlip &slip : m_file.slips) {
        for (const Payment &payment : slip.payments) {
            if (payment.receipt != command.receipt || payment.isVoid)
                continue;
            QJsonObject body{{u"slip"_s, slip.number},
                             {u"receipt"_s, command.receipt},
                             {u"reason"_s, command.reason},
                             {u"witness"_s, command.witness}};
            // A closed shift was counted and signed for: its money comes back out of another till,
            // and that is for a manager to say.
            if (!command.till.isNull() && command.till != payment.till) {
                if (!isManager(*witness))
                    return Error{ErrorKind::SecondPersonMissing, u"manager"_s};
                body.insert(u"till"_s, command.till.text());
            }
            return one(u"paid"_s, u"void"_s, body);
        }
    }
    return Error{ErrorKind::NotFound, u"receipt"_s};
}

/// A timer gives no numbers, for every workstation may write it. What its acceptance owes the
/// applicant (notice, fee slip) the clerk at the case's own window gives, once.
Events Decider::afterDeemed(const Definition &definition) const
{
    const ActionDef *accept = definition.action(u"accept"_s);
    const bool isHere
        = m_context.actor.post.role == Role::Clerk && m_context.actor.window == m_file.window;
    const auto isGiven
        = [](const CasePaper &paper) { return paper.kind == "acceptance-notice"_L1; };
    if (!accept || !isHere || std::ranges::any_of(m_file.papers, isGiven))
        return Error{ErrorKind::StateMoved, m_file.state()};
    const auto deemed
        = std::ranges::find(m_file.history, u"deemedAccepted"_s, &HistoryLine::action);
    return papersOf({.file = m_file,
                     .action = *accept,
                     .about = deemed == m_file.history.end() ? m_file.lastEvent : deemed->event},
                    m_context);
}

/// Every workstation that sees the timer due writes the same event: its id comes from the case, the
/// rule and the due instant, and nobody is its author.
Events Decider::operator()(const TimerDue &command) const
{
    const Branch *mainLine = m_file.branch(u"main"_s);
    const Definition *definition
        = m_context.reference.definitions.find(m_file.item.workflow, m_file.definitionVersion);
    if (!mainLine || !definition || m_file.isClosed())
        return Error{ErrorKind::CaseClosed};
    const bool isDeemed = command.rule == "deemedAccepted"_L1;
    if (isDeemed && m_file.isDeemedAccepted)
        return afterDeemed(*definition);
    const ActionDef *action = definition->action(isDeemed ? u"accept"_s : command.rule);
    if (!action || !action->from.contains(mainLine->state))
        return Error{ErrorKind::StateMoved, m_file.state()};
    Event moved{.id = timerEventId(m_file.id, command.rule, command.dueAt),
                .stream = m_file.id,
                .type = u"moved"_s,
                .branch = u"main"_s,
                .action = command.rule,
                .from = mainLine->state,
                .to = action->to,
                .expects = mainLine->last,
                .actedAt = command.dueAt};
    QJsonObject body{{u"rule"_s, command.rule}};
    if (!action->finish.isEmpty())
        body.insert(u"finish"_s, action->finish);
    return QList<Event>{sealed(moved, body)};
}

} // namespace

Result<QList<Event>> decide(const CaseFile &file, const Command &command, const Context &context)
{
    return std::visit(Decider(file, context), command);
}

} // namespace hall

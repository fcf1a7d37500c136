#include "ui/admin/admintext.h"

#include "ui/admin/adminpage.h"
#include "ui/shared/roletext.h"

#include <QHash>

namespace hall {

using namespace Qt::StringLiterals;

QString AdminText::sentence(StaffFault fault)
{
    switch (fault) {
    case StaffFault::None:
        return {};
    case StaffFault::CodeForm:
        return tr("A sign-in name has 2 to 20 small letters and figures and begins with a letter.");
    case StaffFault::CodeTaken:
        return tr("Somebody has this sign-in name already; choose another one.");
    case StaffFault::NameMissing:
        return tr("Type the person's name.");
    case StaffFault::NoPost:
        return tr("Add at least one post; it decides what the person may do.");
    case StaffFault::PostUnknown:
        return tr("A post names a department that does not exist.");
    case StaffFault::WindowUnknown:
        return tr("Choose a window that exists.");
    case StaffFault::LastAdministrator:
        return tr("This is the only administrator. Make somebody else an administrator first.");
    }
    return {};
}

QString AdminText::sentence(PlaceFault fault)
{
    switch (fault) {
    case PlaceFault::None:
        return {};
    case PlaceFault::CodeForm:
        return tr("A window's code is a capital letter and two letters or figures, like A07; a "
                  "department's is 2 to 10 capital letters or figures.");
    case PlaceFault::CodeTaken:
        return tr("This code is in use already; choose another one.");
    case PlaceFault::NameMissing:
        return tr("Type the name.");
    case PlaceFault::NoDepartment:
        return tr("Tick at least one department that is served here.");
    case PlaceFault::DepartmentUnknown:
        return tr("One of the departments does not exist.");
    case PlaceFault::WindowInUse:
        return tr("People sit at this window. Give them another usual window first.");
    case PlaceFault::HoursCrossed:
        return tr("The hall must open before it closes.");
    case PlaceFault::DaysOutOfRange:
        return tr("Choose between 1 and 60 days.");
    }
    return {};
}

QString AdminText::sentence(FeeFault fault)
{
    switch (fault) {
    case FeeFault::None:
        return {};
    case FeeFault::LineUnknown:
        return tr("Choose a fee in the list.");
    case FeeFault::AmountForm:
        return tr(
            "Type the amount in yuan with figures, like 80 or 0.0008 (at most six decimals).");
    case FeeFault::AmountMissing:
        return tr("A validity needs an amount. Type the amount, or clear the dates.");
    case FeeFault::BasisMissing:
        return tr("Name the document that sets this standard; without it nothing may be charged.");
    case FeeFault::DatesCrossed:
        return tr("The last day lies before the first day.");
    }
    return {};
}

QString AdminText::sentence(PhraseFault fault)
{
    switch (fault) {
    case PhraseFault::None:
        return {};
    case PhraseFault::Empty:
        return tr("A phrase is empty. Write it, or remove it.");
    case PhraseFault::TooLong:
        return tr("A phrase is longer than %1 characters. Shorten it.").arg(PhraseDesk::longest);
    case PhraseFault::Twice:
        return tr("A phrase stands in the list twice. Remove one of the two.");
    }
    return {};
}

QString AdminText::sentence(DayFault fault)
{
    switch (fault) {
    case DayFault::None:
        return {};
    case DayFault::DateMissing:
        return tr("Choose the day.");
    case DayFault::ReasonMissing:
        return tr("Type the reason; it stands in the record.");
    case DayFault::AlreadySo:
        return tr("The day is like this already; nothing would change.");
    case DayFault::NothingThere:
        return tr("Choose a day of local order in the list.");
    }
    return {};
}

QString AdminText::sentence(const RejectedRow &row)
{
    switch (row.fault) {
    case RowFault::NotUtf8:
        return tr("The file is not in UTF-8. Save it in the office program as “CSV UTF-8” and "
                  "choose it again; GBK and GB18030 cannot be read.");
    case RowFault::QuoteOpen:
        return tr("A quotation mark is not closed before the file ends.");
    case RowFault::TextAfterQuote:
        return tr("There is text between a closing quotation mark and the next comma.");
    case RowFault::FieldCount:
        return tr("The row has %1 fields, the first line has %2.")
            .arg(row.detail.section(u'/', 0, 0), row.detail.section(u'/', 1, 1));
    case RowFault::ColumnMissing:
        return tr("The first line lacks the column “%1”.").arg(row.column);
    case RowFault::Empty:
        return tr("A value is needed here.");
    case RowFault::TooLong:
        return tr("At most %1 characters fit here.").arg(row.detail);
    case RowFault::NotANumber:
        return tr("“%1” is not a whole number.").arg(row.detail);
    case RowFault::NotADate:
        return tr("“%1” is not a date like 2026-10-01.").arg(row.detail);
    case RowFault::NotAnAmount:
        return tr("“%1” is not an amount with at most six decimals.").arg(row.detail);
    case RowFault::UnknownValue:
        return tr("“%1” is not one of the values allowed.").arg(row.detail);
    case RowFault::UnknownCode:
        return tr("“%1” is neither in these files nor in the hall.").arg(row.detail);
    case RowFault::Twice:
        return tr("“%1” stands twice in the file.").arg(row.detail);
    }
    return {};
}

QString AdminText::definitionSentence(const Finding &finding)
{
    switch (finding.fault) {
    case LintFault::StateTwice:
    case LintFault::ActionTwice:
        return tr("The name stands twice.");
    case LintFault::NoStates:
        return tr("It has no states.");
    case LintFault::StateUnreachable:
        return tr("No action leads here.");
    case LintFault::StateWithoutOwner:
        return tr("The case would lie in nobody's pile.");
    case LintFault::StateWithoutAction:
        return tr("Nobody can act here.");
    case LintFault::EndHasAction:
        return tr("It is an end, but an action leads on.");
    case LintFault::EndUnreachable:
        return tr("From here no way leads to an end.");
    case LintFault::ActionFromUnknown:
        return tr("It leaves the unknown state “%1”.").arg(finding.detail);
    case LintFault::ActionToUnknown:
        return tr("It leads to the unknown state “%1”.").arg(finding.detail);
    case LintFault::ActionWithoutRole:
        return tr("No role may take this action.");
    case LintFault::OwnerCannotAct:
        return tr("The role “%1” owns it but has no action.").arg(finding.detail);
    case LintFault::StopWithoutEnd:
        return tr("The clock can be stopped but never started again.");
    case LintFault::GroupCannotEnd:
        return tr("The sign-off group cannot end.");
    case LintFault::GroupNextUnknown:
        return tr("The group ends in the unknown state “%1”.").arg(finding.detail);
    case LintFault::PaperUnknown:
        return tr("It wants the unknown paper “%1”.").arg(finding.detail);
    case LintFault::FinishMissing:
        return tr("It ends the case without a finish code.");
    case LintFault::EyesMissing:
        return tr("Four eyes are asked for, but this act is not counted.");
    default:
        return {};
    }
}

QString AdminText::itemSentence(const Finding &finding, const Reference &reference)
{
    const QString first = finding.detail.section(u'/', 0, 0);
    const QString second = finding.detail.section(u'/', 1, 1);
    switch (finding.fault) {
    case LintFault::WorkflowUnknown:
        return tr("The workflow “%1” is not published.").arg(finding.detail);
    case LintFault::StepMissing:
        return tr("The step “%1” of its workflow is missing.").arg(finding.detail);
    case LintFault::StepUnused:
        return tr("No state uses its step “%1”.").arg(finding.detail);
    case LintFault::StepsExceedPromise:
        return tr("The steps take %1 working days, promised are %2.").arg(first, second);
    case LintFault::StepsBelowPromise:
        return tr("The steps take only %1 working days, promised are %2.").arg(first, second);
    case LintFault::PromiseAfterLaw:
        return tr("Promised are %1 days, the law allows %2.").arg(first, second);
    case LintFault::SameDayWithDays:
        return tr("It is decided on the spot, but %1 days are promised.").arg(finding.detail);
    case LintFault::NoMaterials:
        return tr("No materials are listed.");
    case LintFault::FeeWithoutLine:
        return tr("It has a fee, but no fee line.");
    case LintFault::FeeNotCharged:
        return tr("It has fee lines but is marked as free.");
    case LintFault::JointWithoutDepts:
        return tr("It is joint but names no joint department.");
    case LintFault::PostEmpty: {
        const std::optional<Post> post = Post::fromCode(finding.detail);
        return tr("Too few people hold the post: %1.")
            .arg(post ? postText(*post, reference) : finding.detail);
    }
    default:
        return {};
    }
}

QString AdminText::sentence(const Finding &finding, const Reference &reference)
{
    return finding.fault < LintFault::WorkflowUnknown ? definitionSentence(finding)
                                                      : itemSentence(finding, reference);
}

QString AdminText::clockWord(CaseClock clock)
{
    switch (clock) {
    case CaseClock::Receipt:
        return tr("Answer to the receipt");
    case CaseClock::Correction:
        return tr("Correction");
    case CaseClock::Promise:
        return tr("Promise");
    case CaseClock::Statutory:
        return tr("Statute");
    case CaseClock::Step:
        return tr("Step");
    case CaseClock::Delivery:
        return tr("Hand-over");
    }
    return {};
}

QString AdminText::postText(const Post &post, const Reference &reference)
{
    const QString role = RoleText::word(post.role);
    if (post.dept.isEmpty())
        return role;
    return tr("%1, %2", "post: role, department")
        .arg(role, reference.departmentName(post.dept, QLocale().language()));
}

QString AdminText::statusWord(const QString &status)
{
    if (status == "stationed"_L1)
        return tr("In the hall");
    if (status == "centre"_L1)
        return tr("The hall's own office");
    return tr("Not in the hall");
}

} // namespace hall

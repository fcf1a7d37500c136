#include "ui/intake/intaketext.h"

#include "domain/clock.h"
#include "text/errortext.h"

#include <QLocale>

namespace hall {

using namespace Qt::StringLiterals;

QString IntakeText::verdict(LineVerdict verdict)
{
    switch (verdict) {
    case LineVerdict::Open:
        return tr("not looked at");
    case LineVerdict::Right:
        return tr("right");
    case LineVerdict::Wrong:
        return tr("wrong");
    case LineVerdict::NotNeeded:
        return tr("not needed");
    }
    return {};
}

QString IntakeText::ground(SameGround ground)
{
    switch (ground) {
    case SameGround::Number:
        return tr("The certificate number is the same.");
    case SameGround::LegalNumber:
        return tr("The legal representative's number is the same.");
    case SameGround::NameAndPhone:
        return tr("Name and telephone are the same.");
    case SameGround::NameAndTail:
        return tr("The name is the same and the number ends alike.");
    case SameGround::NameAndAddress:
        return tr("Name and address are the same.");
    case SameGround::Phone:
        return tr("The telephone is the same.");
    }
    return {};
}

QString IntakeText::bar(const OfferedItem &item)
{
    switch (item.bar) {
    case ItemBar::None:
        return {};
    case ItemBar::PersonsOnly:
        return tr("only for persons");
    case ItemBar::OrganisationsOnly:
        return tr("only for organisations");
    case ItemBar::OtherWindow:
        return item.window.isEmpty() ? tr("at another department")
                                     : tr("at window %1").arg(item.window);
    case ItemBar::NotInHall:
        return tr("not handled in this hall");
    }
    return {};
}

QString IntakeText::caseType(CaseType type)
{
    switch (type) {
    case CaseType::SameDay:
        return tr("on the spot");
    case CaseType::Promised:
        return tr("promised");
    case CaseType::Joint:
        return tr("joint");
    case CaseType::SentUp:
        return tr("sent up");
    }
    return {};
}

QString IntakeText::limit(const ItemDef &item)
{
    if (item.promisedLimit.days == 0)
        return tr("decided on the spot");
    return tr("%n working day(s) promised", nullptr, item.promisedLimit.days);
}

QString IntakeText::daysLeft(const IntakeRow &row)
{
    if (!row.due.isValid())
        return {};
    if (row.daysLeft < 0)
        return tr("%n day(s) late", nullptr, -row.daysLeft);
    if (row.daysLeft == 0)
        return tr("today");
    return tr("%n day(s)", nullptr, row.daysLeft);
}

QString IntakeText::field(const QString &field)
{
    return ErrorText::fieldWord(field);
}

QString IntakeText::pageProblem(const PageProblem &problem)
{
    const QString sentence = ErrorText::sentence(problem.error);
    if (problem.fileName.isEmpty())
        return sentence;
    if (problem.page > 0)
        return tr("%1, page %2: %3").arg(problem.fileName).arg(problem.page).arg(sentence);
    return tr("%1: %2").arg(problem.fileName, sentence);
}

QString IntakeText::state(const CaseFile &file, const Reference &reference)
{
    const Definition *definition
        = reference.definitions.find(file.item.workflow, file.definitionVersion);
    const StateDef *state = definition ? definition->state(file.state()) : nullptr;
    return state ? state->name.in(language()) : file.state();
}

QString IntakeText::time(qint64 ms)
{
    return hallTime(instantOf(ms)).toString(u"HH:mm"_s);
}

QLocale::Language IntakeText::language()
{
    return QLocale().language();
}

} // namespace hall

#include "desk/intake/applicantcheck.h"

#include "domain/identity.h"
#include "domain/phone.h"

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 100; // applyer_name of the exchange tables (domain.md section 4)
constexpr int longestAddress = 200;

struct NumberField
{
    QString name = {};
    QString kindCode = {};
    QString overrideReason = {};
};

class FieldCheck
{
public:
    explicit FieldCheck(const CheckBasis &basis)
        : m_basis(basis)
    {
    }

    void text(const QString &field, QString &value, int longest)
    {
        value = value.trimmed();
        if (value.isEmpty())
            add(field, {ErrorKind::FieldMissing, field});
        else if (value.size() > longest)
            add(field, {ErrorKind::FieldTooLong, field});
    }

    void number(const NumberField &field, QString &value)
    {
        if (value.trimmed().isEmpty()) {
            add(field.name, {ErrorKind::FieldMissing, field.name});
            return;
        }
        const auto checked = IdentityNumber::parse(
            field.kindCode, value, {m_basis.regions, m_basis.today, field.overrideReason});
        if (checked.ok())
            value = checked.value().value.text();
        else
            add(field.name, checked.error());
    }

    void phone(const QString &field, QString &value)
    {
        const auto phone = PhoneNumber::parse(value);
        if (value.trimmed().isEmpty())
            add(field, {ErrorKind::FieldMissing, field});
        else if (phone.ok())
            value = phone.value().text();
        else
            add(field, phone.error());
    }

    void add(const QString &field, const Error &error) { m_problems.append({field, error}); }
    [[nodiscard]] const QList<FieldProblem> &problems() const { return m_problems; }

private:
    const CheckBasis &m_basis;
    QList<FieldProblem> m_problems;
};

} // namespace

QList<FieldProblem> checkApplicant(Applicant &applicant, const CheckBasis &basis)
{
    FieldCheck check(basis);
    check.number({u"applicant.idNumber"_s, applicant.idKind, applicant.overrideReason},
                 applicant.idNumber);
    check.text(u"applicant.name"_s, applicant.name, longestName);
    if (!applicant.isPerson()) {
        check.text(u"applicant.legalName"_s, applicant.legalName, longestName);
        if (!applicant.legalIdNumber.trimmed().isEmpty()) {
            check.number({u"applicant.legalIdNumber"_s, citizenCardCode, applicant.overrideReason},
                         applicant.legalIdNumber);
        }
    }
    check.phone(u"applicant.phone"_s, applicant.phone);
    if (applicant.address.size() > longestAddress)
        check.add(u"applicant.address"_s, {ErrorKind::FieldTooLong, u"applicant.address"_s});
    return check.problems();
}

QList<FieldProblem> checkAgent(Agent &agent, const CheckBasis &basis)
{
    const bool isTyped = !agent.name.trimmed().isEmpty() || !agent.idNumber.trimmed().isEmpty()
        || !agent.phone.trimmed().isEmpty();
    if (!isTyped) {
        agent = {};
        return {};
    }
    FieldCheck check(basis);
    check.text(u"agent.name"_s, agent.name, longestName);
    check.number({u"agent.idNumber"_s, agent.idKind, {}}, agent.idNumber);
    if (!agent.phone.trimmed().isEmpty())
        check.phone(u"agent.phone"_s, agent.phone);
    check.text(u"agent.authority"_s, agent.authority, longestAddress);
    return check.problems();
}

std::optional<Error> checkEdit(const CaseFile &file, EditField &edit, const CheckBasis &basis)
{
    Applicant applicant = file.applicant;
    Agent agent = file.agent;
    const QList<std::pair<QString, QString *>> fields{
        {u"applicant.name"_s, &applicant.name},
        {u"applicant.idNumber"_s, &applicant.idNumber},
        {u"applicant.phone"_s, &applicant.phone},
        {u"applicant.address"_s, &applicant.address},
        {u"applicant.legalName"_s, &applicant.legalName},
        {u"applicant.legalIdNumber"_s, &applicant.legalIdNumber},
        {u"agent.name"_s, &agent.name},
        {u"agent.idNumber"_s, &agent.idNumber},
        {u"agent.phone"_s, &agent.phone},
        {u"agent.authority"_s, &agent.authority}};
    const auto field = std::ranges::find(fields, edit.field, &std::pair<QString, QString *>::first);
    if (field == fields.end())
        return std::nullopt;
    *field->second = edit.newValue;
    QList<FieldProblem> problems = checkApplicant(applicant, basis);
    problems.append(checkAgent(agent, basis));
    const auto problem = std::ranges::find(problems, edit.field, &FieldProblem::field);
    if (problem != problems.end())
        return problem->error;
    edit.newValue = *field->second;
    return std::nullopt;
}

} // namespace hall

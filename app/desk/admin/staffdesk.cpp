#include "desk/admin/staffdesk.h"

#include "store/credentials.h"
#include "store/store.h"

#include <QRegularExpression>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool isAdministrator(const StaffMember &member)
{
    const auto isRole = [](const Post &post) { return post.role == Role::Administrator; };
    return !member.isDisabled && std::ranges::any_of(member.posts, isRole);
}

bool mentions(const StaffMember &member, const QString &text, const Reference &reference)
{
    if (text.isEmpty() || member.code.contains(text, Qt::CaseInsensitive)
        || member.name.contains(text, Qt::CaseInsensitive) || member.window == text)
        return true;
    return std::ranges::any_of(member.posts, [&](const Post &post) {
        return reference.departmentName(post.dept).contains(text) || post.dept == text;
    });
}

} // namespace

StaffDesk::StaffDesk(const HallPublisher &publisher)
    : m_publisher(publisher)
{
}

bool StaffDesk::isHallRole(Role role)
{
    return role == Role::TownLeader || role == Role::Manager || role == Role::Administrator;
}

QList<StaffMember> StaffDesk::members(const QString &text) const
{
    const ReferencePtr reference = m_publisher.reference();
    QList<StaffMember> found;
    for (const StaffMember &member : reference->staff) {
        if (mentions(member, text.trimmed(), *reference))
            found.append(member);
    }
    std::ranges::stable_sort(found, {}, &StaffMember::isDisabled);
    return found;
}

bool StaffDesk::isLastAdministrator(const QString &code) const
{
    const ReferencePtr reference = m_publisher.reference();
    return std::ranges::none_of(reference->staff, [&](const StaffMember &member) {
        return member.code != code && isAdministrator(member);
    });
}

StaffFault StaffDesk::faultOf(const StaffMember &member, bool isNew) const
{
    static const QRegularExpression form(u"^[a-z][a-z0-9]{1,19}$"_s);
    const ReferencePtr reference = m_publisher.reference();
    if (!form.match(member.code).hasMatch())
        return StaffFault::CodeForm;
    if (isNew && reference->member(member.code))
        return StaffFault::CodeTaken;
    if (member.name.trimmed().isEmpty())
        return StaffFault::NameMissing;
    if (member.posts.isEmpty())
        return StaffFault::NoPost;
    for (const Post &post : member.posts) {
        if (isHallRole(post.role) ? !post.dept.isEmpty() : !reference->department(post.dept))
            return StaffFault::PostUnknown;
    }
    if (!member.window.isEmpty() && !reference->window(member.window))
        return StaffFault::WindowUnknown;
    if (!isAdministrator(member) && isLastAdministrator(member.code))
        return StaffFault::LastAdministrator;
    return StaffFault::None;
}

QFuture<Result<Done>> StaffDesk::add(const StaffMember &member, const QString &password) const
{
    if (faultOf(member, true) != StaffFault::None)
        return answered<Done>(Error{ErrorKind::RuleBroken, u"staff"_s});
    // A login is made at the centre only, and no password of a joined machine is kept here.
    if (m_publisher.isJoined())
        return m_publisher.publish({publicationOf(member)});
    if (password.size() < minPasswordLength)
        return answered<Done>(
            Error{ErrorKind::PasswordTooShort, QString::number(minPasswordLength)});
    if (!m_publisher.mayPublish())
        return answered<Done>(Error{ErrorKind::NotYourPost});
    const HallPublisher &publisher = m_publisher;
    const Publishing publishing({publicationOf(member)}, publisher.session().actor(),
                                publisher.place().ids);
    // Person and password come together: nobody stands in the list who cannot sign in.
    return publisher.place().store.write(
        [publishing, code = member.code, password](WriteTx &tx) -> Result<Done> {
            const Result<Done> published = publishing.append(tx);
            if (!published.ok())
                return published;
            return storePassword(tx, code, hashPassword(password));
        });
}

QFuture<Result<Done>> StaffDesk::resetPassword(const QString &code, const QString &password) const
{
    if (!m_publisher.mayPublish())
        return answered<Done>(Error{ErrorKind::NotYourPost});
    if (!m_publisher.reference()->member(code))
        return answered<Done>(Error{ErrorKind::NotFound, u"staff"_s});
    if (m_publisher.isJoined())
        return answered<Done>(Error{ErrorKind::RuleBroken, u"password"_s});
    return setPassword(m_publisher.place().store, code, password);
}

QFuture<Result<Done>> StaffDesk::change(const StaffMember &member) const
{
    if (!m_publisher.reference()->member(member.code))
        return answered<Done>(Error{ErrorKind::NotFound, u"staff"_s});
    if (faultOf(member, false) != StaffFault::None)
        return answered<Done>(Error{ErrorKind::RuleBroken, u"staff"_s});
    return m_publisher.publish({publicationOf(member)});
}

QFuture<Result<Done>> StaffDesk::disable(const QString &code) const
{
    StaffMember member = m_publisher.reference()->staff.value(code);
    member.isDisabled = true;
    return change(member);
}

QFuture<Result<Done>> StaffDesk::enable(const QString &code) const
{
    StaffMember member = m_publisher.reference()->staff.value(code);
    member.isDisabled = false;
    return change(member);
}

} // namespace hall

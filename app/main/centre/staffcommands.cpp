#include "domain/csv.h"
#include "main/centre/commands.h"
#include "main/centre/publication.h"
#include "sync/postgres/connectionfile.h"

#include <QDateTime>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// One `staff` call at work: the centre is open and what is published is known.
class StaffWork
{
public:
    StaffWork(const Invocation &call, CentreDatabase &centre)
        : m_call(call)
        , m_console(call.console())
        , m_centre(centre)
    {
    }

    Exit run()
    {
        const Result<QString> town = Invocation::town(m_centre);
        if (!town.ok())
            return failed(town.error());
        m_town = town.value();
        Result<PublishedHall> hall = publishedHall(m_centre);
        if (!hall.ok())
            return failed(hall.error());
        m_hall = std::move(hall).value();
        const QString what = m_call.argument(0);
        if (what == "add"_L1 && m_call.has(u"all"_s))
            return addAll();
        if (m_call.arguments() == 2 && what == "disable"_L1)
            return disable(m_call.argument(1));
        if (m_call.arguments() == 2 && (what == "add"_L1 || what == "reset"_L1))
            return open(m_call.argument(1));
        m_console.complain(CentreText::say(Say::WrongArguments).arg(what, u"staff"_s));
        return Exit::Usage;
    }

private:
    Exit failed(const Error &error)
    {
        if (error.kind == ErrorKind::NotFound) {
            m_console.complain(CentreText::say(Say::NoPerson));
            return Exit::Failed;
        }
        return m_console.fail(error, m_centre.words());
    }

    /// The person as the options say, over what is published.
    Result<StaffMember> member(const QString &code)
    {
        StaffMember member = m_hall.reference.staff.value(code);
        member.code = code;
        member.isDisabled = false;
        const QList<std::pair<QString, QString StaffMember::*>> fields{
            {u"name"_s, &StaffMember::name},
            {u"window"_s, &StaffMember::window},
            {u"card"_s, &StaffMember::cardNumber},
            {u"phone"_s, &StaffMember::phone}};
        for (const auto &[option, field] : fields) {
            if (m_call.has(option))
                member.*field = m_call.value(option);
        }
        if (!m_call.has(u"posts"_s))
            return member;
        member.posts.clear();
        const QStringList codes = m_call.value(u"posts"_s).split(u';', Qt::SkipEmptyParts);
        for (const QString &text : codes) {
            const std::optional<Post> post = Post::fromCode(text.trimmed());
            const bool isKnown = post
                && (post->dept.isEmpty() || m_hall.reference.departments.contains(post->dept));
            if (!isKnown) {
                m_console.complain(CentreText::say(Say::UnknownPost).arg(text));
                return Error{ErrorKind::Cancelled};
            }
            member.posts.append(*post);
        }
        return member;
    }

    Result<Done> publish(const StaffMember &member)
    {
        CentrePublisher publisher(m_centre, m_ids, QDateTime::currentMSecsSinceEpoch());
        const Result<qsizetype> published = publisher.publish(m_hall, {publicationOf(member)});
        if (!published.ok())
            return published.error();
        return Done{};
    }

    Result<QString> newPassword(const QString &code)
    {
        if (m_call.has(u"generate"_s))
            return generatedPassword();
        return m_console.newSecret(CentreText::say(Say::AskNewPassword).arg(code),
                                   m_call.value(u"new-password-file"_s), u"new-password-file"_s);
    }

    Exit open(const QString &code)
    {
        if (!m_hall.reference.staff.contains(code) && !m_call.has(u"name"_s))
            return failed({ErrorKind::NotFound, code});
        const Result<StaffMember> person = member(code);
        if (!person.ok())
            return failed(person.error());
        const Result<QString> password = newPassword(code);
        if (!password.ok())
            return failed(password.error());
        const Result<Done> published = publish(person.value());
        if (!published.ok())
            return failed(published.error());
        const Result<QString> role = m_centre.setStaff(m_town, code, password.value());
        if (!role.ok())
            return failed(role.error());
        m_console.say(m_call.has(u"generate"_s)
                          ? CentreText::say(Say::StaffGenerated).arg(code, password.value())
                          : CentreText::say(Say::StaffSet).arg(code));
        return Exit::Done;
    }

    Exit disable(const QString &code)
    {
        if (!m_hall.reference.staff.contains(code))
            return failed({ErrorKind::NotFound, code});
        // The login first: the person is out at once, whatever becomes of the rest.
        const Result<QString> role = m_centre.closeStaff(code);
        if (!role.ok())
            return failed(role.error());
        StaffMember person = m_hall.reference.staff.value(code);
        person.isDisabled = true;
        const Result<Done> published = publish(person);
        if (!published.ok())
            return failed(published.error());
        m_console.say(CentreText::say(Say::StaffClosed).arg(code));
        return Exit::Done;
    }

    /// Everybody without a login, each with a password; a login that is in use keeps its own.
    Result<QList<std::pair<QString, QString>>> missingLogins()
    {
        QList<std::pair<QString, QString>> passwords;
        for (const StaffMember &person : std::as_const(m_hall.reference.staff)) {
            const Result<bool> has = m_centre.hasLogin(m_town, person.code);
            if (!has.ok())
                return has.error();
            if (!person.isDisabled && !has.value())
                passwords.append({person.code, generatedPassword()});
        }
        return passwords;
    }

    Exit addAll()
    {
        const QString file = m_call.value(u"out"_s);
        if (file.isEmpty()) {
            m_console.complain(
                CentreText::say(Say::WrongArguments)
                    .arg(CentreText::say(Say::OptionMissing).arg(u"out"_s), u"staff"_s));
            return Exit::Usage;
        }
        const Result<QList<std::pair<QString, QString>>> passwords = missingLogins();
        if (!passwords.ok())
            return failed(passwords.error());
        QByteArray list = "code,name,password\n";
        for (const auto &[code, password] : passwords.value())
            list += code.toUtf8() + ",\"" + m_hall.reference.staffName(code).toUtf8() + "\","
                + password.toUtf8() + '\n';
        // Written before it counts: nobody is locked out by a disk that is full.
        const Result<Done> written = writePrivately(file, list);
        if (!written.ok())
            return failed(written.error());
        for (const auto &[code, password] : passwords.value()) {
            const Result<QString> role = m_centre.setStaff(m_town, code, password);
            if (!role.ok())
                return failed(role.error());
        }
        m_console.say(
            CentreText::say(Say::StaffListWritten).arg(passwords.value().size()).arg(file));
        return Exit::Done;
    }

    const Invocation &m_call;
    Console &m_console;
    CentreDatabase &m_centre;
    RandomIds m_ids;
    QString m_town;
    PublishedHall m_hall;
};

} // namespace

Exit changeStaff(const Invocation &call)
{
    CentreDatabase centre;
    const Result<Done> opened = call.open(centre);
    if (!opened.ok())
        return call.console().fail(opened.error(), centre.words());
    return StaffWork(call, centre).run();
}

} // namespace hall

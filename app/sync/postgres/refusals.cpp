#include "sync/postgres/refusals.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

bool speaksOf(const QString &words, std::initializer_list<QLatin1StringView> signs)
{
    return std::ranges::any_of(
        signs, [&](QLatin1StringView sign) { return words.contains(sign, Qt::CaseInsensitive); });
}

} // namespace

QString stateIn(const QString &words)
{
    static const QRegularExpression pattern(u"(?:FATAL|ERROR|PANIC):\\s+([0-9A-Z]{5}):"_s);
    return pattern.match(words).captured(1);
}

Error refusedSignIn(const QString &words)
{
    const QString state = stateIn(words);
    if (state == "28P01"_L1)
        return {ErrorKind::WrongPassword};
    // The file of rules is named the same in every language: it lets in only logins of our groups,
    // so this one is of none, or does not exist. A closed login is told only after the right
    // password.
    if (state == "28000"_L1 && words.contains("pg_hba.conf"_L1))
        return {ErrorKind::CentreRefused, u"login"_s};
    if (state == "28000"_L1)
        return words.contains("certificate"_L1) ? Error{ErrorKind::CentreRefused, u"certificate"_s}
                                                : Error{ErrorKind::AccountDisabled};
    if (state == "3D000"_L1)
        return {ErrorKind::CentreRefused, u"database"_s};
    if (!state.isEmpty())
        return {ErrorKind::CentreUnreachable, state};
    if (speaksOf(words,
                 {"certificate verify failed"_L1, "does not match host name"_L1,
                  "server does not support SSL"_L1, "channel binding"_L1, "root certificate"_L1,
                  "could not get server's host name"_L1, "unsupported protocol"_L1}))
        return {ErrorKind::CentreUntrusted};
    // The server turns this computer away: no certificate, or one of another hall.
    if (speaksOf(words, {"alert"_L1}))
        return {ErrorKind::CentreRefused, u"certificate"_s};
    if (speaksOf(words, {"certificate file"_L1, "private key file"_L1}))
        return {ErrorKind::ConnectionFile, u"certificate"_s};
    if (speaksOf(words, {"wrong version number"_L1}))
        return {ErrorKind::CentreUntrusted};
    return {ErrorKind::CentreUnreachable};
}

Error meaning(const QString &state, const QString &message)
{
    if (state == "HA001"_L1) {
        if (message == "unknown"_L1 || message == "notHere"_L1)
            return {ErrorKind::NotFound};
        if (message == "tooOld"_L1)
            return {ErrorKind::CentreTooOld};
        return {ErrorKind::CentreRefused, message};
    }
    if (state == "42883"_L1 || state == "3F000"_L1)
        return {ErrorKind::CentreTooOld};
    if (state == "42501"_L1)
        return {ErrorKind::CentreRefused, u"rights"_s};
    if (state == "53100"_L1)
        return {ErrorKind::CentreRefused, u"full"_s};
    // Shut down, out of connections, lock not had, cancelled, standby: later it may work.
    static const QStringList passing{u"08"_s, u"40"_s, u"53"_s, u"55"_s, u"57"_s};
    if (passing.contains(state.left(2)) || state == "25006"_L1)
        return {ErrorKind::CentreUnreachable, state};
    return {ErrorKind::CentreRefused, u"fault "_s + state};
}

} // namespace hall

#include "sync/admin/accessrules.h"

#include "sync/postgres/serversession.h"

#include <QFile>
#include <QSaveFile>

namespace hall {

using namespace Qt::StringLiterals;

namespace {

/// 33–115 windows and the floors above, two sessions each, and room for the administrator.
constexpr auto connections = "400";

using Setting = std::pair<QByteArray, QString>;

QList<Setting> settingsOf(const ServerFiles &files)
{
    return {{"ssl", u"on"_s},
            {"ssl_cert_file", files.certificate},
            {"ssl_key_file", files.key},
            {"ssl_ca_file", files.authority},
            {"ssl_min_protocol_version", u"TLSv1.2"_s},
            {"password_encryption", u"scram-sha-256"_s},
            {"listen_addresses", u"*"_s},
            {"max_connections", QLatin1StringView(connections)},
            // A workstation that vanished must not keep its session.
            {"tcp_keepalives_idle", u"30"_s},
            {"tcp_keepalives_interval", u"10"_s},
            {"tcp_keepalives_count", u"3"_s}};
}

QByteArray quoted(const QString &text)
{
    return '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

QByteArray marker(const QString &database, const char *word)
{
    return "# OneHall \"" + database.toUtf8() + "\": " + word + '\n';
}

} // namespace

QByteArray accessRules(const QString &database)
{
    const QByteArray name = '"' + database.toUtf8() + '"';
    return marker(database, "begin")
        + "# TLS, SCRAM and a certificate of an enrolled computer; everything else from the "
          "network is\n"
          "# turned away. The administrator works over the local socket.\n"
          "hostssl "
        + name
        + " +onehall_station,+onehall_person,+onehall_admin all scram-sha-256 "
          "clientcert=verify-ca\n"
          "host    "
        + name + " all all reject\n" + marker(database, "end");
}

QByteArray withAccessRules(const QByteArray &hba, const QString &database)
{
    const QByteArray begin = marker(database, "begin");
    const QByteArray end = marker(database, "end");
    QByteArray rest = hba;
    const qsizetype from = rest.indexOf(begin);
    const qsizetype to = rest.indexOf(end);
    if (from >= 0 && to > from)
        rest.remove(from, to + end.size() - from);
    // The first line that fits decides, so ours come first.
    return accessRules(database) + rest;
}

QByteArray settingLines(const ServerFiles &files)
{
    QByteArray lines;
    for (const auto &[name, value] : settingsOf(files))
        lines += name + " = " + quoted(value) + '\n';
    return lines;
}

Result<Applied> applyAccessRules(ServerSession &session, const ServerFiles &files)
{
    const Result<Rows> where
        = session.call("select current_setting('hba_file'), current_database()::text,"
                       " current_setting('max_connections')::int");
    if (!where.ok())
        return where.error();
    Applied applied{.hbaFile = where.value().text(0, 0)};
    for (const auto &[name, value] : settingsOf(files)) {
        if (name == "max_connections"
            && where.value().number(0, 2) >= QByteArray(connections).toInt())
            continue;
        const Result<Done> set = session.script("alter system set " + name + " = " + quoted(value));
        if (!set.ok())
            return set.error();
    }
    QFile before(applied.hbaFile);
    if (!before.open(QIODevice::ReadOnly))
        return Error{ErrorKind::FileNotWritten, applied.hbaFile};
    const QByteArray text = withAccessRules(before.readAll(), where.value().text(0, 1));
    QSaveFile after(applied.hbaFile);
    if (!after.open(QIODevice::WriteOnly) || after.write(text) != text.size() || !after.commit())
        return Error{ErrorKind::FileNotWritten, applied.hbaFile};
    const Result<Rows> reloaded = session.call("select pg_reload_conf()");
    if (!reloaded.ok())
        return reloaded.error();
    // The reload is a signal: what waits for a restart is told by comparing, not by pg_settings,
    // which may not have read the file yet.
    const Result<Rows> now = session.call(
        "select current_setting('listen_addresses'), current_setting('max_connections')::int");
    if (!now.ok())
        return now.error();
    applied.needsRestart = now.value().text(0, 0) != "*"_L1
        || now.value().number(0, 1) < QByteArray(connections).toInt();
    return applied;
}

} // namespace hall

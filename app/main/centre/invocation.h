#pragma once

#include "domain/result.h"
#include "main/centre/console.h"
#include "sync/admin/centredatabase.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

namespace hall {

/// Where a centre is reached, as `init` and `demo` write it into their folder (centre.json).
struct CentrePlace
{
    QString hall = {};
    QString town = {};
    QString host = {};    ///< under which workstations reach it
    QString address = {}; ///< numeric, where one was named: spares them a name server
    QString socket = {};  ///< folder of the socket on this machine
    int port = 5432;
    QString database = {};

    [[nodiscard]] static CentrePlace
    read(const QString &folder); ///< usual values where there is none
    [[nodiscard]] Result<Done> write(const QString &folder) const;
};

/// One call of the tool: its options, its arguments and its console.
class Invocation
{
public:
    Invocation(const QCommandLineParser &parser, const QStringList &arguments, Console &console);

    [[nodiscard]] Console &console() const { return m_console; }
    [[nodiscard]] QString argument(int n) const { return m_arguments.value(n); }
    [[nodiscard]] qsizetype arguments() const { return m_arguments.size(); }
    [[nodiscard]] bool has(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_parser.value(option); }
    [[nodiscard]] QStringList values(const QString &option) const
    {
        return m_parser.values(option);
    }
    [[nodiscard]] bool wantsJson() const { return has(QStringLiteral("json")); }

    /// The folder with certificates and centre.json.
    [[nodiscard]] QString folder() const;
    [[nodiscard]] CentrePlace place() const;
    /// How this call reaches the server; `database` overrides. Asks for a password over the
    /// network.
    [[nodiscard]] Result<Access> access(const QString &database = {}) const;
    [[nodiscard]] Result<Done> open(CentreDatabase &centre) const;
    /// Town of the centre that is open.
    [[nodiscard]] static Result<QString> town(CentreDatabase &centre);

private:
    const QCommandLineParser &m_parser;
    QStringList m_arguments;
    Console &m_console;
};

} // namespace hall

#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace hall {

/// A program of the system that is run to its end.
struct ProgramRun
{
    QString program = {};
    QStringList arguments = {};
    QStringList environment = {}; ///< "NAME=value", beside the process's own
    QString folder = {};
    int timeoutMs = 3'600'000;
};

/// Its standard output; WorkerFailed (detail = program and the last line that it wrote as an
/// error).
[[nodiscard]] Result<QByteArray> runProgram(const ProgramRun &run);

/// Full path of one of PostgreSQL's server programs (initdb, pg_ctl): from PATH, else from the
/// newest version where Debian keeps them. Empty when there is none.
[[nodiscard]] QString serverProgram(const QString &name);

/// PostgreSQL refuses to run as root: the run as the unprivileged account that its package makes
/// (`postgres`, else `nobody`); unchanged for anybody else.
[[nodiscard]] ProgramRun unprivileged(const ProgramRun &run);
/// Name of that account; empty when this process may run a server itself.
[[nodiscard]] QString serverAccount();

} // namespace hall

#pragma once

#include "desk/setup/publishing.h"
#include "main/centre/invocation.h"
#include "sync/admin/accessrules.h"

namespace hall {

/// What `init` and `demo` make in common.
struct NewPlace
{
    Access server = {}; ///< the superuser in the server's own database
    CentrePlace place = {};
    QList<Publication> publications = {};
};

/// Database, schema, town and first publications; `centre` is open on it afterwards.
[[nodiscard]] Exit makePlace(Console &console, CentreDatabase &centre, const NewPlace &made);
/// Applies the steps that are missing and says so.
[[nodiscard]] Exit bringUp(Console &console, CentreDatabase &centre);
/// The hall's authority (kept where there is one), the server's certificate and centre.json.
[[nodiscard]] Result<ServerFiles> certify(const QString &folder, const CentrePlace &place,
                                          const QStringList &names);
/// The settings as files to read, whether or not they were applied.
[[nodiscard]] Result<Done> keepSettings(const QString &folder, const ServerFiles &files,
                                        const QString &database);
struct Enrolment
{
    QString folder = {}; ///< with the authority
    CentrePlace place = {};
    QString station = {};
    QString file = {}; ///< connection file to write
    QString address = {};
    QStringList scopes = {QStringLiteral("*")};
};

/// Makes secret, login and certificate of a station and writes its connection file.
[[nodiscard]] Result<Done> enrol(CentreDatabase &centre, const Enrolment &enrolment);

} // namespace hall

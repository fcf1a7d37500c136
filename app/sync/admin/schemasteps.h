#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace hall {

class ServerSession;

/// A numbered file of installer/centre/sql; a released one never changes.
struct SchemaStep
{
    int number = 0;
    QString name = {}; ///< "0001_roles.sql"
    QByteArray sql = {};
    [[nodiscard]] QString sha256() const;
};

/// The steps that this program carries, in order.
[[nodiscard]] QList<SchemaStep> shippedSteps();

/// What an upgrade found and did.
struct UpgradeReport
{
    int before = 0; ///< newest step that was there
    int after = 0;
    QStringList applied = {};
};

/// Applies what is missing, each step in one transaction, as a superuser. CentreTooOld (detail
/// "newer") when the centre has steps that this program does not know; CentreRefused (detail "step
/// <name>") when a step there is not the one that is shipped, or a step fails
/// (ServerSession::lastWords says why).
[[nodiscard]] Result<UpgradeReport> upgradeSchema(ServerSession &session,
                                                  const QList<SchemaStep> &steps);
/// The newest step of a centre; 0 without any.
[[nodiscard]] Result<int> schemaStep(ServerSession &session);

} // namespace hall

#pragma once

#include "main/centre/invocation.h"
#include "sync/postgres/postgrescentre.h"
#include "toolrun.h"

#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace hall::test {

/// A test whose centre is the tool's own demonstration: a private server with TLS, the sample hall
/// and two stations.
class DemoCentre : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] ToolRun run(const QStringList &arguments, const QByteArray &typed = {}) const
    {
        return runTool(arguments + QStringList{QStringLiteral("--folder"), m_demo}, typed);
    }
    [[nodiscard]] QString in(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const QString &demo() const { return m_demo; }
    [[nodiscard]] Result<SignInReply> signIn(const QString &staff, const QString &password) const;
    void admin(const QByteArray &sql);
    [[nodiscard]] static QByteArray contents(const QString &path);
    [[nodiscard]] QJsonObject status() const;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

private:
    QTemporaryDir m_folder;
    QString m_demo;
};

} // namespace hall::test

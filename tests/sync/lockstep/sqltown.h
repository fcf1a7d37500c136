#pragma once

#include "mirror.h"
#include "tests/centre/centretown.h"

#include <QSet>

namespace hall::lockstep {

class SqlLine;

/// The real SQL beside the model's centre: a town in a private PostgreSQL with the model's small
/// workflow published, its clock the world's. A backup is a copy of the database.
class SqlTown final : public model::Mirror
{
public:
    /// Makes the cluster; begin() again makes the town anew for the next world.
    [[nodiscard]] bool begin();
    [[nodiscard]] QString problem() const { return m_problem; }

    std::unique_ptr<model::MirrorLine> line(const QString &login) override;
    void setNow(qint64 ms) override;
    void setPosts(const QString &person, const QStringList &posts) override;
    void setStationScopes(const QString &login, const QStringList &scopes) override;
    void backUp(int number) override;
    void restore(int number) override;
    [[nodiscard]] QString difference() const override { return m_difference; }

private:
    friend class SqlLine;
    [[nodiscard]] bool makeCluster();
    [[nodiscard]] bool makeTown(const test::PgLink &root);
    bool runOn(const test::PgLink &link, const QByteArray &sql,
               const QList<QByteArray> &arguments = {});
    void run(const QByteArray &sql, const QList<QByteArray> &arguments = {});
    void copyDatabase(const QByteArray &from, const QByteArray &to);
    void differ(const QString &what);

    test::CentreTown m_town;
    std::unique_ptr<test::PgLink> m_server; ///< to no town
    std::unique_ptr<test::PgLink> m_root;
    QSet<SqlLine *> m_lines;
    bool m_isMade = false;
    QString m_problem;
    QString m_difference;
};

} // namespace hall::lockstep

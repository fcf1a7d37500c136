#pragma once

#include "mirror.h"
#include "modelserver.h"
#include "sqltown.h"

namespace hall::lockstep {

/// The code that a login of the world was enrolled under.
[[nodiscard]] QString stationOf(const QString &login);

/// The sessions of one workstation with the real functions, as psql has them. Positions, codes,
/// reasons, chains and every byte of what is read must be the model's.
class SqlLine final : public model::MirrorLine
{
public:
    SqlLine(SqlTown &town, const QString &login);
    ~SqlLine() override;
    Q_DISABLE_COPY_MOVE(SqlLine)
    void close();

    void hello(bool isPerson, const model::Session &session, const HelloAsk &ask,
               const HelloReply &reply) override;
    void push(const QList<OfferedEvent> &events, const PushReply &reply) override;
    void pull(bool isPerson, const model::Session &session, const ScopeCursors &after, int limit,
              const Result<PullReply> &reply) override;
    void history(const model::Session &session, const StreamId &stream,
                 const Result<PullReply> &reply) override;
    void snapshot(const model::Session &session, const SnapshotAsk &ask, const StreamId &after,
                  const Result<QList<SnapshotRow>> &reply) override;
    void pagesThere(const QMap<QByteArray, PageProgress> &there) override;
    void putPiece(const CarriedPage &page, int n, const QByteArray &piece, bool isTaken) override;
    void commitPage(const QByteArray &sha, bool isComplete) override;
    void getPiece(const model::Session &session, const QByteArray &sha, int n,
                  const Result<QByteArray> &piece) override;
    [[nodiscard]] QString renewStation(const QUuid &install) override;
    [[nodiscard]] QByteArray signIn(const QString &person, const QString &station) override;
    [[nodiscard]] int lease(int size) override;

private:
    test::PgAnswer asStation(const QByteArray &sql, const QList<QByteArray> &arguments = {});
    test::PgAnswer asPerson(const QString &person, const QByteArray &sql,
                            const QList<QByteArray> &arguments = {});
    /// One field of what must not fail.
    QByteArray value(const test::PgAnswer &answer, const QString &what);
    void expect(const QString &what, const QString &model, const QString &sql);
    void compareRows(const QString &what, const Result<PullReply> &reply,
                     const test::PgAnswer &answer);

    SqlTown &m_town;
    QString m_login;
    QString m_code; ///< that delivers
    std::unique_ptr<test::PgLink> m_station;
    std::map<QString, std::unique_ptr<test::PgLink>> m_people;
};

} // namespace hall::lockstep

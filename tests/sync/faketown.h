#pragma once

#include "domain/event.h"
#include "sync/api/centre.h"
#include "sync/api/centreservices.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>
#include <optional>

namespace hall::test {

/// A centre in memory for the engine's tests: order, chains, scopes, pages, clones, restore. Its
/// only rules on cases are `expects` and the line of redos; the full rules are the model's and the
/// SQL's.
class FakeTown
{
public:
    struct Entry
    {
        Event event = {};
        QByteArray envelope = {};
        QByteArray mac = {};
        QByteArray chain = {}; ///< of the stream
        QByteArray townChain = {};
        QByteArray page = {}; ///< page ready
    };
    struct Row
    {
        qint64 pos = 0;
        FeedKind kind = FeedKind::Event;
        StreamId stream = {};
        QString scope = {};
    };
    struct Page
    {
        qint64 size = 0;
        QMap<int, QByteArray> pieces = {};
        bool isComplete = false;
        [[nodiscard]] QByteArray bytes() const;
    };
    /// All that a backup holds.
    struct Data
    {
        QList<Entry> log = {};
        QList<Row> feed = {};
        QHash<EventId, qint64> byRoot = {};
        QMap<StreamId, QList<qint64>> streams = {};
        QMap<StreamId, QSet<QString>> scopes = {};
        QHash<QString, EventId> serials = {};
        QHash<QString, qint64> newest = {};
        QMap<QByteArray, Page> pages = {};
        QMap<QString, QSet<QString>> seats = {}; ///< station → who signed in there
    };

    Data data;
    qint64 nowMs = 0;
    QStringList stationScopes{QStringLiteral("HB"), QStringLiteral("HR"), QStringLiteral("hall")};
    QMap<QString, QStringList> personScopes;
    std::function<std::optional<PushAnswer>(const Event &)> objection;
    QSet<StreamId> closed; ///< cases that are over, as far as a first filling is concerned
    int renewed = 0;
    int leased = 0;
    QStringList returned;        ///< "series|organ|year|first|from"
    QString leaseRefusal;        ///< the word with which leases are refused
    QMap<QString, int> versions; ///< of hello

    /// Hall events come in as if published.
    void publish(const QList<Event> &events);
    [[nodiscard]] PushReply push(const QList<OfferedEvent> &events);
    [[nodiscard]] HelloReply hello(const QStringList &scopes, const HelloAsk &ask);
    [[nodiscard]] PullReply pull(const ScopeCursors &after, int limit) const;
    [[nodiscard]] Result<PullReply> history(const StreamId &stream,
                                            const QStringList &scopes) const;
    [[nodiscard]] QList<SnapshotRow> snapshot(const SnapshotAsk &ask, const StreamId &after,
                                              int limit) const;
    [[nodiscard]] bool commitPage(const QByteArray &sha);
    [[nodiscard]] Checkpoint head() const;
    /// What a PC may keep: the scopes of everybody who ever signed in there.
    [[nodiscard]] QStringList keptAt(const QString &station) const;
    [[nodiscard]] static QByteArray keyOf(const QString &staff, const QString &station);
    [[nodiscard]] QList<EventId> order(const StreamId &stream) const;
    /// Moves a case to other scopes, as a hand-over would.
    void moveScope(const StreamId &stream, const QString &from, const QString &to);

private:
    [[nodiscard]] PushAnswer answer(const OfferedEvent &offer, const Event &event);
    qint64 accept(const Event &event, const QByteArray &envelope, const QByteArray &mac);
    [[nodiscard]] FeedEntry entryAt(const Row &row) const;
    [[nodiscard]] bool isClosed(const StreamId &stream) const;
};

enum class Fault { None, LostRequest, LostAnswer, Twice };

/// One workstation's line to it.
class FakeLink final : public Centre, public CentreServices
{
public:
    explicit FakeLink(FakeTown &town)
        : m_town(town)
    {
    }
    std::function<Fault()> nextFault;
    QString person;
    bool isDown = false;
    int calls = 0;

    Result<HelloReply> hello(Party party, const HelloAsk &ask) override;
    Result<PushReply> push(const QList<OfferedEvent> &events) override;
    Result<PullReply> pull(Party party, const QString &station, const ScopeCursors &after,
                           int limit) override;
    Result<PullReply> history(const StreamId &stream) override;
    Result<QList<SnapshotRow>> snapshot(const SnapshotAsk &ask, const StreamId &after,
                                        int limit) override;
    Result<QMap<QByteArray, PageProgress>> pagesThere(const QList<QByteArray> &shas) override;
    Result<Done> putPiece(const CarriedPage &page, int n, const QByteArray &piece) override;
    Result<bool> commitPage(const QByteArray &sha) override;
    Result<QByteArray> getPiece(const QString &station, const QByteArray &sha, int n) override;
    Result<QString> renewStation(const QUuid &install) override;

    Result<SignInReply> signIn(const QString &staff, const QString &password,
                               const QString &station) override;
    void signOut() override { person.clear(); }
    Result<QByteArray> stationKey() override;
    Result<LeasedBlock> lease(const LeaseAsk &ask) override;
    Result<Done> returnLease(const LeaseAsk &block, int first, int from) override;
    Result<QList<QJsonObject>> find(const FindAsk &ask) override;
    Result<Done> changePassword(const QString &password) override;
    Result<PushReply> publish(const QList<OfferedEvent> &events, const QJsonArray &rows) override;

private:
    template <class T, class F> Result<T> call(F body);
    [[nodiscard]] QStringList readable() const;
    FakeTown &m_town;
    QString m_station;
};

} // namespace hall::test

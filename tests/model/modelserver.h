#pragma once

#include "sync/api/centre.h"
#include "town.h"

#include <functional>

namespace hall::model {

/// Who is connected: the login of a station, the code it says it has, the person who signed in.
struct Session
{
    QString login = {};
    QString station = {};
    QString person = {};
};

/// What the world watches: why something was refused, against which state.
struct Refusal
{
    EventRef event = {};
    CaseState state = {};
    PushAnswer answer = {};
};

/// The centre of app/sync/PROTOCOL.md in memory, with simple rules. No fault stands here
/// (ModelLink), only backup and restore.
class ModelServer
{
public:
    ModelServer(Items items, Rules rules, std::shared_ptr<EventBook> book, qsizetype piece);

    [[nodiscard]] HelloReply hello(Party party, const Session &session, const HelloAsk &ask);
    [[nodiscard]] PushReply push(const Session &session, const QList<OfferedEvent> &events);
    [[nodiscard]] Result<PullReply> pull(const Session &session, const ScopeCursors &after,
                                         int limit) const;
    [[nodiscard]] Result<PullReply> history(const Session &session, const StreamId &stream) const;
    [[nodiscard]] Result<QList<SnapshotRow>> snapshot(const Session &session,
                                                      const SnapshotAsk &ask, const StreamId &after,
                                                      int limit) const;
    [[nodiscard]] QMap<QByteArray, PageProgress> pagesThere(const QList<QByteArray> &shas) const;
    [[nodiscard]] Result<Done> putPiece(const CarriedPage &page, int n, const QByteArray &piece);
    [[nodiscard]] bool commitPage(const QByteArray &sha);
    [[nodiscard]] Result<QByteArray> getPiece(const Session &session, const QByteArray &sha,
                                              int n) const;
    [[nodiscard]] QString renewStation(const Session &session, const QUuid &install);
    /// The key of (person, station); empty person = the station's key for timers.
    [[nodiscard]] QByteArray signIn(const QString &person, const QString &station);
    /// First of so many official numbers.
    [[nodiscard]] int lease(int size = 5);

    // What a second centre made up (mirror.h).
    void enterStation(const Session &session, const QString &code, const QUuid &install);
    void learnKey(const QString &person, const QString &station, const QByteArray &key);
    void skipTo(int number) { m_town.nextLeased = number; }

    void setNow(qint64 ms) { m_now = ms; }
    void setPosts(const QString &person, const QStringList &posts);
    void setStationScopes(const QString &login, const QStringList &scopes);
    [[nodiscard]] QStringList scopesOf(const Session &session) const;
    /// What the PC with this code may keep.
    [[nodiscard]] QStringList scopesKept(const QString &login, const QString &station) const;

    [[nodiscard]] const Town &town() const { return m_town; }
    void restore(const Town &backup);
    /// Changes with every restore: links of before are dead.
    [[nodiscard]] int generation() const { return m_generation; }
    void releaseHidden() { m_hidden.clear(); }
    void watchRefusals(std::function<void(const Refusal &)> watch) { m_watch = std::move(watch); }
    void watchAccepted(std::function<void(const EventRef &)> watch)
    {
        m_accepted = std::move(watch);
    }
    [[nodiscard]] qsizetype pieceSize() const { return m_piece; }

private:
    struct Reading
    {
        const OfferedEvent *offer = nullptr;
        EventRef event = {};
        QString deliveredBy = {};
    };

    [[nodiscard]] qint64 hereAt(const Event &event) const;
    [[nodiscard]] bool isClone(const QList<Reading> &readings) const;
    [[nodiscard]] PushAnswer answerTo(const Reading &reading);
    [[nodiscard]] PushAnswer faultOf(const Reading &reading) const;
    [[nodiscard]] PushAnswer caseFault(const Reading &reading, const StreamRow &row) const;
    [[nodiscard]] PushAnswer rightFault(const Event &event, const CaseState &base) const;
    [[nodiscard]] QString numberFault(const Reading &reading) const;
    [[nodiscard]] bool arePagesComplete(const StreamRow &row) const;
    qint64 accept(const Reading &reading);
    void nameIn(const Reading &reading, StreamRow &row, qint64 pos);
    void namePages(const Reading &reading, StreamRow &row);
    void fanOut(const StreamId &stream, const QStringList &before, const QStringList &after,
                bool isFirst);
    void rememberSerial(const Reading &reading);
    void noteDelivery(const Session &session, const Reading &reading);
    [[nodiscard]] QByteArray keyOf(const QString &person, const QString &station) const;
    [[nodiscard]] FeedEntry entryAt(qint64 pos) const;
    void appendFiltered(PullReply &reply, const ScopeCursors &after, const FeedRow &row) const;

    Items m_items;
    Rules m_rules;
    std::shared_ptr<EventBook> m_book;
    qsizetype m_piece;
    Town m_town;
    qint64 m_now = 0;
    int m_generation = 1;
    int m_pushes = 0;
    QSet<qint64> m_hidden; ///< positions not yet committed: only without the rule DensePositions
    mutable QHash<QString, QByteArray> m_derived;
    std::function<void(const Refusal &)> m_watch;
    std::function<void(const EventRef &)> m_accepted;
};

} // namespace hall::model

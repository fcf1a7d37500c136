#pragma once

#include "clientstore.h"
#include "modellink.h"

#include "domain/id.h"

namespace hall::model {

/// What somebody wants to write; the rest of the event follows from who and where.
struct Draft
{
    StreamId stream = {};
    QString type = {};
    QString branch = QStringLiteral("main");
    QString action = {};
    QString from = {};
    QString to = {};
    EventId expects = {};
    QString actor = {};
    QString post = {};
    qint64 at = 0;
    QStringList gained = {};
    QStringList lost = {};
    QJsonObject head = {};
    QByteArray page = {}; ///< bytes attached
    int official = 0;     ///< official number given
    EventId replaces = {};
    EventId id = {}; ///< given for a timer; else made here
};

/// The rules of a workstation (app/sync/PROTOCOL.md) in their smallest form.
class ModelClient
{
public:
    struct Setting
    {
        Items items = {};
        Rules rules = {};
        std::shared_ptr<EventBook> book = {};
        IdSource *ids = nullptr;
    };
    ModelClient(Setting setting, ModelServer &server, const QString &login,
                ModelLink::NextFault nextFault);

    // Sessions. Each returns false when the link was lost or the centre said no.
    bool connect();
    bool signIn(const QString &person);
    void signOut();
    bool push(int limit);
    bool pull(int limit, int crashAfter = -1);
    bool sendPages();
    bool fetchPages();
    bool leaseNumbers();

    // Work.
    [[nodiscard]] const QString &person() const { return m_person; }
    [[nodiscard]] bool canWork() const;
    [[nodiscard]] CaseState view(const StreamId &stream) const;
    /// False while work of this PC waits that does not follow from what it sees (its predecessor
    /// left with a scope): nothing new is built on that.
    [[nodiscard]] bool fits(const StreamId &stream) const;
    [[nodiscard]] QList<StreamId> inSight() const;
    [[nodiscard]] QString newNumber();
    EventRef promise(const Draft &draft);
    /// The item leaves the attention list; what was parked behind it is offered again. A draft
    /// takes its place in the line; without one it is only dropped.
    EventRef resolve(qsizetype item, const std::optional<Draft> &draft);

    [[nodiscard]] const ClientStore &store() const { return m_store; }
    void replaceStore(const ClientStore &store);
    [[nodiscard]] ModelLink &link() { return m_link; }
    [[nodiscard]] bool isSynchronised() const;

private:
    // Fork, clone, scopes.
    void fork(qint64 common);
    [[nodiscard]] QMap<qint64, QList<Offer>> takeUnsettled(qint64 common);
    void cutStream(LocalStream &stream, qint64 common) const;
    bool renew();
    void keepScopes(const QStringList &scopes);
    void confirm(const Checkpoint &point);
    void dropOrphanPages();
    void settlePages();
    void forgetUnsettledPages();

    // Push.
    [[nodiscard]] QList<Offer> batch(int limit) const;
    void answered(const QList<Offer> &sent, const PushReply &reply);
    void shelve(const Offer &offer, qint64 pos);
    void refuse(const Offer &offer, const PushAnswer &answer, QSet<StreamId> &parking);
    void park(const Offer &offer, const QString &reason);
    [[nodiscard]] OfferedEvent offered(const Offer &offer) const;

    // Pull, on a copy of the store.
    bool fetchLeft(ClientStore &next);
    bool fill(ClientStore &next, const QString &scope);
    bool walk(ClientStore &next, const SnapshotAsk &ask, QSet<StreamId> &seen);
    void correct(ClientStore &next, const QString &scope, const QSet<StreamId> &seen) const;
    void take(ClientStore &next, const QList<SnapshotRow> &rows, const QString &scope);
    [[nodiscard]] ScopeCursors cursorsOf(const QStringList &scopes) const;
    void moveCursors(ClientStore &next, const QStringList &scopes, const PullReply &reply) const;
    bool apply(ClientStore &next, const FeedEntry &entry);
    bool applyEvent(ClientStore &next, const FeedEntry &entry);
    void applyLeft(ClientStore &next, const FeedEntry &entry);
    bool fetchHistory(ClientStore &next, const StreamId &stream);
    bool append(LocalStream &stream, const FeedEntry &entry) const;
    void settle(ClientStore &next, const Event &event, qint64 pos);
    void unpark(ClientStore &next, const StreamId &stream) const;
    void drop(ClientStore &next, const StreamId &stream) const;
    void purge(ClientStore &next) const;

    bool sendPage(const QByteArray &sha, const PageProgress &progress);
    bool fetchPage(const CarriedPage &page);
    [[nodiscard]] HelloAsk ask() const;

    Setting m_setting;
    Rules m_rules;
    ModelLink m_link;
    ClientStore m_store;
    QString m_person;
    bool m_knowsScopes = false; ///< the person's, in this connection
    Checkpoint m_head;          ///< of that hello
};

} // namespace hall::model

#pragma once

#include "client.h"

namespace hall::model {

/// The rules of a workstation (app/sync/PROTOCOL.md) in their smallest form.
class ModelClient final : public Client
{
public:
    ModelClient(Setting setting, ModelServer &server, const QString &login,
                ModelLink::NextFault nextFault);

    bool connect() override;
    bool signIn(const QString &person) override;
    void signOut() override;
    bool push(int limit) override;
    bool pull(int limit, int crashAfter = -1) override;
    bool sendPages() override;
    bool fetchPages() override;
    bool leaseNumbers() override;

    [[nodiscard]] bool canWork() const override;
    [[nodiscard]] QString newNumber() override;
    EventRef promise(const Draft &draft) override;
    EventRef resolve(qsizetype item, const std::optional<Draft> &draft) override;
    [[nodiscard]] const ClientStore &store() const override { return m_store; }

    [[nodiscard]] Disk copyDisk() override { return {.store = m_store, .files = {}}; }
    void useDisk(const Disk &disk) override;
    void reinstall() override;
    void goBackTo(const Disk &image) override;

private:
    // Fork, clone, scopes.
    void fork(qint64 common);
    [[nodiscard]] QMap<qint64, QList<Offer>> takeUnsettled(qint64 common);
    void cutStream(LocalStream &stream, qint64 common) const;
    bool renew();
    void keepScopes(const QStringList &scopes);
    void confirm(const Checkpoint &point);
    void dropOrphanPages();
    void dropLeaving(ClientStore &next) const;
    void dropPassed(ClientStore &next) const;
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
    void keepUnsent(const ClientStore &old, ClientStore &fresh) const;

    ClientStore m_store;
    bool m_knowsScopes = false; ///< the person's, in this connection
    Checkpoint m_head;          ///< of that hello
};

} // namespace hall::model

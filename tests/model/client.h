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

/// A copied disk; `files` is what stands behind the picture, where there is more.
struct Disk
{
    ClientStore store = {};
    std::shared_ptr<void> files = {};
};

/// A workstation as the world drives it: the model's own rules (ModelClient), or the real engine
/// over a real store (tests/sync/lockstep).
class Client
{
public:
    struct Setting
    {
        Items items = {};
        Rules rules = {};
        std::shared_ptr<EventBook> book = {};
        IdSource *ids = nullptr;
        std::function<qint64()> now = {};
        int nth = 0; ///< of the world's PCs
        quint64 seed = 0;
    };
    Client(Setting setting, ModelServer &server, const QString &login,
           ModelLink::NextFault nextFault);
    virtual ~Client() = default;

    // Sessions. Each returns false when the link was lost or the centre said no.
    virtual bool connect() = 0;
    virtual bool signIn(const QString &person) = 0;
    virtual void signOut() = 0;
    virtual bool push(int limit) = 0;
    virtual bool pull(int limit, int crashAfter = -1) = 0;
    virtual bool sendPages() = 0;
    virtual bool fetchPages() = 0;
    virtual bool leaseNumbers() = 0;

    // Work.
    [[nodiscard]] const QString &person() const { return m_person; }
    [[nodiscard]] virtual bool canWork() const = 0;
    [[nodiscard]] CaseState view(const StreamId &stream) const;
    /// False while work of this PC waits that does not follow from what it sees (its predecessor
    /// left with a scope): nothing new is built on that.
    [[nodiscard]] bool fits(const StreamId &stream) const;
    [[nodiscard]] QList<StreamId> inSight() const;
    [[nodiscard]] virtual QString newNumber() = 0;
    virtual EventRef promise(const Draft &draft) = 0;
    /// The item leaves the attention list; what was parked behind it is offered again. A draft
    /// takes its place in the line; without one it is only dropped.
    virtual EventRef resolve(qsizetype item, const std::optional<Draft> &draft) = 0;

    /// What is on the disk.
    [[nodiscard]] virtual const ClientStore &store() const = 0;
    [[nodiscard]] bool isSynchronised() const { return store().outbox.isEmpty(); }
    /// Nothing, or what does not fit together on the disk.
    [[nodiscard]] virtual QString disorder() { return {}; }

    // What happens to disks.
    [[nodiscard]] virtual Disk copyDisk() = 0;
    virtual void useDisk(const Disk &disk) = 0;
    /// The disk is lost, the second file and the pages that are not up yet survive.
    virtual void reinstall() = 0;
    /// An older copy of the disk; the second file is today's.
    virtual void goBackTo(const Disk &image) = 0;

    [[nodiscard]] ModelLink &link() { return m_link; }

protected:
    [[nodiscard]] Event made(const Draft &draft, const QString &station) const;
    [[nodiscard]] static QJsonObject bodyOf(const Draft &draft, const QString &official);

    Setting m_setting;
    Rules m_rules;
    ModelLink m_link;
    QString m_person;
};

using MakeClient = std::function<std::unique_ptr<Client>(
    const Client::Setting &, ModelServer &, const QString &login, const ModelLink::NextFault &)>;

} // namespace hall::model

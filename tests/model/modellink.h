#pragma once

#include "mirror.h"
#include "modelserver.h"

namespace hall::model {

/// What goes wrong with one call.
enum class Fault {
    None,
    LostRequest, ///< it never arrives
    LostAnswer,  ///< it is done, nobody hears of it
    Late,        ///< a push: nobody hears, and it is done some time later
    Twice,       ///< it arrives twice
    FlippedBit   ///< a piece of a page is damaged on its way
};

/// The pushes that are still on their way.
struct LatePush
{
    int generation = 0;
    Session session = {};
    QList<OfferedEvent> events = {};
};

/// The real interface over the model's centre, for one workstation, with faults. A connection ends
/// with a lost call and with a restore; only hello() opens it again.
class ModelLink final : public Centre
{
public:
    using NextFault = std::function<Fault()>;
    ModelLink(ModelServer &server, QString login, NextFault nextFault);

    [[nodiscard]] Result<HelloReply> hello(Party party, const HelloAsk &ask) override;
    [[nodiscard]] Result<PushReply> push(const QList<OfferedEvent> &events) override;
    [[nodiscard]] Result<PullReply> pull(Party party, const QString &station,
                                         const ScopeCursors &after, int limit) override;
    [[nodiscard]] Result<PullReply> history(const StreamId &stream) override;
    [[nodiscard]] Result<QList<SnapshotRow>> snapshot(const SnapshotAsk &ask, const StreamId &after,
                                                      int limit) override;
    [[nodiscard]] Result<QMap<QByteArray, PageProgress>>
    pagesThere(const QList<QByteArray> &shas) override;
    [[nodiscard]] Result<Done> putPiece(const CarriedPage &page, int n,
                                        const QByteArray &piece) override;
    [[nodiscard]] Result<bool> commitPage(const QByteArray &sha) override;
    [[nodiscard]] Result<QByteArray> getPiece(const QString &station, const QByteArray &sha,
                                              int n) override;
    [[nodiscard]] Result<QString> renewStation(const QUuid &install) override;

    // api.sign_in, api.station_key (person empty) and api.lease.
    [[nodiscard]] Result<QByteArray> signIn(const QString &person, const QString &station);
    [[nodiscard]] Result<int> lease(int size = 5);

    /// Everything that reaches the centre is asked there too.
    void reflect(std::unique_ptr<MirrorLine> mirror) { m_mirror = std::move(mirror); }
    void setPerson(const QString &person) { m_session.person = person; }
    void drop() { m_generation = 0; }
    [[nodiscard]] bool isOpen() const { return m_generation == m_server.generation(); }
    /// Pushes that were given up by the workstation but are still to arrive.
    [[nodiscard]] std::optional<LatePush> takeLate() { return std::exchange(m_late, {}); }
    [[nodiscard]] const ModelServer &server() const { return m_server; }
    [[nodiscard]] const Session &session() const { return m_session; }

private:
    template <class T, class F> Result<T> call(Fault fault, F body);

    ModelServer &m_server;
    Session m_session;
    NextFault m_nextFault;
    int m_generation = 0;
    std::optional<LatePush> m_late;
    std::unique_ptr<MirrorLine> m_mirror;
};

} // namespace hall::model

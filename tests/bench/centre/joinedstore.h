#pragma once

#include "sync/engine/correctedclock.h"
#include "sync/engine/exchange.h"
#include "tests/bench/centre/demotown.h"

namespace hall::bench {

template <class T> T awaited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

/// A workstation's store that follows a town by hand, without the engine's thread and pauses.
class JoinedStore
{
public:
    JoinedStore(DemoTown &town, const QString &folder, const QString &station);

    /// Opens, signs the manager in and pulls the hall's own stream.
    [[nodiscard]] bool open();
    /// The whole town from behind `pos` on; events that came, -1 = it went wrong.
    [[nodiscard]] int pullFrom(qint64 pos);
    /// The first filling of the whole town: open cases, or closed ones.
    [[nodiscard]] bool fill(ScopeState::Fill part);
    [[nodiscard]] bool follow(qint64 pos, bool isFilled);
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] QString database() const { return m_folder + QStringLiteral("/hall.sqlite"); }

private:
    [[nodiscard]] int pull(const QStringList &scopes);

    QString m_folder;
    QString m_station;
    SystemClock m_clock;
    std::unique_ptr<Store> m_store;
    PageStore m_pages;
    KeyRing m_keys;
    std::unique_ptr<PostgresCentre> m_centre;
    std::unique_ptr<Exchange> m_exchange;
};

} // namespace hall::bench

#pragma once

#include "domain/result.h"
#include "store/connection.h"
#include "store/idleworker.h"

#include <QString>

#include <memory>
#include <mutex>

namespace hall {

/// What an acceptance leaves for a quiet moment: search entries are sorted in (freshgrams.h), the
/// write-ahead log is worked off. Nothing depends on it: what fails is tried again after the next
/// write. On a thread and a connection of its own, without the faults of a test: when it runs is
/// left to chance.
class StoreTidy
{
public:
    /// `turn` is held while it writes, so that the writer waits for one step at most.
    StoreTidy(QString database, std::mutex &turn);
    /// Somebody wrote.
    void touch() { m_idle.touch(); }
    /// Waits for the step that runs.
    void stop() { m_idle.stop(); }

private:
    [[nodiscard]] bool step();
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<int> sortSome();

    QString m_database;
    std::mutex &m_turn;
    std::unique_ptr<Connection> m_connection; ///< of the thread
    IdleWorker m_idle;                        ///< last: its thread uses the others
};

} // namespace hall

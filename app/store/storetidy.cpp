#include "store/storetidy.h"

#include "store/freshgrams.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int sortedAtOnce = 32; // cases; some ten milliseconds, for somebody may begin to write

} // namespace

StoreTidy::StoreTidy(QString database, std::mutex &turn)
    : m_database(std::move(database))
    , m_turn(turn)
    , m_idle(
          {}, [this] { return step(); }, [this] { m_connection.reset(); })
{
}

Result<Done> StoreTidy::open()
{
    if (m_connection)
        return Done{};
    Result<std::unique_ptr<Connection>> opened
        = Connection::open(m_database, Connection::Sync::Normal);
    if (!opened.ok())
        return opened.error();
    m_connection = std::move(opened).value();
    return m_connection->script(u"pragma wal_autocheckpoint = 0; pragma cache_size = -4096;"_s);
}

bool StoreTidy::step()
{
    if (!open().ok())
        return false;
    const Result<int> sorted = sortSome();
    if (!sorted.ok() || sorted.value() > 0)
        return sorted.ok();
    // Beside the writer, which never waits for it.
    const Result<Done> settled = m_connection->script(u"pragma wal_checkpoint(passive)"_s);
    Q_UNUSED(settled)
    return false;
}

Result<int> StoreTidy::sortSome()
{
    const std::lock_guard guard(m_turn);
    Result<Done> done = m_connection->begin();
    if (!done.ok())
        return done.error();
    const Result<int> sorted = sortIn(*m_connection, sortedAtOnce);
    done = sorted.ok() ? m_connection->commit() : Result<Done>(sorted.error());
    if (!done.ok()) {
        m_connection->rollback();
        return done.error();
    }
    return sorted;
}

} // namespace hall

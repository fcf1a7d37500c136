#pragma once

#include <QByteArray>
#include <QtGlobal>
#include <QThread>

#include <memory>

namespace hall::test {

/// What the line between a station and the centre does. Bytes that do not pass are kept, as TCP
/// keeps them: they arrive when the line is mended, if the connection still stands.
struct LineFault
{
    enum class Phase {
        Never,
        Now,     ///< also what is asked from now on, connections too
        Connect, ///< in the middle of the next connection's greeting
        Request, ///< in the middle of the next thing that the station says
        Answer   ///< in the middle of the next thing that the centre says
    };
    enum class Kind { Silence, Cut };

    Phase phase = Phase::Never;
    Kind kind = Kind::Silence;
    bool stopsUp = true; ///< Silence: from the station
    bool stopsDown = true;
};

/// How bytes that do pass arrive.
struct LineManner
{
    int delayMs = 0;
    bool dribbles = false; ///< the first 3,000 bytes each way of a connection one by one
    bool swaps = false;    ///< of two connections the later one's bytes go first
};

/// A line on loopback that a scenario breaks and mends, in a thread of its own. TLS passes through.
class FaultProxy
{
public:
    /// To a port of this machine; which may change while the proxy stands.
    explicit FaultProxy(quint16 target);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    [[nodiscard]] quint16 port() const { return m_port; }
    void arm(const LineFault &fault);
    void set(const LineManner &manner);
    /// No fault, plain manner; what was kept goes on its way, or (`resets`) all connections end.
    void mend(bool resets);
    /// True since an armed fault has struck.
    [[nodiscard]] bool hasStruck() const;

private:
    class Line;
    QThread m_thread;
    Line *m_line = nullptr; ///< lives on m_thread
    quint16 m_port = 0;
};

} // namespace hall::test

#pragma once

#include "domain/clock.h"
#include "domain/result.h"
#include "sync/api/centrestatus.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace hall {

class CentreLink;

/// What a connection file says of the place that it leads to.
struct CentrePlate
{
    QString hall = {};
    QString host = {};
    QString station = {};
    QString town = {};
};

/// What the first start asks for joining; the staff code, for nobody's name is known here yet.
struct JoinAsk
{
    QString file = {};
    QString staff = {};
    QString password = {};
};

/// What only app/main can do for joining.
struct JoiningDoor
{
    /// ConnectionFile.
    std::function<Result<CentrePlate>(const QString &file)> look = {};
    /// Tries the station's and the person's word at the centre; writes nothing anywhere.
    std::function<QFuture<Result<Done>>(const JoinAsk &ask)> probe = {};
    std::function<void()> breakOff = {}; ///< a probe ends at once
    /// From now on this store is the centre's: the file is kept in it and the line runs.
    std::function<QFuture<Result<Done>>(const QString &file)> open = {};
    std::function<CentreLink &()> link = {}; ///< of an open door
    /// The store is as empty as it was; `why` is said to the person.
    std::function<void(const std::optional<Error> &why)> giveUp = {};
};

enum class JoinPart {
    Nothing,
    Asking,    ///< is anybody there, and is the word right
    Reference, ///< departments, items, people of the hall
    OpenCases,
    Waiting ///< the line is gone for a moment; it goes on by itself
};

struct JoinProgress
{
    JoinPart part = JoinPart::Nothing;
    double whole = -1;       ///< 0 … 1; negative = not known
    qint64 secondsLeft = -1; ///< negative = not known yet
};

/// Joins this computer to a hall's centre: asks, keeps the connection file, and waits until the
/// reference data and the open cases are here. One at a time.
class JoiningDesk : public QObject
{
    Q_OBJECT
public:
    explicit JoiningDesk(JoiningDoor door, QObject *parent = nullptr);

    [[nodiscard]] Result<CentrePlate> look(const QString &file) const { return m_door.look(file); }
    void begin(const JoinAsk &ask);
    /// Whatever has come is thrown away.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_progress.part != JoinPart::Nothing; }
    [[nodiscard]] const JoinProgress &progress() const { return m_progress; }
    /// Who joined, for going on without asking again; forgotten with it.
    [[nodiscard]] JoinAsk takeAsk();
    /// The file that the program was started with, or that a broken-off joining left.
    [[nodiscard]] const QString &offeredFile() const { return m_offered; }
    void offer(const QString &file) { m_offered = file; }
    /// Why the last attempt ended after it had begun to fill; told once.
    [[nodiscard]] std::optional<Error> takeTrouble();
    void setTrouble(const Error &error) { m_trouble = error; }

Q_SIGNALS:
    void progressed(const hall::JoinProgress &progress);
    /// Before anything was written here.
    void refused(const hall::Error &error);
    void joined();

private:
    void open();
    void signIn();
    void watch(const CentreStatus &status);
    void tell(JoinPart part, double whole = -1);
    void fail(const Error &error);
    void leave(const std::optional<Error> &why);
    [[nodiscard]] qint64 estimate(double whole);

    JoiningDoor m_door;
    JoinAsk m_ask;
    JoinProgress m_progress;
    QString m_offered;
    std::optional<Error> m_trouble;
    QElapsedTimer m_filling;
    int m_run = 0;
    int m_signIns = 0;
    bool m_isOpen = false;
    bool m_isSignedIn = false;
};

} // namespace hall

#pragma once

#include "domain/result.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <atomic>

namespace hall {

/// The second file (design.md section 6): append-only, preallocated, fsynced. It holds every event
/// since the last verified backup, and the rows of this machine's own tables, so that backup + file
/// give the store again.
///
/// Form: a header of 64 bytes (magic, store id), then records: marker (8 bytes), length of the
/// payload (4, big-endian), SHA-256 of the payload (32), payload. The rest of the file is zero. A
/// damaged record loses only itself: reading goes on at the next marker.
class SafetyFile
{
public:
    /// All that is readable in a file.
    struct Reading
    {
        QString storeId = {};
        QList<PlacedEvent> events = {};
        QList<OwnRow> rows = {};
        qint64 end = 0;  ///< behind the last good record
        int damaged = 0; ///< places where bytes are no good record
        [[nodiscard]] qint64 newestPos() const { return events.isEmpty() ? 0 : events.last().pos; }
    };

    /// What open() says. The records stay unread: a start needs none of them while the newest event
    /// is in the database.
    struct Found
    {
        QString storeId = {};
        EventId newest = {}; ///< null = no event in the file
        qint64 newestPos = 0;
        qint64 end = 0;         ///< behind the last good record
        int damaged = 0;        ///< places where bytes are no good record
        qint64 checkedFrom = 0; ///< records before it were only counted: allHaveTheirHash()
    };

    SafetyFile(QString path, QString storeId, FaultPlan *faults);

    /// Opens or makes the file and finds its end: every record by its frame, the newest 256 KB and
    /// the newest event by their hashes. Whatever is not plain is looked at wholly. A file of
    /// another store, or one that no longer begins like ours, is renamed aside. SafetyFile or
    /// DiskFull.
    [[nodiscard]] Result<Found> open();
    /// One write and one fdatasync for all records. After a failure what it may have left behind is
    /// cut off before the next one.
    [[nodiscard]] Result<Done> append(const QList<PlacedEvent> &events, const QList<OwnRow> &rows);
    [[nodiscard]] const QString &path() const { return m_path; }

    /// Empty when there is no such file.
    [[nodiscard]] static Result<Reading> read(const QString &path);
    /// What open() put off: false when a record before `end` is damaged. Beside appends, on any
    /// thread; ends early with true when `isEnding` is set.
    [[nodiscard]] static bool allHaveTheirHash(const QString &path, qint64 end,
                                               const std::atomic<bool> &isEnding);

private:
    [[nodiscard]] Result<Found> find() const;
    [[nodiscard]] Result<Done> create();
    [[nodiscard]] Result<Done> reserve(qint64 size);
    [[nodiscard]] Result<Done> put(const QByteArray &bytes, qint64 at);
    [[nodiscard]] Result<Done> cutBack();
    [[nodiscard]] bool strikes() const { return m_faults && m_faults->strikes(); }

    QString m_path;
    QString m_storeId;
    FaultPlan *m_faults = nullptr;
    QFile m_file;
    qint64 m_end = 0; ///< behind the last good record
    qint64 m_allocated = 0;
    bool m_isDirty = false; ///< a write failed: bytes behind m_end may be rubbish
};

} // namespace hall

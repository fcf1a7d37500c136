#pragma once

#include <QCoreApplication>
#include <QString>

namespace hall {

/// What a recovery of the store brought back (store/recovery.h), as far as a person is told.
struct RecoveryFacts
{
    QString backup = {};      ///< file that it began with; empty = none
    QString damagedFile = {}; ///< where the damaged store now stands; empty = there was none
    qint64 eventsInBackup = 0;
    qint64 eventsRestored = 0;
    qint64 eventsLost = 0;
    qint64 eventsUnread = 0;
};

class RecoveryText
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryText)
public:
    [[nodiscard]] static QString of(const RecoveryFacts &facts);
};

} // namespace hall

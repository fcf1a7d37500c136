#include "text/recoverytext.h"

#include <QDir>
#include <QStringList>

namespace hall {

QString RecoveryText::of(const RecoveryFacts &facts)
{
    QStringList lines;
    if (facts.backup.isEmpty())
        lines.append(tr("There was no usable backup; everything comes from the safety files."));
    else
        lines.append(tr("Backup used: %1").arg(QDir::toNativeSeparators(facts.backup)));
    lines.append(tr("Events in the backup: %1").arg(facts.eventsInBackup));
    lines.append(tr("Events put back from the safety files and the damaged store: %1")
                     .arg(facts.eventsRestored));
    if (facts.eventsLost == 0)
        lines.append(tr("No event is missing."));
    else
        lines.append(tr("Events that are missing: %1. Tell the administrator; the paper files can "
                        "fill the gap.")
                         .arg(facts.eventsLost));
    if (facts.eventsUnread > 0)
        lines.append(
            tr("Places in the safety files that could not be read: %1").arg(facts.eventsUnread));
    if (!facts.damagedFile.isEmpty())
        lines.append(
            tr("The damaged store is kept as %1").arg(QDir::toNativeSeparators(facts.damagedFile)));
    return lines.join(u'\n');
}

} // namespace hall

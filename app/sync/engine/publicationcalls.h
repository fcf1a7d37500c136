#pragma once

#include "domain/event.h"
#include "domain/result.h"
#include "store/macsource.h"
#include "sync/api/protocol.h"

#include <QJsonArray>
#include <QList>

namespace hall {

/// Events of the hall's stream and the rows that they stand for, in a size that the centre takes in
/// one transaction (PROTOCOL.md, Administration).
struct PublicationCall
{
    QList<OfferedEvent> offers = {};
    QJsonArray rows = {};
};

/// `macs` null: the tool's own events, which nobody signs. FieldTooLong (detail = code) for an
/// event that the centre would refuse; SignInExpired where the author's key is not unlocked.
[[nodiscard]] Result<QList<PublicationCall>> publicationCalls(const QList<Event> &events,
                                                              const MacSource *macs);
/// CentreRefused with the word of the first refusal.
[[nodiscard]] Result<Done> publicationTaken(const PushReply &reply);

} // namespace hall

#pragma once

#include "domain/result.h"
#include "store/transaction.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace hall {

/// What stands on a screen and is not yet an event: kept as typed, so that a killed program shows
/// it again. A draft belongs to a person at a station.
struct Draft
{
    QString id = {}; ///< made by the screen (UUID text)
    QString station = {};
    QString staff = {};
    QString kind = {}; ///< "intake", "opinion", …
    QJsonObject data = {};
    qint64 updatedAt = 0; ///< set by saveDraft()
};

[[nodiscard]] Result<Done> saveDraft(WriteTx &tx, const Draft &draft);
/// No error when there is none: what has become a case removes its draft in the same transaction.
[[nodiscard]] Result<Done> removeDraft(WriteTx &tx, const QString &id);
[[nodiscard]] Result<Draft> loadDraft(const ReadTx &tx, const QString &id);
/// Newest first. Empty `kind` = all kinds.
[[nodiscard]] Result<QList<Draft>> draftsOf(const ReadTx &tx, const QString &staff,
                                            const QString &kind = {});

} // namespace hall

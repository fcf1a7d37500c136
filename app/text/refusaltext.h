#pragma once

#include <QCoreApplication>
#include <QString>

namespace hall {

/// The word with which the centre refuses (app/sync/PROTOCOL.md) as a sentence for the person at the
/// window: why, and what to do.
class RefusalText
{
    Q_DECLARE_TR_FUNCTIONS(RefusalText)
public:
    /// For a word that is not known: that it was refused, with the word.
    [[nodiscard]] static QString sentence(const QString &word);
};

} // namespace hall

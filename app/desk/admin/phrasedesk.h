#pragma once

#include "desk/admin/hallpublisher.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall {

/// A list of phrases: the opinions of a role, or what the counter offers ("problem", "refusal" …).
struct PhraseList
{
    QString code = {};
    std::optional<Role> role = {}; ///< nothing = a list of the counter
    QStringList phrases = {};
};

enum class PhraseFault { None, Empty, TooLong, Twice };

/// Phrases that people choose from. They are Chinese: they end up on papers and in journals.
class PhraseDesk
{
public:
    static constexpr int longest = 200; ///< characters of a phrase

    explicit PhraseDesk(const HallPublisher &publisher);

    /// Roles that give opinions first, then the lists of the counter.
    [[nodiscard]] QList<PhraseList> lists() const;
    [[nodiscard]] static PhraseFault faultOf(const QStringList &phrases);
    /// Replaces the list. RuleBroken when faultOf() says so.
    [[nodiscard]] QFuture<Result<Done>> save(const QString &code, const QStringList &phrases) const;

private:
    const HallPublisher &m_publisher;
};

} // namespace hall

#pragma once

#include "centretown.h"

namespace hall::test {

/// What the tests that attack a town begin with: its station A01, an ordinary clerk, the superuser,
/// and cases that came in by push.
class TownVisit
{
protected:
    [[nodiscard]] bool begin()
    {
        if (!m_town.begin())
            return false;
        m_station = m_town.station(QStringLiteral("A01"));
        m_clerk = m_town.person(QStringLiteral("clerk1"));
        m_root = m_town.root();
        return m_station->isOpen() && m_clerk->isOpen();
    }

    [[nodiscard]] QString problem() const
    {
        return m_clerk ? m_clerk->problem() : m_town.problem();
    }

    /// A case that is at the centre.
    [[nodiscard]] TownCase opened(const QString &item = QStringLiteral("W2"))
    {
        TownCase driven(m_town, m_ids, m_numbers);
        const auto events = driven.open(item);
        Q_ASSERT(events.ok());
        QList<Offer> offers;
        for (const Event &event : events.value())
            offers.append({.event = event});
        m_town.push(*m_station, offers);
        return driven;
    }

    [[nodiscard]] static Offer note(const TownCase &on,
                                    const QString &who = QStringLiteral("clerk1"))
    {
        const QString word = QStringLiteral("note");
        return {.event = on.forged(who, {.type = word, .action = word},
                                   {{QStringLiteral("text"), QStringLiteral("备注")}})};
    }

    CentreTown m_town;
    SeededIds m_ids{99};
    StationNumbersOf m_numbers{QStringLiteral("A01")};
    std::unique_ptr<PgLink> m_station;
    std::unique_ptr<PgLink> m_clerk;
    std::unique_ptr<PgLink> m_root;
};

} // namespace hall::test

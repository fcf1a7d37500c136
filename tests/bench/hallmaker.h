#pragma once

#include "desk/workplace.h"
#include "domain/result.h"
#include "store/store.h"

#include <QDate>

#include <memory>
#include <random>

namespace hall::bench {

/// Size of the store that is measured.
struct HallSize
{
    int rows = 1'200'000;
    int open = 20'000;
    int reportDay = 4'500;
};

/// The day that the report is about.
[[nodiscard]] inline QDate reportDate()
{
    return QDate(2026, 11, 20);
}

/// Invented persons: the same for the same seed.
class People
{
public:
    explicit People(quint32 seed)
        : m_engine(seed)
    {
    }
    [[nodiscard]] QString name();
    [[nodiscard]] QString number();
    [[nodiscard]] QString phone();
    [[nodiscard]] int below(int bound)
    {
        return static_cast<int>(m_engine() % static_cast<quint32>(bound));
    }

private:
    std::mt19937 m_engine;
};

/// A registration of a random person for an item of the sample hall, everything in order.
[[nodiscard]] Registration randomRegistration(const ItemDef &item, People &people, IdSource &ids);
/// The session of a clerk who may accept an item.
[[nodiscard]] Session clerkFor(const ItemDef &item, const Reference &reference);

/// Opens the store in `folder`, making it first where it is not there. Prints what it does.
[[nodiscard]] Result<std::unique_ptr<Store>> openHall(const QString &folder, const HallSize &size,
                                                      FixedClock &clock, IdSource &ids);

} // namespace hall::bench

#include "seats.h"

#include <algorithm>
#include <array>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

struct Seat
{
    QLatin1StringView code;
    QLatin1StringView people; ///< how their staff codes begin or end
    QLatin1StringView joiner;
};

// The second figure pair of a staff code tells the role (resources/reference/staff.csv).
constexpr std::array all{
    Seat{"A01"_L1, "fg01"_L1, "fg01"_L1}, Seat{"A02"_L1, "wj01"_L1, "wj01"_L1},
    Seat{"A03"_L1, "zh01"_L1, "zh01"_L1}, Seat{"S01"_L1, "sf"_L1, "sf02"_L1},
    Seat{"U01"_L1, "11"_L1, "wj11"_L1},   Seat{"U02"_L1, "21 22"_L1, "wj21"_L1},
    Seat{"U03"_L1, "31"_L1, "fg31"_L1},   Seat{"U04"_L1, "41"_L1, "hb41"_L1},
    Seat{"U05"_L1, "51"_L1, "fg51"_L1},   Seat{"L01"_L1, "zld"_L1, "zld01"_L1},
    Seat{"M01"_L1, "gl"_L1, "gl02"_L1},   Seat{"M02"_L1, "admin"_L1, "admin"_L1},
};

bool sitsAt(const Seat &seat, const QString &staff)
{
    const QStringList people = QString(seat.people).split(u' ');
    return std::ranges::any_of(people, [&staff](const QString &part) {
        return part.at(0).isDigit() ? staff.endsWith(part) : staff.startsWith(part);
    });
}

} // namespace

const QStringList &seats()
{
    static const QStringList codes = [] {
        QStringList list;
        for (const Seat &seat : all)
            list.append(seat.code);
        return list;
    }();
    return codes;
}

QString seatOf(const QString &staff)
{
    const auto seat
        = std::ranges::find_if(all, [&staff](const Seat &one) { return sitsAt(one, staff); });
    return seat == all.end() ? QString(managersSeat) : QString(seat->code);
}

QString joinerAt(const QString &seat)
{
    const auto found = std::ranges::find(all, seat, &Seat::code);
    return found == all.end() ? QString() : QString(found->joiner);
}

} // namespace hall::journeys

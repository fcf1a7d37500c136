#pragma once

#include "desk/workplace.h"
#include "domain/localtext.h"
#include "store/lookrows.h"

#include <QFuture>
#include <QList>

namespace hall {

/// A look with its words. No applicant stands in it.
struct LookLine
{
    LookRow row = {};
    LocalText itemName = {};
};

/// "Who looked at what": views beyond the own work that this machine wrote down (features.md R3).
class LookDesk
{
public:
    explicit LookDesk(const Workplace &place)
        : m_place(place)
    {
    }

    /// Of the last `days` days, newest first; for the administrator and the manager, else
    /// NotYourPost.
    [[nodiscard]] QFuture<Result<QList<LookLine>>> looks(const Session &session, int days) const;
    [[nodiscard]] ReferencePtr reference() const;

private:
    const Workplace &m_place;
};

} // namespace hall

#pragma once

#include "sync/api/centre.h"
#include "sync/api/centreservices.h"
#include "sync/postgres/connectionfile.h"

#include <functional>
#include <memory>

namespace hall {

/// The centre behind a connection file, for those who need not know what it is made of. Blocking,
/// one thread; `interrupt` and `resume` from any.
struct CentreCall
{
    std::unique_ptr<Centre> centre = {};
    CentreServices *services = nullptr; ///< the same object
    std::function<void()> interrupt = {};
    std::function<void()> resume = {};
};

[[nodiscard]] CentreCall callCentre(const ConnectionFile &file);

} // namespace hall

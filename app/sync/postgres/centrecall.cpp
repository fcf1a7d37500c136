#include "sync/postgres/centrecall.h"

#include "sync/postgres/postgrescentre.h"

namespace hall {

CentreCall callCentre(const ConnectionFile &file)
{
    auto centre = std::make_unique<PostgresCentre>(file);
    PostgresCentre *line = centre.get();
    return {.centre = std::move(centre),
            .services = line,
            .interrupt = [line] { line->interrupt(); },
            .resume = [line] { line->resume(); }};
}

} // namespace hall

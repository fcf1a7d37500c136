#pragma once

#include "domain/clock.h"
#include "domain/decide.h"
#include "domain/id.h"
#include "domain/reference.h"

#include <QString>

namespace hall {

class CentreLink;
class PageFolder;
class PageImporter;
class PageStore;
class PaperPrinter;
class Store;

/// What every use case stands on; made once in app/main (or by a test) and outlives all desks.
struct Workplace
{
    Store &store;
    PageStore &pages;
    const Clock &clock;
    IdSource &ids;
    PageImporter &importer;
    PaperPrinter &printer;
    CentreLink &centre; ///< AloneLink on a machine of its own
    PageFolder *pageFolder = nullptr; ///< watched folder of a scanner; nullptr = none on this machine
};

/// Who is signed in at this machine, in the post that was chosen.
struct Session
{
    StaffMember member = {};
    Post post = {};
    QString window = {}; ///< empty upstairs
    QString station = {};
    [[nodiscard]] Actor actor() const
    {
        return {.staff = member.code, .post = post, .window = window, .station = station};
    }
};

} // namespace hall

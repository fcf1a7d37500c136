#pragma once

#include "desk/workplace.h"
#include "fakedevices.h"
#include "playedcases.h"
#include "store/pagestore.h"

#include <memory>
#include <optional>

namespace hall::test {

/// The small hall with cases that people drive, as a workplace without devices.
class PlayedHall
{
public:
    PlayedHall()
        : cases(fixture, 11)
    {
    }

    [[nodiscard]] Result<Done> open()
    {
        const Result<Done> opened = fixture.open();
        if (!opened.ok())
            return opened;
        pages = std::make_unique<PageStore>(fixture.options.folder);
        place.emplace(
            Workplace{.store = fixture.store(),
                      .pages = *pages,
                      .clock = fixture.clock,
                      .ids = fixture.ids,
                      .importer = m_importer,
                      .printer = m_printer,
                      .centre = link ? *link : static_cast<CentreLink &>(fixture.centre)});
        return cases.publish();
    }
    [[nodiscard]] Session session(const QString &who) const
    {
        const Actor actor = cases.hall().actor(who);
        const StaffMember *member = cases.hall().reference.member(actor.staff);
        return {.member = member ? *member : StaffMember{.code = actor.staff},
                .post = actor.post,
                .window = actor.window,
                .station = actor.station};
    }
    template <class F> auto read(F fn) { return await(fixture.store().read(fn)); }

    StoreFixture fixture;
    CentreLink *link = nullptr; ///< set before open(); nullptr = a machine of its own
    PlayedCases cases;
    std::unique_ptr<PageStore> pages;
    std::optional<Workplace> place;

private:
    NoFiles m_importer;
    TitlePrinter m_printer;
};

} // namespace hall::test

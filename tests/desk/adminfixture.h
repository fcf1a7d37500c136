#pragma once

#include "desk/admin/hallpublisher.h"
#include "desk/setup/setupdesk.h"
#include "fakedevices.h"
#include "store/pagestore.h"
#include "storefixture.h"

#include <QFile>

#include <memory>
#include <optional>

namespace hall::test {

/// The sample hall with its administrator signed in.
class AdminFixture
{
public:
    [[nodiscard]] Result<Done> open(const QString &who = QStringLiteral("admin"))
    {
        const Result<Done> opened = fixture.open();
        if (!opened.ok())
            return opened;
        return fill(await(SetupDesk(fixture.store(), fixture.ids).makeSampleHall()), who);
    }

    /// An own hall, empty but for its administrator "boss".
    [[nodiscard]] Result<Done> openOwn()
    {
        const Result<Done> opened = fixture.open();
        if (!opened.ok())
            return opened;
        const OwnHall own{.name = QStringLiteral("某镇政务服务中心"),
                          .region = QStringLiteral("441900113"),
                          .administrator = QStringLiteral("boss"),
                          .administratorName = QStringLiteral("管理员"),
                          .password = QStringLiteral("a long password"),
                          .window = QStringLiteral("A01")};
        return fill(await(SetupDesk(fixture.store(), fixture.ids).makeOwnHall(own)),
                    own.administrator);
    }

    [[nodiscard]] Result<Done> fill(const Result<Done> &made, const QString &who)
    {
        if (!made.ok())
            return made;
        pages = std::make_unique<PageStore>(fixture.options.folder);
        place.emplace(
            Workplace{.store = fixture.store(),
                      .pages = *pages,
                      .clock = fixture.clock,
                      .ids = fixture.ids,
                      .importer = importer,
                      .printer = printer,
                      .centre = link ? *link : static_cast<CentreLink &>(fixture.centre)});
        publisher.emplace(*place, sessionOf(who));
        return Done{};
    }

    [[nodiscard]] Session sessionOf(const QString &who)
    {
        const StaffMember member = fixture.store().reference()->staff.value(who);
        return {.member = member,
                .post = member.posts.value(0),
                .window = member.window,
                .station = fixture.store().station()};
    }

    [[nodiscard]] ReferencePtr hall() { return fixture.store().reference(); }

    /// A case of an item, accepted by the clerk of a window.
    [[nodiscard]] Result<StreamId> acceptedCase(const QString &item, const QString &clerk)
    {
        const ItemDef def = *hall()->item(item);
        Registration opening = fixture.registration(QStringLiteral("王试"), item);
        opening.lines.clear();
        for (const MaterialDef &material : def.materials)
            opening.lines.append({.line = material.no,
                                  .originals = material.originals,
                                  .copies = material.copies,
                                  .verdict = LineVerdict::Right});
        const Actor actor = sessionOf(clerk).actor();
        return await(fixture.store().write([this, opening, actor](WriteTx &tx) -> Result<StreamId> {
            const Context context{tx.reference(), actor, tx.clock().now(), fixture.ids,
                                  tx.numbers()};
            Result<QList<Event>> events = openCase(opening, context);
            if (!events.ok())
                return events.error();
            const CaseFile file = fold(events.value(), tx.reference().definitions);
            const Result<QList<Event>> accepted
                = decide(file, Act{.action = QStringLiteral("accept")}, context);
            if (!accepted.ok())
                return accepted.error();
            const Result<Done> done = tx.append(events.value() + accepted.value());
            if (!done.ok())
                return done.error();
            return opening.stream;
        }));
    }

    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(fixture.path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    StoreFixture fixture;
    CentreLink *link = nullptr; ///< set before open(); nullptr = a machine of its own
    NoFiles importer;
    TitlePrinter printer;
    std::unique_ptr<PageStore> pages;
    std::optional<Workplace> place;
    std::optional<HallPublisher> publisher;
};

} // namespace hall::test

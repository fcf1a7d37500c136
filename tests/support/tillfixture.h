#pragma once

#include "desk/routing/caseacts.h"
#include "desk/setup/setupdesk.h"
#include "fakedevices.h"
#include "papers/codes.h"
#include "store/pagestore.h"
#include "storefixture.h"

#include <memory>
#include <optional>

namespace hall::test {

/// The sample hall over a real store, with cases that a clerk of the housing office accepted: where
/// fees are taken and results are handed over.
class TillFixture
{
public:
    /// Registration of a lease: decided on the spot, fee 100 yuan.
    static inline const QString leaseItem = QStringLiteral("DL-FG-009");
    /// Cancellation of a mortgage: decided on the spot, no fee.
    static inline const QString freeItem = QStringLiteral("DL-FG-007");

    [[nodiscard]] Result<Done> open()
    {
        const Result<Done> opened = store.open();
        if (!opened.ok())
            return opened;
        const Result<Done> made = await(SetupDesk(store.store(), store.ids).makeSampleHall());
        if (!made.ok())
            return made;
        pages = std::make_unique<PageStore>(store.path(QStringLiteral("pages")));
        place.emplace(Workplace{.store = store.store(),
                                .pages = *pages,
                                .clock = store.clock,
                                .ids = store.ids,
                                .importer = importer,
                                .printer = printer,
                                .centre = store.centre});
        return Done{};
    }

    [[nodiscard]] Session session(const QString &who, const QString &window = {})
    {
        const StaffMember member = store.store().reference()->staff.value(who);
        return {.member = member,
                .post = member.posts.value(0),
                .window = window.isEmpty() ? member.window : window,
                .station = store.store().station()};
    }
    [[nodiscard]] Session cashier() { return session(QStringLiteral("sf02")); }
    [[nodiscard]] Session clerk() { return session(QStringLiteral("fg02")); }

    /// Accepted, and decided where the item is decided on the spot.
    [[nodiscard]] Result<CaseFile> accepted(const QString &name, const QString &item = leaseItem,
                                            const Agent &agent = {})
    {
        Registration opening = store.registration(name, item);
        opening.agent = agent;
        opening.lines.clear();
        for (const MaterialDef &material : store.store().reference()->item(item)->materials)
            opening.lines.append({.line = material.no,
                                  .originals = material.originals,
                                  .copies = material.copies,
                                  .verdict = LineVerdict::Right});
        return await(
            store.store().write([this, opening, by = clerk()](WriteTx &tx) -> Result<CaseFile> {
                const auto opened = CaseActs::openIn(tx, opening, by, store.ids);
                if (!opened.ok())
                    return opened.error();
                const auto accepted = CaseActs::runIn(
                    tx, opening.stream, by, Act{.action = QStringLiteral("accept")}, store.ids);
                if (!accepted.ok())
                    return accepted.error();
                if (accepted.value().file.state() != QLatin1StringView("deciding"))
                    return accepted.value().file;
                const auto decided = CaseActs::runIn(
                    tx, opening.stream, by,
                    Act{.action = QStringLiteral("grantNow"), .manifest = "{}"}, store.ids);
                if (!decided.ok())
                    return decided.error();
                return decided.value().file;
            }));
    }
    [[nodiscard]] Result<CaseFile> load(const StreamId &stream)
    {
        return await(store.store().read([stream](ReadTx &tx) { return tx.caseFile(stream); }));
    }
    [[nodiscard]] Result<ActResult> run(const StreamId &stream, const Session &by,
                                        const Command &command)
    {
        return await(CaseActs(*place).run(stream, by, command));
    }
    /// What the payment notice of a case says in its QR code.
    [[nodiscard]] static QString noticeCode(const CaseFile &file)
    {
        return qrPayload({.caseId = file.id.uuid(),
                          .caseNumber = file.number,
                          .hash8 = QStringLiteral("0123abcd"),
                          .slipNumber = QStringLiteral("1"),
                          .fen = file.slips.first().total.fen()});
    }
    /// A second payment that another machine took while this one could not know.
    [[nodiscard]] Result<Done> payElsewhere(const CaseFile &file)
    {
        const FeeSlip slip = file.slips.first();
        const Event paid = sealed({.id = store.ids.make<EventId>(),
                                   .stream = file.id,
                                   .type = QStringLiteral("paid"),
                                   .branch = QStringLiteral("main"),
                                   .action = QStringLiteral("pay"),
                                   .actor = QStringLiteral("sf03"),
                                   .post = QStringLiteral("FG/cashier"),
                                   .station = QStringLiteral("B03"),
                                   .actedAt = store.clock.now().toMSecsSinceEpoch()},
                                  {{QStringLiteral("slip"), slip.number},
                                   {QStringLiteral("receipt"), QStringLiteral("R-ELSEWHERE")},
                                   {QStringLiteral("amount"), slip.total.fen()},
                                   {QStringLiteral("instrument"), QStringLiteral("cash")},
                                   {QStringLiteral("tendered"), slip.total.fen()},
                                   {QStringLiteral("window"), QStringLiteral("B03")},
                                   {QStringLiteral("till"), store.ids.make<StreamId>().text()}});
        return await(store.store().write([paid](WriteTx &tx) { return tx.append({paid}); }));
    }

    StoreFixture store;
    NoFiles importer;
    TitlePrinter printer;
    std::unique_ptr<PageStore> pages;
    std::optional<Workplace> place;
};

} // namespace hall::test

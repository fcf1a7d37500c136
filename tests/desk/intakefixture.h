#pragma once

#include "desk/intake/draftshelf.h"
#include "desk/intake/intakedesk.h"
#include "devices/api/pageimporter.h"
#include "devices/api/paperprinter.h"
#include "store/pagestore.h"
#include "store/referencerows.h"
#include "storefixture.h"

#include <QFile>
#include <QPromise>

namespace hall::test {

template <class T> QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// Where no file is imported.
class NoImporter final : public PageImporter
{
public:
    QFuture<ImportOutcome> importFiles(const QStringList &) override
    {
        return readyFuture(ImportOutcome());
    }
    QFuture<ImportOutcome> importImage(const QImage &) override
    {
        return readyFuture(ImportOutcome());
    }
};

/// A printer that takes everything and remembers the titles.
class PaperTray final : public PaperPrinter
{
public:
    QFuture<QList<PrinterName>> printers() override { return readyFuture(QList<PrinterName>()); }
    QFuture<Result<PrintJob>> print(const PrintRequest &request) override
    {
        titles.append(request.title);
        return readyFuture(Result<PrintJob>(PrintJob{.title = request.title}));
    }
    QStringList titles;
};

/// A counter over a real store: window A01 of the small hall, and one item with three materials and
/// a fee per unit.
class IntakeFixture : public StoreFixture
{
public:
    static inline const QString threeItem = QStringLiteral("W1-THREE");
    using StoreFixture::StoreFixture;

    [[nodiscard]] Result<Done> start()
    {
        const Result<Done> opened = open();
        if (!opened.ok())
            return opened;
        pages = std::make_unique<PageStore>(path(QStringLiteral("pages")));
        place.reset(new Workplace{store(), *pages, clock, ids, importer, printer, centre});
        desk = std::make_unique<IntakeDesk>(*place);
        shelf = std::make_unique<DraftShelf>(*place);
        return Done{};
    }
    /// As after a killed program: the store is opened again, nothing else is left.
    [[nodiscard]] Result<Done> restart()
    {
        desk.reset();
        shelf.reset();
        place.reset();
        return start();
    }
    [[nodiscard]] Result<Done> startHall()
    {
        const Result<Done> started = start();
        if (!started.ok())
            return started;
        const Result<Done> published = publishSmallHall();
        return published.ok() ? publishItem() : published;
    }
    [[nodiscard]] Session session() const
    {
        return {.member = {.code = QStringLiteral("clerk1"), .name = QStringLiteral("职员一")},
                .post = clerk().post,
                .window = clerk().window,
                .station = options.station};
    }
    [[nodiscard]] static RegionTable regions()
    {
        QFile file(QStringLiteral(HALL_SOURCE_DIR "/resources/reference/regions-cn.csv"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return RegionTable::fromCsv(file.readAll()).valueOr({});
    }
    [[nodiscard]] static Applicant person()
    {
        return {.kind = 1,
                .name = QStringLiteral("王建国"),
                .idKind = QStringLiteral("111"),
                .idNumber = QStringLiteral("441900199001019997"),
                .phone = QStringLiteral("13812345678")};
    }
    /// A visit with chosen items whose checklists are in order.
    [[nodiscard]] CounterWork visitWith(const QStringList &items) const
    {
        CounterWork work{.applicant = person(), .current = 0};
        for (const QString &code : items) {
            ItemWork item{.item = code};
            const ReferencePtr reference = place->store.reference();
            for (const MaterialDef &material : reference->item(code)->materials)
                item.lines.append(rightLine(material));
            work.items.append(item);
        }
        return work;
    }
    [[nodiscard]] Result<QList<ActResult>> commit(const IntakeOrder &order)
    {
        return await(desk->commit(order, session()));
    }
    [[nodiscard]] Result<QList<ActResult>> commit(const CounterWork &work, IntakeWish wish)
    {
        return commit(IntakeOrder{.work = work, .items = {0}, .wish = wish});
    }

    NoImporter importer;
    PaperTray printer;
    std::unique_ptr<PageStore> pages;
    std::unique_ptr<Workplace> place;
    std::unique_ptr<IntakeDesk> desk;
    std::unique_ptr<DraftShelf> shelf;

private:
    [[nodiscard]] Result<Done> publishItem()
    {
        ItemDef item{.code = threeItem,
                     .dept = QStringLiteral("HB"),
                     .name = {.zh = QStringLiteral("三材料即办"), .en = QStringLiteral("Three")},
                     .caseType = CaseType::SameDay,
                     .applicantKinds = {1},
                     .promisedLimit = {.days = 0},
                     .hasFee = true,
                     .workflow = QStringLiteral("W1"),
                     .theme = QStringLiteral("环保")};
        for (int no = 1; no <= 3; ++no) {
            item.materials.append(MaterialDef{.no = no,
                                              .name = {.zh = QStringLiteral("材料%1").arg(no)},
                                              .originals = no == 3 ? 0 : 1,
                                              .copies = no == 1 ? 0 : 2});
        }
        item.fees.append(FeeDef{.no = 1,
                                .name = QStringLiteral("测量费"),
                                .kind = FeeKind::PerUnit,
                                .rateMicroYuan = 6'000'000,
                                .unit = QStringLiteral("m²"),
                                .basis = QStringLiteral("样例")});
        const Event event = sealed(
            {.id = ids.make<EventId>(),
             .kind = StreamKind::Hall,
             .stream = StreamId::fromText(QStringLiteral("11111111-1111-4111-8111-111111111111")),
             .type = QString(publishedType),
             .action = QStringLiteral("publish"),
             .actor = QStringLiteral("admin"),
             .post = QStringLiteral("/administrator"),
             .station = options.station,
             .actedAt = clock.now().toMSecsSinceEpoch()},
            publicationBody(QStringLiteral("item"), item.code, item.json()));
        return await(
            store().write([event](WriteTx &tx) { return tx.append(QList<Event>{event}); }));
    }
};

} // namespace hall::test

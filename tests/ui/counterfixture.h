#pragma once

#include "desk/intake/draftshelf.h"
#include "desk/intake/intakedesk.h"
#include "desk/setup/setupdesk.h"
#include "desk/setup/shipped.h"
#include "devices/importing/fileimporter.h"
#include "devices/importing/folderwatch.h"
#include "devices/printing/folderpaperprinter.h"
#include "store/pagestore.h"
#include "storefixture.h"
#include "ui/intake/counterpage.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/shell/pageregistry.h"

#include <QApplication>
#include <QDialog>
#include <QImage>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

namespace hall::test {

/// The counter page of window A07 over a real store with the sample hall, a real importer, and a
/// printer that writes PDF. Keys go to whatever has the focus, as a person's do; it counts them.
class CounterFixture : public ShellServices
{
public:
    CounterFixture()
        : settings(store.options.folder + QStringLiteral("/test.ini"))
        , importer({.program = QStringLiteral(HALL_BIN_DIR "/onehall-worker")})
        , printer(store.options.folder + QStringLiteral("/papers"))
    {
        applyTheme(*qApp, Look::Light);
    }
    ~CounterFixture() override { close(); }

    void openCase(const StreamId &) override { }
    void goTo(const QString &) override { }
    [[nodiscard]] QString printerFor(const QString &) const override { return {}; }
    [[nodiscard]] const RegionTable &regions() const override
    {
        if (!m_regions)
            m_regions = shippedRegions().valueOr(RegionTable());
        return *m_regions;
    }

    [[nodiscard]] Result<Done> open()
    {
        const Result<Done> opened = store.open();
        if (!opened.ok())
            return opened;
        SetupDesk setup(store.store(), store.ids);
        if (setup.isNeeded()) {
            const Result<Done> made = await(setup.makeSampleHall());
            if (!made.ok())
                return made;
        }
        pages = std::make_unique<PageStore>(store.path(QStringLiteral("pages")));
        place.emplace(Workplace{.store = store.store(),
                                .pages = *pages,
                                .clock = store.clock,
                                .ids = store.ids,
                                .importer = importer,
                                .printer = printer,
                                .centre = store.centre,
                                .pageFolder = &folder});
        return Done{};
    }
    void close()
    {
        // Qt 6.4 asserts that whoever waits for a future still stands when it is ready.
        for (int round = 0; place && round < 2; ++round) {
            const auto reading = [](ReadTx &) { return Result<Done>(Done{}); };
            const auto writing = [](WriteTx &) { return Result<Done>(Done{}); };
            const bool isSettled = await(store.store().read(reading)).ok()
                && await(store.store().report(reading)).ok()
                && await(store.store().write(writing)).ok();
            if (!isSettled)
                break;
        }
        page.reset();
        place.reset();
        store.close();
    }
    [[nodiscard]] Session session() const
    {
        const ReferencePtr reference = place->store.reference();
        const StaffMember *member = reference->member(QStringLiteral("fg02"));
        return {.member = member ? *member : StaffMember{},
                .post = *Post::fromCode(QStringLiteral("FG/clerk")),
                .window = QStringLiteral("A07"),
                .station = QStringLiteral("A01")};
    }
    /// `typed` = what a page in another language has passed on.
    void show(const QJsonObject &typed = {})
    {
        page = std::make_unique<CounterPage>(PageContext{*place, session(), settings, *this});
        if (!typed.isEmpty())
            page->restoreInput(typed);
        page->resize(1250, 660);
        page->show();
        page->activateWindow();
        page->activate();
        // Shortcuts belong to the active window.
        if (!QTest::qWaitForWindowActive(page.get()))
            QTest::qFail("the window does not become active", __FILE__, __LINE__);
    }
    /// A person who was here before.
    [[nodiscard]] Result<Done> known()
    {
        const ReferencePtr reference = place->store.reference();
        ItemWork item{.item = QStringLiteral("DL-FG-007")};
        for (const MaterialDef &material : reference->item(item.item)->materials)
            item.lines.append(rightLine(material));
        const CounterWork work{.applicant = {.kind = 1,
                                             .name = QStringLiteral("王建国"),
                                             .idKind = QStringLiteral("111"),
                                             .idNumber = QStringLiteral("441900199001019997"),
                                             .phone = QStringLiteral("13812345678"),
                                             .address = QStringLiteral("大朗镇长富西路12号")},
                               .items = {item}};
        const auto done = await(IntakeDesk(*place).commit(
            {.work = work, .items = {0}, .wish = IntakeWish::Accept}, session()));
        return done.ok() ? Result<Done>(Done{}) : Result<Done>(done.error());
    }

    template <class W> [[nodiscard]] W *find(const char *name) const
    {
        W *found = page->findChild<W *>(QString::fromLatin1(name));
        if (!found)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }
    /// Letters and figures as keys; Chinese as an input method brings it.
    void type(const QString &text)
    {
        keys += int(text.size());
        const bool isLatin
            = std::ranges::all_of(text, [](QChar character) { return character.unicode() < 0x80; });
        if (isLatin) {
            QTest::keyClicks(focus(), text);
            return;
        }
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(focus(), &event);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        // Where there is no window manager nobody gives the keyboard back after a dialog.
        if (!QApplication::activeModalWidget() && !page->isActiveWindow()) {
            page->activateWindow();
            if (!QTest::qWaitForWindowActive(page.get()))
                QTest::qFail("the window does not become active", __FILE__, __LINE__);
        }
        QTest::keyClick(focus(), key, modifiers);
    }
    /// The window that has the keyboard: a dialog over the page, or the page.
    [[nodiscard]] QWidget *focus() const
    {
        if (QWidget *modal = QApplication::activeModalWidget())
            return modal->focusWidget() ? modal->focusWidget() : modal;
        return page->focusWidget() ? page->focusWidget() : page.get();
    }
    [[nodiscard]] bool hasFocus(const char *name) const
    {
        const QWidget *widget = focus();
        return widget && widget->objectName() == QString::fromLatin1(name);
    }
    /// The newest events of the store, for looking what an act wrote.
    [[nodiscard]] QList<CaseFile> cases()
    {
        return await(store.store().read([](ReadTx &tx) -> Result<QList<CaseFile>> {
                   QList<CaseFile> files;
                   Query query(tx.connection(),
                               QStringLiteral("select id from stream where kind = 1 order by key"));
                   for (Result<bool> more = query.next(); more.ok() && more.value();
                        more = query.next()) {
                       const auto file
                           = tx.caseFile(StreamId::fromBytes(query.bytes(QLatin1StringView("id"))));
                       if (file.ok())
                           files.append(file.value());
                   }
                   return files;
               }))
            .valueOr({});
    }

    StoreFixture store;
    Settings settings;
    FileImporter importer;
    FolderPaperPrinter printer;
    FolderWatch folder;
    std::unique_ptr<PageStore> pages;
    std::optional<Workplace> place;
    std::unique_ptr<CounterPage> page;
    int keys = 0;

private:
    mutable std::optional<RegionTable> m_regions;
};

/// From the search field to the items, from there to the checklist.
inline void chooseKnown(CounterFixture &hall)
{
    QVERIFY(hall.hasFocus("searchEdit"));
    hall.type(QStringLiteral("wjg"));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("itemEdit"));
}

inline void chooseItem(CounterFixture &hall, const QString &text = QStringLiteral("DL-FG-007"))
{
    hall.type(text);
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(hall.hasFocus("materialsTable"));
}

inline void confirmPapers(CounterFixture &hall)
{
    QTRY_VERIFY2(hall.page->findChild<QDialog *>(QStringLiteral("papersDialog")),
                 qPrintable(hall.find<MessageStrip>("messageStrip")->sentence()));
    hall.press(Qt::Key_Return);
    QTRY_VERIFY(!hall.page->findChild<QDialog *>(QStringLiteral("papersDialog")));
}

inline QString writeImage(const CounterFixture &hall, const QString &name)
{
    QImage image(600, 800, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawText(QRect(40, 40, 500, 100), name);
    painter.end();
    const QString path = hall.store.path(name);
    image.save(path);
    return path;
}

} // namespace hall::test

/// The papers are in hand: one key. A test that does not get so far ends here.
#define CONFIRM_PAPERS(hall)                                                                       \
    do {                                                                                           \
        confirmPapers(hall);                                                                       \
        if (QTest::currentTestFailed())                                                            \
            return;                                                                                \
    } while (false)

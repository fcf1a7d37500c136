#pragma once

#include "desk/workplace.h"
#include "devices/api/pageimporter.h"
#include "devices/printing/folderpaperprinter.h"
#include "playedcases.h"
#include "store/pagestore.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <QApplication>
#include <QTest>

#include <memory>
#include <optional>

namespace hall::test {

/// A page alone over the small hall with played cases; keys go to whatever has the focus.
class DeskFixture : public ShellServices
{
public:
    DeskFixture()
        : settings(fixture.options.folder + QStringLiteral("/test.ini"))
        , cases(fixture, 11)
        , printer(fixture.options.folder + QStringLiteral("/papers"))
    {
        applyTheme(*qApp, Look::Light);
    }
    ~DeskFixture() override
    {
        page.reset();
        place.reset();
        fixture.close();
    }

    void openCase(const StreamId &stream) override { opened = stream; }
    void goTo(const QString &pageId) override { gone = pageId; }
    [[nodiscard]] QString printerFor(const QString &) const override { return {}; }
    [[nodiscard]] const RegionTable &regions() const override { return m_regions; }

    [[nodiscard]] Result<Done> open()
    {
        const Result<Done> made = fixture.open();
        if (!made.ok())
            return made;
        pages = std::make_unique<PageStore>(fixture.options.folder);
        place.emplace(
            Workplace{.store = fixture.store(),
                      .pages = *pages,
                      .clock = fixture.clock,
                      .ids = fixture.ids,
                      .importer = m_importer,
                      .printer = printer,
                      .centre = link ? *link : static_cast<CentreLink &>(fixture.centre)});
        return cases.publish();
    }
    [[nodiscard]] PageContext context(const QString &who)
    {
        const Actor actor = cases.hall().actor(who);
        return {.place = *place,
                .session = {.member = {.code = actor.staff, .name = actor.staff},
                            .post = actor.post,
                            .window = actor.window,
                            .station = actor.station},
                .settings = settings,
                .shell = *this};
    }
    /// Shows a page as the window would: `show<SearchPage>("clerk1")`.
    template <class P> P *show(const QString &who)
    {
        auto made = std::make_unique<P>(context(who));
        P *shown = made.get();
        page = std::move(made);
        QObject::connect(shown, &Page::openCase, shown,
                         [this](const StreamId &stream) { opened = stream; });
        QObject::connect(shown, &Page::goTo, shown, [this](const QString &id) { gone = id; });
        shown->resize(1366, 768);
        shown->show();
        shown->activateWindow();
        shown->activate();
        return shown;
    }
    template <class W> [[nodiscard]] W *find(const char *name) const
    {
        W *found = page->findChild<W *>(QString::fromLatin1(name));
        if (!found)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }
    void type(const QString &text) const
    {
        takeKeys();
        QTest::keyClicks(focus(), text);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        takeKeys();
        QTest::keyClick(focus(), key, modifiers);
    }
    /// A dialog that has just gone leaves no window active where there is no window manager.
    void takeKeys() const
    {
        if (QApplication::activeModalWidget() || page->isActiveWindow())
            return;
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            QTest::qFail("the page does not get keys", __FILE__, __LINE__);
    }
    [[nodiscard]] QWidget *focus() const
    {
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : page.get();
    }

    StoreFixture fixture;
    CentreLink *link = nullptr; ///< set before open(); nullptr = a machine of its own
    Settings settings;
    PlayedCases cases;
    FolderPaperPrinter printer;
    std::unique_ptr<PageStore> pages;
    std::optional<Workplace> place;
    std::unique_ptr<Page> page;
    StreamId opened;
    QString gone;

private:
    class Importer final : public PageImporter
    {
    public:
        QFuture<ImportOutcome> importFiles(const QStringList &) override
        {
            return QtFuture::makeReadyFuture(ImportOutcome{});
        }
        QFuture<ImportOutcome> importImage(const QImage &) override
        {
            return QtFuture::makeReadyFuture(ImportOutcome{});
        }
    };

    Importer m_importer;
    RegionTable m_regions;
};

} // namespace hall::test

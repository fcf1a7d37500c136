#pragma once

#include "desk/session/sessiondesk.h"
#include "desk/setup/setupdesk.h"
#include "desk/setup/shipped.h"
#include "devices/api/pageimporter.h"
#include "devices/printing/folderpaperprinter.h"
#include "store/pagestore.h"
#include "storefixture.h"
#include "testmain.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <optional>

namespace hall::test {

class NoImporter final : public PageImporter
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

/// A page with one field, as a feature would make it.
class NotePage : public Page
{
public:
    explicit NotePage(QString title)
        : m_title(std::move(title))
        , m_edit(new QLineEdit(this))
    {
        m_edit->setObjectName(QStringLiteral("noteEdit"));
        (new QVBoxLayout(this))->addWidget(m_edit);
    }
    [[nodiscard]] QString pageTitle() const override { return m_title; }
    void activate() override { m_edit->setFocus(); }
    void keepDraft() override { ++drafts; }
    void showCase(const StreamId &stream) override { m_edit->setText(stream.text()); }
    [[nodiscard]] QList<HelpKey> keys() const override
    {
        return {{QStringLiteral("F4"), QStringLiteral("accept the case")}};
    }
    static inline int drafts = 0;

private:
    QString m_title;
    QLineEdit *m_edit;
};

/// The shell over a real store with the sample hall, as Composition would build it, with two pages
/// for everybody.
class ShellFixture
{
public:
    ShellFixture()
        : settings(fixture.options.folder + QStringLiteral("/test.ini"))
        , printer(fixture.options.folder + QStringLiteral("/papers"))
        , languages(*qApp)
    {
        addPage(QStringLiteral("notes"), QStringLiteral("counter"), false);
        addPage(QStringLiteral("cases"), QStringLiteral("search"), true);
        languages.apply(QStringLiteral("en"));
        settings.set(Setting::Language, QStringLiteral("en"));
        applyTheme(*qApp, Look::Light);
    }
    ~ShellFixture()
    {
        window.reset();
        sessions.reset();
        setup.reset();
        place.reset();
        pages.reset();
        fixture.close();
    }

    void addPage(const QString &id, const QString &iconName, bool showsCases)
    {
        registry.add(
            {.id = id,
             .title = [id] { return id; },
             .icon = iconName,
             .roles = {Role::Clerk, Role::Reviewer, Role::Cashier, Role::DeptHead, Role::TownLeader,
                       Role::Manager, Role::Administrator, Role::Certifier},
             .make = [id](const PageContext &) { return new NotePage(id); },
             .showsCases = showsCases});
    }

    /// Opens the store and the window; with the sample hall, or as a first start.
    [[nodiscard]] Result<Done> open(bool withHall = true)
    {
        const Result<Done> opened = fixture.open();
        if (!opened.ok())
            return opened;
        setup = std::make_unique<SetupDesk>(fixture.store(), fixture.ids);
        if (withHall) {
            const Result<Done> made = await(setup->makeSampleHall());
            if (!made.ok())
                return made;
        }
        pages = std::make_unique<PageStore>(fixture.options.folder);
        place.emplace(
            Workplace{.store = fixture.store(),
                      .pages = *pages,
                      .clock = fixture.clock,
                      .ids = fixture.ids,
                      .importer = importer,
                      .printer = printer,
                      .centre = link ? *link : static_cast<CentreLink &>(fixture.centre)});
        sessions = std::make_unique<SessionDesk>(*place);
        window = std::make_unique<MainWindow>(settings, registry, hooks());
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            return Error{.kind = ErrorKind::Cancelled,
                         .detail = QStringLiteral("window not active")};
        window->enter(*place, *sessions, *setup);
        return Done{};
    }

    [[nodiscard]] ShellHooks hooks()
    {
        return {.applyLanguage = [this](const QString &word) { languages.apply(word); },
                .applyTheme = [](const QString &word) { applyTheme(*qApp, lookFromWord(word)); },
                .openStore = [this] { ++opens; },
                .recover =
                    [] {
                        return QtFuture::makeReadyFuture(
                            Result<QString>(QStringLiteral("No event is missing.")));
                    },
                .regions = [this]() -> const RegionTable & {
                    if (!regions)
                        regions = shippedRegions().valueOr(RegionTable());
                    return *regions;
                }};
    }

    /// The widget of that name in the window's page shown; fails the test when it is not there.
    template <class W> [[nodiscard]] W *find(const char *name) const
    {
        W *found = window->findChild<W *>(QString::fromLatin1(name));
        if (!found)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }
    /// Keys go to whatever has the focus, as a person's do; Chinese comes from an input method.
    void type(const QString &text) const
    {
        QWidget *target = focus();
        const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
        if (isAscii) {
            QTest::keyClicks(target, text);
            return;
        }
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(target, &event);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(focus(), key, modifiers);
    }
    /// The off-screen platform does not give a window back its focus when a popup closes.
    [[nodiscard]] QWidget *focus() const
    {
        QWidget *front = QApplication::activeModalWidget();
        if (!front)
            front = window.get();
        if (QApplication::activeWindow() != front) {
            front->activateWindow();
            if (!QTest::qWaitForWindowActive(front))
                QTest::qFail("the window does not become active", __FILE__, __LINE__);
        }
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : window.get();
    }
    /// Name of the widget with the focus; empty when none has it.
    [[nodiscard]] QString focusName() const
    {
        const QWidget *widget = focus();
        return widget->objectName();
    }

    StoreFixture fixture;
    CentreLink *link = nullptr; ///< set before open(); nullptr = a machine of its own
    Settings settings;
    NoImporter importer;
    FolderPaperPrinter printer;
    Languages languages;
    PageRegistry registry;
    std::optional<RegionTable> regions;
    std::unique_ptr<PageStore> pages;
    std::optional<Workplace> place;
    std::unique_ptr<SessionDesk> sessions;
    std::unique_ptr<SetupDesk> setup;
    std::unique_ptr<MainWindow> window;
    int opens = 0;
};

} // namespace hall::test

#pragma once

#include "pictures.h"
#include "tests/desk/adminfixture.h"
#include "ui/shared/messagestrip.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/shell/pageregistry.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace hall::test {

class NoShell final : public ShellServices
{
public:
    void openCase(const StreamId &) override { }
    void restart() override { ++restarts; }
    void goTo(const QString &) override { }
    [[nodiscard]] QString printerFor(const QString &) const override { return {}; }
    [[nodiscard]] const RegionTable &regions() const override { return m_regions; }
    int restarts = 0;

private:
    RegionTable m_regions;
};

/// A page of the administrator on the sample hall.
template <class P> class Desk
{
public:
    explicit Desk(CentreLink *link = nullptr)
        : settings(admin.fixture.path(QStringLiteral("test.ini")))
    {
        admin.link = link;
        dressForPictures();
        const Result<Done> opened = admin.open();
        if (!opened.ok())
            qFatal("%s", qPrintable(errorLine(opened)));
        page = std::make_unique<P>(
            PageContext{*admin.place, admin.sessionOf(QStringLiteral("admin")), settings, shell});
        page->resize(1280, 760);
        page->show();
        QApplication::setActiveWindow(page.get());
        page->activate();
        for (RowTable *table : page->template findChildren<RowTable *>())
            new QAbstractItemModelTester(table->model(), table);
    }

    template <class W> W *find(const char *name) const
    {
        W *found = page->template findChild<W *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
    void type(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Over what stands in a field, as a person who tabbed there.
    void typeInto(const char *name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    /// A picture of the page for a person to look at, where HALL_SHOTS names a folder.
    void shoot(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("HALL_SHOTS");
        if (folder.isEmpty())
            return;
        QApplication::sendPostedEvents(); // lay everything out
        page->grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }
    [[nodiscard]] MessageStrip *strip() const { return find<MessageStrip>("strip"); }
    [[nodiscard]] ReferencePtr hall() { return admin.hall(); }

    AdminFixture admin;
    Settings settings;
    NoShell shell;
    std::unique_ptr<P> page;
};

} // namespace hall::test

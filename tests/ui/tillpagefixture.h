#pragma once

#include "desk/setup/shipped.h"
#include "pictures.h"
#include "tillfixture.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <QApplication>
#include <QDialog>
#include <QInputMethodEvent>
#include <QTest>

#include <memory>
#include <optional>

namespace hall::test {

/// One page of the sample hall over a real store, driven by its keyboard: keys go to whatever has
/// the focus, as a person's do.
template <class P> class TillPageFixture : public TillFixture, public ShellServices
{
public:
    TillPageFixture()
        : settings(store.options.folder + QStringLiteral("/test.ini"))
    {
        dressForPictures();
    }
    ~TillPageFixture() override
    {
        page.reset();
        store.close(); // what is on its way ends before the workplace goes
    }

    void openCase(const StreamId &) override { }
    void goTo(const QString &) override { }
    [[nodiscard]] QString printerFor(const QString &) const override { return {}; }
    [[nodiscard]] const RegionTable &regions() const override
    {
        if (!m_regions)
            m_regions = shippedRegions().valueOr(RegionTable());
        return *m_regions;
    }

    void show(const Session &who)
    {
        page = std::make_unique<P>(PageContext{*place, who, settings, *this});
        page->resize(1250, 660);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get())) // shortcuts need an active window
            QTest::qFail("the window did not become active", __FILE__, __LINE__);
        page->activate();
    }
    template <class W> [[nodiscard]] W *find(const char *name) const
    {
        W *found = page->template findChild<W *>(QString::fromLatin1(name));
        if (!found)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }
    [[nodiscard]] QDialog *dialog(const char *name) const
    {
        return page->template findChild<QDialog *>(QString::fromLatin1(name));
    }
    /// Letters and figures by their keys, Chinese by the input method.
    void type(const QString &text)
    {
        for (const QChar ch : text) {
            if (ch.unicode() < 0x80) {
                QTest::keyClick(focus(), ch.toLatin1());
                continue;
            }
            QInputMethodEvent event;
            event.setCommitString(ch);
            QApplication::sendEvent(focus(), &event);
        }
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
    }
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
    /// A picture of the page for a person to look at, where HALL_SHOTS names a folder.
    void shoot(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("HALL_SHOTS");
        if (folder.isEmpty())
            return;
        QApplication::sendPostedEvents(); // lay everything out
        page->grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }

    Settings settings;
    std::unique_ptr<P> page;

private:
    mutable std::optional<RegionTable> m_regions;
};

} // namespace hall::test

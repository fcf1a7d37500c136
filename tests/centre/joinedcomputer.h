#pragma once

#include "main/composition.h"
#include "store/connection.h"
#include "sync/api/centrelink.h"
#include "ui/shared/messagestrip.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace hall::test {

using namespace Qt::StringLiterals;

constexpr int longMs = 60'000;

/// One computer: a store of its own and a window, used by its buttons.
class JoinedComputer
{
public:
    JoinedComputer(const QString &folder, const QString &connection)
    {
        CompositionOptions options;
        options.storeFolder = folder;
        options.settingsFile = folder + u".ini"_s;
        options.connectionFile = connection;
        options.language = u"en"_s;
        options.makesBackups = false;
        program = std::make_unique<Composition>(*qApp, std::move(options));
        QSignalSpy open(program.get(), &Composition::isOpen);
        program->start();
        if (!QTest::qWaitFor([&open] { return open.count() > 0; }, longMs))
            QTest::qFail("the store does not open", __FILE__, __LINE__);
    }

    template <class W> [[nodiscard]] W *find(const char *name) const
    {
        return program->window().findChild<W *>(QString::fromLatin1(name));
    }
    template <class W> W *shown(const char *name) const
    {
        W *found = nullptr;
        const bool isThere = QTest::qWaitFor(
            [this, &found, name] {
                found = find<W>(name);
                return found && found->isVisible();
            },
            longMs);
        if (!isThere)
            QTest::qFail(name, __FILE__, __LINE__);
        return found;
    }
    [[nodiscard]] QString said() const
    {
        for (const MessageStrip *strip : program->window().findChildren<MessageStrip *>()) {
            if (strip->isVisible())
                return strip->sentence();
        }
        return {};
    }
    void join(const QString &staff, const QString &password) const
    {
        shown<QLineEdit>("joinStaffEdit")->setText(staff);
        find<QLineEdit>("joinPasswordEdit")->setText(password);
        find<QPushButton>("joinButton")->click();
    }
    void signIn(const QString &staff, const QString &password) const
    {
        shown<QLineEdit>("memberEdit")->setText(staff);
        find<QLineEdit>("passwordEdit")->setText(password);
        find<QPushButton>("signInButton")->click();
    }
    /// Past the question for the window, where there is one.
    void begin() const
    {
        const auto isAtWork = [this] { return program->window().workbench() != nullptr; };
        const auto isAsked = [this] {
            auto *button = find<QPushButton>("beginButton");
            return button && button->isVisible();
        };
        const bool isThere = QTest::qWaitFor([&] { return isAtWork() || isAsked(); }, longMs);
        QVERIFY2(isThere, qPrintable(whereItStands()));
        if (!isAtWork())
            find<QPushButton>("beginButton")->click();
        QVERIFY(QTest::qWaitFor(isAtWork, longMs));
    }
    [[nodiscard]] QString whereItStands() const
    {
        const CentreStatus status = place().centre.status();
        const auto *part = find<QLabel>("joinPartLabel");
        return u"%1 | %2 | link %3, usable %4, person %5, needs sign-in %6, trouble %7 %8"_s.arg(
            said(), part ? part->text() : QString(), QString::number(int(status.state)),
            QString::number(status.isUsable), QString::number(status.hasPerson),
            QString::number(status.needsSignIn),
            QString::number(status.trouble ? int(status.trouble->kind) : -1),
            status.trouble ? status.trouble->detail : QString());
    }
    void signOut() const { program->window().signOut(); }
    [[nodiscard]] const Session &session() const
    {
        return program->window().workbench()->session();
    }
    [[nodiscard]] Workplace &place() const { return *program->place(); }
    [[nodiscard]] qint64 count(const QString &sql) const
    {
        auto asked = place().store.read([sql](ReadTx &tx) -> Result<qint64> {
            Query query(tx.connection(), sql);
            const Result<bool> row = query.next();
            return row.ok() ? Result<qint64>(query.number("n"_L1)) : row.error();
        });
        asked.waitForFinished();
        return asked.result().valueOr(-1);
    }

    std::unique_ptr<Composition> program;
};

template <class T> T answerOf(QFuture<T> future)
{
    // The events of the window go on, as in the program.
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, longMs))
        QTest::qFail("no answer", __FILE__, __LINE__);
    return future.result();
}

} // namespace hall::test

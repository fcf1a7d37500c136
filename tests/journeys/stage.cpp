#include "stage.h"

#include "devices/api/pageimporter.h"
#include "devices/printing/folderpaperprinter.h"
#include "ui/shared/messagestrip.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>
#include <utility>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 10 * 1000;
constexpr int patienceAmongManyMs = 60 * 1000; // a dozen programs share the machine
constexpr int shortPatienceMs = 1000;
constexpr int shownPauseMs = 60;
constexpr quint64 seed = 20261123;
constexpr int mostFields = 14;

} // namespace

QDateTime firstMoment()
{
    return hallInstant(QDate(2026, 11, 23), QTime(8, 31));
}

QString storeFolder(const StageOptions &options)
{
    return options.folder + (options.seat.isEmpty() ? u"/store"_s : u"/stations/"_s + options.seat);
}

Stage::Stage(QApplication &application, StageOptions options)
    : m_application(application)
    , m_options(std::move(options))
{
}

Stage::~Stage() = default;

void Stage::open()
{
    auto clock = std::make_unique<FixedClock>(firstMoment());
    m_clock = clock.get();
    CompositionOptions options;
    options.storeFolder = storeFolder(m_options);
    options.settingsFile = m_options.seat.isEmpty() ? folder(u"settings.ini"_s)
                                                    : options.storeFolder + u"/onehall.ini"_s;
    options.station = u"A07"_s;
    options.language = u"zh_CN"_s;
    options.theme = u"light"_s;
    options.clock = std::move(clock);
    options.ids = std::make_unique<SeededIds>(seed + qHash(m_options.seat, 0) % 1000);
    options.printer = std::make_unique<FolderPaperPrinter>(folder(u"papers"_s));
    options.makesBackups = false;
    options.connectionFile = m_options.connection;
    options.takesCentreTime = false;
    m_program = std::make_unique<Composition>(m_application, std::move(options));
    m_program->start();
    m_program->window().activateWindow();
    if (!QTest::qWaitForWindowActive(&m_program->window()))
        throw Stopped{u"the main window does not come to the front"_s};
    until(u"the store is open"_s, [this] { return m_program->place() != nullptr; });
}

void Stage::close()
{
    m_program.reset();
}

QWidget *Stage::root() const
{
    QWidget *dialog = QApplication::activeModalWidget();
    return dialog ? dialog : &m_program->window();
}

void Stage::wake() const
{
    // The off-screen platform gives no window the front again when a popup or dialog has closed; a
    // window system does.
    if (QApplication::activePopupWidget() || QApplication::activeWindow() == root())
        return;
    root()->activateWindow();
}

QWidget *Stage::focus() const
{
    (void)QTest::qWaitFor(
        [this] {
            wake();
            return QApplication::activePopupWidget() || QApplication::activeWindow() == root();
        },
        patienceMs);
    // A popup takes the keys, as a window system gives them to it.
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    QWidget *widget = QApplication::focusWidget();
    return widget ? widget : root();
}

int Stage::pause() const
{
    return m_options.isShown ? shownPauseMs : -1;
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_keys;
    QTest::keyClick(focus(), key, modifiers, pause());
}

void Stage::type(const QString &text)
{
    m_keys += int(text.size());
    const bool isLatin
        = std::ranges::all_of(text, [](QChar character) { return character.unicode() < 0x80; });
    if (isLatin) {
        for (const QChar character : text)
            QTest::keyClick(focus(), character.toLatin1(), Qt::NoModifier, pause());
        return;
    }
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(focus(), &event);
}

void Stage::click(QWidget *widget)
{
    while (QApplication::activePopupWidget())
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    if (!widget->isEnabled())
        throw Stopped{u"%1 cannot be clicked"_s.arg(widget->objectName()) + circumstances()};
    wake();
    // The window system gives a click to the innermost widget under it.
    QWidget *inner = widget->childAt(widget->rect().center());
    QWidget *target = inner ? inner : widget;
    const QPoint at = target->mapFrom(widget, widget->rect().center());
    QTest::mouseClick(target, Qt::LeftButton, {}, at, pause());
}

void Stage::click(const QString &name)
{
    click(see<QWidget>(name));
}

void Stage::fill(const QString &name, const QString &text)
{
    click(name);
    untilFocus(name);
    press(Qt::Key_A, Qt::ControlModifier);
    type(text);
}

void Stage::goTo(const QString &name, Qt::Key key)
{
    for (int step = 0; step < mostFields && !hasFocus(name); ++step)
        press(key);
    untilFocus(name);
}

QWidget *Stage::visible(const QString &name) const
{
    const QList<QWidget *> named = root()->findChildren<QWidget *>(name);
    const auto seen = std::ranges::find_if(named, [](QWidget *one) { return one->isVisible(); });
    if (seen != named.end())
        return *seen;
    return root()->objectName() == name ? root() : nullptr;
}

bool Stage::hasFocus(const QString &name) const
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (widget->objectName() == name)
            return true;
    }
    return false;
}

QString Stage::textOf(const QString &name) const
{
    QWidget *widget = visible(name);
    if (const auto *label = qobject_cast<QLabel *>(widget))
        return label->text();
    if (const auto *edit = qobject_cast<QLineEdit *>(widget))
        return edit->text();
    if (const auto *box = qobject_cast<QPlainTextEdit *>(widget))
        return box->toPlainText();
    if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        return button->text();
    return {};
}

int Stage::rowsOf(const QString &table) const
{
    const auto *view = qobject_cast<QAbstractItemView *>(visible(table));
    return view && view->model() ? view->model()->rowCount() : 0;
}

QString Stage::cell(const QString &table, int row, int column) const
{
    const auto *view = qobject_cast<QAbstractItemView *>(visible(table));
    return view && view->model() ? view->model()->index(row, column).data().toString() : QString();
}

int Stage::rowWith(const QString &table, const QString &text) const
{
    const auto *view = qobject_cast<QAbstractItemView *>(visible(table));
    if (!view || !view->model())
        return -1;
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->index(row, column).data().toString().contains(text))
                return row;
        }
    }
    return -1;
}

void Stage::walkTo(const QString &table, int row)
{
    const auto *view = see<QAbstractItemView>(table);
    const int most = view->model()->rowCount();
    for (int step = 0; step < most && view->currentIndex().row() != row; ++step)
        press(view->currentIndex().row() < row ? Qt::Key_Down : Qt::Key_Up);
    if (view->currentIndex().row() != row)
        throw Stopped{u"row %1 of %2 is not reached"_s.arg(row).arg(table) + circumstances()};
}

QString Stage::said() const
{
    QStringList sentences;
    for (const MessageStrip *strip : root()->findChildren<MessageStrip *>()) {
        if (strip->isVisible())
            sentences.append(strip->sentence());
    }
    return sentences.join(u" | "_s);
}

QString Stage::circumstances() const
{
    const QWidget *widget = QApplication::focusWidget();
    QString text = u" (in %1, focus %2"_s.arg(root()->objectName(),
                                              widget ? widget->objectName() : u"nowhere"_s);
    const QString sentences = said();
    return text + (sentences.isEmpty() ? u")"_s : u"; it says: %1)"_s.arg(sentences));
}

void Stage::until(const QString &what, const std::function<bool()> &isThere) const
{
    const auto isSeen = [this, &isThere] {
        wake();
        return isThere();
    };
    if (!QTest::qWaitFor(isSeen, m_options.seat.isEmpty() ? patienceMs : patienceAmongManyMs))
        throw Stopped{u"waited in vain: %1"_s.arg(what) + circumstances()};
}

bool Stage::comes(const std::function<bool()> &isThere) const
{
    return QTest::qWaitFor(isThere, shortPatienceMs);
}

void Stage::untilSeen(const QString &name) const
{
    until(name + u" is seen"_s, [this, &name] { return sees(name); });
}

void Stage::untilGone(const QString &name) const
{
    until(name + u" is gone"_s, [this, &name] { return !sees(name); });
}

void Stage::untilFocus(const QString &name) const
{
    until(u"the focus is on "_s + name, [this, &name] { return hasFocus(name); });
}

} // namespace hall::journeys

#pragma once

#include "domain/clock.h"
#include "main/composition.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

class QAbstractButton;

namespace hall::journeys {

/// What a person at the window would say when it does not go on. Thrown by Stage, caught by Play
/// around each scene, so that one stopped visit does not end the day.
struct Stopped
{
    QString what = {};
};

struct StageOptions
{
    QString folder = {};       ///< store/, papers/, screens/ and files/ are made in it
    QString seat = {};         ///< with a centre: station code, its store is below stations/
    QString connection = {};   ///< connection file of the seat
    QString clockFile = {};    ///< what the centre reads the time from, ms
    bool isShown = false;      ///< on a real display, slowly
    bool takesPictures = true; ///< false = only keys are counted
};

/// When the play begins.
[[nodiscard]] QDateTime firstMoment();
[[nodiscard]] QString storeFolder(const StageOptions &options);

/// The program and the hands in front of it: keys go to what has the focus, clicks to widgets found
/// by name, and waiting is for something to be seen.
class Stage
{
public:
    Stage(QApplication &application, StageOptions options);
    ~Stage();
    Q_DISABLE_COPY_MOVE(Stage)

    void open();
    void close();

    [[nodiscard]] QDateTime now() const { return m_clock->now(); }
    void advance(qint64 seconds) { setTime(now().addSecs(seconds)); }
    /// For this seat and for the centre.
    void setTime(const QDateTime &at);
    /// Joined to a centre: all work of this seat is there, and nothing was refused.
    void untilCarried() const;
    /// … and what the others did has come here after `since` (ms of the machine's clock).
    void untilCaughtUp(qint64 since) const;
    [[nodiscard]] const StageOptions &options() const { return m_options; }
    [[nodiscard]] QString folder(const QString &name) const
    {
        return m_options.folder + u'/' + name;
    }
    [[nodiscard]] int keys() const { return m_keys; }
    void countKeysFromHere() { m_keys = 0; }
    [[nodiscard]] const QStringList &pictures() const { return m_pictures; }
    void setPictures(const QStringList &pictures) { m_pictures = pictures; } ///< of all seats

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Latin letters and figures as keys, anything else as an input method commits it.
    void type(const QString &text);
    void click(const QString &name);
    void click(QWidget *widget);
    /// Clicks into a field, marks what stands there and types over it.
    void fill(const QString &name, const QString &text);
    /// Opens a menu button and clicks on the entry of that text.
    void choose(const QString &button, const QString &entry);
    /// Arrow keys in a choice that has the focus, until the text is shown.
    void chooseInBox(const QString &box, const QString &text);
    /// Lets a file fall on a row of a table, as the window system hands it over.
    void dropFile(const QString &path, const QString &table, int row);
    /// Presses Enter (or Tab) until the field has the focus.
    void goTo(const QString &name, Qt::Key key);

    /// The visible widget of that name: in the dialog on top if there is one, else in the window.
    template <class W> [[nodiscard]] W *see(const QString &name) const
    {
        if (W *found = qobject_cast<W *>(visible(name)))
            return found;
        throw Stopped{QStringLiteral("%1 is not to be seen").arg(name) + circumstances()};
    }
    [[nodiscard]] QWidget *visible(const QString &name) const;
    [[nodiscard]] bool sees(const QString &name) const { return visible(name) != nullptr; }
    [[nodiscard]] bool hasFocus(const QString &name) const;
    [[nodiscard]] QString textOf(const QString &name) const;
    [[nodiscard]] int rowsOf(const QString &table) const;
    [[nodiscard]] QString cell(const QString &table, int row, int column) const;
    /// Row whose cells contain the text, −1 when none does.
    [[nodiscard]] int rowWith(const QString &table, const QString &text) const;
    /// Arrow keys in a table that has the focus, until the row is the current one.
    void walkTo(const QString &table, int row);
    /// Sentences on the message strips that are seen.
    [[nodiscard]] QString said() const;

    void until(const QString &what, const std::function<bool()> &isThere) const;
    /// For what may come or not; a short patience.
    [[nodiscard]] bool comes(const std::function<bool()> &isThere) const;
    void untilSeen(const QString &name) const;
    void untilGone(const QString &name) const;
    void untilFocus(const QString &name) const;

    /// What is on the screen, into screens/zh or screens/en by the language shown.
    void shoot(const QString &name);
    /// The page in Chinese and in English; `refill` brings it to its telling moment again.
    void shootBoth(const QString &name, const std::function<void()> &refill = {});
    void setEnglish(bool isEnglish);
    /// Closes what is open: the next scene starts from an empty screen.
    void clearUp();

private:
    void wake() const;
    [[nodiscard]] QWidget *focus() const;
    [[nodiscard]] QWidget *root() const;
    [[nodiscard]] int pause() const; ///< ms between keys, -1 = none
    [[nodiscard]] QString circumstances() const;
    void settle() const;

    QApplication &m_application;
    StageOptions m_options;
    FixedClock *m_clock = nullptr; ///< the program's
    std::unique_ptr<Composition> m_program;
    int m_keys = 0;
    QStringList m_pictures;
};

} // namespace hall::journeys

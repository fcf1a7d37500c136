#pragma once

#include "domain/error.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace hall {

enum class Tone { Info, Success, Warning, Problem };

/// A button inside a strip.
struct StripAction
{
    QString text = {};
    std::function<void()> run = {};
};

/// A sentence inside a page: what happened and what to do next. Takes no room while it has nothing
/// to say; Escape or its button dismisses it; good news goes away after a while.
class MessageStrip : public QFrame
{
    Q_OBJECT
public:
    explicit MessageStrip(QWidget *parent = nullptr);

    void say(Tone tone, const QString &sentence, const StripAction &action = {});
    /// The sentence of an error (app/text), as a problem.
    void say(const Error &error, const StripAction &action = {});
    void dismiss();

    [[nodiscard]] bool isShown() const { return !isHidden(); }
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void drawIcon();

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_away;
    std::function<void()> m_run;
    Tone m_tone = Tone::Info;
};

} // namespace hall

Q_DECLARE_METATYPE(hall::Tone)

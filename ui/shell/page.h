#pragma once

#include "domain/id.h"
#include "ui/shared/messagestrip.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QWidget>

namespace hall {

/// One line of the sheet that F1 shows.
struct HelpKey
{
    QString keys = {}; ///< "Ctrl+Enter", as a person reads it
    QString text = {};
};

/// What a desk is for the shell. The shell makes it on the first visit and shows it again later; it
/// is rebuilt when the language changes, and what was typed is carried over by saveInput().
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString pageTitle() const = 0;
    /// Called each time the page is shown: put the focus where work begins, refresh what is old.
    virtual void activate() { }
    /// Whether the person may go elsewhere. Unsaved work is kept as a draft, so this is normally
    /// true; a page that answers false says why in its own strip.
    [[nodiscard]] virtual bool mayLeave() { return true; }
    /// Called before the program closes or the person signs out: keep what was typed as a draft.
    virtual void keepDraft() { }
    [[nodiscard]] virtual QList<HelpKey> keys() const { return {}; }

    /// Shows a case; asked only of the page whose entry says showsCases.
    virtual void showCase(const StreamId &) { }

    /// What was typed and where the person stood, for a rebuild in another language. The default
    /// keeps every named editor (line, text, choice, tick, figure, date, tab); a page with more
    /// adds to it.
    [[nodiscard]] virtual QJsonObject saveInput() const;
    virtual void restoreInput(const QJsonObject &input);

Q_SIGNALS:
    void openCase(const hall::StreamId &stream); ///< show it on the page for cases
    void goTo(const QString &pageId);
    /// A sentence in the shell's strip above the page; it goes away by itself when it is good news.
    void message(hall::Tone tone, const QString &sentence);
    /// A count beside the word in the navigation (what waits here); 0 takes it away.
    void badgeChanged(int count);
};

} // namespace hall

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace hall {

/// A decision that only the person can take. Anything else belongs into a MessageStrip.
struct Decision
{
    QString title = {};
    QString question = {};    ///< one sentence
    QString consequence = {}; ///< what will happen; smaller text
    QString yes = {};         ///< the verb of the button: "Refuse", never "OK"
    bool isDangerous = false;
    QString reasonLabel = {}; ///< not empty = a reason must be typed
    QStringList phrases = {}; ///< reasons to choose from
};

/// Shows the dialog (object name "decisionDialog", buttons "yesButton", "noButton", "reasonEdit")
/// and returns at once. `onYes` gets the reason; `context` gone = nothing is called.
void confirm(QWidget *context, const Decision &decision,
             std::function<void(const QString &reason)> onYes, std::function<void()> onNo = {});

} // namespace hall

#pragma once

#include "script.h"
#include "stage.h"

#include <QHash>

namespace hall::journeys {

/// Whoever has a pile: reviewer, surveyor, co-department, head, town leader, certifier.
class Upstairs
{
public:
    Upstairs(Stage &stage, QList<Visit> &visits)
        : m_stage(stage)
        , m_visits(visits)
    {
    }

    /// Signs what waits, file after file: yes, or what the script has this person do instead.
    void workThePile(const QString &staff);
    /// All files at once with one opinion; the result is read row by row: a file whose clock stands
    /// still stays, with its reason, and the others are signed.
    void signAllAtOnce(const QString &opinion);
    /// Stops the clock of a case on a legal ground, and starts it again.
    void stopTheClock(Visit &visit, const QString &ground);
    void startTheClock(Visit &visit);
    void showThings(const QString &name) { m_picture = name; }

private:
    [[nodiscard]] Visit *visitShown() const;
    [[nodiscard]] QString fileShown() const;
    [[nodiscard]] bool isPileEmpty() const;
    void fillWhatIsAsked(const Visit &visit);
    void say(const QString &opinion);
    void sign(Visit &visit, const QString &staff);
    void returnFile();
    void goToFile(const Visit &visit);
    void readBatchRow(Visit &visit, const QString &opinion);
    void takePapers();

    Stage &m_stage;
    QList<Visit> &m_visits;
    QString m_picture;
    bool m_hasShownPapers = false;
};

} // namespace hall::journeys

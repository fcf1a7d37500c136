#pragma once

#include "script.h"
#include "stage.h"

namespace hall::journeys {

/// The clerk at the window, by the keyboard.
class Counter
{
public:
    explicit Counter(Stage &stage)
        : m_stage(stage)
    {
    }

    /// What an earlier sitting left typed comes back by itself; it is parked for later.
    void sitDown();
    /// A whole visit as its route says, up to the empty screen. Writes the case number into it.
    void serve(Visit &visit);
    /// What was wrong comes in: opens the case from the list, checks all, accepts it.
    void supplied(Visit &visit);
    /// Something came in, something is still wrong: kept with the case, nothing decided.
    void stillWrong(Visit &visit);
    void withdraw(Visit &visit);
    /// The shortest way: a returning applicant, an item done on the spot, papers in hand.
    void shortest(const Visit &visit);
    /// Pictures of what stands at the counter at this moment are wanted once.
    void showThings() { m_isShowing = true; }

private:
    void findApplicant(const Visit &visit);
    void registerApplicant(const Visit &visit);
    void nameTheAgent(const Person &agent);
    void chooseItem(const Visit &visit);
    void attach(const Visit &visit);
    void attachFile(const QString &path);
    void markWrong(int line, const QString &problem);
    void correct(Visit &visit);
    void refuse(Visit &visit);
    /// From the papers dialog back to the screen; hands over at once when wanted.
    void takePapers(Visit &visit, bool isHandedOver);
    void openFromList(const Visit &visit, const QString &list);
    void confirmWithReason(const QString &reason);
    void picture(const QString &name);

    Stage &m_stage;
    bool m_isShowing = false;
    QStringList m_shown;
};

} // namespace hall::journeys

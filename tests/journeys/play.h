#pragma once

#include "actors/administrator.h"
#include "actors/casereader.h"
#include "actors/counter.h"
#include "actors/delivery.h"
#include "actors/manager.h"
#include "actors/signin.h"
#include "actors/till.h"
#include "actors/upstairs.h"
#include "baton.h"
#include "report.h"
#include "script.h"
#include "stage.h"

#include <QDate>
#include <QTime>

#include <functional>

namespace hall::journeys {

/// The days in their order: who sits down when, and what they do.
class Play
{
public:
    Play(Stage &stage, QList<Visit> &visits, Report &report, Baton &baton);

    void run();
    /// Only the returning applicant whose keys are counted; answers the number, −1 when it stopped.
    [[nodiscard]] int countKeys();

private:
    struct Post
    {
        QString staff = {};
        int choice = 0; ///< row among several posts
    };

    void monday();
    void tuesday();
    void wednesday();
    void thursday();
    void friday();
    void weeksLater();

    /// Plays a scene; what stops it is told, and the next one starts from the sign-in page.
    /// What happens at the workstation of that person: here, or in another program that tells what
    /// came of it.
    void turn(const QString &staff, const std::function<void()> &play);
    [[nodiscard]] QJsonObject state() const;
    void adopt(const QJsonObject &state);
    void begin();
    [[nodiscard]] bool isFirstSpeaker() const;
    bool scene(const QString &name, const std::function<void()> &play);
    void signedIn(const Post &who, const std::function<void()> &work);
    void serveAll(const QString &clerk);
    void onVisits(const QString &clerk, const QString &route, void (Counter::*verb)(Visit &));
    void upstairs(const QList<Post> &people);
    /// Fees of all cases for which `isMeant` holds, by the cashier of the housing office.
    void takeFees(const std::function<bool(const Visit &)> &isMeant);
    [[nodiscard]] Visit &visitOf(const QString &id);
    /// Typed text stands behind the lock and is there again after it.
    void lockTheScreen();
    /// Stops the clock of one case of the pile and signs all others in one go.
    void batchAndStop();
    /// What only the manager may do with a case; prints the paper that it wants, if any.
    void decideAsManager(const Visit &visit, const QString &action, const QString &reason);
    void publishDayOff();
    void deliver(const QString &clerk, const std::function<bool(const Visit &)> &isMeant);
    void reach(QDate day, QTime time);

    Stage &m_stage;
    QList<Visit> &m_visits;
    Report &m_report;
    Baton &m_baton;
    SignIn m_signIn;
    Counter m_counter;
    Upstairs m_upstairs;
    Till m_till;
    Delivery m_delivery;
    Manager m_manager;
    Administrator m_administrator;
    CaseReader m_reader;
};

} // namespace hall::journeys

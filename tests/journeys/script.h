#pragma once

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace hall::journeys {

constexpr int droppedOn = 2;            ///< checklist line on which a dragged file falls
inline const QDate dayOff(2026, 12, 3); ///< closed by local order while the play runs

/// Somebody who comes to the hall (applicants.csv).
struct Person
{
    QString key = {};
    bool isOrganisation = false;
    QString name = {};
    QString number = {};
    QString legalName = {};
    QString legalNumber = {};
    QString phone = {};
    QString address = {};
    QString initials = {};
};

/// One visit: who comes for what, how it goes, and what must stand in the store when the play is
/// over (visits.csv).
struct Visit
{
    QString id = {};
    QString clerk = {}; ///< staff code of who serves it
    QString item = {};
    Person person = {};
    QString find = {};      ///< name, initials, number or phone: what the clerk types
    QString route = {};     ///< spot, spot-pay, full, correct-supply, take, stay, refuse, …
    QString special = {};   ///< action that one of the people upstairs takes instead of "yes" …
    QString specialBy = {}; ///< … and who
    QString pages = {};     ///< file, pdf, drop, paste or nothing
    QString state = {};
    QString finish = {};
    QStringList papers = {};
    Person agent = {};      ///< who comes instead of the applicant
    QDate due = {};         ///< promised date when the play is over
    QStringList marks = {}; ///< what else must stand in the store: deemed, stopped, retaken, …

    QString number = {};  ///< read from the screen at the counter
    QString problem = {}; ///< why the play of it stopped
    bool isSpecialDone = false;
    bool isPaid = false;
    bool isStopped = false;    ///< its clock stands still at this moment
    QString batchOpinion = {}; ///< with which it was signed together with others

    [[nodiscard]] bool goesUpstairs() const
    {
        return route == QStringLiteral("full") || route == QStringLiteral("correct-supply");
    }
};

/// What the play adds to a visit, as one seat tells it to the others.
[[nodiscard]] QJsonObject progressOf(const Visit &visit);
void setProgress(Visit &visit, const QJsonObject &progress);

/// The visits in their order; empty when the tables cannot be read.
[[nodiscard]] QList<Visit> readVisits(const QString &folder);

} // namespace hall::journeys

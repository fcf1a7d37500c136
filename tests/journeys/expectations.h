#pragma once

#include "domain/casefile.h"
#include "report.h"
#include "script.h"

#include <QSet>

namespace hall::journeys {

/// Reads the store that the play left, and its folders, and compares them with the script.
class Expectations
{
public:
    /// `store` is the store to compare; papers, pictures and reports lie in `folder`.
    Expectations(QString folder, QString store, const QList<Visit> &visits, Report &report);

    void check(const QStringList &pictures);

private:
    void checkVisits();
    void checkVisit(const Visit &visit, const CaseFile &found);
    void checkScope();
    void checkPages(const QStringList &pictures);
    void checkFolder();

    QString m_folder;
    QString m_store;
    const QList<Visit> &m_visits;
    Report &m_report;
    Report::Sums m_sums;
    QSet<QString> m_kinds; ///< workflow kinds of which a case is closed
};

} // namespace hall::journeys

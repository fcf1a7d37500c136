#pragma once

#include "domain/casefile.h"
#include "report.h"
#include "script.h"
#include "store/store.h"

#include <QMap>

namespace hall::journeys {

/// What is special about single visits, read from the store: it must be there where the script says
/// so, and nowhere else. What is found is counted for the table.
class Specials
{
public:
    Specials(Store &store, Report &report, QMap<QString, int> &counts);

    void check(const Visit &visit, const CaseFile &file);
    /// The local day off.
    void checkHall();

private:
    void checkDeemed(const Visit &visit, const CaseFile &file);
    void checkDates(const Visit &visit, const CaseFile &file);
    void checkStops(const Visit &visit, const CaseFile &file);
    void checkPayments(const Visit &visit, const CaseFile &file);
    void checkManager(const Visit &visit, const CaseFile &file);
    void checkPrints(const Visit &visit, const CaseFile &file);
    void checkAgent(const Visit &visit, const CaseFile &file);
    void checkBatch(const Visit &visit, const CaseFile &file);
    void checkPages(const Visit &visit, const CaseFile &file);
    /// Met where it is wanted and found, or neither; counts it when found.
    void same(const QString &what, bool isWanted, bool isFound, const QString &counted);

    Store &m_store;
    Report &m_report;
    QMap<QString, int> &m_counts;
};

} // namespace hall::journeys

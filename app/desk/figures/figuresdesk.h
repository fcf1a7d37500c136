#pragma once

#include "desk/figures/dayreport.h"
#include "desk/figures/overview.h"
#include "desk/workplace.h"
#include "papers/document.h"

#include <QFuture>

namespace hall {

/// Figures for managers: the hall now, the report of a day, and the cases behind every figure.
class FiguresDesk
{
public:
    explicit FiguresDesk(Workplace &place)
        : m_place(place)
    {
    }

    using Lines = QFuture<Result<QList<CaseLine>>>;

    [[nodiscard]] QFuture<Result<Overview>> overview() const;
    [[nodiscard]] Lines inHand(const HandChoice &choice) const;

    [[nodiscard]] QFuture<Result<DayReport>> dayReport(const ReportScope &scope) const;
    /// Exactly the cases that the figure counts.
    [[nodiscard]] Lines behind(const ReportCell &cell) const;
    [[nodiscard]] Lines behindFinish(const ReportScope &scope, const QString &finish) const;
    [[nodiscard]] Lines behindRates(const ReportScope &scope) const;

    [[nodiscard]] QFuture<Result<Document>> paper(const DayReport &report,
                                                  const Session &session) const;
    /// Writes the workbook; FileNotWritten.
    [[nodiscard]] QFuture<Result<Done>> saveXlsx(const DayReport &report,
                                                 const QString &path) const;

private:
    Workplace &m_place;
};

} // namespace hall

#pragma once

#include "desk/search/searchdesk.h"
#include "ui/shared/rowmodel.h"

#include <QCoreApplication>

namespace hall {

/// A line of a fee slip with its slip, for one table over all slips of a case.
struct SlipEntry
{
    QString slip = {};
    SlipLine line = {};
    bool isPaid = false;
    SlipStanding standing = SlipStanding::Due;
};

/// Columns of the tables of the search and case pages. What needs names takes the reference and the
/// case through a pointer that its owner keeps up to date.
class CaseColumns
{
    Q_DECLARE_TR_FUNCTIONS(CaseColumns)
public:
    /// What columns with codes look names up in; outlives the models.
    struct Source
    {
        CaseFile file = {};
        ReferencePtr reference = {};
        bool isRevealed = false;
    };

    [[nodiscard]] static QList<RowColumn<FoundCase>> found();
    [[nodiscard]] static QList<RowColumn<CaseLine>> cases();
    [[nodiscard]] static QList<RowColumn<MaterialLine>> materials();
    [[nodiscard]] static QList<RowColumn<Opinion>> opinions(const Source &source);
    [[nodiscard]] static QList<RowColumn<SlipEntry>> slips();
    [[nodiscard]] static QList<RowColumn<Payment>> payments(const Source &source);
    [[nodiscard]] static QList<RowColumn<CasePaper>> papers();
    [[nodiscard]] static QList<RowColumn<HistoryLine>> history(const Source &source);
    /// "by name: 陈六" of a search result.
    [[nodiscard]] static QString matchText(const FoundCase &found);
};

} // namespace hall

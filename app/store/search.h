#pragma once

#include "store/caserows.h"
#include "store/keysearch.h"

namespace hall {

/// A case found, and why.
struct CaseHit
{
    CaseRow row = {};
    MatchField field = MatchField::Newest;
    QString text = {}; ///< the text of the field that matched; empty for Newest
};

/// The one search box (issue, Search): names of applicant, legal representative and agent by any
/// characters in them, pinyin initials, addresses, identity numbers and phones by beginning or end,
/// case numbers whole, by beginning, by serial number or by "A07-0001". Nothing typed = the newest
/// cases. Newest first; where a text may mean several things, exact matches come first and every
/// meaning has its share of the rows. The order is the same for the same store.
[[nodiscard]] Result<QList<CaseHit>> searchCases(const ReadTx &tx, const QString &text,
                                                 int limit = 50);

/// What a typed text can be: also used by the applicant directory.
struct SearchWords
{
    QString form = {};    ///< names are compared in this form
    QString number = {};  ///< without hyphens; empty when it cannot be part of a number
    QString letters = {}; ///< pinyin initials; empty when there is anything else in it
    [[nodiscard]] static SearchWords of(const QString &text);
};

} // namespace hall

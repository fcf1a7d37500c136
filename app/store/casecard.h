#pragma once

#include "store/caserows.h"
#include "store/searchtext.h"

#include <QStringList>

namespace hall {

/// The whole row of a case in the table case_row: what lists show and what search, directory and
/// figures need beside it.
struct CaseCard
{
    CaseRow row = {};
    Applicant applicant = {};
    qint64 saidAt = 0; ///< when the applicant's data were last said
    bool isDeemed = false;
    int corrections = 0;
    Money feeTotal = {};
    int daysUsed = 0;  ///< net working days of a closed case
    int legalDays = 0; ///< 0 = no statutory limit
    int promisedDays = 0;
    qint64 decidedAt = 0;
    qint64 readyAt = 0;
};

/// Pure: no clock. Days used are counted up to the newest event.
[[nodiscard]] CaseCard cardOf(const CaseFile &file, const Reference &reference);

/// Columns of case_row that make a CaseRow, for a SELECT that names the table case_row.
[[nodiscard]] const QString &caseRowColumns();
[[nodiscard]] CaseRow caseRowFrom(const Query &query);
/// Rows of keys in the order of the keys, by one statement; a key without a row is left out.
[[nodiscard]] Result<QList<std::pair<qint64, CaseRow>>> rowsByKey(const ReadTx &tx,
                                                                  const QList<qint64> &keys);

/// What is said about the applicant now in the row; its entries in the search index.
struct StoredTexts
{
    bool isThere = false;
    QString number = {};
    ApplicantId applicant = {};
    Applicant said = {};
    qint64 saidAt = 0;
    SearchTexts texts = {};
};
[[nodiscard]] Result<StoredTexts> storedTexts(const ReadTx &tx, qint64 key);
[[nodiscard]] SearchTexts searchTextsOf(const CaseCard &card);

[[nodiscard]] Result<Done> insertCard(WriteTx &tx, qint64 key, const CaseCard &card);
/// `before`: the row as it stands.
[[nodiscard]] Result<Done> updateCard(WriteTx &tx, qint64 key, const CaseCard &card,
                                      const StoredTexts &before);

} // namespace hall

#pragma once

#include "domain/applicant.h"
#include "store/transaction.h"

namespace hall {

/// An entry of the directory: the newest snapshot that a case of this store gives of an applicant.
struct ApplicantRow
{
    Applicant applicant = {};
    qint64 saidAt = 0;
    int cases = 0;
};

enum class SameReason { Number, LegalNumber, NameAndPhone, NameAndTail, NameAndAddress, Phone };

/// Somebody who may be the person that is being registered.
struct LikelySame
{
    ApplicantRow row = {};
    QList<SameReason> reasons = {}; ///< strongest first, never empty
};

/// While typing: by identity number (beginning, last four or more), name, pinyin initials, phone.
/// Newest cases first; the exact number before all.
[[nodiscard]] Result<QList<ApplicantRow>> findApplicants(const ReadTx &tx, const QString &text,
                                                         int limit = 20);
[[nodiscard]] Result<ApplicantRow> applicantById(const ReadTx &tx, const ApplicantId &id);
/// All entries with this number, in normal form.
[[nodiscard]] Result<QList<ApplicantRow>> applicantsByNumber(const ReadTx &tx,
                                                             const QString &number);
/// Others than `typed` itself, the likeliest first.
[[nodiscard]] Result<QList<LikelySame>> possibleDuplicates(const ReadTx &tx, const Applicant &typed,
                                                           int limit = 10);

/// Writes the entry again from the cases that name the applicant, or removes it when none does.
[[nodiscard]] Result<Done> refreshApplicant(WriteTx &tx, const ApplicantId &id);

} // namespace hall

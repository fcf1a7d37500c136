#include "desk/intake/applicantlookup.h"

#include "domain/phone.h"
#include "store/applicants.h"
#include "store/caserows.h"
#include "store/store.h"

namespace hall {

namespace {

constexpr qsizetype shownFigures = 4;

QString masked(const QString &number)
{
    if (number.size() <= 2 * shownFigures)
        return number;
    const qsizetype head = number.size() >= 15 ? 6 : 3;
    return number.left(head) + QString(number.size() - head - shownFigures, u'*')
        + number.right(shownFigures);
}

Result<KnownApplicant> knownFrom(const ReadTx &tx, const ApplicantRow &row)
{
    KnownApplicant known{.applicant = row.applicant,
                         .maskedNumber = masked(row.applicant.idNumber),
                         .maskedPhone = masked(row.applicant.phone),
                         .lastAt = row.saidAt,
                         .cases = row.cases};
    const Result<QList<CaseRow>> cases = casesOfApplicant(tx, row.applicant.id);
    if (!cases.ok())
        return cases.error();
    if (!cases.value().isEmpty()) {
        known.lastItem = cases.value().first().itemName;
        known.lastNumber = cases.value().first().number;
    }
    return known;
}

SameGround groundOf(SameReason reason)
{
    switch (reason) {
    case SameReason::Number:
        return SameGround::Number;
    case SameReason::LegalNumber:
        return SameGround::LegalNumber;
    case SameReason::NameAndPhone:
        return SameGround::NameAndPhone;
    case SameReason::NameAndTail:
        return SameGround::NameAndTail;
    case SameReason::NameAndAddress:
        return SameGround::NameAndAddress;
    case SameReason::Phone:
        return SameGround::Phone;
    }
    return SameGround::Phone;
}

using Found = Result<QList<KnownApplicant>>;
using Likely = Result<QList<LikelyApplicant>>;

} // namespace

QFuture<Found> ApplicantLookup::find(const QString &text, int limit) const
{
    return m_place.store.read([text, limit](ReadTx &tx) -> Found {
        const Result<QList<ApplicantRow>> rows = findApplicants(tx, text, limit);
        if (!rows.ok())
            return rows.error();
        QList<KnownApplicant> found;
        for (const ApplicantRow &row : rows.value()) {
            const Result<KnownApplicant> known = knownFrom(tx, row);
            if (!known.ok())
                return known.error();
            found.append(known.value());
        }
        return found;
    });
}

QFuture<Likely> ApplicantLookup::duplicates(const Applicant &typed) const
{
    return m_place.store.read([typed](ReadTx &tx) -> Likely {
        const Result<QList<LikelySame>> rows = possibleDuplicates(tx, typed);
        if (!rows.ok())
            return rows.error();
        QList<LikelyApplicant> found;
        for (const LikelySame &same : rows.value()) {
            const Result<KnownApplicant> known = knownFrom(tx, same.row);
            if (!known.ok())
                return known.error();
            LikelyApplicant likely{.known = known.value()};
            for (const SameReason reason : same.reasons)
                likely.grounds.append(groundOf(reason));
            found.append(likely);
        }
        return found;
    });
}

} // namespace hall

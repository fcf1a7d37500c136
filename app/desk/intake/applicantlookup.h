#pragma once

#include "desk/workplace.h"
#include "domain/applicant.h"
#include "domain/result.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace hall {

/// An entry of the directory as the counter shows it.
struct KnownApplicant
{
    Applicant applicant = {};
    QString maskedNumber = {};
    QString maskedPhone = {};
    QString lastItem = {}; ///< item of the newest case; empty = none in this store
    QString lastNumber = {};
    qint64 lastAt = 0;
    int cases = 0;
};

/// Why somebody may be the person that is being registered; strongest first.
enum class SameGround { Number, LegalNumber, NameAndPhone, NameAndTail, NameAndAddress, Phone };

struct LikelyApplicant
{
    KnownApplicant known = {};
    QList<SameGround> grounds = {};
};

/// Finds applicants while a clerk types. Futures are ready on a store thread.
class ApplicantLookup
{
public:
    explicit ApplicantLookup(Workplace &place)
        : m_place(place)
    {
    }

    /// By number, name, pinyin initials or telephone; at most `limit`, the exact number first.
    [[nodiscard]] QFuture<Result<QList<KnownApplicant>>> find(const QString &text,
                                                              int limit = 20) const;
    /// Others than `typed` itself, the likeliest first.
    [[nodiscard]] QFuture<Result<QList<LikelyApplicant>>> duplicates(const Applicant &typed) const;

private:
    Workplace &m_place;
};

} // namespace hall

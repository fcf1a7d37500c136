#pragma once

#include "desk/intake/applicantlookup.h"
#include "desk/intake/intakelists.h"
#include "desk/intake/itemchoice.h"
#include "desk/intake/pageintake.h"
#include "domain/casefile.h"

#include <QCoreApplication>
#include <QLocale>

namespace hall {

/// Words of the counter that several of its parts say.
class IntakeText
{
    Q_DECLARE_TR_FUNCTIONS(IntakeText)
public:
    [[nodiscard]] static QString verdict(LineVerdict verdict);
    [[nodiscard]] static QString ground(SameGround ground);
    [[nodiscard]] static QString bar(const OfferedItem &item);
    [[nodiscard]] static QString caseType(CaseType type);
    [[nodiscard]] static QString limit(const ItemDef &item);
    [[nodiscard]] static QString daysLeft(const IntakeRow &row);
    [[nodiscard]] static QString field(const QString &field);
    [[nodiscard]] static QString pageProblem(const PageProblem &problem);
    /// What a case stands at, in the person's language.
    [[nodiscard]] static QString state(const CaseFile &file, const Reference &reference);
    [[nodiscard]] static QString time(qint64 ms);
    [[nodiscard]] static QLocale::Language language();
};

} // namespace hall

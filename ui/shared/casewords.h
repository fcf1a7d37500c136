#pragma once

#include "domain/casefile.h"
#include "domain/deadlines.h"
#include "domain/reference.h"

#include <QCoreApplication>
#include <QString>

namespace hall {

/// How pages put a case into words, in the language of the program.
class CaseWords
{
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
public:
    [[nodiscard]] static QString moment(qint64 ms);      ///< hall time; empty for 0
    [[nodiscard]] static QString day(const QDate &date); ///< "—" when there is none
    /// A date; * marks a provisional one (beyond the calendar's last loaded year).
    [[nodiscard]] static QString due(const Due &due);
    /// First four and last four characters; the rest as stars.
    [[nodiscard]] static QString masked(const QString &number);

    /// The item of a row, in the language of the program; `pinned` = its Chinese name.
    [[nodiscard]] static QString item(const QString &code, const QString &pinned,
                                      const Reference &reference);
    [[nodiscard]] static QString state(const CaseFile &file, const QString &state,
                                       const Reference &reference);
    /// An action of the definition, or what else an event did.
    [[nodiscard]] static QString action(const CaseFile &file, const QString &action,
                                        const Reference &reference);
    /// What an event says beyond its action: the paper it is about, reason, opinion, new number.
    [[nodiscard]] static QString words(const CaseFile &file, const HistoryLine &line);
    [[nodiscard]] static QString person(const QString &staff, const Reference &reference);
    /// "HB/reviewer" as "Reviewer, Environment".
    [[nodiscard]] static QString post(const QString &code, const Reference &reference);
    [[nodiscard]] static QString verdict(const MaterialLine &line);
    [[nodiscard]] static QString paperState(PaperState state);
    /// The same, or that a clerk's earlier act made it void.
    [[nodiscard]] static QString paperState(const CasePaper &paper);
    [[nodiscard]] static QString paperName(const QString &kind);
    [[nodiscard]] static QString instrument(Instrument instrument);
    /// A relation of the case (Chinese) in the language of the program; what somebody typed stays.
    [[nodiscard]] static QString relation(const QString &word);
};

} // namespace hall

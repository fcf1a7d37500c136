#pragma once

#include "domain/casefile.h"
#include "report.h"
#include "script.h"

#include <QSet>
#include <QStringList>

namespace hall::journeys {

/// The PDFs that the play left, matched one by one to the cases whose papers they are, and read by
/// programs that share no code with ours: text layer, QR code and bar code (tests/papers).
class PrintedPapers
{
public:
    PrintedPapers(QString folder, Report &report);

    /// Every paper in hand of the case is there as often as it was printed, and says whose it is,
    /// which number, which item and which day. Of each kind and finish one has its codes read.
    void check(const Visit &visit, const CaseFile &file);
    /// Nothing was printed that belongs to no case (the daily report aside).
    void checkRest();
    /// The printed report of the day against the store's own count.
    void checkReport(int takenIn);
    [[nodiscard]] int pdfs() const { return int(m_names.size()); }
    [[nodiscard]] int codesRead() const { return m_codesRead; }

private:
    struct Print
    {
        QString path = {};
        QString text = {};
    };
    [[nodiscard]] QList<Print> printsOf(const QString &title);
    void checkKind(const Visit &visit, const CaseFile &file, const QString &kind);
    void checkWords(const QString &what, const Print &print, const QStringList &words);
    void checkCodes(const QString &what, const CaseFile &file, const Print &print,
                    const QString &kind);

    QString m_folder;
    Report &m_report;
    QStringList m_names;       ///< of all PDFs
    QSet<QString> m_matched;   ///< names that belong to a case
    QSet<QString> m_codeKinds; ///< kind and finish whose codes were read
    int m_codesRead = 0;
};

} // namespace hall::journeys

#pragma once

#include "script.h"

#include <QElapsedTimer>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTextStream>

namespace hall::journeys {

/// What the play tells while it runs and at its end, on standard output.
class Report
{
public:
    Report();

    void chapter(const QString &title);
    void visit(const Visit &visit);
    void note(const QString &line);
    /// Something that did not go as a person expected; counts as a failed expectation.
    void problem(const QString &scene, const QString &what);
    void check(const QString &what, bool isMet, const QString &found = {});

    struct Sums
    {
        int visits = 0;
        QMap<QString, int> finishes = {}; ///< words of the closing → cases
        int papers = 0;
        int pictures = 0;
        QMap<QString, int> played = {}; ///< what else the store holds of the day → how often
    };
    void table(const Sums &sums);
    [[nodiscard]] int failed() const { return m_failed; }

private:
    QTextStream m_out;
    QElapsedTimer m_clock;
    qint64 m_lastVisit = 0;
    int m_passed = 0;
    int m_failed = 0;
};

} // namespace hall::journeys

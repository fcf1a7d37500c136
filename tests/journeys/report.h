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

    /// With a centre several programs tell one day: only the one whose turn it is speaks.
    void setSpeaking(bool isSpeaking) { m_isSpeaking = isSpeaking; }
    /// Expectations counted by another seat so far.
    void setCounts(int passed, int failed);

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
    /// The last line: passed and failed.
    void total();
    [[nodiscard]] int passed() const { return m_passed; }
    [[nodiscard]] int failed() const { return m_failed; }

private:
    QTextStream m_out;
    QElapsedTimer m_clock;
    qint64 m_lastVisit = 0;
    bool m_isSpeaking = true;
    int m_passed = 0;
    int m_failed = 0;
};

} // namespace hall::journeys

#include "report.h"

#include <cstdio>

namespace hall::journeys {

using namespace Qt::StringLiterals;

namespace {

QString seconds(qint64 ms)
{
    return QString::number(double(ms) / 1000.0, 'f', 1) + u" s"_s;
}

/// Chinese letters take two columns of a terminal.
QString padded(const QString &text, int columns)
{
    int width = 0;
    for (const QChar letter : text)
        width += letter.unicode() >= 0x2E80 ? 2 : 1;
    return text + QString(std::max(0, columns - width), u' ');
}

} // namespace

Report::Report()
    : m_out(stdout)
{
    m_clock.start();
}

void Report::setCounts(int passed, int failed)
{
    m_passed = passed;
    m_failed = failed;
}

void Report::chapter(const QString &title)
{
    if (!m_isSpeaking)
        return;
    m_out << Qt::endl << title << "  (" << seconds(m_clock.elapsed()) << ')' << Qt::endl;
}

void Report::visit(const Visit &visit)
{
    const qint64 now = m_clock.elapsed();
    m_out << "  " << visit.id << "  " << padded(visit.item, 11) << padded(visit.person.name, 24)
          << padded(visit.route, 19)
          << padded(visit.problem.isEmpty() ? visit.number : u"stopped"_s, 29)
          << seconds(now - m_lastVisit) << Qt::endl;
    m_lastVisit = now;
}

void Report::note(const QString &line)
{
    m_lastVisit = m_clock.elapsed();
    if (!m_isSpeaking)
        return;
    m_out << "  " << line << Qt::endl;
}

void Report::problem(const QString &scene, const QString &what)
{
    ++m_failed;
    m_lastVisit = m_clock.elapsed();
    m_out << "  STOPPED " << scene << ": " << what << Qt::endl;
}

void Report::check(const QString &what, bool isMet, const QString &found)
{
    ++(isMet ? m_passed : m_failed);
    if (!isMet)
        m_out << "  NOT MET " << what
              << (found.isEmpty() ? QString() : u" (found: "_s + found + u')') << Qt::endl;
}

void Report::table(const Sums &sums)
{
    const auto row = [this](const QString &name, const QString &value) {
        m_out << "  " << padded(name, 44) << value.rightJustified(10) << Qt::endl;
    };
    m_out << Qt::endl << "The day" << Qt::endl;
    row(u"visits"_s, QString::number(sums.visits));
    for (auto finish = sums.finishes.cbegin(); finish != sums.finishes.cend(); ++finish)
        row(u"cases: "_s + finish.key(), QString::number(finish.value()));
    for (auto played = sums.played.cbegin(); played != sums.played.cend(); ++played)
        row(played.key(), QString::number(played.value()));
    row(u"papers printed"_s, QString::number(sums.papers));
    row(u"screenshots"_s, QString::number(sums.pictures));
    row(u"time"_s, seconds(m_clock.elapsed()));
}

void Report::total()
{
    m_out << Qt::endl << m_passed << " passed, " << m_failed << " failed" << Qt::endl;
}

} // namespace hall::journeys

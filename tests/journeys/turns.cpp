// The turns of a play with a centre: what one seat did is known to the others.
#include "play.h"
#include "seats.h"

#include <QJsonArray>

namespace hall::journeys {

using namespace Qt::StringLiterals;

/// One seat tells the chapters.
bool Play::isFirstSpeaker() const
{
    return m_baton.isAlone() || m_baton.seat() == seats().first();
}

void Play::turn(const QString &staff, const std::function<void()> &play)
{
    QJsonObject passed;
    if (!m_baton.take(staff, passed)) {
        adopt(passed);
        return;
    }
    m_report.setSpeaking(true);
    play();
    if (!m_baton.isAlone())
        scene(u"carry-"_s + staff, [this] { m_stage.untilCarried(); });
    m_baton.pass(state());
    m_report.setSpeaking(isFirstSpeaker());
}

QJsonObject Play::state() const
{
    QJsonArray visits;
    for (const Visit &visit : m_visits)
        visits.append(progressOf(visit));
    return {{u"visits"_s, visits},
            {u"now"_s, m_stage.now().toMSecsSinceEpoch()},
            {u"passed"_s, m_report.passed()},
            {u"failed"_s, m_report.failed()},
            {u"pictures"_s, QJsonArray::fromStringList(m_stage.pictures())}};
}

void Play::adopt(const QJsonObject &state)
{
    const QJsonArray visits = state.value(u"visits"_s).toArray();
    for (qsizetype row = 0; row < m_visits.size(); ++row)
        setProgress(m_visits[row], visits.at(row).toObject());
    m_stage.setTime(instantOf(qint64(state.value(u"now"_s).toDouble())));
    m_report.setCounts(state.value(u"passed"_s).toInt(), state.value(u"failed"_s).toInt());
    m_stage.setPictures(state.value(u"pictures"_s).toVariant().toStringList());
    // Pictures that another seat was to take are taken.
    m_upstairs.showThings({});
}

} // namespace hall::journeys

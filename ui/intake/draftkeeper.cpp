#include "ui/intake/draftkeeper.h"

#include "domain/whendone.h"
#include "ui/intake/visit.h"

namespace hall {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMs = 400; // at most half a second of typing is lost with the power

} // namespace

DraftKeeper::DraftKeeper(Workplace &place, const Session &session, Visit &visit, QObject *parent)
    : QObject(parent)
    , m_shelf(place)
    , m_session(session)
    , m_visit(visit)
    , m_soon(this)
    , m_draft(m_shelf.newId())
{
    m_soon.setObjectName(u"draftTimer"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keepNow);
    // Not restarted by each letter: somebody who types without a pause is kept as well.
    connect(&m_visit, &Visit::typed, this, [this] {
        if (!m_soon.isActive() && !m_isHeld && !m_isPassedOn)
            m_soon.start();
    });
}

void DraftKeeper::keepNow()
{
    m_soon.stop();
    if (!m_isHeld && !m_isPassedOn)
        put(m_draft, m_visit.work());
}

void DraftKeeper::keepAfterFailure()
{
    if (m_isPassedOn)
        put(m_shelf.newId(), m_visit.work());
    else
        keepNow();
}

void DraftKeeper::passOn()
{
    if (m_soon.isActive())
        keepNow();
    m_isPassedOn = true;
}

void DraftKeeper::put(const QString &draft, const CounterWork &work)
{
    whenDone(m_shelf.put(draft, work, m_session), this, [this](const Result<Done> &done) {
        if (!done.ok())
            Q_EMIT failed(done.error());
    });
}

void DraftKeeper::hold()
{
    m_isHeld = true;
    m_soon.stop();
}

void DraftKeeper::release()
{
    m_isHeld = false;
}

void DraftKeeper::follow(const QString &draft)
{
    m_soon.stop();
    m_draft = draft.isEmpty() ? m_shelf.newId() : draft;
}

void DraftKeeper::drop()
{
    m_soon.stop();
    drop(m_draft);
}

void DraftKeeper::drop(const QString &draft)
{
    put(draft, {});
}

} // namespace hall

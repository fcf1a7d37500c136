#include "ui/search/caselookguard.h"

#include "domain/whendone.h"
#include "ui/shared/decision.h"

#include <QWidget>

namespace hall {

CaseLookGuard::CaseLookGuard(const SearchDesk &desk, Session session, QWidget *page)
    : m_desk(desk)
    , m_session(std::move(session))
    , m_page(page)
{
}

void CaseLookGuard::forget()
{
    m_stream = {};
    m_isOutside = false;
    m_hasPurpose = false;
}

void CaseLookGuard::shown(const CaseView &view)
{
    const StreamId stream = view.line.row.id;
    if (stream == m_stream)
        return;
    m_stream = stream;
    m_isOutside = view.isOutside;
    m_hasPurpose = false;
    if (m_isOutside)
        log(LookKind::Opened, {}, {});
}

void CaseLookGuard::numbersShown(const QString &purpose)
{
    if (!m_stream.isNull() && !m_hasPurpose)
        log(LookKind::Numbers, purpose, {});
}

void CaseLookGuard::askPurpose(const QString &number, const std::function<void()> &show)
{
    confirm(
        m_page,
        {.title = tr("Show numbers"),
         .question = tr("Why do you need the numbers of case %1?").arg(number),
         .consequence = tr("The case is not of your department and not in your pile. Your name, "
                           "the time and the reason are written down."),
         .yes = tr("Show"),
         .reasonLabel = tr("Reason"),
         .phrases
         = {tr("The applicant stands here and asks"), tr("A call-back to the applicant"),
            tr("A complaint or a letter is to be answered"), tr("Check by the management")}},
        [this, show, stream = m_stream](const QString &purpose) {
            if (stream != m_stream)
                return;
            log(LookKind::Numbers, purpose, [this, show] {
                m_hasPurpose = true;
                show();
            });
        });
}

void CaseLookGuard::log(LookKind kind, const QString &purpose, const std::function<void()> &done)
{
    whenDone(m_desk.logLook(m_stream, kind, purpose, m_session), this,
             [this, done, stream = m_stream](const Result<Done> &written) {
                 if (!written.ok())
                     Q_EMIT failed(written.error());
                 else if (done && stream == m_stream)
                     done();
             });
}

} // namespace hall

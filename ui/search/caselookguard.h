#pragma once

#include "desk/search/searchdesk.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>

class QWidget;

namespace hall {

/// Writes down who looks beyond the own work, and asks for the purpose before identity numbers of
/// such a case are shown (features.md R3, A13).
class CaseLookGuard : public QObject
{
    Q_OBJECT
public:
    /// `page` shows the question; it and `desk` outlive the guard.
    CaseLookGuard(const SearchDesk &desk, Session session, QWidget *page);

    /// The view of a case is on the screen: logged once each time it is opened.
    void shown(const CaseView &view);
    /// Another case is asked for; its purpose is asked anew.
    void forget();
    /// Whether numbers may be shown at once.
    [[nodiscard]] bool mayShowNumbers() const { return !m_isOutside || m_hasPurpose; }
    /// Numbers are shown now.
    void numbersShown(const QString &purpose = {});
    /// Asks why, writes it down, then calls `show`.
    void askPurpose(const QString &number, const std::function<void()> &show);

Q_SIGNALS:
    void failed(const hall::Error &error);

private:
    void log(LookKind kind, const QString &purpose, const std::function<void()> &done);

    const SearchDesk &m_desk;
    Session m_session;
    QWidget *m_page;
    StreamId m_stream;
    bool m_isOutside = false;
    bool m_hasPurpose = false;
};

} // namespace hall

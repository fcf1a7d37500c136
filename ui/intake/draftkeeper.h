#pragma once

#include "desk/intake/draftshelf.h"

#include <QObject>
#include <QTimer>

namespace hall {

class Visit;

/// Keeps what is on the screen as a draft: soon after every change, at once when pages came in.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    DraftKeeper(Workplace &place, const Session &session, Visit &visit, QObject *parent = nullptr);

    [[nodiscard]] QString draft() const { return m_draft; }
    void keepNow();
    /// An act wrote nothing: what is on the screen stays kept, beside what another page shows by
    /// now.
    void keepAfterFailure();
    /// The act on its way writes the draft itself: nothing older may follow it.
    void hold();
    void release();
    /// The screen shows this draft from now on; empty = a new one.
    void follow(const QString &draft);
    /// Another page keeps this draft from now on (a rebuild in another language): what is typed and
    /// not kept yet is put at once, and nothing of this screen follows. A page that is on its way
    /// out lives for seconds; a draft that it put later would bring back what the other one has
    /// accepted.
    void passOn();
    /// Takes the draft of the screen away.
    void drop();
    void drop(const QString &draft);
    [[nodiscard]] QFuture<Result<QList<KeptWork>>> list() const { return m_shelf.list(m_session); }

Q_SIGNALS:
    void failed(const hall::Error &error);

private:
    void put(const QString &draft, const CounterWork &work);

    DraftShelf m_shelf;
    Session m_session;
    Visit &m_visit;
    QTimer m_soon;
    QString m_draft;
    bool m_isHeld = false;
    bool m_isPassedOn = false;
};

} // namespace hall

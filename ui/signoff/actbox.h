#pragma once

#include "desk/routing/casefeed.h"
#include "desk/signoff/signoffdesk.h"

#include <QObject>

#include <optional>

namespace hall {

namespace Ui {
class UpstairsPage;
}

/// The foot of a file: the fields that its step asks for, the opinion, and a button for each action
/// that the definition allows this person now.
class ActBox : public QObject
{
    Q_OBJECT
public:
    ActBox(Ui::UpstairsPage &ui, Workplace &place, const CaseFeed &feed, const Session &session);

    void show(const OpenFile &open);
    void clear();
    /// F9 and F8: the first and the second action that hands the file on.
    void runForward(int place);
    void runReturn();
    void runStop();

Q_SIGNALS:
    /// Recorded; `done` says it, `result` holds the papers that the act wants.
    void acted(const hall::ActResult &result, const QString &done);
    void stale(); ///< somebody else acted on the branch first

private:
    void fillFields(const CaseFile &file);
    void offer();
    void removeButtons();
    void addButton(const ActionDef &action, int place);
    void ask(const ActionDef &action);
    /// Shows the fields that an action still needs; true when some were opened just now.
    [[nodiscard]] bool opensReturn(const ActionDef &action);
    [[nodiscard]] bool opensGround(const ActionDef &action);
    [[nodiscard]] Act actFor(const ActionDef &action) const;
    void commit(const ActionDef &action);
    void committed(const Result<ActResult> &result, const QString &actionName);
    void refused(const Error &error);

    Ui::UpstairsPage &m_ui;
    Workplace &m_place;
    const CaseFeed &m_feed;
    Session m_session;
    SignoffDesk m_desk;
    std::optional<OpenFile> m_open;
    bool m_isBusy = false;
};

} // namespace hall

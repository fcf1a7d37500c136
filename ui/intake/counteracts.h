#pragma once

#include "desk/intake/intakedesk.h"
#include "desk/papers/paperdesk.h"
#include "ui/intake/actionsbar.h"
#include "ui/shared/messagestrip.h"
#include "ui/shell/pageregistry.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace hall {

class DraftKeeper;
class PapersDialog;
class Visit;
struct Refusal;

/// What the counter's buttons and keys mean: asks what has to be asked, gives the order to the use
/// case, and shows what came of it.
class CounterActs : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Visit &visit;
        DraftKeeper &drafts;
        QWidget &page; ///< dialogs stand over it
    };
    CounterActs(const PageContext &context, const Parts &parts);

    void run(CounterAct act);
    /// Loads a case onto the screen.
    void open(const StreamId &stream);
    /// A draft of a case that was taken in before: what was typed stands over what is stored.
    void openOver(const CounterWork &typed);
    void showGuide(const QString &item);
    /// What the screen keeps when the act that is on its way is done; nothing while none is.
    [[nodiscard]] const std::optional<CounterWork> &stays() const { return m_stays; }
    /// A change of one page that stands in the journal already.
    void change(const Command &command);

Q_SIGNALS:
    void missing(const hall::FieldProblem &problem);
    void said(hall::Tone tone, const QString &sentence);
    void failed(const hall::Error &error);
    void busy(bool isBusy);
    void committed(); ///< the screen shows what is left of the visit
    void finished();  ///< papers are dealt with: ready for the next

private:
    [[nodiscard]] QList<int> currentItems() const;
    [[nodiscard]] bool isRegistrable(const QList<int> &items, bool withChecklist);
    void commit(IntakeOrder order);
    void showOutcome(const IntakeOrder &order, const QList<ActResult> &results);
    void showPapers(const QList<PaperJob> &jobs, const QString &done, const StreamId &ready = {});
    [[nodiscard]] QString sentenceOf(const IntakeOrder &order,
                                     const QList<ActResult> &results) const;
    void accept(const QList<int> &items);
    void takeIn();
    void askCorrection();
    void askRefusal();
    void askGround(IntakeWish wish);
    void editField();
    void handOver(const StreamId &stream, PapersDialog *dialog);
    void reprint();
    [[nodiscard]] StreamId handOverNow(const QList<ActResult> &results) const;

    PageContext m_context;
    Visit &m_visit;
    DraftKeeper &m_drafts;
    QWidget &m_page;
    IntakeDesk m_desk;
    std::shared_ptr<PaperDesk> m_papers;
    std::optional<CounterWork> m_stays;
};

} // namespace hall

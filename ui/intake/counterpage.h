#pragma once

#include "desk/intake/intakelists.h"
#include "desk/intake/pageintake.h"
#include "ui/intake/actionsbar.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace hall {

namespace Ui {
class CounterPage;
}

class ApplicantBox;
class CaseListTab;
class CounterActs;
class DraftKeeper;
class CaseFeed;
class ItemPicker;
class MaterialsBox;
class PagesBox;
class Visit;
struct FieldProblem;
struct KeptWork;
struct TimersRun;

/// The counter (受理台): one screen in the order of the work, from the applicant to the printed
/// receipt. It only brings its boxes together; what an act means stands in CounterActs.
class CounterPage : public Page
{
    Q_OBJECT
public:
    explicit CounterPage(const PageContext &context);
    ~CounterPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    void keepDraft() override;
    [[nodiscard]] QList<HelpKey> keys() const override;
    void showCase(const StreamId &stream) override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectBoxes();
    void connectActs();
    void connectStore();
    void addKeys();
    void addKey(const QKeySequence &key, const QString &name, void (CounterPage::*run)());
    void addActKeys();
    void ask(CounterAct act);
    void showMissing(const FieldProblem &problem);
    void ready();

    void findApplicant();
    void findItem();
    void goToMaterials();
    void showLists();
    void toggleOrganisation();
    void askAgent();
    void showGuide();
    void nextItem();
    void previousItem();
    void attach();
    void pasteHere();
    void viewLarge();
    void park();
    void nextVisitor();

    bool putAside(const QString &sentence);
    void showWork(const KeptWork &kept);
    void restoreDraft();
    void listParked(const QList<KeptWork> &parked);
    void refreshLists();
    void runTimers();
    [[nodiscard]] static QString timersText(const TimersRun &run);
    void watchFolder();
    void watchPapers();

    PageContext m_context;
    std::unique_ptr<Ui::CounterPage> m_ui;
    CaseFeed *m_feed;
    Visit *m_visit;
    DraftKeeper *m_drafts;
    CounterActs *m_acts;
    ApplicantBox *m_applicant;
    ItemPicker *m_items;
    MaterialsBox *m_materials;
    PagesBox *m_pages;
    ActionsBar *m_actions;
    QList<CaseListTab *> m_lists;
    PageIntake m_intake;
    QTimer m_listsSoon;
    QTimer m_hourly;
    QElapsedTimer m_sinceEscape;
    bool m_hasRestored = false;
};

} // namespace hall

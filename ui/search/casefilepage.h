#pragma once

#include "desk/papers/paperdesk.h"
#include "desk/routing/casefeed.h"
#include "desk/search/searchdesk.h"
#include "ui/search/caselookguard.h"
#include "ui/search/casesheet.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <memory>
#include <optional>

namespace hall {

namespace Ui {
class CaseFilePage;
}

/// Everything about a case, for every post that may see one: facts, dates, pages, checklist,
/// opinions, fees, papers with reprint, history, the applicant's other cases. A note can be added;
/// the manager takes the exceptions of the definition here, and a clerk withdraws a case for its
/// applicant or puts a typing error right as at the counter.
class CaseFilePage : public Page
{
    Q_OBJECT
public:
    explicit CaseFilePage(const PageContext &context, QWidget *parent = nullptr);
    ~CaseFilePage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;
    void showCase(const StreamId &stream) override;
    [[nodiscard]] QJsonObject saveInput() const override;
    void restoreInput(const QJsonObject &input) override;

private:
    void connectAll();
    void addKey(const QKeySequence &keys, void (CaseFilePage::*slot)());
    void load();
    void present(const CaseView &view);
    void offerActions();
    void ask(const ActionDef &action);
    void decide(const CaseFile &shown, const ActionDef &action, const QString &reason);
    void withdraw();
    void editField();
    void showPapers();
    void addNote();
    void toggleNumbers();
    void showNumbers(bool isRevealed);
    void previewPaper(int row);
    void printPaper();
    void markPrinted() { markPaper(PaperState::Printed); }
    void markSpoiled() { markPaper(PaperState::Spoiled); }
    void markPaper(PaperState state);
    [[nodiscard]] const CasePaper *chosenPaper() const;
    void changed(const Result<ActResult> &result, const QString &sentence);
    void printWanted(const ActResult &result, const QString &sentence);

    PageContext m_context;
    std::unique_ptr<Ui::CaseFilePage> m_ui;
    SearchDesk m_desk;
    PaperDesk m_papers;
    CaseFeed m_feed;
    CaseLookGuard m_looks;
    CaseSheet m_sheet;
    std::optional<CaseView> m_view;
    StreamId m_wanted;   ///< the case asked for last; an older answer is dropped
    QString m_previewed; ///< paper whose preview was asked for last
};

} // namespace hall

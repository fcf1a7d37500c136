#pragma once

#include "desk/delivery/deliverydesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/routing/casefeed.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"

#include <memory>
#include <optional>

namespace hall {

namespace Ui {
class DeliveryPage;
}

/// Results handed over: what is ready, who takes it, the receipt of delivery to be signed, closed.
class DeliveryPage : public Page
{
    Q_OBJECT
public:
    explicit DeliveryPage(const PageContext &context, QWidget *parent = nullptr);
    ~DeliveryPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    enum class Who { Applicant, Agent, Other };

    /// A receipt of delivery that is printed and not confirmed yet.
    struct Pending
    {
        StreamId stream = {};
        QString caseNumber = {};
        QList<CasePaper> papers = {};
        QStringList sent = {};  ///< ids of those that the printer took
        QStringList waste = {}; ///< and of those that are printed anew
        bool isPrinting = false;
    };

    [[nodiscard]] QList<RowColumn<ReadyLine>> readyColumns() const;
    void connectAll();
    void addKey(const QKeySequence &keys, const std::function<void()> &run);
    void refresh();
    void showReady(const QList<ReadyLine> &lines);
    void find();
    void preview(int row);
    void open(const StreamId &stream, bool goesOn);
    void showFile(const CaseFile &file);
    void showFacts();
    void showResult();
    void showDone();
    void clear();
    /// By key or button: fills the collector's fields and goes to the first that is empty.
    void choose(Who who);
    void fillCollector(Who who);
    void fillRelations(Who who);
    void goToCollector();
    [[nodiscard]] std::optional<Collector> typedCollector();
    void handOver();
    void handedOver(const Result<ActResult> &result);
    void printNext();
    void printAgain();
    void confirmSigned();
    void showPapers();

    PageContext m_context;
    std::unique_ptr<Ui::DeliveryPage> m_ui;
    DeliveryDesk m_desk;
    std::shared_ptr<PaperDesk> m_papers; ///< outlives this while a job is on its way
    CaseFeed m_feed;
    RowModel<ReadyLine> m_ready;
    std::optional<CaseFile> m_file;
    std::optional<Pending> m_pending;
    Who m_who = Who::Applicant;
    int m_asked = 0;          ///< an older answer is dropped
    bool m_isFinding = false; ///< between a scan and its file
    bool m_isBusy = false;
};

} // namespace hall

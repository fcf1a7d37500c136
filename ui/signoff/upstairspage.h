#pragma once

#include "desk/papers/paperdesk.h"
#include "desk/routing/casefeed.h"
#include "desk/signoff/signoffdesk.h"
#include "ui/shared/rowmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/pageregistry.h"
#include "ui/signoff/actbox.h"
#include "ui/signoff/fileview.h"

#include <memory>

namespace hall {

namespace Ui {
class UpstairsPage;
}

/// My pile: every step between acceptance and hand-over. The file opens with the row; an opinion is
/// written and signed, and the next file opens, all from the keyboard.
class UpstairsPage : public Page
{
    Q_OBJECT
public:
    explicit UpstairsPage(const PageContext &context, QWidget *parent = nullptr);
    ~UpstairsPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<HelpKey> keys() const override;

private:
    [[nodiscard]] QList<RowColumn<PileLine>> pileColumns() const;
    [[nodiscard]] QString itemName(const PileLine &line) const;
    void connectAll();
    void connectKeys();
    void addKey(const QKeySequence &keys, const std::function<void()> &run);
    void refresh();
    void showPile(const QList<PileLine> &lines);
    [[nodiscard]] bool isShown(const PileLine &line) const;
    void openRow(int row);
    void showFile(const OpenFile &open);
    void allPagesCame();
    void showNothing();
    void nextFile();
    void acted(const ActResult &result, const QString &done);
    void printSheet();
    void showPapers(const QList<PaperJob> &jobs, const QString &done);
    void signChosen();

    PageContext m_context;
    std::unique_ptr<Ui::UpstairsPage> m_ui;
    SignoffDesk m_desk;
    PaperDesk m_papers;
    RowModel<PileLine> m_pile;
    CaseFeed m_feed;
    FileView m_view;
    ActBox m_act;
    std::optional<OpenFile> m_open;
    int m_row = 0;     ///< where the file stood: the next one moves up to it
    StreamId m_wanted; ///< the file whose answer is waited for; an older answer is dropped
};

} // namespace hall
